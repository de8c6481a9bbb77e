import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatrix, matrixFromRows, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { pca } from '../../../electron/engine/analysis/pca.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { prepareSilhouette } from '../../../electron/engine/analysis/silhouette.ts';
import {
  calinskiHarabasz,
  clusterMoments,
  daviesBouldin,
  silhouette,
  withinSumOfSquares,
} from '../../../electron/engine/analysis/validity.ts';
import { AppError } from '../../../shared/errors.ts';

test('Davies-Bouldin of the published small example, and the other indices by hand', () => {
  const moments = clusterMoments(
    matrixFromRows([
      [0, 1],
      [1, 1],
      [3, 4],
    ]),
    Int16Array.of(0, 0, 1),
    2,
  );
  expect(daviesBouldin(moments)).toBeCloseTo(0.128037, 6);
  expect(withinSumOfSquares(moments)).toBe(0.5);
  const line = clusterMoments(matrixFromRows([[0], [2], [10], [12], [99]]), Int16Array.of(0, 0, 2, 2, -1), 3);
  expect(line).toEqual({
    sizes: [2, 2],
    means: [Float64Array.of(1), Float64Array.of(11)],
    within: [2, 2],
    spread: [1, 1],
    overallMean: Float64Array.of(6),
    n: 4,
  });
  expect(calinskiHarabasz(line)).toBe(50);
  expect(daviesBouldin(line)).toBe(0.2);
});

test('indices that are not defined are null', () => {
  const one = clusterMoments(matrixFromRows([[1], [2]]), Int16Array.of(0, 0), 1);
  expect([calinskiHarabasz(one), daviesBouldin(one)]).toEqual([null, null]);
  const same = clusterMoments(matrixFromRows([[1], [1]]), Int16Array.of(0, 1), 2);
  expect([calinskiHarabasz(same), daviesBouldin(same)]).toEqual([null, null]);
});

test('silhouette by hand: rows, clusters, a cluster of one, an unlabelled row', () => {
  const matrix = matrixFromRows([[0], [1], [50], [4], [6]]);
  const result = runToEnd(silhouette(matrix, Int16Array.of(0, 0, -1, 1, 2), 4, { seed: 1 }));
  expect([...result.values]).toEqual([expect.closeTo(3 / 4, 6), expect.closeTo(2 / 3, 6), 0, 0]);
  expect(result).toMatchObject({ n: 4, sampled: false, standardError: 0 });
  expect(result.value).toBeCloseTo((3 / 4 + 2 / 3) / 4, 6);
  expect(result.perCluster).toEqual([expect.closeTo(17 / 24, 6), 0, 0, null]);
  expect([...result.rows]).toEqual([0, 1, 3, 4]);
});

test('silhouette of one cluster, of nothing and of identical rows', () => {
  const labels = Int16Array.of(0, 0);
  const run = (rows: number[][], k: number) =>
    runToEnd(silhouette(matrixFromRows(rows), labels.slice(0, rows.length), k, { seed: 1 }));
  expect(run([[1], [2]], 1)).toMatchObject({ value: null, perCluster: [null] });
  expect(run([], 2)).toMatchObject({ value: null, n: 0, perCluster: [null, null] });
  const same = silhouette(matrixFromRows([[1], [1], [1], [1]]), Int16Array.of(0, 0, 1, 1), 2, { seed: 1 });
  expect(runToEnd(same).value).toBe(0);
});

test('a sample is seeded, near the exact value and says how near', () => {
  const random = new Random(3);
  const matrix = createMatrix(3_000, 2);
  const labels = Int16Array.from({ length: 3_000 }, (_, row) => {
    const label = row % 3;
    matrix.values.set([label * 3 + 2 * random.next(), 2 * random.next()], row * 2);
    return label;
  });
  const exact = runToEnd(silhouette(matrix, labels, 3, { seed: 1 }));
  const sampled = runToEnd(silhouette(matrix, labels, 3, { seed: 1, limit: 600 }));
  expect(runToEnd(silhouette(matrix, labels, 3, { seed: 1, limit: 600 }))).toEqual(sampled);
  expect([sampled.n, sampled.sampled, exact.n, exact.sampled]).toEqual([600, true, 3_000, false]);
  expect(sampled.standardError).toBeGreaterThan(0);
  expect(Math.abs(sampled.value! - exact.value!)).toBeLessThan(4 * sampled.standardError);
});

test('all rows are used up to 20,000, a sample of 10,000 above', () => {
  const used = (rows: number) => {
    const labels = Int16Array.from({ length: rows }, (_, row) => row % 2);
    const { order, sampled } = prepareSilhouette(createMatrix(rows, 1), labels, 2, { seed: 1 });
    return [order.length, sampled];
  };
  expect([used(20_000), used(20_001)]).toEqual([
    [20_000, false],
    [10_000, true],
  ]);
});

test('silhouette equals its definition', () => {
  const row = fc.record({
    x: fc.integer({ min: -9, max: 9 }),
    y: fc.integer({ min: -9, max: 9 }),
    label: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 25 }), (rows) => {
      const result = runToEnd(
        silhouette(
          matrixFromRows(rows.map(({ x, y }) => [x, y])),
          Int16Array.from(rows, (r) => r.label),
          3,
          { seed: 1 },
        ),
      );
      rows.forEach((own, index) => {
        const meanTo = (label: number): number => {
          const others = rows.filter((other, place) => other.label === label && place !== index);
          return (
            others.reduce((sum, other) => sum + Math.hypot(own.x - other.x, own.y - other.y), 0) /
            others.length
          );
        };
        const inside = meanTo(own.label);
        const outside = Math.min(
          ...[0, 1, 2]
            .filter((label) => label !== own.label)
            .map(meanTo)
            .filter((d) => !Number.isNaN(d)),
        );
        const expected =
          Number.isNaN(inside) || outside === Infinity
            ? 0
            : (outside - inside) / Math.max(inside, outside) || 0;
        expect(result.values[index]).toBeCloseTo(expected, 5);
      });
    }),
    { seed: 1 },
  );
});

test('PCA of points on a line, with the sign fixed', () => {
  const result = runToEnd(
    pca(
      matrixFromRows([
        [0, 0],
        [-3, -4],
        [3, 4],
      ]),
    ),
  );
  expect([...result.loadings.subarray(0, 2)]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.8, 12)]);
  expect(result.explained).toEqual([expect.closeTo(1, 12), expect.closeTo(0, 12)]);
  expect(result.variances[0]).toBeCloseTo(25, 10);
  expect([result.scores[0], result.scores[2], result.scores[4]]).toEqual([0, -5, 5]);
});

test('PCA at the edges', () => {
  expect(runToEnd(pca(matrixFromRows([[1], [3]])))).toMatchObject({ components: 1, explained: [1] });
  expect(runToEnd(pca(matrixFromRows([[1, 2]]))).explained).toEqual([0, 0]);
  expect(() => runToEnd(pca(createMatrix(0, 2)))).toThrow(
    new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: 1 }),
  );
  expect(() => runToEnd(pca(createMatrix(2, 0)))).toThrow(
    new AppError('TOO-FEW-FEATURES', { found: 0, limit: 1 }),
  );
});
