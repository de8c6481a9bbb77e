// How far features say the same thing.
import type { Weights } from '../weights.ts';

/** What is known of a pair after some rows: Welford's update, one pass without cancellation. */
interface Pair {
  n: number;
  total: number;
  meanX: number;
  meanY: number;
  xx: number;
  yy: number;
  xy: number;
}

function addRows(pair: Pair, first: Float64Array, second: Float64Array, weights: Weights): void {
  let { n, total, meanX, meanY, xx, yy, xy } = pair;
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
  Object.assign(pair, { n, total, meanX, meanY, xx, yy, xy });
}

function coefficient({ n, xx, yy, xy }: Pair, isSame: boolean): number {
  if (n < 2 || xx === 0 || yy === 0) return NaN;
  return isSame ? 1 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

export interface CorrelationTally {
  /** The next rows of all columns, and their weights; nothing is kept of the arrays. */
  readonly add: (columns: readonly Float64Array[], weights: Weights) => void;
  /** As `correlationMatrix` returns it. */
  readonly finish: () => Float64Array;
}

/** As `correlationMatrix`, to the last bit, for columns that come in parts. */
export function createCorrelationTally(columns: number): CorrelationTally {
  const nothing: Pair = { n: 0, total: 0, meanX: 0, meanY: 0, xx: 0, yy: 0, xy: 0 };
  const pairs = Array.from({ length: columns * columns }, () => ({ ...nothing }));
  return {
    add: (parts, weights) => {
      for (const [first, one] of parts.entries())
        for (const [second, other] of parts.entries())
          if (second >= first) addRows(pairs[first * columns + second]!, one, other, weights);
    },
    finish: () =>
      Float64Array.from(pairs, (_, at) => {
        const [first, second] = [Math.floor(at / columns), at % columns];
        const pair = pairs[Math.min(first, second) * columns + Math.max(first, second)]!;
        return coefficient(pair, first === second);
      }),
  };
}

/**
 * Pearson correlations of all pairs of columns, each over the rows where both are present.
 * @param columns of equal length; @param weights one per row, or null
 * @returns columns × columns, row-major; 1 on the diagonal. NaN where a pair shares fewer than two
 * rows or one of its columns is constant there (the diagonal of such a column too).
 */
export function correlationMatrix(columns: readonly Float64Array[], weights: Weights = null): Float64Array {
  const tally = createCorrelationTally(columns.length);
  tally.add(columns, weights);
  return tally.finish();
}
