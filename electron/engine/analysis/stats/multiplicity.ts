// Adjusting p-values when many comparisons are shown at once.

function adjusted(
  pValues: readonly number[],
  factor: (rank: number, count: number) => number,
  direction: 'up' | 'down',
): readonly number[] {
  const count = pValues.length;
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const result = Array.from({ length: count }, () => NaN);
  let bound = direction === 'up' ? 0 : 1;
  for (let step = 0; step < count; step++) {
    const rank = direction === 'up' ? step : count - 1 - step;
    const index = order[rank]!;
    const value = Math.min(1, pValues[index]! * factor(rank + 1, count));
    bound = direction === 'up' ? Math.max(bound, value) : Math.min(bound, value);
    result[index] = bound;
  }
  return result;
}

/**
 * Benjamini–Hochberg (1995): the expected share of false discoveries among those called real.
 * Same order as the input; NaN is not allowed.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  return adjusted(pValues, (rank, count) => count / rank, 'down');
}

/** Holm (1979): the chance of even one false discovery. Same order as the input. */
export function holm(pValues: readonly number[]): readonly number[] {
  return adjusted(pValues, (rank, count) => count - rank + 1, 'up');
}
