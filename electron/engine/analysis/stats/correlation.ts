// How far features say the same thing.
import type { Matrix } from '../matrix.ts';
import type { Weights } from '../weights.ts';

/**
 * Pearson correlations of all pairs of columns, each over the rows where both are present.
 * @param weights one per row, or null
 * @returns columns × columns, row-major; 1 on the diagonal. NaN where a pair shares fewer than two
 * rows or one of its columns is constant there (the diagonal of such a column too).
 */
export function correlationMatrix(matrix: Matrix, weights: Weights = null): Float64Array {
  const { columns } = matrix;
  const result = new Float64Array(columns * columns);
  for (let first = 0; first < columns; first++) {
    for (let second = first; second < columns; second++) {
      const r = correlation(matrix, first, second, weights);
      result[first * columns + second] = r;
      result[second * columns + first] = r;
    }
  }
  return result;
}

function correlation(
  { rows, columns, values }: Matrix,
  first: number,
  second: number,
  weights: Weights,
): number {
  let n = 0;
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  // Welford's update: one pass, no cancellation.
  for (let row = 0; row < rows; row++) {
    const x = values[row * columns + first]!;
    const y = values[row * columns + second]!;
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
