// One k on all threads: its starts, then the silhouette. The result is that of `solveK` in analysis/chooseK.ts.
import { type KSolution, type SolveKOptions, scored } from '../analysis/chooseK.ts';
import { type Matrix, shareMatrix } from '../analysis/matrix.ts';
import type { CancelFlag } from './kernels.ts';
import { parallelKMeans } from './parallelKMeans.ts';
import { parallelSilhouette } from './parallelSilhouette.ts';
import { type ComputePool, createCancelFlag, type PoolTask } from './pool.ts';

const CLUSTERING_SHARE = 0.6;

/**
 * @param cancel raised to 1, it stops all threads at their next checkpoint
 * @throws (the result) AppError `JOB-CANCELLED`, or as `kmeans` does
 */
export function parallelSolveK(
  pool: ComputePool,
  matrix: Matrix,
  options: SolveKOptions,
  cancel: CancelFlag = createCancelFlag(),
): PoolTask<KSolution> {
  const { k, seed, weights = null } = options;
  const shared = shareMatrix(matrix);
  const clustering = parallelKMeans(pool, shared, options, cancel);
  let share = (): number => CLUSTERING_SHARE * clustering.share();
  const run = async (): Promise<KSolution> => {
    const found = await clustering.result;
    const measured = parallelSilhouette(pool, shared, found.labels, k, { seed, weights }, cancel);
    share = () => CLUSTERING_SHARE + (1 - CLUSTERING_SHARE) * measured.share();
    return scored(shared, found, await measured.result, weights);
  };
  return { result: run(), share: () => share() };
}
