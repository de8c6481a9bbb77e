// RFM with other numbers of scores: the table that names them, its cells, nested bins of ten, and cut points as written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RfmModel } from '../../../../electron/engine/analysis/methods/solution.ts';
import { assignRfm, rfmCells, rfmGrid } from '../../../../electron/engine/analysis/methods/rfmGrid.ts';
import { readCuts, writeCuts } from '../../../../renderer/screens/explore/cutPoints.ts';
import { figuresOf } from '../../../../renderer/ui/figures.ts';
import {
  FIVE_SCORES,
  fittedRules,
  RFM_SEGMENTS,
  RfmSettings,
  scoreCounts,
} from '../../../../shared/model/division.ts';

const EN = figuresOf('en');
const column = (name: string, values: readonly number[]) => ({
  name,
  values: Float64Array.from(values),
  log: false,
});
/** @param rows `[recency, frequency, monetary]` */
function inputOf(rows: readonly (readonly [number, number, number])[]) {
  const numbers = (['recency', 'frequency', 'monetary'] as const).map((name, at) =>
    column(
      name,
      rows.map((row) => row[at]!),
    ),
  );
  const table = { rows: rows.length, numbers, categories: [] };
  return { matrix: { rows: rows.length, columns: 0, values: new Float64Array(0) }, table, weights: null };
}
const settings = (change: object): RfmSettings => RfmSettings.parse(change);
const evenly = (groups: number) => ({ recency: groups, frequency: groups, monetary: groups });

test('the published table fitted to three, four and ten scores', () => {
  const fitted = (groups: number) =>
    fittedRules(RFM_SEGMENTS, FIVE_SCORES, evenly(groups)).map(({ key, recency, frequency, monetary }) =>
      [key, ...[recency, frequency, monetary].map((range) => range.join('–'))].join(' '),
    );
  expect(fitted(5)).toEqual(
    RFM_SEGMENTS.map(({ key, recency, frequency, monetary }) =>
      [key, ...[recency, frequency, monetary].map((range) => range.join('–'))].join(' '),
    ),
  );
  expect(fitted(3)).toEqual([
    'champions 3–3 3–3 3–3',
    'potentialLoyalist 2–3 2–3 2–3',
    'loyal 2–2 2–2 2–2',
    'promising 2–2 1–2 2–3',
    'new 3–3 1–2 1–3',
    'cannotLose 1–1 2–2 3–3',
    'atRisk 1–1 2–3 3–3',
    'needAttention 1–2 2–3 2–3',
    'aboutToSleep 2–2 1–2 1–2',
    'lost 1–1 1–3 1–3',
  ]);
  expect(fitted(4).slice(0, 3)).toEqual([
    'champions 4–4 4–4 4–4',
    'potentialLoyalist 3–4 3–4 2–4',
    'loyal 2–3 2–3 2–3',
  ]);
  expect(fitted(10).slice(0, 3)).toEqual([
    'champions 9–10 9–10 9–10',
    'potentialLoyalist 5–10 5–10 3–10',
    'loyal 3–8 3–8 3–8',
  ]);
});

test('fitted ranges stay within the scores and in order; ends stay ends; five to any and back is where it was', () => {
  const range = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number]);
  fc.assert(
    fc.property(range, fc.integer({ min: 2, max: 10 }), (recency, groups) => {
      const rule = { name: 'x', recency, frequency: recency, monetary: recency };
      const [there] = fittedRules([rule], FIVE_SCORES, evenly(groups));
      const [low, high] = there!.recency;
      expect(low).toBeGreaterThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(groups);
      if (recency[0] === 1 && groups > 2) expect(low).toBe(1);
      if (recency[1] === 5 && groups > 2) expect(high).toBe(groups);
      const [back] = fittedRules([there!], evenly(groups), FIVE_SCORES);
      if (groups === 10 || groups === 5) expect(back!.recency).toEqual(recency);
    }),
    { seed: 1 },
  );
});

