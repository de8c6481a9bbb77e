// `features`, `cluster`, `segments`, `personas` and `plan`: the JSON that scripts rely on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gaussian } from '../../electron/engine/analysis/choosing/references.ts';
import { Random } from '../../electron/engine/analysis/random.ts';
import { openDesk, ordersCsv, SQUARES_CSV } from '../support/commandLine.ts';

const desk = openDesk();
beforeAll(async () => {
  desk.write('orders.csv', ordersCsv());
  desk.write('squares.csv', SQUARES_CSV);
  desk.write(
    'map.json',
    JSON.stringify({
      columns: {
        visits: { type: 'number', role: 'feature', criterion: 'behavioural' },
        spend: { type: 'number', role: 'feature', criterion: 'behavioural' },
      },
    }),
  );
  await desk.json('import', 'orders.clientela', 'orders.csv', '--as', 'transactions', '--json');
  await desk.json(
    'import',
    'squares.clientela',
    'squares.csv',
    '--as',
    'customers',
    '--mapping',
    'map.json',
    '--json',
  );
});
afterAll(() => desk.remove());

test('features of a customer table keep their header as name', async () => {
  expect(await desk.json('features', 'squares.clientela', '--json')).toEqual({
    customers: 8,
    orders: 0,
    revenue: 0,
    analysisDate: null,
    leftOut: { withoutKey: 0, withoutDate: 0, withoutAmount: 0, later: 0, zero: 0, returns: 0 },
    features: [
      { name: 'visits', sd: Math.sqrt(208 / 7), mean: 6, min: 0, max: 12 },
      { name: 'spend', sd: Math.sqrt(208 / 7), mean: 6, min: 0, max: 12 },
    ].map(({ name, sd, ...numbers }) => ({
      name,
      label: name,
      criterion: 'behavioural',
      type: 'number',
      missing: 0,
      sd: expect.closeTo(sd, 12) as number,
      ...numbers,
    })),
  });
});

interface Features {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly analysisDate: string;
  readonly features: readonly { name: string; mean: number | null; missing: number }[];
}

test('features of transactions have the built-in names', async () => {
  const { features, ...totals } = (await desk.json('features', 'orders.clientela', '--json')) as Features;
  // 20 customers of each habit; the cents and the 0 to 3 added to every amount are spread evenly.
  const revenue = 20 * 9 * 22 + 20 * 4 * 302 + 20 * 57;
  expect(totals).toMatchObject({ customers: 60, orders: 280, revenue, analysisDate: '2025-12-21' });
  const built = ['recency', 'frequency', 'monetary', 'basket', 'tenure', 'interPurchase'];
  expect(features.map(({ name }) => name)).toEqual([...built, expect.stringMatching(/^city/)]);
  expect(features.find(({ name }) => name === 'frequency')).toMatchObject({ mean: 280 / 60, missing: 0 });
  expect(features.find(({ name }) => name === 'monetary')).toMatchObject({ mean: revenue / 60 });
  expect(features.find(({ name }) => name === 'interPurchase')).toMatchObject({ missing: 20 });
});

/** Mean silhouette of the two squares: a corner nearest to, beside, and farthest from the other square. */
function silhouetteOfSquares(): number {
  const within = (2 + 2 + Math.sqrt(8)) / 3;
  const across = [
    [128, 164, 164, 200],
    [164, 200, 208, 244],
    [164, 200, 208, 244],
    [200, 244, 244, 288],
  ].map((squares) => squares.reduce((sum, square) => sum + Math.sqrt(square), 0) / 4);
  return across.reduce((sum, distance) => sum + (distance - within) / distance, 0) / 4;
}

test('cluster: sizes, centroids and scores as worked out by hand, and the labels file', async () => {
  const args = [
    'squares.clientela',
    '--features',
    'visits,spend',
    '--k',
    '2',
    '--scale',
    'none',
    '--seed',
    '7',
  ];
  const result = await desk.json('cluster', ...args, '--labels', 'labels.csv', '--json');
  expect(result).toEqual({
    segmentation: { id: 1, method: 'kmeans', k: 2, features: ['visits', 'spend'], scale: 'none', seed: 7 },
    customers: 8,
    excluded: 0,
    missing: { method: 'median', indicators: [], features: [] },
    sizes: [4, 4],
    columns: ['visits', 'spend'],
    centroids: expect.arrayContaining([
      [1, 1],
      [11, 11],
    ]) as number[][],
    inertia: expect.closeTo(16, 12) as number,
    silhouette: {
      value: expect.closeTo(silhouetteOfSquares(), 7) as number,
      n: 8,
      sampled: false,
      standardError: 0,
    },
    calinskiHarabasz: expect.closeTo(150, 10) as number,
    daviesBouldin: expect.closeTo(0.2, 12) as number,
    tried: expect.any(Array) as unknown[],
    // Too few customers for the question whether there are groups.
    groups: null,
    facts: { cost: expect.closeTo(16, 12) as number },
  });
  const [header, ...lines] = readFileSync(join(desk.folder, 'labels.csv'), 'utf8').trimEnd().split('\n');
  const labels = new Map(lines.map((line) => line.split(',') as [string, string]));
  expect([header, [...labels.keys()]]).toEqual(['customer,segment', Array.from('abcdefgh')]);
  const { centroids } = result as { centroids: readonly number[][] };
  const low = centroids[0]?.[0] === 1 ? ['0', '1'] : ['1', '0'];
  expect([...labels.values()]).toEqual([...Array(4).fill(low[0]), ...Array(4).fill(low[1])]);
});

