// Reference numbers are published or follow by hand; the rest are identities that hold by definition.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  benjaminiHochberg,
  correlationMatrix,
  createCorrelationTally,
  holm,
  mean,
  median,
  normalCdf,
  normalQuantile,
  proportionTest,
  quantile,
  quantiles,
  sd,
  skewness,
  summarise,
  tCdf,
  tQuantile,
  variance,
  welch,
  wilson,
} from '../../../electron/engine/analysis/stats.ts';

test('summaries leave missing values out', () => {
  expect(summarise([1, NaN, 2, Infinity, 6])).toEqual({ n: 3, mean: 3, variance: 7, min: 1, max: 6 });
  expect(summarise([])).toEqual({ n: 0, mean: NaN, variance: NaN, min: NaN, max: NaN });
  expect([mean([4]), variance([4]), sd([1, 3])]).toEqual([4, NaN, Math.SQRT2]);
  expect([skewness([1, 1]), skewness([]), skewness([0, 0, 3])]).toEqual([0, NaN, 2 / (2 * Math.SQRT2)]);
});

test('variance survives a large offset', () => {
  expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30);
});

test('quantiles are type 7', () => {
  expect(quantiles([5, 1, 4, 2, 3, 6], [0, 0.2, 0.25, 0.5, 0.8, 1])).toEqual([1, 2, 2.25, 3.5, 5, 6]);
  expect([median([]), median([3]), median([NaN, 1, 2]), quantile([], 0.5)]).toEqual([NaN, 3, 1.5, NaN]);
});

test('normal and t distributions', () => {
  expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14);
  expect(normalCdf(-6) / 9.865876450376946e-10).toBeCloseTo(1, 11);
  expect([normalCdf(0), normalCdf(50), normalCdf(-50), normalCdf(NaN)]).toEqual([0.5, 1, 0, NaN]);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN]);
  expect(tQuantile(0.975, 10)).toBeCloseTo(2.2281388519649385, 10);
  expect(tQuantile(0.025, 1)).toBeCloseTo(-12.706204736174698, 8);
  expect(tCdf(2, 5)).toBeCloseTo(0.9490302605850709, 12);
  expect([tQuantile(0, 3), tQuantile(1, 3), tQuantile(NaN, 3)]).toEqual([-Infinity, Infinity, NaN]);
  expect(tQuantile(0.975, 1e9)).toBeCloseTo(1.959963984540054, 9);
});

test('quantile functions invert the distribution functions', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0001, max: 0.9999, noNaN: true }),
      fc.double({ min: 0.5, max: 500, noNaN: true }),
      (p, degrees) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(tCdf(tQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
      },
    ),
    { seed: 1 },
  );
});

test('Wilson interval of 45 in 200, and at the edges', () => {
  const interval = wilson(45, 200);
  expect(interval.share).toBe(0.225);
  expect(interval.low).toBeCloseTo(0.172624, 6);
  expect(interval.high).toBeCloseTo(0.287741, 6);
  expect(wilson(0, 0)).toEqual({ share: NaN, low: 0, high: 1 });
  expect([wilson(0, 10).low, wilson(10, 10).high]).toEqual([0, 1]);
});

test('two shares compared: 60/200 against 45/200', () => {
  const result = proportionTest(60, 200, 45, 200);
  expect(result?.z).toBeCloseTo(1.704573, 6);
  expect(result?.p).toBeCloseTo(0.088274, 6);
  expect(proportionTest(0, 5, 0, 5)).toEqual({ z: 0, p: 1 });
  expect(proportionTest(0, 0, 1, 5)).toBeNull();
});

test('adjusted p-values', () => {
  const p = [0.01, 0.02, 0.03, 0.04, 0.05];
  expect(holm(p).map((value) => Number(value.toFixed(12)))).toEqual([0.05, 0.08, 0.09, 0.09, 0.09]);
  expect(benjaminiHochberg(p).map((value) => Number(value.toFixed(12)))).toEqual([
    0.05, 0.05, 0.05, 0.05, 0.05,
  ]);
  expect(benjaminiHochberg([0.8, 0.001, 0.5])).toEqual([0.8, 0.003, 0.75]);
  expect([benjaminiHochberg([]), holm([])]).toEqual([[], []]);
});

test('adjusting never lowers a p-value and keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
      const discovery = benjaminiHochberg(p);
      const family = holm(p);
      p.forEach((value, index) => {
        expect(discovery[index]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        expect(family[index]! - discovery[index]!).toBeGreaterThanOrEqual(-1e-12);
        p.forEach((other, place) => {
          if (other < value) expect(discovery[place]! - discovery[index]!).toBeLessThanOrEqual(1e-12);
        });
      });
    }),
    { seed: 1 },
  );
});

test('Welch test of 1…5 against 2, 4, 6, 8, worked by hand', () => {
  const result = welch(summarise([1, 2, 3, 4, 5]), summarise([2, 4, 6, 8]));
  expect(result?.difference).toBe(-2);
  expect(result?.t).toBeCloseTo(-2 / Math.sqrt(13 / 6), 12);
  expect(result?.degrees).toBeCloseTo((13 / 6) ** 2 / (0.25 / 4 + (5 / 3) ** 2 / 3), 10);
  expect(result!.high - -2).toBeCloseTo(-2 - result!.low, 12);
  expect(welch(summarise([1]), summarise([1, 2]))).toBeNull();
  expect(welch(summarise([1, 1]), summarise([2, 2]))?.p).toBe(0);
  expect(welch(summarise([2, 2]), summarise([2, 2]))?.p).toBe(1);
});

test('correlations of columns that come in parts are the same to the last bit', () => {
  const value = fc.oneof({ weight: 9, arbitrary: fc.double({ min: -1e6, max: 1e6 }) }, fc.constant(NaN));
  const rows = fc.array(fc.tuple(value, value, value, fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 12 }), fc.boolean(), (all, size, isWeighted) => {
      const columnsOf = (part: typeof all) =>
        [0, 1, 2].map((column) => Float64Array.from(part, (row) => row[column] ?? NaN));
      const weightsOf = (part: typeof all) => (isWeighted ? Float64Array.from(part, (row) => row[3]) : null);
      const tally = createCorrelationTally(3);
      for (let from = 0; from < all.length; from += size) {
        const part = all.slice(from, from + size);
        for (const _ of tally.add(columnsOf(part), weightsOf(part)));
      }
      expect(tally.finish()).toEqual(correlationMatrix(columnsOf(all), weightsOf(all)));
    }),
    { seed: 7 },
  );
});

test('correlations use the rows where both are present', () => {
  const r = correlationMatrix(
    [
      [1, 2, 3, NaN],
      [2, 4, 6, 0],
      [5, 5, 5, 5],
    ].map((column) => Float64Array.from(column)),
  );
  expect([...r]).toEqual([1, 1, NaN, 1, 1, NaN, NaN, NaN, NaN]);
});
