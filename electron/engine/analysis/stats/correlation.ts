// How far features say the same thing.
import type { Weights } from '../weights.ts';

/**
 * Pearson correlations of all pairs of columns, each over the rows where both are present.
 * @param columns of equal length; @param weights one per row, or null
 * @returns columns × columns, row-major; 1 on the diagonal. NaN where a pair shares fewer than two
 * rows or one of its columns is constant there (the diagonal of such a column too).
 */
export function correlationMatrix(columns: readonly Float64Array[], weights: Weights = null): Float64Array {
  const result = new Float64Array(columns.length * columns.length);
  for (const [first, one] of columns.entries()) {
    for (const [second, other] of columns.entries()) {
      if (second < first) continue;
      const r = correlation(one, other, weights);
      result[first * columns.length + second] = r;
      result[second * columns.length + first] = r;
    }
  }
  return result;
}

function correlation(first: Float64Array, second: Float64Array, weights: Weights): number {
  let n = 0;
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  // Welford's update: one pass, no cancellation.
  for (let row = 0; row < first.length; row++) {
    const x = first[row]!;
    const y = second[row]!;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const weight = weights === null ? 1 : weights[row]!;
    if (weight === 0) continue;
    n++;
    total += weight;
    const fromX = weight * (x - meanX);
    const fromY = weight * (y - meanY);
    meanX += fromX / total;
    meanY += fromY / total;
    xx += fromX * (x - meanX);
    yy += fromY * (y - meanY);
    xy += fromX * (y - meanY);
  }
  if (n < 2 || xx === 0 || yy === 0) return NaN;
  if (first === second) return 1;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
