// Summaries of groups put together without going back to the rows.
import { informationOf, type MeanSummary, weightOf } from './moments.ts';

/** Summary of all groups together (Chan, Golub & LeVeque 1979). Groups without values add nothing. */
export function mergeSummaries(groups: readonly MeanSummary[]): MeanSummary {
  let n = 0;
  let weight = 0;
  let weightSquares = 0;
  let mean = NaN;
  let squares = 0;
  let min = NaN;
  let max = NaN;
  for (const group of groups) {
    if (group.n === 0) continue;
    const own = weightOf(group);
    const ownSquares = own > 1 ? group.variance * (own - 1) : 0;
    weightSquares += (own * own) / informationOf(group);
    if (n === 0) {
      ({ n, mean, min, max } = group);
      weight = own;
      squares = ownSquares;
      continue;
    }
    const gap = group.mean - mean;
    const total = weight + own;
    squares += ownSquares + (gap * gap * weight * own) / total;
    mean += (gap * own) / total;
    min = Math.min(min, group.min);
    max = Math.max(max, group.max);
    n += group.n;
    weight = total;
  }
  const weighted = groups.some((group) => group.weight !== undefined);
  return {
    n,
    ...(weighted ? { weight, effectiveN: n === 0 ? 0 : (weight * weight) / weightSquares } : {}),
    mean,
    variance: weight > 1 ? squares / (weight - 1) : NaN,
    min,
    max,
  };
}
