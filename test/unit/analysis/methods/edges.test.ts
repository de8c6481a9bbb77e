// Every method on every awkward table, prepared the way a segmentation prepares it: an answer that holds, or a refusal
// by name. Nothing in between: no NaN, no empty segment, no model that places a customer elsewhere than its label.
import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { scoreSolution } from '../../../../electron/engine/analysis/methods/scored.ts';
import { assign, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import { pca } from '../../../../electron/engine/analysis/pca.ts';
import { umap } from '../../../../electron/engine/analysis/umap/umap.ts';
import type { FeatureFacts, FeatureTable } from '../../../../electron/engine/db/featureTable.ts';
import {
  clusterInput,
  clusterInputAgain,
  rawCentroids,
} from '../../../../electron/engine/jobs/clusterInput.ts';
import { methodOptions } from '../../../../electron/engine/jobs/segmenting/choose.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ClusterSettings } from '../../../../shared/model/segmentation.ts';

type Cell = number | string | null;
type Columns = Readonly<Record<string, readonly Cell[]>>;

const factsOf = (name: string, type: 'number' | 'category'): FeatureFacts =>
  ({ name, label: name, type }) as FeatureFacts;

function tableOf(columns: Columns): FeatureTable {
  const all = Object.entries(columns);
  const isCategory = ([, cells]: readonly [string, readonly Cell[]]): boolean =>
    cells.some((cell) => typeof cell === 'string');
  return {
    runId: 1,
    summary: {} as FeatureTable['summary'],
    numbers: all
      .filter((column) => !isCategory(column))
      .map(([name, cells]) => ({
        facts: factsOf(name, 'number'),
        values: Float64Array.from(cells, (cell) => (cell === null ? NaN : Number(cell))),
      })),
    categories: all.filter(isCategory).map(([name, cells]) => {
      const levels = [...new Set(cells.filter((cell) => cell !== null))].map(String);
      const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(String(cell))));
      return { facts: factsOf(name, 'category'), codes, levels };
    }),
  };
}

const twelve = (cell: (row: number) => Cell): Cell[] => Array.from({ length: 12 }, (_, row) => cell(row));
/** Three groups of four. */
const groups = twelve((row) => ((row % 3) * 70 + row) / 7);
const kinds = ['x', 'y', 'z'] as const;
const rising = twelve((row) => row);

const METHODS = ['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward'] as const;
/** What they answer for k = 3: sizes, or the code of the refusal; once where all say the same. */
const CASES: readonly (readonly [string, Columns, string])[] = [
  ['no rows', { a: [], b: [] }, 'TOO-FEW-CUSTOMERS'],
  ['one row', { a: [1], b: [2] }, 'TOO-FEW-CUSTOMERS'],
  ['two rows', { a: [1, 2], b: [2, 9] }, 'K-TOO-LARGE K-TOO-LARGE K-TOO-LARGE MIXTURE-NO-NUMBER K-TOO-LARGE'],
  ['k rows', { a: [1, 5, 9], b: [3, 1, 2] }, '1/1/1'],
  ['k different rows, one twice', { a: [1, 5, 9, 1], b: [3, 1, 2, 3] }, '2/1/1'],
  [
    'equal rows',
    { a: twelve(() => 4), b: twelve(() => 7) },
    'K-TOO-LARGE K-TOO-LARGE K-TOO-LARGE MIXTURE-NO-NUMBER K-TOO-LARGE',
  ],
  ['a constant column', { a: groups, b: twelve(() => 7) }, '4/4/4'],
  ['a column twice', { a: groups, b: groups }, '4/4/4'],
  ['a column without any value', { a: groups, b: twelve(() => null) }, '4/4/4'],
  [
    'no value anywhere',
    { a: twelve(() => null), b: twelve(() => null) },
    'K-TOO-LARGE K-TOO-LARGE K-TOO-LARGE MIXTURE-NO-NUMBER K-TOO-LARGE',
  ],
  [
    'four customers of whom nothing is known',
    {
      a: groups.with(0, null).with(1, null).with(2, null).with(3, null),
      b: rising.with(0, null).with(1, null).with(2, null).with(3, null),
    },
    '8/2/2 7/3/2 7/3/2 7/3/2 8/2/2',
  ],
  [
    'ties: a grid',
    { a: twelve((row) => row % 4), b: twelve((row) => Math.floor(row / 4)) },
    '4/4/4 5/4/3 4/4/4 8/2/2 6/3/3',
  ],
  [
    'yes and no',
    { a: twelve((row) => row % 2), b: twelve((row) => Math.floor(row / 2) % 2) },
    '6/3/3 6/3/3 6/3/3 MIXTURE-NO-NUMBER 6/3/3',
  ],
  [
    'infinite values among others',
    { a: groups.with(3, Infinity).with(5, -Infinity), b: rising },
    '6/4/2 5/4/3 5/4/3 7/3/2 6/4/2',
  ],
  ['infinite values only', { a: twelve(() => Infinity), b: rising }, '4/4/4 4/4/4 4/4/4 6/3/3 5/4/3'],
  ['1e300 among others', { a: groups.with(3, 1e300), b: rising }, 'VALUE-TOO-LARGE'],
  [
    'the largest numbers of both signs',
    { a: twelve((row) => (row % 2 ? 1 : -1) * Number.MAX_VALUE), b: rising },
    'VALUE-TOO-LARGE',
  ],
  ['1e160 everywhere', { a: twelve((row) => (1 + (row % 3)) * 1e160), b: rising }, 'VALUE-TOO-LARGE'],
  ['1e36 everywhere', { a: twelve((row) => (1 + (row % 3)) * 1e36), b: rising }, 'VALUE-TOO-LARGE'],
  [
    '1e34 everywhere',
    { a: twelve((row) => ((1 + (row % 3)) / 3) * 1e34), b: rising },
    '4/4/4 4/4/4 4/4/4 8/2/2 6/4/2',
  ],
  [
    'numbers whose squares vanish',
    { a: twelve((row) => (1 + (row % 3)) * 1e-300), b: twelve((row) => row * 1e-310) },
    'K-TOO-LARGE 4/4/4 12 K-TOO-LARGE 10/1/1',
  ],
  [
    'small steps far from zero',
    { a: twelve((row) => 1e15 + (row % 3)), b: rising.map((at) => -1e15 + Number(at)) },
    '4/4/4 4/4/4 4/4/4 8/2/2 4/4/4',
  ],
  [
    'negative numbers',
    { a: groups.map((value) => -Number(value)), b: rising.map((at) => -Number(at)) },
    '4/4/4 4/4/4 5/4/3 4/4/4 6/4/2',
  ],
  ['numbers and a category', { a: groups, c: twelve((row) => kinds[row % 3]!) }, '4/4/4'],
  ['a category alone', { c: twelve((row) => kinds[row % 3]!) }, '4/4/4 4/4/4 4/4/4 MIXTURE-NO-NUMBER 4/4/4'],
  ['a category with one level', { a: groups, c: twelve(() => 'x') }, '4/4/4'],
  [
    'a category that half of them have',
    { a: groups, c: twelve((row) => (row % 2 ? null : kinds[row % 3]!)) },
    '6/4/2 4/4/4 4/4/4 4/4/4 4/4/4',
  ],
];

