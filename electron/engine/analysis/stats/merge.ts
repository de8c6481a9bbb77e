// Summaries of groups put together without going back to the rows.
import type { MeanSummary } from './moments.ts';

/** Summary of all groups together (Chan, Golub & LeVeque 1979). Groups without values add nothing. */
export function mergeSummaries(groups: readonly MeanSummary[]): MeanSummary {
  let n = 0;
  let mean = NaN;
  let squares = 0;
  let min = NaN;
  let max = NaN;
  for (const group of groups) {
    if (group.n === 0) continue;
    const ownSquares = group.n > 1 ? group.variance * (group.n - 1) : 0;
    if (n === 0) {
      ({ n, mean, min, max } = group);
      squares = ownSquares;
      continue;
    }
    const gap = group.mean - mean;
    const total = n + group.n;
    squares += ownSquares + (gap * gap * n * group.n) / total;
    mean += (gap * group.n) / total;
    min = Math.min(min, group.min);
    max = Math.max(max, group.max);
    n = total;
  }
  return { n, mean, variance: n < 2 ? NaN : squares / (n - 1), min, max };
}
