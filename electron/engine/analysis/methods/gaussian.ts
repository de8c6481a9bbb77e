// Components of a Gaussian mixture: their density, and their fit to rows that belong to them in part.
import type { Matrix } from '../matrix.ts';
import type { CovarianceShape } from '../../../../shared/model/method.ts';

export interface Component {
  /** Share of the rows; the shares of all components sum to 1. */
  readonly share: number;
  readonly mean: readonly number[];
  /** full and equalShape: d × d, row by row; diagonal: d variances; spherical: one. */
  readonly covariance: readonly number[];
}

/** Whether covariances are stored, not variances alone. */
export const isTilted = (shape: CovarianceShape): boolean => shape === 'full' || shape === 'equalShape';

/** Added to every variance (as scikit-learn's reg_covar), so that no component shrinks to a point. */
export const VARIANCE_FLOOR = 1e-6;

/** Share of a column's variance below which a cloud stands on one repeated value, such as "exactly four orders". */
const COLLAPSED = 1e-4;

/**
 * A cloud without width in some column: its likelihood grows without bound, and it would win every comparison by BIC
 * (spurious maximisers, McLachlan & Peel 2000, 3.10). Round clouds have one width for all columns.
 * @param variances of the columns, over all rows
 */
export function isCollapsed(
  { covariance }: Component,
  shape: CovarianceShape,
  variances: ArrayLike<number>,
): boolean {
  if (shape === 'spherical') return false;
  const step = isTilted(shape) ? variances.length + 1 : 1;
  return Array.from(variances).some((whole, at) => covariance[at * step]! < COLLAPSED * whole);
}

/** Free parameters: what BIC counts. */
export function parametersOf(shape: CovarianceShape, k: number, d: number): number {
  const common = shape === 'equalShape' ? d - 1 : 0;
  const each = { full: (d * (d + 1)) / 2, equalShape: 1 + (d * (d - 1)) / 2, diagonal: d, spherical: 1 };
  return k * (d + each[shape]) + common + k - 1;
}

/** Lower triangle L with L·Lᵀ = covariance; null when it is not positive definite. */
function cholesky(covariance: readonly number[], d: number): Float64Array | null {
  const lower = new Float64Array(d * d);
  for (let row = 0; row < d; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = covariance[row * d + column]!;
      for (let at = 0; at < column; at++) sum -= lower[row * d + at]! * lower[column * d + at]!;
      if (row === column && !(sum > 0)) return null;
      lower[row * d + column] = row === column ? Math.sqrt(sum) : sum / lower[column * d + column]!;
    }
  }
  return lower;
}

/** L⁻¹ of a lower triangle: distances are then sums of products, without a division per cell. */
function inverseLower(lower: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  for (let column = 0; column < d; column++) {
    for (let row = column; row < d; row++) {
      let sum = row === column ? 1 : 0;
      for (let at = column; at < row; at++) sum -= lower[row * d + at]! * inverse[at * d + column]!;
      inverse[row * d + column] = sum / lower[row * d + row]!;
    }
  }
  return inverse;
}

/** A component ready to be evaluated. */
export interface Density {
  readonly mean: Float64Array;
  /** ln share − ½·(d·ln 2π + ln |covariance|) */
  readonly constant: number;
  /** full and equalShape: the inverse triangle; else the inverse standard deviations. */
  readonly inverse: Float64Array;
  readonly triangle: boolean;
}

/** Null for a covariance that is not positive definite. */
export function densityOf({ share, mean, covariance }: Component, shape: CovarianceShape): Density | null {
  const d = mean.length;
  const plain = Math.log(share) - (d / 2) * Math.log(2 * Math.PI);
  if (isTilted(shape)) {
    const lower = cholesky(covariance, d);
    if (lower === null) return null;
    let half = 0;
    for (let at = 0; at < d; at++) half += Math.log(lower[at * d + at]!);
    const inverse = inverseLower(lower, d);
    return { mean: Float64Array.from(mean), constant: plain - half, inverse, triangle: true };
  }
  const inverse = Float64Array.from(
    mean,
    (_, at) => 1 / Math.sqrt(covariance[shape === 'diagonal' ? at : 0]!),
  );
  const half = inverse.reduce((sum, value) => sum - Math.log(value), 0);
  return { mean: Float64Array.from(mean), constant: plain - half, inverse, triangle: false };
}

/** Squared Mahalanobis distance of the row that starts at `cell`. @param gaps room for d numbers */
export function mahalanobis(
  values: Float64Array,
  cell: number,
  { mean, inverse, triangle }: Density,
  gaps: Float64Array,
): number {
  const d = mean.length;
  let sum = 0;
  if (!triangle) {
    for (let at = 0; at < d; at++) {
      const gap = (values[cell + at]! - mean[at]!) * inverse[at]!;
      sum += gap * gap;
    }
    return sum;
  }
  for (let at = 0; at < d; at++) gaps[at] = values[cell + at]! - mean[at]!;
  for (let row = 0; row < d; row++) {
    let part = 0;
    for (let at = 0, from = row * d; at <= row; at++) part += inverse[from + at]! * gaps[at]!;
    sum += part * part;
  }
  return sum;
}

/**
 * The component that fits the rows best, each counted as much as `part` says; of equalShape as if it were alone.
 * @param part rows × k; this component's column is `which`
 * @param total what all rows weigh
 */
export function fitComponent(
  { rows, columns: d, values }: Matrix,
  part: Float64Array,
  {
    k,
    which,
    total,
    shape,
  }: { readonly k: number; readonly which: number; readonly total: number; readonly shape: CovarianceShape },
): Component {
  // Ten rounding errors above 0 keep an empty component from dividing by it.
  let worth = 10 * Number.EPSILON;
  const mean = new Float64Array(d);
  for (let row = 0; row < rows; row++) {
    const share = part[row * k + which]!;
    if (share === 0) continue;
    worth += share;
    for (let at = 0; at < d; at++) mean[at]! += share * values[row * d + at]!;
  }
  for (let at = 0; at < d; at++) mean[at]! /= worth;
  const scatter = new Float64Array(isTilted(shape) ? d * d : d);
  const gaps = new Float64Array(d);
  for (let row = 0; row < rows; row++) {
    const share = part[row * k + which]!;
    if (share < 1e-300) continue;
    for (let at = 0; at < d; at++) gaps[at] = values[row * d + at]! - mean[at]!;
    addScatter(scatter, gaps, share, shape);
  }
  return { share: worth / total, mean: [...mean], covariance: covarianceFrom(scatter, worth, d, shape) };
}

function addScatter(scatter: Float64Array, gaps: Float64Array, share: number, shape: CovarianceShape): void {
  const d = gaps.length;
  for (let row = 0; row < d; row++) {
    const scaled = share * gaps[row]!;
    if (!isTilted(shape)) scatter[row]! += scaled * gaps[row]!;
    else for (let at = 0; at <= row; at++) scatter[row * d + at]! += scaled * gaps[at]!;
  }
}

function covarianceFrom(scatter: Float64Array, worth: number, d: number, shape: CovarianceShape): number[] {
  if (isTilted(shape)) {
    const cells = Array.from({ length: d * d }, (_, cell) => {
      const [row, column] = [Math.floor(cell / d), cell % d];
      const low = scatter[Math.max(row, column) * d + Math.min(row, column)]! / worth;
      return row === column ? low + VARIANCE_FLOOR : low;
    });
    return cells;
  }
  const variances = Array.from(scatter, (sum) => sum / worth + VARIANCE_FLOOR);
  return shape === 'diagonal' ? variances : [variances.reduce((sum, value) => sum + value, 0) / d];
}
