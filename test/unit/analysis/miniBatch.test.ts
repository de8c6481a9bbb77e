// k-means in mini-batches: Sculley's rule, how near it comes to passes over everyone, weights, and what can go wrong.
import { expect, test } from 'vitest';
import { chooseK, solveK } from '../../../electron/engine/analysis/chooseK.ts';
import { kmeans, type KMeansResult, polishStart } from '../../../electron/engine/analysis/kmeans.ts';
import { tryStart } from '../../../electron/engine/analysis/kmeansStarts.ts';
import { createMatrix, type Matrix, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { learnBatch } from '../../../electron/engine/analysis/miniBatch.ts';
import { solve } from '../../../electron/engine/analysis/methods/solve.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { parallelKMeans } from '../../../electron/engine/threads/parallelKMeans.ts';
import { createCancelFlag, createComputePool } from '../../../electron/engine/threads/pool.ts';
import { AppError } from '../../../shared/errors.ts';

type Cell = (random: Random, row: number, column: number) => number;

function filled(rows: number, columns: number, cell: Cell): Matrix {
  const random = new Random(8);
  const matrix = createMatrix(rows, columns, true);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      matrix.values[row * columns + column] = cell(random, row, column);
  return matrix;
}

const bell = (random: Random): number =>
  Array.from({ length: 6 }, () => random.next()).reduce((sum, one) => sum + one, -3);

/** Four clouds one after the other, as a file sorted by segment has them. */
const sorted = (rows: number): Matrix =>
  filled(rows, 2, (random, row, column) => 8 * ((Math.floor((4 * row) / rows) >> column) & 1) + bell(random));
const crowd = (rows: number): Matrix => filled(rows, 3, bell);
const skewed = (rows: number): Matrix => filled(rows, 3, (random) => Math.exp(1.5 * bell(random)));

const batched = (matrix: Matrix, k: number, weights: Float64Array | null = null): KMeansResult =>
  runToEnd(kmeans(matrix, { k, seed: 3, weights, miniBatch: true }));

test('a batch moves its centroids as its rows would one after the other, each by 1 / seen (Sculley 2010)', () => {
  const rows = crowd(300);
  const weights = Float64Array.from({ length: 300 }, (_, row) => 1 + (row % 3));
  for (const given of [null, weights]) {
    const start = rows.values.slice(0, 4 * 3);
    const learning = { centroids: start.slice(), seen: new Float64Array(4) };
    const centroids = start.slice();
    const seen = new Float64Array(4);
    for (const [from, to] of [
      [0, 100],
      [100, 300],
    ] as const) {
      const batch = { rows: to - from, columns: 3, values: rows.values.slice(3 * from, 3 * to) };
      const own = given && given.slice(from, to);
      const labels = new Int16Array(batch.rows);
      const mean = learnBatch(learning, batch, labels, own);
      const far = (row: number, cluster: number): number =>
        [0, 1, 2].reduce(
          (sum, column) => sum + (batch.values[3 * row + column]! - centroids[3 * cluster + column]!) ** 2,
          0,
        );
      const nearest = Array.from({ length: batch.rows }, (_, row) =>
        [0, 1, 2, 3].reduce((best, cluster) => (far(row, cluster) < far(row, best) ? cluster : best)),
      );
      expect([...labels]).toEqual(nearest);
      const worth = nearest.map((_, row) => own?.[row] ?? 1);
      const cost = nearest.reduce((sum, cluster, row) => sum + worth[row]! * far(row, cluster), 0);
      expect(mean).toBeCloseTo(cost / worth.reduce((sum, one) => sum + one, 0), 10);
      for (const [row, cluster] of nearest.entries()) {
        seen[cluster]! += worth[row]!;
        const rate = worth[row]! / seen[cluster]!;
        for (let column = 0; column < 3; column++)
          centroids[3 * cluster + column]! +=
            rate * (batch.values[3 * row + column]! - centroids[3 * cluster + column]!);
      }
      expect([...learning.seen]).toEqual([...seen]);
      centroids.forEach((value, cell) => expect(learning.centroids[cell]).toBeCloseTo(value, 12));
    }
  }
});

test.each([
  ['clouds that stand in the file one after the other', sorted, 4, 1.001],
  ['one crowd', crowd, 6, 1.01],
  ['skewed values', skewed, 6, 1.02],
] as const)('%s: nearly the inertia of passes over everyone', (_, make, k, most) => {
  const matrix = make(40_000);
  const learnt = batched(matrix, k);
  const full = runToEnd(kmeans(matrix, { k, seed: 3 }));
  expect(learnt.inertia / full.inertia).toBeLessThan(most);
  expect(learnt.sizes.reduce((sum, size) => sum + size, 0)).toBe(40_000);
  expect(learnt.sizes).toEqual(learnt.sizes.toSorted((a, b) => b - a));
  // A winner reads at least ten batches in each of its four rounds.
  expect(learnt.batches).toBeGreaterThan(40);
  expect(full.batches).toBeUndefined();
});

test('labels and inertia are those of the centroids returned', () => {
  const matrix = skewed(25_000);
  const { centroids, labels, inertia, k } = batched(matrix, 5);
  let cost = 0;
  for (let row = 0; row < matrix.rows; row++) {
    const far = Array.from({ length: k }, (_, cluster) =>
      [0, 1, 2].reduce(
        (sum, column) => sum + (matrix.values[3 * row + column]! - centroids[3 * cluster + column]!) ** 2,
        0,
      ),
    );
    if (labels[row] !== far.indexOf(Math.min(...far)))
      expect.fail(`row ${row} is nearer to another centroid`);
    cost += Math.min(...far);
  }
  expect(inertia / cost).toBeCloseTo(1, 10);
});

test('up to 20,000 rows it is k-means as it is without', () => {
  const matrix = crowd(20_000);
  const asked = { k: 3, seed: 3, starts: 2 };
  const learnt = runToEnd(kmeans(matrix, { ...asked, miniBatch: true }));
  expect(learnt).toEqual(runToEnd(kmeans(matrix, asked)));
  expect(batched(createMatrix(1, 2), 1).sizes).toEqual([1]);
  expect(() => batched(createMatrix(0, 2), 1)).toThrow(
    new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: 1 }),
  );
});

