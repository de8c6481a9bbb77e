// One silhouette over several threads: ranges of rows side by side. The result is that of analysis/silhouette.ts.
import { type Labels, type Matrix, shareMatrix } from '../analysis/matrix.ts';
import {
  prepareSilhouette,
  type SilhouetteOptions,
  type SilhouetteResult,
  summariseSilhouette,
} from '../analysis/silhouette.ts';
import type { CancelFlag } from './kernels.ts';
import { type ComputePool, createCancelFlag, type PoolTask } from './pool.ts';
import { allResults, meanShare } from './taskGroup.ts';

/** More ranges than threads, for not every core is as fast as the other. */
const RANGES_PER_THREAD = 4;
/** Smaller ranges are not worth a message. */
const LEAST_ROWS = 512;

/**
 * @param cancel raised to 1, it stops all threads at their next checkpoint
 * @throws (the result) AppError `JOB-CANCELLED`
 */
export function parallelSilhouette(
  pool: ComputePool,
  matrix: Matrix,
  labels: Labels,
  k: number,
  options: SilhouetteOptions,
  cancel: CancelFlag = createCancelFlag(),
): PoolTask<SilhouetteResult> {
  const bare = prepareSilhouette(matrix, labels, k, options);
  const prepared = { ...bare, matrix: shareMatrix(bare.matrix) };
  const rows = prepared.order.length;
  const ranges = Math.max(1, Math.min(RANGES_PER_THREAD * pool.threads, Math.floor(rows / LEAST_ROWS)));
  const edge = (range: number): number => Math.round((rows * range) / ranges);
  const tasks = Array.from({ length: ranges }, (_, range) =>
    pool.silhouetteValues(prepared, edge(range), edge(range + 1), cancel),
  );
  const run = async (): Promise<SilhouetteResult> => {
    const parts = await allResults(tasks);
    const values = new Float32Array(rows);
    parts.forEach((part, range) => values.set(part, edge(range)));
    return summariseSilhouette(prepared, values);
  };
  return { result: run(), share: () => meanShare(tasks) };
}
