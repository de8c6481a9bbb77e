// What must hold for k-means on any data: orders, copies, empty columns and weights do not change who belongs together.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kmeans } from '../../../electron/engine/analysis/kmeans.ts';
import { lloyd } from '../../../electron/engine/analysis/lloyd.ts';
import {
  createMatrix,
  type Matrix,
  matrixFromRows,
  runToEnd,
  takeRows,
} from '../../../electron/engine/analysis/matrix.ts';
import { Random, shuffledIndices } from '../../../electron/engine/analysis/random.ts';

const followed = { maxIterations: 300, tolerance: 0 };

/** Groups on the corners of a cube of side 9, each of whole numbers 0…3 away from its corner. */
const groups = fc.record({
  seed: fc.integer(),
  rows: fc.integer({ min: 40, max: 120 }),
  k: fc.integer({ min: 2, max: 4 }),
});

function cube(seed: number, rows: number, k: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: rows }, (_, row) =>
    [0, 1, 2].map((column) => 9 * (((row % k) >> column) & 1) + random.integer(4)),
  );
}

/** Each label replaced by the first row that has it: the same division has the same names. */
const division = (labels: Int16Array): number[] => [...labels].map((label) => labels.indexOf(label));

test('the order of rows and of columns changes nothing but the names of the clusters', () => {
  fc.assert(
    fc.property(groups, ({ seed, rows, k }) => {
      const points = cube(seed, rows, k);
      const plain = runToEnd(kmeans(matrixFromRows(points), { k, seed: 1 }));
      const order = shuffledIndices(rows, new Random(seed));
      const moved = runToEnd(kmeans(takeRows(matrixFromRows(points), order), { k, seed: 1 }));
      const back = new Int16Array(rows);
      order.forEach((row, place) => {
        back[row] = moved.labels[place]!;
      });
      expect(division(back)).toEqual(division(plain.labels));
      expect(moved.inertia).toBeCloseTo(plain.inertia, 9);
      const turned = runToEnd(kmeans(matrixFromRows(points.map((row) => row.toReversed())), { k, seed: 1 }));
      expect(division(turned.labels)).toEqual(division(plain.labels));
      expect(turned.inertia).toBeCloseTo(plain.inertia, 9);
    }),
    { seed: 1, numRuns: 25 },
  );
});

test('from the same start, rows in any order give the same centroids to the last bit', () => {
  fc.assert(
    fc.property(groups, ({ seed, rows, k }) => {
      const points = matrixFromRows(cube(seed, rows, k));
      const start = points.values.slice(0, k * 3);
      const order = shuffledIndices(rows, new Random(seed));
      // Sums of whole numbers are exact in any order; the first k rows, one of each group, leave no cluster empty.
      const { centroids, sizes } = runToEnd(lloyd(points, start, followed));
      const moved = runToEnd(lloyd(takeRows(points, order), start, followed));
      expect([moved.centroids, moved.sizes]).toEqual([centroids, sizes]);
    }),
    { seed: 2, numRuns: 50 },
  );
});

test('a constant column is not there; a column twice is the column × √2', () => {
  fc.assert(
    fc.property(groups, ({ seed, rows, k }) => {
      const points = cube(seed, rows, k);
      const solve = (wide: readonly number[][]) => runToEnd(kmeans(matrixFromRows(wide), { k, seed: 1 }));
      const plain = solve(points);
      const constant = solve(points.map((row) => [...row, -7]));
      expect(constant.labels).toEqual(plain.labels);
      expect(constant.inertia).toBe(plain.inertia);
      const twice = solve(points.map((row) => [...row, row[0]!]));
      const stretched = solve(points.map(([x = 0, y = 0, z = 0]) => [x * Math.SQRT2, y, z]));
      expect(division(twice.labels)).toEqual(division(stretched.labels));
      expect(twice.inertia).toBeCloseTo(stretched.inertia, 8);
    }),
    { seed: 3, numRuns: 25 },
  );
});

test('a weight of 2 is the row twice, a weight of 0 moves nothing', () => {
  fc.assert(
    fc.property(groups, ({ seed, rows, k }) => {
      const points = matrixFromRows(cube(seed, rows, k));
      const start = points.values.slice(0, k * 3);
      const random = new Random(seed);
      const weights = Float64Array.from({ length: rows }, (_, row) => (row < k ? 1 : random.integer(3)));
      const copies = [...weights].flatMap((weight, row) => Array.from({ length: weight }, () => row));
      const weighted = runToEnd(lloyd(points, start, { ...followed, weights }));
      const repeated = runToEnd(lloyd(takeRows(points, copies), start, followed));
      expect(weighted.centroids).toEqual(repeated.centroids);
      expect(weighted.worth).toEqual(repeated.worth);
      expect(weighted.inertia).toBeCloseTo(repeated.inertia, 9);
    }),
    { seed: 4, numRuns: 50 },
  );
});

test('a cluster without rows is put on the row that is farthest from its centroid', () => {
  const points = matrixFromRows([[0], [1], [2], [40]]);
  const far = runToEnd(lloyd(points, Float64Array.of(1, 900), followed));
  expect([far.centroids, far.labels, far.sizes]).toEqual([
    Float64Array.of(1, 40),
    Int16Array.of(0, 0, 0, 1),
    Int32Array.of(3, 1),
  ]);
  // Rows at the same distance of two centroids go to the first.
  const tie = runToEnd(lloyd(matrixFromRows([[0], [2], [4]]), Float64Array.of(1, 3), followed));
  expect(tie.labels).toEqual(Int16Array.of(0, 0, 1));
});

test('given starts are followed to their end, and the best of them is taken', () => {
  const points = matrixFromRows([
    [0, 0],
    [0, 4],
    [10, 0],
    [10, 4],
  ]);
  const [flat, upright] = [Float64Array.of(5, 0, 5, 4), Float64Array.of(0, 0, 9, 0)];
  const solve = (from: readonly Float64Array[]) => runToEnd(kmeans(points, { k: 2, seed: 1, from }));
  expect(solve([flat]).inertia).toBe(100);
  expect(solve([flat, upright])).toEqual({
    k: 2,
    centroids: Float64Array.of(0, 2, 10, 2),
    labels: Int16Array.of(0, 0, 1, 1),
    sizes: [2, 2],
    inertia: 16,
    iterations: 2,
    starts: 2,
  });
});

test('a million rows: three planted groups are found, each with its rows', () => {
  const rows = 1_000_000;
  const matrix: Matrix = createMatrix(rows, 2);
  for (let row = 0; row < rows; row++) {
    matrix.values[2 * row] = 10 * (row % 3) + (row % 7) / 7;
    matrix.values[2 * row + 1] = (row % 11) / 11;
  }
  const { sizes, labels } = runToEnd(kmeans(matrix, { k: 3, seed: 1, starts: 2 }));
  expect(sizes).toEqual([333_334, 333_333, 333_333]);
  const first = labels.subarray(0, 3);
  expect(labels.every((label, row) => label === first[row % 3])).toBe(true);
});
