// Makes features comparable before distances are taken: log, missing values, scaling, winsorising.
// Fitting and applying are apart, so that a refreshed file is scaled exactly like the first one.
import { letGo } from '../letGo.ts';
import { donorsFor, impute } from './features/impute.ts';
import { columnOf, createMatrix, type Matrix } from './matrix.ts';
import { type RankKnots, rankKnots, rankScore } from './rankScale.ts';
import { type MeanSummary, skewness, summarise, summariseWeighted, weightOf } from './stats/moments.ts';
import { type SortedValues, sortedWithWeights, weightedQuantile } from './stats/quantiles.ts';
import { takeWeights, type Weights } from './weights.ts';

export type ScaleMethod = 'z' | 'robust' | 'minMax' | 'rank' | 'none';
/**
 * What happens to rows with a missing value: the column's median (or what `fills` names) takes its place, the mean of
 * the rows nearest to it after scaling, or the row stays out.
 */
export type MissingPolicy = 'median' | 'nearest' | 'exclude';

export interface ScaleOptions {
  /** One for all columns, or one each. */
  readonly method: ScaleMethod | readonly ScaleMethod[];
  /** Per column: take ln(1 + x) first. Ignored for a column with negative values. */
  readonly log?: readonly boolean[];
  readonly missing?: MissingPolicy;
  /** Per column: what stands in for missing values; null = the median. */
  readonly fills?: readonly (number | null)[];
  /** Per column: how many its feature was taken apart into; together they count as one feature. Left out: each is one. */
  readonly levels?: readonly number[];
  /** Values beyond ±limit after scaling are set to the limit; null or left out = never. */
  readonly winsorLimit?: number | null;
  /** One per row: centres, spreads and medians are then those of the reference population. */
  readonly weights?: Weights;
}

/** How one column is transformed: `(log ? ln(1 + x) : x − centre) / spread`, or `rank score / spread`. */
export interface ColumnScale {
  readonly log: boolean;
  readonly centre: number;
  /** 1 for a constant column, which therefore becomes 0. More for one of a category's columns. */
  readonly spread: number;
  /** The median that stands in for missing values, before scaling (after the log); 0 if all are missing. */
  readonly fill: number;
  readonly constant: boolean;
  /** Ranks take the place of all this. */
  readonly ranks?: RankKnots;
}

export interface Scaling {
  readonly columns: readonly ColumnScale[];
  readonly missing: MissingPolicy;
  readonly winsorLimit: number | null;
}

export interface ScaledMatrix {
  readonly matrix: Matrix;
  readonly scaling: Scaling;
  /** Row of the input for each row of `matrix`. */
  readonly keptRows: Int32Array;
  /** Rows left out because a value was missing; always 0 under `median`. */
  readonly excludedRows: number;
  /** Per column: missing values that were filled. */
  readonly imputed: readonly number[];
  /** Per column: values moved to the winsorising limit. */
  readonly winsorised: readonly number[];
}

/**
 * Fits the transformation of each column on its finite values. z uses the population standard
 * deviation (n in the denominator, as scikit-learn's StandardScaler), robust the median and
 * interquartile range, minMax the range, rank the percentile rank with mean 0 and deviation 1. A column that is constant, empty or whose spread is 0 gets
 * spread 1.
 */
export function fitScaling(matrix: Matrix, options: ScaleOptions): Scaling {
  const columns = Array.from({ length: matrix.columns }, (_, column) =>
    fitColumn(columnOf(matrix, column), options, column),
  );
  return { columns, missing: options.missing ?? 'median', winsorLimit: options.winsorLimit ?? null };
}

function fitColumn(
  values: Float64Array,
  { method: methods, weights = null, log: logs, fills, levels }: ScaleOptions,
  column: number,
): ColumnScale {
  const method = typeof methods === 'string' ? methods : (methods[column] ?? 'none');
  const raw = summariseWeighted(values, weights);
  // A logarithm changes no rank.
  const log = (logs?.[column] ?? false) && method !== 'rank' && raw.n > 0 && raw.min >= 0;
  const used = log ? values.map(Math.log1p) : values;
  const sorted = sortedWithWeights(used, weights);
  const summary = log ? summariseWeighted(used, weights) : raw;
  const named = fills?.[column] ?? null;
  const usual = summary.n === 0 ? 0 : weightedQuantile(sorted, 0.5);
  const fill = named === null ? usual : log ? Math.log1p(named) : named;
  const constant = !(summary.max > summary.min);
  const { centre, spread } = centreAndSpread(method, sorted, summary);
  const shared = sharedBy(levels?.[column] ?? 1, method);
  if (method === 'rank') return { log, centre: 0, spread: shared, fill, constant, ranks: rankKnots(sorted) };
  // A constant column keeps its own value as centre under every method but none: it becomes 0.
  if (constant && method !== 'none') return { log, centre: usual, spread: 1, fill: usual, constant };
  return { log, centre, spread: shared * (spread > 0 ? spread : 1), fill, constant };
}

