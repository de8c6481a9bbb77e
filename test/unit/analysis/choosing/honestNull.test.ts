import { expect, test } from 'vitest';
import { fitAll, fitEach } from '../../../../electron/engine/analysis/choosing/fits.ts';
import { gapCurve } from '../../../../electron/engine/analysis/choosing/gap.ts';
import { honestNull } from '../../../../electron/engine/analysis/choosing/honestNull.ts';
import { quickKMeans } from '../../../../electron/engine/analysis/choosing/quickKMeans.ts';
import { referenceOf } from '../../../../electron/engine/analysis/choosing/references.ts';
import { columnOf, matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';
import { correlationMatrix } from '../../../../electron/engine/analysis/stats.ts';
import { summarise } from '../../../../electron/engine/analysis/stats/moments.ts';
import { type NullCase, nullCase } from '../../../support/nullCases.ts';

const verdictOf = (wanted: NullCase, seed: number) =>
  runToEnd(honestNull(nullCase(wanted, seed), { seed, highest: 6, rows: 250 }));

test('the gap by its formulas, and both rules for reading it', () => {
  const fits = (logInertia: number[]) => ({ logInertia, silhouettes: [] });
  const curve = gapCurve(fits([5, 4, 1, 0.9]), [fits([5, 4.5, 4, 3.5]), fits([5.2, 4.7, 4.2, 3.7])]);
  expect(curve.gap).toEqual([0.1, 0.6, 3.1, 2.7].map((value) => expect.closeTo(value, 12)));
  expect(curve.error).toEqual(Array.from({ length: 4 }, () => expect.closeTo(0.1 * Math.sqrt(1.5), 12)));
  expect([curve.first, curve.overall]).toEqual([3, 3]);
  // Two levels of groups: the first rule stops at one, the overall one does not.
  const nested = gapCurve(fits([5, 4.6, 1]), [fits([5, 4.5, 4]), fits([5, 4.5, 4])]);
  expect([nested.first, nested.overall]).toEqual([1, 3]);
});

test('k-means of one cluster, of fewer different rows than clusters, and of nothing left to weigh', () => {
  const rows = matrixFromRows([[1], [1], [5]]);
  expect(runToEnd(quickKMeans(rows, { k: 1, seed: 1, starts: 3 })).inertia).toBeCloseTo(32 / 3, 12);
  expect(runToEnd(quickKMeans(rows, { k: 3, seed: 1, starts: 3 })).inertia).toBe(0);
  const weights = Float64Array.of(1, 0, 0);
  expect(runToEnd(quickKMeans(rows, { k: 2, seed: 1, starts: 1, weights })).inertia).toBe(0);
});

test('copies of one crowd keep correlation, skewness and the values of flags, and lose the groups', () => {
  const random = new Random(4);
  const rows = Array.from({ length: 2_000 }, (_, row) => {
    const own = random.next() + random.next() + random.next() - 1.5;
    return [own, own + random.next(), Math.exp(own), row % 4 === 0 ? 1 : 0, 7];
  });
  const matrix = matrixFromRows(rows);
  const copy = referenceOf('hump', matrix)(new Random(1));
  const columns = (of: typeof matrix) => Array.from({ length: 4 }, (_, column) => columnOf(of, column));
  const was = correlationMatrix(columns(matrix));
  correlationMatrix(columns(copy)).forEach((r, cell) => expect(Math.abs(r - was[cell]!)).toBeLessThan(0.06));
  expect(new Set(columnOf(copy, 3))).toEqual(new Set([0, 1]));
  expect(summarise(columnOf(copy, 3)).mean).toBeCloseTo(0.25, 1);
  expect([...new Set(columnOf(copy, 4))]).toEqual([7]);
  expect(Math.abs(summarise(columnOf(copy, 2)).mean - summarise(columnOf(matrix, 2)).mean)).toBeLessThan(0.1);
});

test('the one crowd of two groups has a normal crowd’s tails, not theirs', () => {
  const random = new Random(4);
  const draw = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const matrix = matrixFromRows(Array.from({ length: 2_000 }, (_, row) => [draw() + (row % 2 ? 5 : -5)]));
  const outer = columnOf(matrix, 0).toSorted().at(-40)!;
  const copy = columnOf(referenceOf('hump', matrix)(new Random(5)), 0);
  const beyond = copy.reduce((count, value) => count + (Math.abs(value) >= outer ? 1 : 0), 0) / copy.length;
  // Normal through the median and the outer tenths, ±5.8: beyond ±7 are 2 · Φ(−7 / (5.8 / 1.28)), not 4 %.
  expect(beyond).toBeCloseTo(0.122, 1);
  expect(beyond).toBeGreaterThan(0.1);
});

test('even boxes stay within the data; the aligned one takes the turned data for its box', () => {
  const slanted = matrixFromRows(Array.from({ length: 50 }, (_, row) => [row, row + (row % 2)]));
  const box = referenceOf('box', slanted)(new Random(2));
  expect([Math.min(...box.values) >= 0, Math.max(...box.values) <= 50]).toEqual([true, true]);
  const variance = (column: number) =>
    summarise(columnOf(referenceOf('aligned', slanted)(new Random(2)), column)).variance;
  expect(Math.min(variance(0), variance(1))).toBeLessThan(1);
});

test('clear groups are found, with their number', () => {
  const found = verdictOf({ kind: 'clusters', k: 3, apart: 5, rows: 300, columns: 2 }, 1);
  expect([found.verdict, found.k, found.gapAligned.overall]).toEqual(['clear', 3, 3]);
  expect(found.againstCrowd.p).toBe(1 / 30);
  expect(found.againstEven.p).toBe(1 / 20);
  expect([found.againstCrowd.copies.length, found.stability.copies.length, found.rows]).toEqual([
    29, 29, 250,
  ]);
});

test('the same data and seed give the same verdict to the last bit', () => {
  const wanted: NullCase = { kind: 'normal', rows: 120, columns: 3 };
  expect(verdictOf(wanted, 2)).toEqual(verdictOf(wanted, 2));
});

test('no clear groups in evenly spread, normal, correlated, skewed and heavy-tailed data', () => {
  const kinds = ['uniform', 'normal', 'correlated', 'skewed', 'heavy'] as const;
  const verdicts = kinds.flatMap((kind) =>
    [1, 2].map((seed) => verdictOf({ kind, rows: 200, columns: 2 + (seed % 2) }, seed).verdict),
  );
  expect(verdicts.filter((verdict) => verdict === 'clear')).toEqual([]);
});

test('weights decide which customers there are: a crowd that weighs nothing is no group', () => {
  const two = nullCase({ kind: 'clusters', k: 2, apart: 8, rows: 240, columns: 2 }, 3);
  const weights = Float64Array.from({ length: 240 }, (_, row) => (row % 2 ? 2 : 0));
  const options = { seed: 1, highest: 4 };
  expect(runToEnd(honestNull(two, options)).verdict).toBe('clear');
  expect(runToEnd(honestNull(two, { ...options, weights })).verdict).toBe('none');
});

test('one column alone: two heaps are groups, an even spread is none', () => {
  const random = new Random(8);
  const options = { seed: 1, highest: 8 };
  const heaps = matrixFromRows(Array.from({ length: 200 }, (_, row) => [(row % 2) * 5 + random.next()]));
  expect(runToEnd(honestNull(heaps, options)).verdict).toBe('clear');
  const even = matrixFromRows(Array.from({ length: 200 }, () => [random.next()]));
  expect(runToEnd(honestNull(even, options)).verdict).toBe('none');
});

test('correlated crowds, which pass a test against shuffled columns, are no groups', () => {
  const random = new Random(3);
  const rows = Array.from({ length: 400 }, () => {
    const own = random.next() + random.next() + random.next();
    return [own + random.next() / 5, own + random.next() / 5, own + random.next() / 5];
  });
  expect(runToEnd(honestNull(matrixFromRows(rows), { seed: 1, highest: 8 })).verdict).toBe('none');
});

test('few, equal or constant rows are no groups', () => {
  const same = matrixFromRows(Array.from({ length: 40 }, () => [3, 3]));
  expect(runToEnd(honestNull(same, { seed: 1, highest: 4 })).verdict).toBe('none');
  const few = matrixFromRows([[1], [2], [3], [4]]);
  expect(runToEnd(honestNull(few, { seed: 1, highest: 8 })).verdict).toBe('none');
});

test('fits of several matrices are those of each alone', () => {
  const matrix = nullCase({ kind: 'normal', rows: 40, columns: 2 }, 1);
  const options = { highest: 4, seed: 5, silhouettes: true };
  const [first, second] = runToEnd(fitEach([matrix, matrix], options));
  expect(first).toEqual(runToEnd(fitAll(matrix, options)));
  expect(second).toEqual(runToEnd(fitAll(matrix, { ...options, seed: 6 })));
  expect(first!.logInertia.toSorted((a, b) => b - a)).toEqual(first!.logInertia);
});
