// How the command line is called: exit codes, strict options, awkward file names, readers that go away.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
beforeAll(() => {
  desk.write('orders.csv', ordersCsv());
  desk.write('-orders.csv', ordersCsv());
});
afterAll(() => desk.remove());

const FIRST_LINE_OF_USAGE = 'clientela COMMAND …';

/** What a person sees first; the usage follows it. */
async function usageError(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await desk.run(...args);
  const [said = '', gap, usage] = stderr.split('\n');
  expect([status, stdout, gap, usage]).toEqual([2, '', '', FIRST_LINE_OF_USAGE]);
  return said;
}

test('help is a result, on stdout', async () => {
  const { status, stdout, stderr } = await desk.run('--help');
  expect([status, stderr, stdout.split('\n')[0]]).toEqual([0, '', FIRST_LINE_OF_USAGE]);
  expect(await desk.run('help')).toEqual({ status, stdout, stderr });
});

test.each([
  [[], 'a command is missing'],
  [['frob'], 'unknown command: frob'],
  [['constructor'], 'unknown command: constructor'],
  [['inspect'], 'an argument is missing'],
  [['import', 'p.clientela'], 'an argument is missing'],
  [['features', 'p.clientela', 'q.clientela'], 'one argument too many: q.clientela'],
  [['import', 'p.clientela', 'orders.csv', '--as', 'people'], /^--as takes customers, .*, not people$/],
  [['cluster', 'p.clientela', '--method', 'dbscan'], /^--method takes kmeans, .*, rules, not dbscan$/],
  [
    ['cluster', 'p.clientela', '--method', 'gmm', '--mini-batch'],
    '--mini-batch belongs to --method kmeans, not gmm',
  ],
  [['cluster', 'p.clientela', '--value', 'spend'], '--value belongs to --method tiers, not kmeans'],
  [['cluster', 'p.clientela', '--method', 'rules'], '--rules FILE.json is missing'],
  [
    ['cluster', 'p.clientela', '--method', 'rfm', '--rfm', 'no.json'],
    '--rfm takes a JSON file; no.json is none',
  ],
  [['cluster', 'p.clientela', '--method', 'tiers', '--tiers', 'many'], /^--tiers takes .*, not many$/],
  [['cluster', 'p.clientela', '--winsorise', '0.9..0.1'], /^--winsorise takes .*, not 0\.9\.\.0\.1$/],
  [
    ['cluster', 'p.clientela', '--method', 'auto', '--winsorise', '0.01..0.99'],
    '--winsorise does not go with --method auto',
  ],
  [['cluster', 'p.clientela', '--method', 'auto', '--k', '1'], /^--k with --method auto takes .*, not 1$/],
  [['cluster', 'p.clientela', '--seconds', '9'], '--seconds belongs to --method auto'],
  [['cluster', 'p.clientela', '--method', 'auto', '--seconds', '0'], /^--seconds takes .*, not 0$/],
  [['cluster', 'p.clientela', '--scale', 'log'], '--scale takes z, robust, minMax, rank, none, not log'],
  [['cluster', 'p.clientela', '--features', ','], '--features names none'],
  [['cluster', 'p.clientela', '--k', '0'], /^--k takes .*, not 0$/],
  [['cluster', 'p.clientela', '--k', '5..2'], /^--k takes .*, not 5\.\.2$/],
  [['cluster', 'p.clientela', '--k', 'many'], /^--k takes .*, not many$/],
  [['cluster', 'p.clientela', '--seed=-1'], /^--seed takes .*, not -1$/],
  [['cluster', 'p.clientela', '--seed=1.5'], /^--seed takes .*, not 1\.5$/],
  [['plan', 'p.clientela', '--start', '2026-02-30'], /^--start takes .*, not 2026-02-30$/],
  [['export', 'p.clientela', '--what', 'plan', '--format', 'xlsx'], '--out is missing'],
  [
    ['export', 'p.clientela', '--what', 'plan', '--format', 'pdf', '--out', 'x'],
    /^plan\.pdf cannot be exported/,
  ],
  [['run', 'r.json', '--out', 'out'], '--data and --out are needed'],
  [['run', 'r.json', '--data', 'orders.csv'], '--data and --out are needed'],
  [['call', 'project.current', '{bad'], 'the input is not JSON'],
  [['call', 'sources.frobnicate'], 'unknown procedure: sources.frobnicate'],
  [['call', 'project.__proto__'], 'unknown procedure: project.__proto__'],
  [['call', 'toString.call'], 'unknown procedure: toString.call'],
  [['call', 'events.watch'], 'unknown procedure: events.watch'],
] as const)('%j is a usage error', async (args, said) => {
  expect(await usageError(...args)).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
});

test.each([
  'inspect',
  'import',
  'features',
  'cluster',
  'segments',
  'personas',
  'plan',
  'export',
  'run',
  'call',
])('%s refuses an option that it does not know', async (command) => {
  expect(await usageError(command, 'one', 'two', '--frob')).toMatch(/^Unknown option '--frob'/);
});

test('bad input 85: a file name that starts with a dash comes after --, and no project appears for a usage error', async () => {
  const { files } = (await desk.json('inspect', '--json', '--', '-orders.csv')) as {
    files: readonly { path: string; kind: string }[];
  };
  expect(files.map(({ path, kind }) => [path, kind])).toEqual([['-orders.csv', 'transactions']]);
  expect(await usageError('inspect', '-orders.csv')).toMatch(/^Unknown option '-o'/);
  expect(desk.names()).toEqual(['-orders.csv', 'orders.csv']);
});

test('bad input 85: a reader that has gone away is no failure, and the project is closed all the same', async () => {
  const unheard = await desk.runUnheard('import', 'unheard.clientela', 'orders.csv', '--json');
  expect(unheard).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(desk.names()).toEqual(['-orders.csv', 'orders.csv', 'unheard.clientela']);
  expect(desk.leftovers()).toEqual([]);
  const { customers } = (await desk.json('features', 'unheard.clientela', '--json')) as { customers: number };
  expect(customers).toBe(60);
});

test('bad input 85: asked to stop in the middle, it says so and leaves neither project nor temporary files', async () => {
  const rows = Array.from(
    { length: 400_000 },
    (_, at) => `C${at % 5000},2025-01-${10 + (at % 20)},${at % 90}.50\n`,
  );
  desk.write('large.csv', `customer_id,order_date,amount\n${rows.join('')}`);
  const stopped = await desk.runUntil(
    'stopped.clientela-wal',
    'import',
    'stopped.clientela',
    'large.csv',
    '--json',
  );
  expect(stopped).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^JOB-CANCELLED: /) as string,
  });
  expect(desk.names().filter((name) => name.startsWith('stopped'))).toEqual([]);
  expect(desk.leftovers()).toEqual([]);
});
