import { expect, test } from 'vitest';
import { kmeans } from '../../../electron/engine/analysis/kmeans.ts';
import { createMatrix, type Matrix, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { parallelKMeans } from '../../../electron/engine/threads/parallelKMeans.ts';
import { createCancelFlag, createComputePool } from '../../../electron/engine/threads/pool.ts';
import { AppError } from '../../../shared/errors.ts';

function clouds(rows: number): Matrix {
  const random = new Random(8);
  const matrix = createMatrix(rows, 3, true);
  for (let row = 0; row < rows; row++) {
    const centre = random.integer(4);
    for (let column = 0; column < 3; column++)
      matrix.values[row * 3 + column] = 2 * ((centre >> column) & 1) + random.next() + random.next();
  }
  return matrix;
}

test('any number of threads gives the bits of one, above and below the size of a sample', async () => {
  const pool = createComputePool(3);
  for (const rows of [3_000, 30_000]) {
    const matrix = clouds(rows);
    const weights = Float64Array.from({ length: rows }, (_, row) => 0.5 + (row % 3) / 2);
    const options = { k: 5, seed: 3, starts: 2, weights };
    const expected = runToEnd(kmeans(matrix, options));
    const task = parallelKMeans(pool, matrix, options);
    expect(await task.result).toEqual(expected);
    expect(task.share()).toBe(1);
  }
  await pool.close();
});

test('a raised flag cancels, and what cannot be clustered is refused by name', async () => {
  const pool = createComputePool(1);
  const cancel = createCancelFlag();
  Atomics.store(cancel, 0, 1);
  const cancelled = parallelKMeans(pool, clouds(3_000), { k: 4, seed: 1 }, cancel);
  await expect(cancelled.result).rejects.toEqual(new AppError('JOB-CANCELLED'));
  const refused = parallelKMeans(pool, createMatrix(3, 1), { k: 2, seed: 1 });
  await expect(refused.result).rejects.toEqual(new AppError('K-TOO-LARGE', { k: 2, limit: 1 }));
  await pool.close();
});
