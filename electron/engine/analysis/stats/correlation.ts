// How far features say the same thing.
import type { Weights } from '../weights.ts';

/** What is known of each pair after some rows: n, total, two means and three sums of products (Welford's update). */
const FACTS = 7;

function addRows(
  facts: Float64Array,
  at: number,
  first: Float64Array,
  second: Float64Array,
  weights: Weights,
): void {
  let n = facts[at]!;
  let total = facts[at + 1]!;
  let meanX = facts[at + 2]!;
  let meanY = facts[at + 3]!;
  let xx = facts[at + 4]!;
  let yy = facts[at + 5]!;
  let xy = facts[at + 6]!;
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
  facts.set([n, total, meanX, meanY, xx, yy, xy], at);
}

function coefficient(facts: Float64Array, at: number, isSame: boolean): number {
  const n = facts[at]!;
  const xx = facts[at + 4]!;
  const yy = facts[at + 5]!;
  if (n < 2 || xx === 0 || yy === 0) return NaN;
  return isSame ? 1 : Math.max(-1, Math.min(1, facts[at + 6]! / Math.sqrt(xx * yy)));
}

export interface CorrelationTally {
  /** The next rows of all columns, and their weights; nothing is kept of the arrays. Stops after each column. */
  readonly add: (columns: readonly Float64Array[], weights: Weights) => Generator<void, void>;
  /** As `correlationMatrix` returns it. */
  readonly finish: () => Float64Array;
}

/**
 * As `correlationMatrix`, to the last bit, for columns that come in parts. 56 bytes for each pair of columns.
 * @param from pairs of two columns before this one are left out (NaN)
 */
export function createCorrelationTally(columns: number, from = 0): CorrelationTally {
  const facts = new Float64Array(FACTS * ((columns * (columns + 1)) / 2));
  /** Of the upper triangle, by rows: the pairs before this one. */
  const place = (first: number, second: number): number =>
    FACTS * (first * columns - (first * (first - 1)) / 2 + (second - first));
  return {
    *add(parts, weights) {
      for (const [first, one] of parts.entries()) {
        for (let second = Math.max(first, from); second < columns; second++)
          addRows(facts, place(first, second), one, parts[second]!, weights);
        yield;
      }
    },
    finish: () =>
      Float64Array.from({ length: columns * columns }, (_, at) => {
        const [first, second] = [Math.floor(at / columns), at % columns];
        return coefficient(facts, place(Math.min(first, second), Math.max(first, second)), first === second);
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
  for (const _ of tally.add(columns, weights));
  return tally.finish();
}
