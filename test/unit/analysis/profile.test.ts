import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixFromRows, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import {
  borderRows,
  centroidDistances,
  histograms,
  profileSegments,
  typicalRows,
} from '../../../electron/engine/analysis/profile.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { benjaminiHochberg, summarise, welch } from '../../../electron/engine/analysis/stats.ts';

const labels = Int16Array.of(0, 0, 1, 1, -1, 2);

test('means, index, effect and test of each segment against everyone', () => {
  const { everyone, means } = runToEnd(profileSegments({ features: [[10, 14, 20, 24, 12, NaN]] }, labels, 3));
  expect(everyone).toEqual([{ n: 5, mean: 16, median: 14, sd: Math.sqrt(34), min: 10, max: 24 }]);
  const [first, second, third] = means;
  const test = welch(summarise([10, 14]), summarise([20, 24, 12]))!;
  expect(first).toEqual({
    segment: 0,
    feature: 0,
    n: 2,
    mean: 12,
    median: 12,
    index: 75,
    indexLow: expect.any(Number),
    indexHigh: expect.any(Number),
    // 12 against 56/3; pooled variance (8 + 224/3) / 3
    effect: expect.closeTo((12 - 56 / 3) / Math.sqrt((8 + 224 / 3) / 3), 12),
    effectLow: expect.any(Number),
    effectHigh: expect.any(Number),
    standardised: expect.closeTo(-4 / Math.sqrt(34), 12),
    p: expect.closeTo(test.p, 12),
    pAdjusted: expect.closeTo(test.p, 12),
  });
  expect((first!.indexLow! + first!.indexHigh!) / 2).toBeCloseTo(75, 9);
  expect(second!.index).toBe(137.5);
  expect(third).toEqual({
    segment: 2,
    feature: 0,
    n: 0,
    mean: null,
    median: null,
    index: null,
    indexLow: null,
    indexHigh: null,
    effect: null,
    effectLow: null,
    effectHigh: null,
    standardised: null,
    p: null,
    pAdjusted: null,
  });
});

test('no index where the signs differ or everyone is at zero, no test without spread or values', () => {
  const two = Int16Array.of(0, 0, 1, 1);
  const profile = (values: number[]) => runToEnd(profileSegments({ features: [values] }, two, 2)).means[0]!;
  expect(profile([-1, -2, 5, 6]).index).toBeNull();
  expect(profile([-1, -1, 1, 1]).index).toBeNull();
  expect(profile([3, 3, 3, 3])).toMatchObject({ index: 100, effect: null, standardised: null, p: 1 });
  expect(runToEnd(profileSegments({ features: [] }, two, 2))).toEqual({
    everyone: [],
    means: [],
    shares: [],
    associations: [],
  });
});

test('shares with Wilson interval and index', () => {
  const here = 200;
  const rest = 300;
  const codes = Int32Array.from({ length: here + rest }, (_, row) =>
    row < 45 || (row >= here && row < here + 30) ? 0 : 1,
  );
  const groups = Int16Array.from({ length: here + rest }, (_, row) => (row < here ? 0 : 1));
  const { shares } = runToEnd(
    profileSegments({ features: [], categories: [{ codes, levels: 3 }] }, groups, 2),
  );
  expect(shares).toHaveLength(4);
  expect(shares[0]).toMatchObject({
    segment: 0,
    level: 0,
    count: 45,
    n: 200,
    share: 0.225,
    shareOfAll: 0.15,
  });
  expect(shares[0]!.index).toBeCloseTo(150, 9);
  expect(shares[0]!.shareLow).toBeCloseTo(0.172624, 6);
  expect(shares[0]!.indexHigh).toBeCloseTo((100 * 0.287741) / 0.15, 3);
  expect(shares[0]!.effect).toBeCloseTo(2 * Math.asin(Math.sqrt(0.225)) - 2 * Math.asin(Math.sqrt(0.1)), 12);
  expect(shares[0]!.p!).toBeLessThan(0.001);
  // scipy 1.10.1: relative_risk(45, 200, 30, 300) and its confidence interval.
  expect(shares[0]!.ratio).toEqual({
    value: expect.closeTo(2.25, 12),
    low: expect.closeTo(1.46963903881627, 9),
    high: expect.closeTo(3.44472340914244, 9),
  });
  expect(shares[0]!.effectHigh! - shares[0]!.effect!).toBeCloseTo(1.959964 * Math.sqrt(1 / 200 + 1 / 300), 6);
});

