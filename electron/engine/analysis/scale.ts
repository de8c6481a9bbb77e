// Makes features comparable before distances are taken: log, missing values, scaling, winsorising.
// Fitting and applying are apart, so that a refreshed file is scaled exactly like the first one.
import { letGo } from '../letGo.ts';
import { columnOf, createMatrix, type Matrix } from './matrix.ts';
import { type MeanSummary, skewness, summarise, summariseWeighted, weightOf } from './stats/moments.ts';
import { type SortedValues, sortedWithWeights, weightedQuantile } from './stats/quantiles.ts';
import { takeWeights, type Weights } from './weights.ts';

export type ScaleMethod = 'z' | 'robust' | 'minMax' | 'none';
/** What happens to rows with a missing value: the column's median takes its place, or the row stays out. */
export type MissingPolicy = 'median' | 'exclude';

export interface ScaleOptions {
  readonly method: ScaleMethod;
  /** Per column: take ln(1 + x) first. Ignored for a column with negative values. */
  readonly log?: readonly boolean[];
  readonly missing?: MissingPolicy;
  /** Values beyond ±limit after scaling are set to the limit; null or left out = never. */
  readonly winsorLimit?: number | null;
  /** One per row: centres, spreads and medians are then those of the reference population. */
  readonly weights?: Weights;
}

/** How one column is transformed: `(log ? ln(1 + x) : x − centre) / spread`. */
export interface ColumnScale {
  readonly log: boolean;
  readonly centre: number;
  /** 1 for a constant column, which therefore becomes 0. */
  readonly spread: number;
  /** The median that stands in for missing values, before scaling (after the log); 0 if all are missing. */
  readonly fill: number;
  readonly constant: boolean;
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
  /** Per column: missing values replaced by the median. */
  readonly imputed: readonly number[];
  /** Per column: values moved to the winsorising limit. */
  readonly winsorised: readonly number[];
}

/**
 * Fits the transformation of each column on its finite values. z uses the population standard
 * deviation (n in the denominator, as scikit-learn's StandardScaler), robust the median and
 * interquartile range, minMax the range. A column that is constant, empty or whose spread is 0 gets
 * spread 1.
 */
export function fitScaling(matrix: Matrix, options: ScaleOptions): Scaling {
  const columns = Array.from({ length: matrix.columns }, (_, column) =>
    fitColumn(columnOf(matrix, column), options, options.log?.[column] ?? false),
  );
  return { columns, missing: options.missing ?? 'median', winsorLimit: options.winsorLimit ?? null };
}

function fitColumn(
  values: Float64Array,
  { method, weights = null }: ScaleOptions,
  wantsLog: boolean,
): ColumnScale {
  const raw = summariseWeighted(values, weights);
  const log = wantsLog && raw.n > 0 && raw.min >= 0;
  const used = log ? values.map(Math.log1p) : values;
  const sorted = sortedWithWeights(used, weights);
  const summary = log ? summariseWeighted(used, weights) : raw;
  const fill = summary.n === 0 ? 0 : weightedQuantile(sorted, 0.5);
  const constant = !(summary.max > summary.min);
  const { centre, spread } = centreAndSpread(method, sorted, summary);
  // A constant column keeps its own value as centre under every method but none: it becomes 0.
  if (constant && method !== 'none') return { log, centre: fill, spread: 1, fill, constant };
  return { log, centre, spread: spread > 0 ? spread : 1, fill, constant };
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
  scaling.columns.forEach(({ log, centre, spread, fill }, column) => {
    for (let row = 0; row < keptRows.length; row++) {
      const raw = matrix.values[keptRows[row]! * matrix.columns + column]!;
      let value = log ? Math.log1p(Math.max(raw, 0)) : raw;
      if (!Number.isFinite(raw)) {
        value = fill;
        imputed[column]! += 1;
      }
      value = (value - centre) / spread;
      if (Math.abs(value) > limit) {
        value = Math.sign(value) * limit;
        winsorised[column]! += 1;
      }
      scaled.values[row * matrix.columns + column] = value;
    }
  });
  const excludedRows = matrix.rows - keptRows.length;
  return { matrix: scaled, scaling, keptRows, excludedRows, imputed, winsorised };
}

/** Fits on the matrix and applies to it. The result lies on shared memory. */
export function scaleMatrix(matrix: Matrix, options: ScaleOptions): ScaledMatrix {
  const missing = options.missing ?? 'median';
  // Under `exclude` the rows that stay out must not move the centres either.
  if (missing === 'median') return applyScaling(matrix, fitScaling(matrix, options));
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
