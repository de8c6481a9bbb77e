// RFM scores 1..5: five is best (most recent, most frequent, highest value).
import { quantile, sortedFinite } from './stats/quantiles.ts';

export interface RfmCuts {
  readonly recencyDays: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** One score per customer, 1..groups; 0 = the value is missing. */
export interface RfmScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  readonly cuts: RfmCuts;
}

export interface RfmScoreInput {
  readonly recencyDays: ArrayLike<number>;
  readonly frequency: ArrayLike<number>;
  readonly monetary: ArrayLike<number>;
}

/**
 * Cut points at the type-7 quantiles 1/groups, 2/groups … of the values that are present. For whole
 * numbers (days, orders) each cut is one above its quantile, as in the R package `rfm`, so that a
 * customer exactly on the quantile stays in the lower bin; for other numbers it is the quantile.
 */
export function scoreCuts(values: ArrayLike<number>, groups = 5): readonly number[] {
  const shares = Array.from({ length: groups - 1 }, (_, index) => (index + 1) / groups);
  const sorted = sortedFinite(values);
  const step = sorted.every(Number.isInteger) ? 1 : 0;
  return sorted.length === 0 ? [] : shares.map((share) => quantile(sorted, share) + step);
}

/**
 * Scores by cut points, lower bound inclusive and upper exclusive: a value equal to a cut belongs to
 * the bin above it. Tied values therefore always share a score, and with few different values some
 * scores stay empty.
 * @param cuts ascending; the analyst's own or those of `scoreCuts`
 * @param lowIsBest true for recency: the lowest bin gets the highest score
 */
export function scoreByCuts(
  values: ArrayLike<number>,
  cuts: readonly number[],
  lowIsBest = false,
): Uint8Array {
  return Uint8Array.from(values, (value) => {
    if (!Number.isFinite(value)) return 0;
    let bin = 0;
    while (bin < cuts.length && value >= cuts[bin]!) bin++;
    return lowIsBest ? cuts.length + 1 - bin : bin + 1;
  });
}

/** Scores all three with the given cut points, or with quintiles where none are given. */
export function rfmScores(input: RfmScoreInput, cuts: Partial<RfmCuts> = {}, groups = 5): RfmScores {
  const used: RfmCuts = {
    recencyDays: cuts.recencyDays ?? scoreCuts(input.recencyDays, groups),
    frequency: cuts.frequency ?? scoreCuts(input.frequency, groups),
    monetary: cuts.monetary ?? scoreCuts(input.monetary, groups),
  };
  return {
    recency: scoreByCuts(input.recencyDays, used.recencyDays, true),
    frequency: scoreByCuts(input.frequency, used.frequency),
    monetary: scoreByCuts(input.monetary, used.monetary),
    cuts: used,
  };
}
