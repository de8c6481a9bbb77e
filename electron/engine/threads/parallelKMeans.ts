// One k-means over several threads: its starts side by side, then the best few. The result is that of analysis/kmeans.ts.
import {
  bestOf,
  givenStarts,
  type KMeansOptions,
  type KMeansResult,
  mostPromising,
  startsOf,
  type TriedStart,
} from '../analysis/kmeans.ts';
import { checkClusterable } from '../analysis/kmeansSeeds.ts';
import { type Matrix, shareMatrix } from '../analysis/matrix.ts';
import { unevenWeights } from '../analysis/weights.ts';
import type { CancelFlag } from './kernels.ts';
import { type ComputePool, createCancelFlag, type PoolTask } from './pool.ts';
import { allResults, meanShare } from './taskGroup.ts';

/** Of the whole, about this much is finding starts. */
const TRIAL_SHARE = 0.6;

/**
 * @param cancel raised to 1, it stops all threads at their next checkpoint
 * @throws (the result) AppError `JOB-CANCELLED`, or as `kmeans` does
 */
export function parallelKMeans(
  pool: ComputePool,
  matrix: Matrix,
  options: KMeansOptions,
  cancel: CancelFlag = createCancelFlag(),
): PoolTask<KMeansResult> {
  let share = (): number => 0;
  const tryAll = (shared: Matrix, starts: number): Promise<readonly TriedStart[]> => {
    const trials = Array.from({ length: starts }, (_, start) =>
      pool.tryStart(shared, options, start, cancel),
    );
    share = () => TRIAL_SHARE * meanShare(trials);
    return allResults(trials);
  };
  const run = async (): Promise<KMeansResult> => {
    const weights = unevenWeights(options.weights ?? null);
    checkClusterable(matrix, options.k, weights);
    const shared = shareMatrix(matrix);
    const starts = startsOf(shared, options);
    const chosen = givenStarts(options) ?? mostPromising(shared, await tryAll(shared, starts), options);
    const polished = chosen.map(({ centroids }) => pool.polishStart(shared, options, centroids, cancel));
    share = () => TRIAL_SHARE + (1 - TRIAL_SHARE) * meanShare(polished);
    return bestOf(shared, chosen, await allResults(polished), { starts, weights });
  };
  return { result: run(), share: () => share() };
}