test('labels replace labels, never a project or a folder', async () => {
  desk.write('old.csv', 'old');
  const args = ['cluster', 'squares.clientela', '--features', 'visits', '--k', '2', '--labels'];
  await desk.json(...args, 'old.csv', '--json');
  expect(readFileSync(join(desk.folder, 'old.csv'), 'utf8')).toMatch(/^customer,segment\na,[01]\n/);
  const listed = (await desk.json(
    'call',
    'segmentations.list',
    '--project',
    'squares.clientela',
  )) as unknown[];
  for (const [target, said] of [
    ['squares.clientela', /^EXPORT-TARGET: squares\.clientela is the open project/],
    ['.', /^EXPORT-TARGET: .* is a folder/],
    ['nowhere/labels.csv', /^EXPORT-TARGET: The folder of labels\.csv is not there/],
  ] as const) {
    const { status, stdout, stderr } = await desk.run(...args, target, '--json');
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
  }
  // Refused before anything was computed.
  expect(await desk.json('call', 'segmentations.list', '--project', 'squares.clientela')).toHaveLength(
    listed.length,
  );
});

test.each([
  [['--features', 'nothing'], /^FEATURE-UNKNOWN: .*nothing/],
  [['--k', '9', '--features', 'visits,spend'], /^K-TOO-LARGE: .*asked: 9, possible: 8/],
])('cluster %j is refused', async (args, said) => {
  const { status, stdout, stderr } = await desk.run('cluster', 'squares.clientela', ...args, '--json');
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
});

test('the same seed gives the same answer; a range of k says what was tried', async () => {
  const args = ['cluster', 'orders.clientela', '--k', '2..4', '--seed', '11', '--json'];
  const first = (await desk.json(...args)) as { segmentation: object; tried: readonly { k: number }[] };
  const second = (await desk.json(...args)) as typeof first;
  expect(second).toEqual({
    ...first,
    segmentation: { ...first.segmentation, id: expect.any(Number) as number },
  });
  expect(first.tried.map(({ k }) => k)).toEqual([2, 3, 4]);
});

test('a feature whose name holds a comma is quoted', async () => {
  desk.write('comma.csv', SQUARES_CSV.replace('spend', '"Spend, ""yearly"""'));
  const names = ['visits', 'Spend, "yearly"'];
  const columns = Object.fromEntries(names.map((name) => [name, { type: 'number', role: 'feature' }]));
  desk.write('comma.json', JSON.stringify({ columns }));
  await desk.json(
    'import',
    'comma.clientela',
    'comma.csv',
    '--as',
    'customers',
    '--mapping',
    'comma.json',
    '--json',
  );
  const args = [
    'comma.clientela',
    '--features',
    'visits, "Spend, ""yearly"""',
    '--k',
    '2',
    '--scale',
    'none',
  ];
  const made = (await desk.json('cluster', ...args, '--json')) as { columns: unknown; inertia: number };
  expect([made.columns, made.inertia]).toEqual([names, 16]);
});

test('segments, personas and the plan follow the segmentation in use', async () => {
  await desk.json(
    'cluster',
    'orders.clientela',
    '--features',
    'recency,frequency,monetary',
    '--k',
    '3',
    '--json',
  );
  const { segments } = (await desk.json('segments', 'orders.clientela', '--json')) as {
    segments: readonly { id: number; name: string; customers: number; share: number }[];
  };
  expect(segments.map(({ customers, share }) => [customers, share])).toEqual(Array(3).fill([20, 1 / 3]));
  const { personas } = (await desk.json('personas', 'orders.clientela', '--json')) as {
    personas: readonly { segmentId: number }[];
  };
  expect(personas.map(({ segmentId }) => segmentId)).toEqual(segments.map(({ id }) => id));
  const plan = (await desk.json(
    'plan',
    'orders.clientela',
    '--name',
    'Spring',
    '--start',
    '2026-04-01',
    '--json',
  )) as {
    campaigns: readonly { name: string; totals: unknown }[];
    totals: unknown;
  };
  expect(plan.campaigns.map(({ name }) => name)).toEqual(['Spring']);
  expect(plan.totals).toEqual(plan.campaigns[0]?.totals);
  expect(await desk.json('plan', 'orders.clientela', '--json')).toEqual(plan);
  const two = (await desk.json('plan', 'orders.clientela', '--name', 'Autumn', '--json')) as typeof plan;
  expect(two.campaigns.map(({ name }) => name).sort()).toEqual(['Autumn', 'Spring']);
});

