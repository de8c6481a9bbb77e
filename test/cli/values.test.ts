// Published and computed numbers from the command line, on tables small enough to be typed in. The real data sets are
// in test/data/commandLine.test.ts.
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '../support/commandLine.ts';

const desk = openDesk();
afterAll(() => desk.remove());

type Cell = number | string;

/** A project with one customer per row; columns of numbers and of words. */
async function project(
  name: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<string> {
  const lines = rows.map((row, at) => [`C${at}`, ...row].join(','));
  desk.write(`${name}.csv`, `${['customer_id', ...header].join(',')}\n${lines.join('\n')}\n`);
  const columns = Object.fromEntries(
    header.map((column, at) => {
      const type = typeof rows[0]?.[at] === 'number' ? 'number' : 'category';
      return [column, { type, role: 'feature', criterion: 'behavioural' }];
    }),
  );
  desk.write(`${name}.json`, JSON.stringify({ columns }));
  const file = `${name}.clientela`;
  await desk.json('import', file, `${name}.csv`, '--as', 'customers', '--mapping', `${name}.json`, '--json');
  return file;
}

const call = async (file: string, procedure: string, input?: object): Promise<unknown> => {
  const given = input === undefined ? [] : [JSON.stringify(input)];
  return desk.json('call', procedure, ...given, '--project', file);
};

interface Clustered {
  readonly sizes: readonly number[];
  readonly inertia: number;
  readonly daviesBouldin: number | null;
  readonly facts: { readonly heights?: readonly number[] };
}

test('Davies-Bouldin of the published three points', async () => {
  const rows = [
    [0, 1],
    [1, 1],
    [3, 4],
  ];
  const file = await project('three', ['x', 'y'], rows);
  const args = ['--features', 'x,y', '--k', '2', '--scale', 'none', '--json'];
  const { sizes, inertia, daviesBouldin } = (await desk.json('cluster', file, ...args)) as Clustered;
  expect([sizes, inertia, daviesBouldin]).toEqual([[2, 1], 0.5, expect.closeTo(0.128037, 6)]);
});

test('Ward’s heights of ten points (SciPy’s linkage)', async () => {
  const rows = [
    [1, 1],
    [1.5, 1.2],
    [2, 1],
    [8, 8],
    [8.5, 9],
    [9, 8],
    [4, 5],
    [5, 4.5],
    [1, 8],
    [1.4, 8.5],
  ];
  const file = await project('ten', ['x', 'y'], rows);
  const args = ['--features', 'x,y', '--k', '3', '--scale', 'none', '--method', 'ward', '--json'];
  const { sizes, facts } = (await desk.json('cluster', file, ...args)) as Clustered;
  const heights = [
    0.53851648, 0.64031242, 0.87368949, 1, 1.11803399, 1.15470054, 6.80294054, 10.36647527, 15.35218303,
  ];
  expect(sizes).toEqual([4, 3, 3]);
  expect(facts.heights).toEqual(heights.map((height) => expect.closeTo(height, 7)));
});

test('Cronbach’s α of eight answers to three items, one of them reversed (NumPy)', async () => {
  const answers = [
    [4, 5, 2],
    [3, 4, 3],
    [5, 5, 1],
    [2, 3, 4],
    [4, 4, 1],
    [1, 2, 5],
    [3, 3, 3],
    [5, 4, 2],
  ];
  const names = ['likes', 'trusts', 'doubts'];
  const file = await project('survey', names, answers);
  const items = names.map((feature) => ({ feature, reversed: feature === 'doubts' }));
  const definition = { kind: 'scale', name: 'Loyalty', items, low: 1, high: 5 };
  await call(file, 'features.define', { definition });
  await desk.json('features', file, '--json');
  const set = (await call(file, 'features.get')) as {
    features: readonly { name: string; mean: number; report?: { reliability: { alpha: number } } }[];
  };
  const made = set.features.find(({ name }) => name === 'Loyalty');
  expect([made?.mean, made?.report?.reliability.alpha]).toEqual([
    expect.closeTo(28 / 8, 12),
    expect.closeTo(0.94921875, 12),
  ]);
});

test('60 of 200 against 45 of 200: the share with its Wilson interval, p after Benjamini-Hochberg, the effect', async () => {
  const rows = Array.from({ length: 400 }, (_, row) => [
    row < 200 ? 1 : 0,
    row % 200 < (row < 200 ? 60 : 45) ? 'yes' : 'no',
  ]);
  const file = await project('answers', ['group', 'answer'], rows);
  const segments = [{ name: 'First', any: [[{ feature: 'group', op: '>=', value: 1 }]] }];
  desk.write('rules.json', JSON.stringify({ segments }));
  const args = ['--features', 'group,answer', '--method', 'rules', '--rules', 'rules.json', '--json'];
  await desk.json('cluster', file, ...args);
  const listed = (await call(file, 'segments.list', {})) as readonly { id: number; customers: number }[];
  expect(listed.map(({ customers }) => customers)).toEqual([200, 200]);
  const { evidence } = (await call(file, 'segments.get', { segmentId: listed[1]?.id })) as {
    evidence: readonly { category?: string; here: number }[];
  };
  const yes = evidence.find(({ category }) => category === 'yes');
  const all = 105 / 400;
  expect(yes).toMatchObject({
    here: 0.225,
    all,
    n: 200,
    indexLow: expect.closeTo((100 * 0.172624) / all, 3) as number,
    indexHigh: expect.closeTo((100 * 0.287741) / all, 3) as number,
    // All six statements have this p or a smaller one.
    pAdjusted: expect.closeTo(0.088274, 6) as number,
    d: expect.closeTo(2 * (Math.asin(Math.sqrt(0.225)) - Math.asin(Math.sqrt(0.3))), 12) as number,
    ratio: expect.objectContaining({ value: 0.75 }) as object,
  });
});