/**
 * What the columns of one category are divided by, so that its levels do not add up to many features (block scaling).
 * Where each column has a variance of 1, all together have it then; where columns keep their 0 and 1, customers of
 * different levels, who differ in two of them, are 1 apart.
 */
function sharedBy(levels: number, method: ScaleMethod): number {
  return Math.sqrt(method === 'z' || method === 'rank' ? levels : Math.min(levels, 2));
}

function centreAndSpread(
  method: ScaleMethod,
  sorted: SortedValues,
  summary: MeanSummary,
): { readonly centre: number; readonly spread: number } {
  if (method === 'z') {
    const population = Math.sqrt((summary.variance * (weightOf(summary) - 1)) / weightOf(summary));
    return { centre: summary.mean, spread: population };
  }
  if (method === 'robust') {
    const at = (share: number): number => weightedQuantile(sorted, share);
    return { centre: at(0.5), spread: at(0.75) - at(0.25) };
  }
  if (method === 'minMax') return { centre: summary.min, spread: summary.max - summary.min };
  return { centre: 0, spread: 1 };
}

/** Applies a fitted scaling; the input must have the columns it was fitted on, in their order. */
export function applyScaling(matrix: Matrix, scaling: Scaling): ScaledMatrix {
  const keptRows = scaling.missing === 'exclude' ? completeRows(matrix) : allRows(matrix.rows);
  const scaled = createMatrix(keptRows.length, matrix.columns, true);
  const imputed = Array.from({ length: matrix.columns }, () => 0);
  const winsorised = Array.from({ length: matrix.columns }, () => 0);
  const limit = scaling.winsorLimit ?? Infinity;
  scaling.columns.forEach(({ log, centre, spread, fill, ranks }, column) => {
    for (let row = 0; row < keptRows.length; row++) {
      const raw = matrix.values[keptRows[row]! * matrix.columns + column]!;
      let value = log ? Math.log1p(Math.max(raw, 0)) : raw;
      if (!Number.isFinite(raw)) {
        value = fill;
        imputed[column]! += 1;
      }
      value = (ranks ? rankScore(ranks, value) : value - centre) / spread;
      if (Math.abs(value) > limit) {
        value = Math.sign(value) * limit;
        winsorised[column]! += 1;
      }
      scaled.values[row * matrix.columns + column] = value;
    }
  });
  if (scaling.missing === 'nearest') fillFromNearest(scaled, matrix);
  const excludedRows = matrix.rows - keptRows.length;
  return { matrix: scaled, scaling, keptRows, excludedRows, imputed, winsorised };
}

/** Where the raw value is missing the five nearest rows that know it say what it is. @param raw of the same rows */
function fillFromNearest(scaled: Matrix, raw: Matrix): void {
  const { columns, rows } = scaled;
  const known = scaled.values.map((value, cell) => (Number.isFinite(raw.values[cell]!) ? value : NaN));
  let gaps = 0;
  for (let row = 0; row < rows; row++)
    if (known.subarray(row * columns, (row + 1) * columns).some(Number.isNaN)) gaps++;
  if (gaps === 0) return;
  const filled = impute({ rows, columns, values: known }, 'nearest', { donors: donorsFor(gaps, columns) });
  scaled.values.set(filled.matrix.values);
}

/** Fits on the matrix and applies to it. The result lies on shared memory. */
export function scaleMatrix(matrix: Matrix, options: ScaleOptions): ScaledMatrix {
  const missing = options.missing ?? 'median';
  // Under `exclude` the rows that stay out must not move the centres either.
  if (missing !== 'exclude') return applyScaling(matrix, fitScaling(matrix, options));
  const complete = completeRows(matrix);
  const values = new Float64Array(complete.length * matrix.columns);
  complete.forEach((row, index) => {
    values.set(
      matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns),
      index * matrix.columns,
    );
  });
  const weights = takeWeights(options.weights ?? null, complete);
  const fitted = { rows: complete.length, columns: matrix.columns, values };
  return applyScaling(matrix, fitScaling(fitted, { ...options, weights }));
}

/** True for a non-negative column whose skewness is above 1 and is lessened by ln(1 + x). */
export function suggestLog(values: ArrayLike<number>): boolean {
  const { min } = summarise(values);
  const skew = skewness(values);
  if (!(min >= 0) || !(skew > 1)) return false;
  const logs = new Float64Array(values.length);
  for (let row = 0; row < logs.length; row++) logs[row] = Math.log1p(values[row]!);
  const less = Math.abs(skewness(logs)) < skew;
  letGo(logs);
  return less;
}

function allRows(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}

function completeRows({ rows, columns, values }: Matrix): Int32Array {
  const kept = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let complete = true;
    for (let cell = row * columns; cell < (row + 1) * columns; cell++) {
      if (!Number.isFinite(values[cell]!)) complete = false;
    }
    if (complete) kept[count++] = row;
  }
  return kept.slice(0, count);
}
