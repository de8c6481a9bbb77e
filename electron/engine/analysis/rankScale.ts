// Ranks as a scaling: a value becomes its percentile rank among those it was fitted on. Kept as at most 1,001 knots, so
// that new customers are ranked among the first ones without keeping these.
import type { SortedValues } from './stats/quantiles.ts';

/** Ascending; between two knots ranks are interpolated. */
export interface RankKnots {
  readonly values: readonly number[];
  /** 0..1: (weight below + half of the equal ones) ÷ all. */
  readonly ranks: readonly number[];
}

const MOST_KNOTS = 1_001;
/** Even ranks from 0 to 1 have the standard deviation 1/√12. */
const TO_UNIT_SPREAD = Math.sqrt(12);

/** Exact up to 1,001 different values, beyond that within a thousandth. */
export function rankKnots({ values, cumulative }: SortedValues): RankKnots {
  const total = cumulative?.at(-1) ?? values.length;
  const upTo = (count: number): number => (count === 0 ? 0 : (cumulative?.[count - 1] ?? count));
  const ends: number[] = [];
  for (let at = 1; at <= values.length; at++)
    if (at === values.length || values[at] !== values[at - 1]) ends.push(at);
  const taken =
    ends.length <= MOST_KNOTS
      ? [...ends.keys()]
      : Array.from({ length: MOST_KNOTS }, (_, at) =>
          Math.round((at * (ends.length - 1)) / (MOST_KNOTS - 1)),
        );
  return {
    // JSON knows no −0.
    values: taken.map((at) => values[ends[at]! - 1]! + 0),
    ranks: taken.map((at) => (upTo(ends[at - 1] ?? 0) + upTo(ends[at]!)) / 2 / total),
  };
}

/** The rank on a scale of mean 0 and standard deviation 1, so that it counts as much as a z-score beside it. */
export function rankScore({ values, ranks }: RankKnots, value: number): number {
  return (rankAt(values, ranks, value) - 0.5) * TO_UNIT_SPREAD;
}

function rankAt(values: readonly number[], ranks: readonly number[], value: number): number {
  if (values.length === 0) return 0.5;
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  if (low === values.length) return ranks.at(-1)!;
  if (low === 0 || values[low] === value) return ranks[low]!;
  const share = (value - values[low - 1]!) / (values[low]! - values[low - 1]!);
  return ranks[low - 1]! + share * (ranks[low]! - ranks[low - 1]!);
}
