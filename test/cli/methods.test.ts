// `cluster --method …`: every method from the command line, on sixty customers of three habits.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, ordersCsv } from '../support/commandLine.ts';

const desk = openDesk();
beforeAll(async () => {
  desk.write('orders.csv', ordersCsv());
  await desk.json('import', 'shop.clientela', 'orders.csv', '--as', 'transactions', '--json');
});
afterAll(() => desk.remove());

const FEATURES = ['--features', 'recency,frequency,monetary'];

interface Clustered {
  readonly segmentation: {
    readonly method: string;
    readonly k: number;
    readonly features: readonly string[];
  };
  readonly sizes: readonly number[];
  readonly capped?: number;
  readonly missing?: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly tried: readonly { readonly k: number; readonly scores: { readonly bic?: number } }[];
}

const cluster = async (...args: readonly string[]): Promise<Clustered> =>
  (await desk.json('cluster', 'shop.clientela', ...args, '--json')) as Clustered;

const names = async (): Promise<readonly unknown[]> => {
  const { segments } = (await desk.json('segments', 'shop.clientela', '--json')) as {
    segments: readonly { name: string; customers: number }[];
  };
  return segments.map(({ name, customers }) => [name, customers]);
};

test.each(['kmedoids', 'kprototypes', 'gmm', 'ward'])('%s finds the three habits', async (method) => {
  const { segmentation, sizes } = await cluster(...FEATURES, '--method', method, '--k', '3');
  expect([segmentation.method, segmentation.k, sizes]).toEqual([method, 3, [20, 20, 20]]);
});

test('a range of k: the mixture is chosen by BIC, k-medoids by separation; cities are mixed in', async () => {
  const mixture = await cluster(...FEATURES, '--method', 'gmm', '--k', '2..4', '--covariance', 'diagonal');
  // Everyone of a habit ordered as often: clouds along the features would stand on one value, so they are round.
  expect([mixture.segmentation.k, mixture.facts['covariance']]).toEqual([4, 'spherical']);
  const lowest = Math.min(...mixture.tried.map(({ scores }) => scores.bic ?? Infinity));
  expect(mixture.facts['bic']).toBe(lowest);
  expect(mixture.tried.map(({ k }) => k)).toEqual([2, 3, 4]);
  const listed = (await desk.json('features', 'shop.clientela', '--json')) as {
    features: readonly { name: string }[];
  };
  const city = listed.features.find(({ name }) => name.startsWith('city'))?.name ?? '';
  const mixed = await cluster(
    '--features',
    `recency,monetary,"${city}"`,
    '--method',
    'kmedoids',
    '--k',
    '2..7',
  );
  expect([mixed.segmentation.k, mixed.sizes]).toEqual([6, [10, 10, 10, 10, 10, 10]]);
});

test('gaps, scalings by feature and caps, and what is refused', async () => {
  const { missing, segmentation, sizes } = await cluster(
    ...FEATURES,
    '--missing',
    'nearest',
    '--indicators',
    '--scales',
    'monetary=rank,frequency=minMax',
    '--winsorise',
    '0.02..0.95',
    '--k',
    '3',
  );
  expect([missing, segmentation.k]).toEqual([{ method: 'nearest', indicators: [], features: [] }, 3]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(60);
  const refused = async (...args: readonly string[]) => {
    const { status, stderr } = await desk.run('cluster', 'shop.clientela', ...args);
    return [status, stderr.split('\n')[0]];
  };
  expect(await refused('--scales', 'monetary:rank')).toEqual([
    2,
    '--scales takes feature=scaling pairs, not monetary:rank',
  ]);
  expect(await refused('--missing', 'mean')).toEqual([
    2,
    '--missing takes median, nearest, exclude, not mean',
  ]);
  expect(await refused('--method', 'auto', '--indicators')).toEqual([
    2,
    '--indicators does not go with --method auto',
  ]);
});

test('mini-batches are read of more than 20,000 customers', async () => {
  const rows = Array.from(
    { length: 20_100 },
    (_, at) => `C${at},${100 * (at % 3) + ((at * 7) % 31)},${at % 29}`,
  );
  desk.write('many.csv', `customer_id,visits,spend\n${rows.join('\n')}\n`);
  await desk.json('import', 'many.clientela', 'many.csv', '--as', 'customers', '--json');
  const asked = ['--features', 'visits,spend', '--k', '3', '--scale', 'none', '--mini-batch'];
  const { sizes, facts } = (await desk.json('cluster', 'many.clientela', ...asked, '--json')) as Clustered;
  expect([sizes, Number(facts['batches']) > 40]).toEqual([[6_700, 6_700, 6_700], true]);
  expect((await cluster(...FEATURES, '--k', '3', '--mini-batch')).facts['batches']).toBeUndefined();
});

test('RFM: the published table names the segments; quintiles by the orders of the file', async () => {
  const { sizes, facts, segmentation } = await cluster('--method', 'rfm');
  expect(segmentation.features).toEqual(['recency', 'frequency', 'monetary']);
  expect([sizes, facts['classes']]).toEqual([
    [20, 5, 15, 12, 8],
    [1, 2, 3, 8, 9],
  ]);
  expect(await names()).toEqual([
    ['Potential loyalists', 20],
    ['Loyal', 5],
    ['Promising', 15],
    ['About to sleep', 12],
    ['Lost', 8],
  ]);
});

test('tiers by parts of the revenue, and by size', async () => {
  expect((await cluster('--method', 'tiers')).sizes).toEqual([20, 20, 20]);
  expect(await names()).toEqual([
    ['Tier A', 20],
    ['Tier B', 20],
    ['Tier C', 20],
  ]);
  expect((await cluster('--method', 'tiers', '--value', 'frequency', '--tiers', '3')).sizes).toEqual([
    20, 20, 20,
  ]);
});

test('own rules from a file; whom none takes is with the others', async () => {
  const segments = [{ name: 'Regulars', any: [[{ feature: 'frequency', op: '>=', value: 9 }]] }];
  desk.write('rules.json', JSON.stringify({ segments }));
  await cluster(...FEATURES, '--method', 'rules', '--rules', 'rules.json');
  expect(await names()).toEqual([
    ['Regulars', 20],
    ['Others', 40],
  ]);
});

test('outliers are capped on request, and how many values were is told', async () => {
  const { capped } = await cluster('--features', 'monetary', '--winsorise', '0.1..0.9', '--k', '2');
  // Values come five by five: the five lowest lie below the quantile at position 5.9, the five highest above 53.1.
  expect(capped).toBe(10);
});