test('own cut points give each dimension its own number of scores, for rules, cells and new customers', () => {
  const rows = Array.from({ length: 60 }, (_, at) => [at * 5, 1 + (at % 6), 10 * (at + 1)] as const);
  const wished = settings({ groups: 4, cuts: { recency: [30, 90, 180, 270, 290], frequency: [4] } });
  expect(scoreCounts(wished)).toEqual({ recency: 6, frequency: 2, monetary: 4 });
  const input = inputOf(rows);
  const { model, labels, facts } = rfmGrid(input, wished);
  const rfm = model as RfmModel;
  expect(rfm.rules).toEqual(
    fittedRules(RFM_SEGMENTS, FIVE_SCORES, { recency: 6, frequency: 2, monetary: 4 }).map(
      ({ recency, frequency, monetary }) => ({ recency, frequency, monetary }),
    ),
  );
  expect(facts.rfmCuts?.recency).toEqual([30, 90, 180, 270, 290]);
  expect(assignRfm(rfm, input.table)).toEqual(labels);
  const { counts, monetary, clusters = [] } = rfmCells(rfm, input.table);
  expect(clusters.map((row) => row.map((parts) => parts.reduce((sum, { n }) => sum + n, 0)))).toEqual(counts);
  const sizes = Array.from({ length: rfm.clusters.length }, () => 0);
  for (const { cluster, n } of clusters.flat(2)) sizes[cluster]! += n;
  expect(sizes).toEqual(rfm.clusters.map((_, cluster) => labels.filter((label) => label === cluster).length));
  // Recency 290 and more: two customers, the last two, with 5 and 6 orders.
  expect(counts).toEqual([
    [0, 2],
    [3, 1],
    [9, 9],
    [9, 9],
    [6, 6],
    [3, 3],
  ]);
  expect(monetary[0]).toEqual([null, 4]);
  expect(monetary[5]).toEqual([1, 1]);
});

test('a cell tells the clusters of its customers, the largest first', () => {
  const both = { recency: [1, 2], frequency: [1, 2] } as const;
  const rules = [
    { name: 'Rich', ...both, monetary: [2, 2] },
    { name: 'Poor', ...both, monetary: [1, 1] },
  ];
  const cuts = { recency: [10], frequency: [5], monetary: [100] };
  const input = inputOf([
    [5, 6, 200],
    [5, 6, 50],
    [5, 6, 60],
    [20, 1, 300],
    [20, 1, 40],
    [20, NaN, 40],
  ]);
  const { model } = rfmGrid(input, RfmSettings.parse({ cuts, rules }));
  expect(rfmCells(model as RfmModel, input.table)).toEqual({
    counts: [
      [2, 0],
      [0, 3],
    ],
    monetary: [
      [1.5, null],
      [null, 4 / 3],
    ],
    clusters: [
      [
        [
          { cluster: 0, n: 1 },
          { cluster: 1, n: 1 },
        ],
        [],
      ],
      [
        [],
        [
          { cluster: 1, n: 2 },
          { cluster: 0, n: 1 },
        ],
      ],
    ],
  });
});

test('ten scores, nested: every pair has cut points of its own', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, at) => [(at * 7919) % 1000, (at * 104_729) % 1000, (at * 1_299_709) % 1000] as const,
  );
  const { model } = rfmGrid(inputOf(rows), settings({ groups: 10, nested: true }));
  const rfm = model as RfmModel;
  const { counts } = rfmCells(rfm, inputOf(rows).table);
  expect(counts.flat()).toHaveLength(100);
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(Math.max(...counts.flat()) - Math.min(...counts.flat())).toBeLessThanOrEqual(2);
  expect(Object.keys(rfm.cuts.monetary)).toHaveLength(100);
});

test('nobody at all, and cut points that do not rise', () => {
  const { model, k } = rfmGrid(inputOf([]), settings({ nested: true }));
  expect([k, rfmCells(model as RfmModel, inputOf([]).table)]).toEqual([
    0,
    { counts: [[0]], monetary: [[null]], clusters: [[[]]] },
  ]);
  expect(RfmSettings.safeParse({ cuts: { recency: [30, 30] } }).success).toBe(false);
  expect(RfmSettings.safeParse({ groups: 11 }).success).toBe(false);
});

test.each([
  ['30, 90, 180', [30, 90, 180]],
  ['30 90  180', [30, 90, 180]],
  ['9,5; 20', [9.5, 20]],
  ['1 000; 2 000', [1000, 2000]],
  ['9,5 20', null],
  ['', []],
  ['30, 30', null],
  ['90, 30', null],
  ['1,2,3,4,5,6,7,8,9,10', null],
  ['a', null],
])('reads the cut points "%s"', (text, cuts) => {
  expect(readCuts(text, EN)).toEqual(cuts);
  if (cuts) expect(readCuts(writeCuts(cuts, EN), EN)).toEqual(cuts);
});