/** Everything about a solution that is a number is finite. */
function expectFinite(value: unknown, path: string): void {
  if (typeof value === 'number') expect([path, Number.isFinite(value)]).toEqual([path, true]);
  else if (ArrayBuffer.isView(value))
    expect([path, (value as Float64Array).every(Number.isFinite)]).toEqual([path, true]);
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) expectFinite(part, `${path}.${key}`);
}

/** Sizes, or the code of the refusal. */
function outcome(table: FeatureTable, settings: ClusterSettings, missing: 'median' | 'exclude'): string {
  try {
    const input = clusterInput(table, settings, new Set(settings.logs ? ['a'] : []), missing, null);
    const solution = runToEnd(solve(input.method, methodOptions(settings)));
    const { k, sizes, labels, model } = solution;
    expectFinite(solution, 'solution');
    const stored = { model, preparation: input.preparation };
    const read = JSON.parse(JSON.stringify(stored)) as typeof stored;
    expect(read).toEqual(stored);
    expectFinite(runToEnd(scoreSolution(input.method, solution, 1)), 'score');
    expectFinite(rawCentroids(input, labels, k), 'centroids');
    expectFinite(runToEnd(pca(input.method.matrix)), 'components');
    // Ward's tree may hold a row that a mean of another cluster is nearer to.
    const again = clusterInputAgain(table, settings, read.preparation, null);
    if (settings.method !== 'ward') expect(assign(read.model, again.method)).toEqual(labels);
    expect([Math.min(...sizes) > 0, sizes.reduce((sum, size) => sum + size)]).toEqual([true, labels.length]);
    return sizes.join('/');
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Scalings, policies, logs and caps, each at least once. */
const VARIANTS = [
  [{ scale: 'z', logs: false }, 'exclude'],
  [{ scale: 'robust', logs: true, winsorise: { low: 0.1, high: 0.9 } }, 'median'],
  [{ scale: 'none', logs: false }, 'median'],
  [{ scale: 'none', logs: true }, 'exclude'],
  [{ scale: 'rank', logs: true, missing: { method: 'nearest', indicators: true } }, 'median'],
  [
    {
      scale: 'minMax',
      scales: { a: 'rank', c: 'none' },
      logs: false,
      missing: { method: 'median', indicators: true },
    },
    'exclude',
  ],
] as const;

describe.each(CASES)('%s', (_, columns, expected) => {
  const table = tableOf(columns);
  const base = { features: Object.keys(columns), seed: 1 };

  test('three segments by every method', () => {
    const found = METHODS.map((method) =>
      outcome(table, { ...base, method, k: 3, scale: 'z', logs: false }, 'median'),
    );
    expect(new Set(found).size === 1 ? found[0] : found.join(' ')).toBe(expected);
  });

  test('other scalings, one segment, policies for gaps, logs and caps: sound or refused', () => {
    for (const method of METHODS)
      for (const k of [1, 3])
        for (const [settings, missing] of VARIANTS)
          outcome(table, { ...base, ...settings, method, k }, missing);
  });

  test('its map of neighbours has a place for everyone', () => {
    try {
      const settings: ClusterSettings = { ...base, method: 'kmeans', k: 1, scale: 'z', logs: false };
      const { matrix } = clusterInput(table, settings, new Set(), 'median', null).method;
      expectFinite(runToEnd(umap(matrix, { seed: 1 })), 'map');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  });
});