test('any number of threads gives the bits of one; a raised flag cancels', async () => {
  const pool = createComputePool(3);
  const matrix = crowd(30_000);
  const weights = Float64Array.from({ length: 30_000 }, (_, row) => 0.5 + (row % 3) / 2);
  const options = { k: 5, seed: 3, weights, miniBatch: true };
  const task = parallelKMeans(pool, matrix, options);
  expect(await task.result).toEqual(runToEnd(kmeans(matrix, options)));
  expect(task.share()).toBe(1);
  const cancel = createCancelFlag();
  const stopped = parallelKMeans(pool, matrix, options, cancel);
  Atomics.store(cancel, 0, 1);
  await expect(stopped.result).rejects.toEqual(new AppError('JOB-CANCELLED'));
  await pool.close();
});

test('what is done of it never falls', () => {
  const shares = [...kmeans(crowd(25_000), { k: 4, seed: 3, miniBatch: true })].map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares[0]).toBeGreaterThanOrEqual(0);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  expect(shares.length).toBeGreaterThan(100);
});

test('weights pull centroids; rows that weigh nothing pull none, however few weigh anything', () => {
  const matrix = sorted(24_000);
  // Of the last cloud nobody counts: its customers belong to what is nearest.
  const without = Float64Array.from({ length: 24_000 }, (_, row) => (row < 18_000 ? 1 : 0));
  const three = batched(matrix, 3, without);
  const best = runToEnd(kmeans(matrix, { k: 3, seed: 3, weights: without }));
  expect(three.inertia / best.inertia).toBeLessThan(1.001);
  expect(three.centroids.every((value, cell) => Math.abs(value - best.centroids[cell]!) < 0.1)).toBe(true);
  const heavy = Float64Array.from({ length: 24_000 }, (_, row) => (row % 2 === 0 ? 3 : 1));
  const doubled = filled(24_000, 1, (_random, row) => (row % 2 === 0 ? 1 : 0));
  expect(batched(doubled, 1, heavy).centroids[0]).toBeCloseTo(0.75, 2);
  const few = Float64Array.from({ length: 24_000 }, (_, row) => (row % 2_400 === 0 ? 1 : 0));
  const [a, b] = [batched(matrix, 2, few), runToEnd(kmeans(matrix, { k: 2, seed: 3, weights: few }))];
  expect(a.inertia / b.inertia).toBeCloseTo(1, 6);
});

test('ties, copies and constant columns: as many clusters as different rows, and no more', () => {
  const three = filled(21_000, 2, (_, row, column) => (column === 0 ? row % 3 : 7));
  expect(batched(three, 3).sizes).toEqual([7_000, 7_000, 7_000]);
  expect(batched(three, 3).inertia).toBe(0);
  expect(() => batched(three, 4)).toThrow(new AppError('K-TOO-LARGE', { k: 4, limit: 3 }));
  // A single customer apart from all others is hardly ever drawn.
  const lonely = filled(30_000, 1, (_, row) => (row === 29_999 ? 1e9 : row % 2));
  const found = batched(lonely, 3);
  expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(30_000);
  expect(found.sizes.every((size) => size > 0)).toBe(true);
  expect(batched(crowd(25_000), 1).sizes).toEqual([25_000]);
});

test('a centroid that nobody is nearest to gets rows by passes over everyone', () => {
  const matrix = crowd(25_000);
  const options = { k: 3, seed: 3, miniBatch: true };
  const start = runToEnd(tryStart(matrix, options, 0)).centroids;
  start.fill(1_000, 6);
  const { sizes, iterations } = runToEnd(polishStart(matrix, options, start));
  expect([...sizes].every((size) => size > 0)).toBe(true);
  expect(iterations).toBeGreaterThan(1);
});

test('the k of a range ends as asking for it alone, and the solution says how many batches it took', () => {
  const matrix = sorted(24_000);
  const asked = { seed: 3, miniBatch: true };
  const { best, scores } = runToEnd(chooseK(matrix, { lowest: 2, highest: 5, ...asked }));
  expect([best.score.k, scores.map(({ k }) => k)]).toEqual([4, [2, 3, 4, 5]]);
  expect(best).toEqual(runToEnd(solveK(matrix, { k: 4, ...asked })));
  const input = { matrix, weights: null, table: { rows: matrix.rows, numbers: [], categories: [] } };
  const { facts } = runToEnd(solve(input, { method: 'kmeans', k: 4, ...asked }));
  expect(facts.batches).toBe(best.clustering.batches);
});
