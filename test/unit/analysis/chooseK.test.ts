import { afterAll, expect, test } from 'vitest';
import { chooseK, solveK } from '../../../electron/engine/analysis/chooseK.ts';
import {
  createMatrix,
  type Matrix,
  matrixFromRows,
  runToEnd,
} from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { silhouette } from '../../../electron/engine/analysis/silhouette.ts';
import { parallelChooseK } from '../../../electron/engine/threads/parallelChooseK.ts';
import { parallelSilhouette } from '../../../electron/engine/threads/parallelSilhouette.ts';
import { parallelSolveK } from '../../../electron/engine/threads/parallelSolveK.ts';
import { createCancelFlag, createComputePool } from '../../../electron/engine/threads/pool.ts';
import { AppError } from '../../../shared/errors.ts';

const pool = createComputePool(2);
afterAll(() => pool.close());

/** Corners of a square of side `gap`, each with noise of width 2. */
function corners(rows: number, gap: number): Matrix {
  const random = new Random(4);
  const matrix = createMatrix(rows, 2);
  for (let row = 0; row < rows; row++) {
    const corner = row % 4;
    const x = (corner % 2) * gap + 2 * random.next();
    const y = (corner >> 1) * gap + 2 * random.next();
    matrix.values.set([x, y], row * 2);
  }
  return matrix;
}

const range = { lowest: 2, highest: 6, seed: 3 };

test('the planted number of groups wins, and each k is reported once', () => {
  const steps = chooseK(corners(400, 5), range);
  const reported: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) {
      expect(step.value.best.score.k).toBe(4);
      expect(step.value.best.clustering.sizes).toEqual([100, 100, 100, 100]);
      expect(step.value.asGood).toEqual([4]);
      expect(step.value.scores.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6]);
      break;
    }
    if (step.value.score !== undefined) reported.push(step.value.score.k);
  }
  expect(reported).toEqual([2, 3, 4, 5, 6]);
});

test('the number below the range is scored for comparison and never picked', () => {
  const above = { lowest: 5, highest: 6, seed: 3, compareBelow: true };
  const { best, scores } = runToEnd(chooseK(corners(400, 5), above));
  expect(scores.map(({ k }) => k)).toEqual([4, 5, 6]);
  const [four] = scores;
  expect((four?.silhouette ?? 0) > (best.score.silhouette ?? 1)).toBe(true);
  expect([5, 6]).toContain(best.score.k);
  expect(runToEnd(chooseK(corners(400, 5), { ...range, compareBelow: true })).scores[0]?.k).toBe(2);
});

test('k stops at the number of different rows', () => {
  const few = matrixFromRows([[1], [1], [2], [5]]);
  expect(runToEnd(chooseK(few, range)).scores.map(({ k }) => k)).toEqual([2, 3]);
  expect(() => runToEnd(chooseK(matrixFromRows([[1], [1]]), range))).toThrow(
    new AppError('K-TOO-LARGE', { k: 2, limit: 1 }),
  );
});

test('side by side gives exactly the serial result', async () => {
  const matrix = corners(700, 3);
  const serial = runToEnd(chooseK(matrix, range));
  const steps = parallelChooseK(pool, matrix, range);
  const reported: number[] = [];
  let step = await steps.next();
  while (!step.done) {
    if (step.value.score !== undefined) reported.push(step.value.score.k);
    step = await steps.next();
  }
  expect(step.value).toEqual(serial);
  expect(reported.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6]);
});

test('of very many rows the number that wins is followed to its end, as if it had been asked for alone', async () => {
  const matrix = corners(400_000, 1.9);
  const three = { lowest: 3, highest: 5, seed: 3 };
  const serial = runToEnd(chooseK(matrix, three));
  expect([serial.best.score.k, serial.scores.map(({ k }) => k)]).toEqual([4, [3, 4, 5]]);
  expect(serial.best).toEqual(runToEnd(solveK(matrix, { k: 4, seed: 3 })));
  expect(serial.scores[1]).toEqual(serial.best.score);
  const candidate = runToEnd(solveK(matrix, { k: 4, seed: 3, candidate: true }));
  expect(serial.best.score.inertia).toBeLessThan(candidate.score.inertia);
  expect(candidate.score.inertia / serial.best.score.inertia).toBeLessThan(1.001);
  const steps = parallelChooseK(pool, matrix, three);
  const shares: number[] = [];
  let step = await steps.next();
  while (!step.done) {
    shares.push(step.value.share);
    step = await steps.next();
  }
  expect(step.value).toEqual(serial);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test('a silhouette shared out over threads equals the one at home, and so does a k with its scores', async () => {
  const matrix = corners(3_000, 4);
  const labels = Int16Array.from({ length: 3_000 }, (_, row) => (row % 5) - 1);
  const task = parallelSilhouette(pool, matrix, labels, 4, { seed: 1, limit: 2_100 });
  expect(await task.result).toEqual(runToEnd(silhouette(matrix, labels, 4, { seed: 1, limit: 2_100 })));
  expect(task.share()).toBe(1);
  const whole = parallelSolveK(pool, matrix, { k: 3, seed: 2 });
  expect(await whole.result).toEqual(runToEnd(solveK(matrix, { k: 3, seed: 2 })));
  expect(whole.share()).toBe(1);
});

test('a raised flag cancels, an expected error keeps its code', async () => {
  const cancel = createCancelFlag();
  cancel[0] = 1;
  const matrix = corners(200, 3);
  await expect(pool.solveK(matrix, { k: 3, seed: 1 }, cancel).result).rejects.toEqual(
    new AppError('JOB-CANCELLED'),
  );
  await expect(parallelChooseK(pool, matrix, range, cancel).next()).rejects.toEqual(
    new AppError('JOB-CANCELLED'),
  );
  const tooMany = pool.solveK(matrixFromRows([[1], [2]]), { k: 3, seed: 1 }).result;
  await expect(tooMany).rejects.toEqual(new AppError('K-TOO-LARGE', { k: 3, limit: 2 }));
});
