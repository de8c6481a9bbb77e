// Sums of distances from rows to whole clusters, which silhouettes are made of.
import { addDistancesPlain, runsOf, type SortedRows } from './distanceRuns.ts';
import { addDistancesSimd } from './kernels/distancesSimd.ts';
import { kernels } from './kernels/instance.ts';
import { type Checkpoint, WORK_PER_CHECKPOINT } from './matrix.ts';

/** Rows that are held against all runs at a time: enough to make bringing the runs in worth it. */
const BLOCK_ROWS = { least: 64, most: 256 };

/**
 * (Weighted) sum of Euclidean distances from each of the sorted rows `from..to−1` to the rows of each cluster,
 * (to − from) × k. Memory is that, never rows².
 */
export function* distanceSums(
  sorted: SortedRows,
  from: number,
  to: number,
): Generator<Checkpoint, Float64Array> {
  const { matrix, starts } = sorted;
  const k = starts.length - 1;
  const runs = runsOf(starts);
  const result = new Float64Array((to - from) * k);
  const fast = kernels();
  // A square root costs about as much as four multiply-adds.
  const work = matrix.rows * (matrix.columns + 4);
  const { least, most } = BLOCK_ROWS;
  const block = Math.max(least, Math.min(most, Math.floor(WORK_PER_CHECKPOINT / work)));
  for (let first = from; first < to; first += block) {
    const last = Math.min(to, first + block);
    const sums = result.subarray((first - from) * k, (last - from) * k);
    const part = { ...sorted, runs, from: first, to: last, sums };
    if (fast === null) addDistancesPlain(part);
    else addDistancesSimd(fast, part);
    yield { share: (last - from) / (to - from) };
  }
  return result;
}
