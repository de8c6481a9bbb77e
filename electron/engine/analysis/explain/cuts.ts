// Where a numeric column may be cut: few places, written as short numbers.
import { Random, sampleIndices } from '../random.ts';
import { type SortedValues, sortedWithWeights, weightedQuantile } from '../stats/quantiles.ts';
import { takeWeights, type Weights } from '../weights.ts';

/** Quantiles of more values are those of a sample, always the same one. */
const SORTED_ROWS = 50_000;
/** A cut may move by this part of a step to become a shorter number. */
const SLACK = 0.25;

/**
 * The number with the fewest decimals near the middle of `low < x ≤ high`. Rows on either side of it are the same as
 * for any other number there.
 */
export function shortestBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  const first = Math.floor(Math.log10(high - low));
  if (!Number.isFinite(first) || !Number.isFinite(middle)) return high;
  for (let exponent = first; exponent > first - 4; exponent--) {
    const step = 10 ** Math.abs(exponent);
    const found = exponent < 0 ? Math.round(middle * step) / step : Math.round(middle / step) * step;
    if (found > low && found <= high) return found;
  }
  return high;
}

/** Different values in ascending order, at most `most + 1` of them. */
function distinctOf(sorted: Float64Array, most: number): readonly number[] {
  const found: number[] = [];
  for (const value of sorted) {
    if (found.at(-1) !== value) found.push(value);
    if (found.length > most) break;
  }
  return found;
}

/** The largest value below `value`; −Infinity when there is none. */
function valueBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? -Infinity;
}

function quantileCuts(ranked: SortedValues, steps: number): readonly number[] {
  const sorted = ranked.values;
  const found = new Set<number>();
  for (let step = 1; step < steps; step++) {
    const high = weightedQuantile(ranked, (step + SLACK) / steps);
    const from = weightedQuantile(ranked, (step - SLACK) / steps);
    const low = from < high ? from : valueBelow(sorted, high);
    if (low >= sorted[0]!) found.add(shortestBetween(low, high));
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * Lower bounds of steps 1, 2, … of a column, ascending: between all neighbours when there are at most `steps` different
 * values, else near (weighted) quantiles. Empty for a constant column.
 * @param values NaN and infinities are left out
 */
export function cutsOf(values: ArrayLike<number>, steps: number, weights: Weights = null): readonly number[] {
  const rows = sampleIndices(values.length, SORTED_ROWS, new Random(0));
  const sampled = rows.length < values.length;
  const seen = sampled ? Float64Array.from(rows, (row) => values[row]!) : values;
  const ranked = sortedWithWeights(seen, sampled ? takeWeights(weights, rows) : weights);
  const distinct = distinctOf(ranked.values, steps);
  if (distinct.length > steps) return quantileCuts(ranked, steps);
  return distinct.slice(1).map((high, index) => shortestBetween(distinct[index]!, high));
}
