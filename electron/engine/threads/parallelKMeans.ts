// One k-means over several threads: its starts side by side, then the best few. The result is that of analysis/kmeans.ts.
import { bestOf, type KMeansOptions, type KMeansResult, withSamples } from '../analysis/kmeans.ts';
import {
  givenStarts,
  mostPromising,
  startsOf,
  TRIAL_ROUNDS,
  type TriedStart,
  wantsMore,
} from '../analysis/kmeansStarts.ts';
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
  const tryAll = async (shared: Matrix, asked: KMeansOptions): Promise<readonly TriedStart[]> => {
    const each = startsOf(shared, asked);
    const tried: TriedStart[] = [];
    do {
      const done = tried.length / each;
      const trials = Array.from({ length: each }, (_, at) =>
        pool.tryStart(shared, asked, tried.length + at, cancel),
      );
      share = () => (TRIAL_SHARE * (done + meanShare(trials))) / TRIAL_ROUNDS;
      tried.push(...(await allResults(trials)));
    } while (wantsMore(shared, tried, asked));
    return tried;
  };
  const run = async (): Promise<KMeansResult> => {
    const weights = unevenWeights(options.weights ?? null);
    checkClusterable(matrix, options.k, weights);
    const shared = shareMatrix(matrix);
    const asked = withSamples(shared, options);
    const tried = givenStarts(asked) ?? (await tryAll(shared, asked));
    const chosen = mostPromising(shared, tried, asked);
    const polished = chosen.map(({ centroids }) => pool.polishStart(shared, asked, centroids, cancel));
    share = () => TRIAL_SHARE + (1 - TRIAL_SHARE) * meanShare(polished);
    return bestOf(shared, chosen, await allResults(polished), { starts: tried.length, weights });
  };
  return { result: run(), share: () => share() };
}