test('p-values of means and shares are adjusted together', () => {
  const random = new Random(6);
  const groups = Int16Array.from({ length: 60 }, (_, row) => row % 3);
  const features = [0, 1, 2].map(() => Array.from(groups, (group) => random.next() + 0.1 * group));
  const categories = [{ codes: Int32Array.from(groups, () => random.integer(2)), levels: 2 }];
  const { means, shares } = runToEnd(profileSegments({ features, categories }, groups, 3));
  const cells = [...means, ...shares];
  expect(cells).toHaveLength(15);
  expect(cells.map(({ pAdjusted }) => pAdjusted)).toEqual(benjaminiHochberg(cells.map(({ p }) => p!)));
});

test('the index interval covers the truth about 95 times in 100', () => {
  const random = new Random(11);
  const groups = Int16Array.from({ length: 400 }, (_, row) => (row < 100 ? 0 : 1));
  let covered = 0;
  for (let trial = 0; trial < 400; trial++) {
    // Uniform on 0..2 (mean 1) here, on 0..1 (mean 0.5) elsewhere: everyone 0.625, index 160.
    const values = Array.from(groups, (group) => random.next() * (group === 0 ? 2 : 1));
    const { indexLow, indexHigh } = runToEnd(profileSegments({ features: [values] }, groups, 2)).means[0]!;
    if (indexLow! <= 160 && 160 <= indexHigh!) covered++;
  }
  expect(covered / 400).toBeGreaterThan(0.92);
  expect(covered / 400).toBeLessThan(0.98);
});

test('the segment means weighted by size are the mean of everyone', () => {
  const row = fc.record({ value: fc.integer({ min: -50, max: 50 }), label: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const features = [rows.map(({ value }) => value)];
      const { everyone, means } = runToEnd(
        profileSegments(
          { features },
          Int16Array.from(rows, (r) => r.label),
          3,
        ),
      );
      const weighted = means.reduce((total, cell) => total + (cell.mean ?? 0) * cell.n, 0) / rows.length;
      expect(weighted).toBeCloseTo(everyone[0]!.mean!, 9);
    }),
    { seed: 1 },
  );
});

test('histograms share their bins and count every value once', () => {
  expect(histograms([1, 2, 2, 4, NaN, 3], labels, 3)).toEqual({
    edges: [0.5, 1.5, 2.5, 3.5, 4.5],
    everyone: [1, 2, 1, 1],
    segments: [
      [1, 1, 0, 0],
      [0, 1, 0, 1],
      [0, 0, 1, 0],
    ],
    missing: 1,
  });
  expect(histograms([0.5, 0.5], Int16Array.of(0, 0), 1)).toEqual({
    edges: [0, 1],
    everyone: [2],
    segments: [[2]],
    missing: 0,
  });
  expect(histograms([NaN], Int16Array.of(0), 1)).toEqual({
    edges: [],
    everyone: [],
    segments: [[]],
    missing: 1,
  });
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (values) => {
      const { everyone } = histograms(values, new Int16Array(values.length), 1);
      expect(everyone.reduce((total, count) => total + count, 0)).toBe(values.length);
    }),
    { seed: 1 },
  );
});

test('typical and border customers', () => {
  const matrix = matrixFromRows([[0], [1], [4], [10], [6], [5]]);
  const groups = Int16Array.of(0, 0, 0, 1, 1, -1);
  const distances = centroidDistances(matrix, groups, Float64Array.of(1, 9));
  expect([...distances.own]).toEqual([1, 0, 3, 1, 3, NaN]);
  expect([...distances.next]).toEqual([1, 1, 1, 0, 0, -1]);
  expect(typicalRows(distances, groups, 0, 2)).toEqual([1, 0]);
  expect(borderRows(distances, groups, 1, 5)).toEqual([4, 3]);
  expect(distances.margin[2]).toBeCloseTo(2 / 5, 12);
  const three = centroidDistances(matrix, groups, Float64Array.of(1, 9, 5));
  expect([...three.next]).toEqual([2, 2, 2, 2, 2, -1]);
  expect(three.margin[2]).toBeCloseTo((1 - 3) / 3, 12);
  expect([...centroidDistances(matrix, new Int16Array(6), Float64Array.of(1)).margin]).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
});