test('without --json the results are lines for people', async () => {
  for (const command of ['features', 'segments', 'personas', 'plan']) {
    const { status, stdout, stderr } = await desk.run(command, 'orders.clientela');
    expect([status, stderr, stdout.trimEnd().split('\n').length >= 1]).toEqual([0, '', true]);
    expect(stdout).not.toMatch(/[{}]|undefined|NaN/);
  }
  expect(
    await desk.run('cluster', 'squares.clientela', '--features', 'visits', '--k', '2', '--scale', 'none'),
  ).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^kmeans, k = 2: 4 \/ 4, silhouette 0\.\d{3}\n$/) as string,
    stderr: '',
  });
});

test('what is not there yet is named', async () => {
  for (const [args, code] of [
    [['features', 'nowhere.clientela'], 'PROJECT-MISSING'],
    [['features', 'orders.csv'], 'PROJECT-NOT-OURS'],
    [['personas', 'bare.clientela'], 'NO-SEGMENTS'],
    [['plan', 'bare.clientela'], 'NO-SEGMENTS'],
  ] as const) {
    if (args[1] === 'bare.clientela' && !desk.names().includes('bare.clientela'))
      await desk.json('import', 'bare.clientela', 'orders.csv', '--json');
    const { status, stdout, stderr } = await desk.run(...args, '--json');
    expect([status, stdout, stderr.split(':')[0]]).toEqual([1, '', code]);
  }
  expect(await desk.json('segments', 'bare.clientela', '--json')).toEqual({ segments: [] });
});

interface Auto {
  readonly segmentation: { readonly method: string; readonly k: number };
  readonly sizes: readonly number[];
  readonly tournament: {
    readonly complete: boolean;
    readonly groups: { readonly verdict: string };
    readonly recommended: { readonly entryId: string };
    readonly entries: readonly { readonly id: string }[];
  };
}

/** Ages and visits that go together, and no groups in them; nobody knows what these customers are worth. */
function crowdCsv(): string {
  const random = new Random(11);
  const lines = Array.from({ length: 120 }, (_, at) => {
    const own = gaussian(random);
    const [x, y] = [own + gaussian(random) / 5, own + gaussian(random) / 5];
    return `C${at},${(40 + 5 * x).toFixed(1)},${(20 + 3 * y).toFixed(1)}`;
  });
  return `Customer,Age,Visits\n${lines.join('\n')}\n`;
}

test('cluster --method auto puts no clustering into use where there are no groups, and says so', async () => {
  desk.write('crowd.csv', crowdCsv());
  await desk.json('import', 'crowd.clientela', 'crowd.csv', '--as', 'customers', '--json');
  const options = ['--method', 'auto', '--features', 'Age,Visits', '--k', '3..4'];
  const { status, stdout, stderr } = await desk.run('cluster', 'crowd.clientela', ...options);
  expect([status === 0, stdout, /^NO-GROUPS: There are no clear groups/mu.test(stderr)]).toEqual([
    false,
    '',
    true,
  ]);
  expect(await desk.json('call', 'segmentations.list', '--project', 'crowd.clientela')).toEqual([]);
});

test('cluster --method auto answers what was asked, also when that was asked before', async () => {
  const ask = async (features: string, k: string): Promise<unknown> => {
    const options = ['--method', 'auto', '--features', features, '--k', k, '--json'];
    const { segmentation } = (await desk.json('cluster', 'again.clientela', ...options)) as {
      readonly segmentation: { readonly features: readonly string[]; readonly k: number };
    };
    return [segmentation.features.join(','), segmentation.k];
  };
  await desk.json('import', 'again.clientela', 'orders.csv', '--as', 'transactions', '--json');
  expect(await ask('frequency,monetary', '3')).toEqual(['frequency,monetary', 3]);
  expect(await ask('frequency,recency', '2')).toEqual(['frequency,recency', 2]);
  expect(await ask('frequency,monetary', '3')).toEqual(['frequency,monetary', 3]);
});

test('cluster --method auto compares methods and uses the one that is recommended', async () => {
  const options = ['--method', 'auto', '--k', '2..4', '--features', 'frequency,monetary,recency', '--json'];
  const auto = (await desk.json('cluster', 'orders.clientela', ...options)) as Auto;
  const { segmentation, sizes, tournament } = auto;
  // Three habits of twenty customers each.
  expect([segmentation.k, sizes]).toEqual([3, [20, 20, 20]]);
  expect(tournament.recommended.entryId).toBe(`${segmentation.method}:3:z:all`);
  expect([tournament.complete, tournament.groups.verdict, tournament.entries.length]).toEqual([
    true,
    'clear',
    12,
  ]);
});
