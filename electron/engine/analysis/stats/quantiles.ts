// Quantiles of type 7 (Hyndman & Fan 1996), the default of R, NumPy and Excel's PERCENTILE.INC.
import type { Weights } from '../weights.ts';

/** The finite values in ascending order; the input is left as it is. */
export function sortedFinite(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let n = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isFinite(value)) kept[n++] = value;
  }
  return kept.subarray(0, n).sort();
}

/**
 * Type-7 quantile of values already sorted: linear between the two neighbours of (n − 1)·share.
 * @param share 0..1, 0.5 = median
 * @returns NaN for an empty array
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * share;
  // 0.8 · 5 must not fall a hair short of 4: snap to the neighbour within rounding error.
  const nearest = Math.round(position);
  if (Math.abs(position - nearest) < 1e-9) return sorted[nearest]!;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (sorted[below + 1]! - low) * (position - below);
}

/** Values in ascending order, and what they and all before them weigh; null without weights. */
export interface SortedValues {
  readonly values: Float64Array;
  readonly cumulative: Float64Array | null;
}

/** As `sortedFinite`, with their weights; values with weight 0 are left out. */
export function sortedWithWeights(values: ArrayLike<number>, weights: Weights): SortedValues {
  if (weights === null) return { values: sortedFinite(values), cumulative: null };
  const kept: number[] = [];
  for (let index = 0; index < values.length; index++)
    if (Number.isFinite(values[index]!) && weights[index]! > 0) kept.push(index);
  const order = Uint32Array.from(kept).sort((a, b) => values[a]! - values[b]! || a - b);
  let total = 0;
  return {
    values: Float64Array.from(order, (index) => values[index]!),
    cumulative: Float64Array.from(order, (index) => (total += weights[index]!)),
  };
}

/** The value that stands at a whole position when every value is repeated as often as it weighs. */
function valueAt({ values, cumulative }: SortedValues, position: number): number {
  let low = 0;
  let high = values.length - 1;
  const target = position + 1e-9 * cumulative!.at(-1)!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative![middle]! > target) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}

/**
 * Type-7 quantile of weighted values: position (Σw − 1)·share among the values repeated as often as they weigh
 * (Harrell's definition for sampling weights of mean 1). Without weights the same as `quantile`.
 */
export function weightedQuantile(sorted: SortedValues, share: number): number {
  const { values, cumulative } = sorted;
  if (cumulative === null || values.length === 0) return quantile(values, share);
  const position = Math.max(0, (cumulative.at(-1)! - 1) * share);
  const nearest = Math.round(position);
  if (Math.abs(position - nearest) < 1e-9) return valueAt(sorted, nearest);
  const below = Math.floor(position);
  const low = valueAt(sorted, below);
  return low + (valueAt(sorted, below + 1) - low) * (position - below);
}

/** Several quantiles of unsorted values, missing ones left out. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): readonly number[] {
  const sorted = sortedFinite(values);
  return shares.map((share) => quantile(sorted, share));
}

/** Median of the finite values; NaN when there is none. */
export function median(values: ArrayLike<number>): number {
  return quantile(sortedFinite(values), 0.5);
}
