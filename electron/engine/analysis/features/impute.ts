// Missing values filled: by the median, the most frequent value, or the nearest rows that know it. What was filled is
// always told: a flag per value, and counts.
import type { Fill } from '../../../../shared/model/featureDefinition.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { summarise } from '../stats/moments.ts';
import { median } from '../stats/quantiles.ts';

export interface Imputed {
  readonly matrix: Matrix;
  /** One column of 0/1 per column that had missing values: 1 = filled. */
  readonly indicators: readonly { readonly column: number; readonly filled: Uint8Array }[];
  /** Filled values per column. */
  readonly counts: readonly number[];
}

export interface ImputeOptions {
  /** Fill this column only. */
  readonly only?: number;
  readonly neighbours?: number;
  /** Rows that neighbours are looked for among: all up to so many, else a sample of so many. */
  readonly donors?: number;
  readonly seed?: number;
}

/** Distances to so many values are taken at most: some seconds. */
const MOST_DISTANCES = 4e8;
const DONORS = { least: 200, most: 2_000 };

/** Among how many rows neighbours are looked for: among fewer where many rows have a gap. */
export function donorsFor(gaps: number, columns: number): number {
  const possible = Math.floor(MOST_DISTANCES / Math.max(1, gaps * columns));
  return Math.min(DONORS.most, Math.max(DONORS.least, possible));
}

/** The most frequent value, the lowest of several; NaN without any. */
export function modeOf(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) if (Number.isFinite(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = NaN;
  let most = 0;
  for (const [value, count] of counts)
    if (count > most || (count === most && value < best)) [best, most] = [value, count];
  return best;
}

/**
 * Columns without any value become 0. `nearest`: the mean of the nearest `neighbours` (5) rows that know the value, by
 * Euclidean distance over the columns known in both, enlarged as if the others were as far (Dixon 1979); columns are
 * divided by their standard deviation first. Without such a row: the median.
 */
export function impute(matrix: Matrix, method: Fill, options: ImputeOptions = {}): Imputed {
  const { rows, columns } = matrix;
  const values = matrix.values.slice();
  const counts = new Array<number>(columns).fill(0);
  const indicators: { column: number; filled: Uint8Array }[] = [];
  const nearest = method === 'nearest' ? nearestMeans(matrix, options) : null;
  for (let column = 0; column < columns; column++) {
    if (options.only !== undefined && column !== options.only) continue;
    const own = columnOf(matrix, column);
    const filled = Uint8Array.from(own, (value) => (Number.isFinite(value) ? 0 : 1));
    const missing = filled.reduce((sum, flag) => sum + flag, 0);
    counts[column] = missing;
    if (missing === 0) continue;
    indicators.push({ column, filled });
    const usual = method === 'mode' ? modeOf(own) : median(own);
    const fallback = Number.isNaN(usual) ? 0 : usual;
    for (let row = 0; row < rows; row++) {
      if (filled[row] === 0) continue;
      const mean = nearest?.(row, column) ?? NaN;
      values[row * columns + column] = Number.isNaN(mean) ? fallback : mean;
    }
  }
  return { matrix: { rows, columns, values }, indicators, counts };
}

function nearestMeans(
  matrix: Matrix,
  { neighbours = 5, donors = 2_000, seed = 1 }: ImputeOptions,
): (row: number, column: number) => number {
  const { rows, columns, values } = matrix;
  const spreads = Float64Array.from({ length: columns }, (_, column) => {
    const { variance } = summarise(columnOf(matrix, column));
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  const among = rows <= donors ? null : sampleIndices(rows, donors, new Random(seed)).sort();
  const candidates = among ?? Int32Array.from({ length: rows }, (_, row) => row);
  const distances = new Float64Array(candidates.length);
  let measured = -1;
  const measure = (row: number): void => {
    measured = row;
    candidates.forEach((other, at) => {
      let sum = 0;
      let known = 0;
      for (let column = 0; column < columns; column++) {
        const difference =
          (values[row * columns + column]! - values[other * columns + column]!) / spreads[column]!;
        if (!Number.isFinite(difference)) continue;
        sum += difference * difference;
        known++;
      }
      distances[at] = known > 0 && other !== row ? (sum * columns) / known : Infinity;
    });
  };
  return (row, column) => {
    if (row !== measured) measure(row);
    const best: number[] = [];
    candidates.forEach((other, at) => {
      if (distances[at] === Infinity || !Number.isFinite(values[other * columns + column]!)) return;
      if (best.length === neighbours && distances[best.at(-1)!]! <= distances[at]!) return;
      let place = best.length;
      while (place > 0 && distances[best[place - 1]!]! > distances[at]!) place--;
      best.splice(place, 0, at);
      if (best.length > neighbours) best.pop();
    });
    const sum = best.reduce((total, at) => total + values[candidates[at]! * columns + column]!, 0);
    return best.length > 0 ? sum / best.length : NaN;
  };
}
