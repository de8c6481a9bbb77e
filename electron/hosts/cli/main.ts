#!/usr/bin/env node
// The command line: batch work and automation over the same engine, in process. Results on stdout, everything else
// on stderr; exit codes 0 ok, 1 refused or failed, 2 usage.
import { COMMANDS, USAGE } from './commands.ts';
import { reportFailure } from './failures.ts';
import { UsageError } from './options.ts';
import { openEngine } from './engine.ts';
import type { CliEngine } from './engine.ts';

/**
 * A reader of our output that has gone away (`| head`) is no failure of ours; a full disk is. Either way the project
 * is closed first: ending here and now would leave its lock and journal behind.
 */
let outputError: NodeJS.ErrnoException | null = null;
process.stdout.on('error', (error: NodeJS.ErrnoException) => (outputError = error));
process.stderr.on('error', () => undefined);

const LAST_WORDS_MS = 3_000;

/** Ctrl-C: the project is closed, which fails the command; its own clean-up follows. A second one ends at once. */
async function stop(engine: CliEngine): Promise<void> {
  setTimeout(() => process.exit(1), LAST_WORDS_MS).unref();
  await engine.close();
}

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(name === '' ? 'a command is missing' : `unknown command: ${name}`);
  const engine = await openEngine();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(engine));
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
  reportFailure(error);
  return 1;
}

function end(status: number): void {
  if (outputError === null || outputError.code === 'EPIPE') process.exit(status);
  process.stderr.write(`stdout: ${outputError.code ?? outputError.name}\n`);
  process.exit(1);
}

const status = await main(process.argv.slice(2)).catch(report);
// Written output must reach a pipe before the process ends.
process.stdout.write('', () => end(status));
