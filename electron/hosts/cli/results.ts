// `segments`, `personas`, `plan` and `export`.
import { EXPORTS } from '../../../shared/contract/plan.ts';
import type { Campaign } from '../../../shared/model/campaign.ts';
import type { CliCommand } from './commands.ts';
import type { CliEngine } from './engine.ts';
import { exportFile } from './exporting.ts';
import { FLAG, parseDay, parseOptions, printJson, TEXT, UsageError } from './options.ts';

export const segmentsCommand: CliCommand = async (engine, argv) => {
  const { words, flag } = parseOptions(argv, { json: FLAG }, { least: 1, most: 1 });
  await engine.project(words[0] ?? '');
  const segments = await engine.client.segments.list({});
  if (flag('json')) return printJson({ segments });
  for (const { colour, name, customers, share } of segments)
    process.stdout.write(`${colour} ${name}: ${customers} (${(share * 100).toFixed(1)} %)\n`);
};

export const personasCommand: CliCommand = async (engine, argv) => {
  const { words, flag } = parseOptions(argv, { json: FLAG }, { least: 1, most: 1 });
  await engine.project(words[0] ?? '');
  if ((await engine.client.personas.list()).length === 0)
    await engine.finish(engine.client.personas.draft({}));
  const personas = await engine.client.personas.list();
  if (flag('json')) return printJson({ personas });
  for (const persona of personas) {
    const phrases = persona.sections.flatMap((part) => part.phrases.map((phrase) => phrase.text));
    process.stdout.write(`${persona.name}: ${phrases.join('; ')}\n`);
  }
};

/** All plans; one is proposed from the playbook when there is none, or none of the wanted name. */
export async function plansOf(
  { client, finish }: CliEngine,
  name: string | undefined,
  startDate: string,
): Promise<Campaign[]> {
  const known = await client.campaigns.list();
  const there = name === undefined ? known.length > 0 : known.some((plan) => plan.name === name);
  if (there) return known;
  await finish(client.campaigns.propose({ name: name ?? 'Plan', startDate }));
  return client.campaigns.list();
}

const WEEK_MS = 7 * 86_400_000;

export const planCommand: CliCommand = async (engine, argv) => {
  const options = { name: TEXT, start: TEXT, json: FLAG };
  const { words, text, flag } = parseOptions(argv, options, { least: 1, most: 1 });
  const inAWeek = new Date(engine.now().getTime() + WEEK_MS).toISOString().slice(0, 10);
  const start = parseDay(text('start') ?? inAWeek, '--start');
  await engine.project(words[0] ?? '');
  const campaigns = await plansOf(engine, text('name'), start);
  const totals = campaigns.at(-1)?.totals ?? null;
  if (flag('json')) return printJson({ campaigns, totals });
  for (const { name, actions } of campaigns) {
    process.stdout.write(`${name}\n`);
    for (const { objective, offer, channel, figures } of actions) {
      const reached = figures.reachAssumed ? 'reach not known, all' : `${figures.reach} of`;
      process.stdout.write(
        `  ${objective}: ${offer} (${channel}), ${reached} ${figures.customers}, ${figures.costCents / 100}\n`,
      );
    }
  }
};

/** `segments.sql` is asked for as a form of segments; the words of a rule are a text file. */
function ruleFormOf(wanted: string): string {
  return wanted.replace(/^segments\.(?=sql|formula|pmml|words)/, 'rules.');
}

export const exportCommand: CliCommand = async (engine, argv) => {
  const flags = { 'allow-pii': FLAG, belonging: FLAG, replace: FLAG, json: FLAG };
  const options = { what: TEXT, format: TEXT, out: TEXT, ...flags };
  const { words, text, flag } = parseOptions(argv, options, { least: 1, most: 1 });
  const out = text('out');
  if (out === undefined) throw new UsageError('--out is missing');
  const wanted = `${text('what') ?? 'plan'}.${text('format') ?? 'xlsx'}`;
  const what = EXPORTS.find((one) => one === wanted || one === ruleFormOf(wanted));
  if (!what) throw new UsageError(`${wanted} cannot be exported; known: ${EXPORTS.join(', ')}`);
  await engine.project(words[0] ?? '');
  const written = await exportFile(engine, {
    what,
    out,
    allowPii: flag('allow-pii'),
    belonging: flag('belonging'),
    replace: flag('replace'),
  });
  if (flag('json')) printJson(written);
};
