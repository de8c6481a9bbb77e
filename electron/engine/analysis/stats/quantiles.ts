// Quantiles of type 7 (Hyndman & Fan 1996), the default of R, NumPy and Excel's PERCENTILE.INC.

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

/** Several quantiles of unsorted values, missing ones left out. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[]): readonly number[] {
  const sorted = sortedFinite(values);
  return shares.map((share) => quantile(sorted, share));
}

/** Median of the finite values; NaN when there is none. */
export function median(values: ArrayLike<number>): number {
  return quantile(sortedFinite(values), 0.5);
}
