#!/usr/bin/env node
// The command line: batch work and automation over the same engine, in process. Results on stdout, everything else
// on stderr; exit codes 0 ok, 1 refused or failed, 2 usage.
import { matchLocale, translatorOf } from '../../../shared/i18n/index.ts';
import { describeError, describePlace } from '../../../shared/i18n/describeError.ts';
import { toErrorData } from '../../../shared/errors.ts';
import { COMMANDS, USAGE } from './commands.ts';
import { UsageError } from './options.ts';
import { openEngine } from './engine.ts';
import { remoteError } from './engine.ts';

function locale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return matchLocale(
    [LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en'].map((tag) => tag.replace('_', '-').split('.')[0] ?? 'en'),
  );
}

/** Also when the reader of our output has gone away (`| head`): that is no failure of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  if (name === '' || name === '--help' || name === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return name === '' ? 2 : 0;
  }
  const command = COMMANDS[name];
  if (!command) throw new UsageError(`unknown command: ${name}`);
  const engine = await openEngine();
  try {
    await command(engine, rest);
    return 0;
  } finally {
    await engine.close();
  }
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    return 2;
  }
  const data = toErrorData(remoteError(error));
  const translate = translatorOf(locale()) as unknown as Parameters<typeof describeError>[1];
  const place = describePlace(data.place, translate);
  process.stderr.write(
    `${data.code}: ${describeError(data, translate)}${place === '' ? '' : ` (${place})`}\n`,
  );
  if (data.code === 'BUG' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

const status = await main(process.argv.slice(2)).catch(report);
// Written output must reach a pipe before the process ends.
process.stdout.write('', () => process.exit(status));
