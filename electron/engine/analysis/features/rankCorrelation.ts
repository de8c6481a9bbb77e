// Spearman's ρ of two columns with gaps: values are ranked among the rows where both are known.
import type { Weights } from '../weights.ts';
import { sortedFinite } from '../stats/quantiles.ts';

interface Ranks {
  /** Mid-ranks less their mean: weight below, half of the equal ones', less half of all. 0 for rows that do not count. */
  readonly values: Float64Array;
  readonly squares: number;
}

/** A column as it is ranked, again and again among other rows. */
export interface RankedColumn {
  /** Which of the different values, in their order, a row has; −1 = missing. */
  readonly places: Int32Array;
  /** How many different values. */
  readonly distinct: number;
  /** 1 where a row has a value. */
  readonly has: Uint8Array;
  readonly known: number;
  /** Among all known rows. */
  readonly ranks: Ranks;
}

function placesOf(values: Float64Array, distinct: Float64Array): Int32Array {
  return Int32Array.from(values, (value) => {
    if (!Number.isFinite(value)) return -1;
    let low = 0;
    let high = distinct.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

type Places = Pick<RankedColumn, 'places' | 'distinct'>;

/** @param has the rows that count; their columns have all of them */
function midRanks({ places, distinct }: Places, has: Uint8Array, weights: Weights): Ranks {
  const byPlace = new Float64Array(distinct);
  for (let row = 0; row < places.length; row++) {
    const place = places[row]!;
    if (place >= 0 && has[row] === 1) byPlace[place]! += weights === null ? 1 : weights[row]!;
  }
  let total = 0;
  for (const here of byPlace) total += here;
  let below = 0;
  let squares = 0;
  for (let place = 0; place < distinct; place++) {
    const here = byPlace[place]!;
    const rank = below + here / 2 - total / 2;
    byPlace[place] = rank;
    squares += here * rank * rank;
    below += here;
  }
  const values = new Float64Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const place = places[row]!;
    if (place >= 0 && has[row] === 1) values[row] = byPlace[place]!;
  }
  return { values, squares };
}

export function rankedColumn(values: Float64Array, weights: Weights): RankedColumn {
  const sorted = sortedFinite(values);
  const different = sorted.filter((value, at) => value !== sorted[at - 1]);
  const places = placesOf(values, different);
  const has = Uint8Array.from(places, (place) => (place < 0 ? 0 : 1));
  const column = { places, distinct: different.length, has, known: sorted.length };
  return { ...column, ranks: midRanks(column, has, weights) };
}

/** Ranks among the known rows that count, less their mean; NaN elsewhere. @param has 1 = the row counts */
export function ranksAmong(column: RankedColumn, has: Uint8Array, weights: Weights): Float64Array {
  const { values } = midRanks(column, has, weights);
  for (let row = 0; row < has.length; row++) if ((column.has[row]! & has[row]!) === 0) values[row] = NaN;
  return values;
}

/** Rows where both are known. */
export function rowsInCommon(one: RankedColumn, other: RankedColumn): number {
  const rows = one.has.length;
  if (one.known === rows || other.known === rows) return Math.min(one.known, other.known);
  let n = 0;
  for (let row = 0; row < rows; row++) n += one.has[row]! & other.has[row]!;
  return n;
}

function product(x: Float64Array, y: Float64Array, weights: Weights): number {
  let sum = 0;
  if (weights === null) for (let row = 0; row < x.length; row++) sum += x[row]! * y[row]!;
  else for (let row = 0; row < x.length; row++) sum += weights[row]! * x[row]! * y[row]!;
  return sum;
}

/**
 * Spearman's ρ (1904) over the rows where both are known, which alone are ranked; equal values share a rank.
 * @param common their `rowsInCommon`; @param weights values then count as often as they weigh
 * @returns NaN when one of them is constant there
 */
export function rankCorrelation(
  one: RankedColumn,
  other: RankedColumn,
  common: number,
  weights: Weights,
): number {
  // Ranks change only where the other column's gaps leave somebody out.
  const x = common === one.known ? one.ranks : midRanks(one, other.has, weights);
  const y = common === other.known ? other.ranks : midRanks(other, one.has, weights);
  const length = Math.sqrt(x.squares) * Math.sqrt(y.squares);
  return length > 0 ? Math.max(-1, Math.min(1, product(x.values, y.values, weights) / length)) : NaN;
}
