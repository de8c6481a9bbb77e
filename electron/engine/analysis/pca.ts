// Principal components of the covariance matrix: the flat view of many features.
import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix';
import { AppError } from '../../../shared/errors.ts';
import { type Checkpoint, type Matrix, WORK_PER_CHECKPOINT } from './matrix.ts';
import { addProducts } from './productSums.ts';
import { totalWeight, type Weights } from './weights.ts';

export interface PcaResult {
  /** Column means that were taken off. */
  readonly mean: Float64Array;
  /** components × columns; unit length, the largest entry of each component positive. */
  readonly loadings: Float64Array;
  readonly components: number;
  /** Variance along every component (all of them), largest first; n − 1 (with weights Σw − 1) in the denominator. */
  readonly variances: readonly number[];
  /** The same as shares of the total, 0..1; zeros when no column varies. */
  readonly explained: readonly number[];
  /** rows × components */
  readonly scores: Float32Array;
}

/**
 * Covariance PCA (Pearson 1901) through the eigenvalues of the columns × columns covariance, O(rows ·
 * columns²). Scale the matrix first unless its columns share a unit. Expects finite values.
 * With fewer columns than asked for there are as many components as columns; one row has variance 0.
 * @throws AppError `TOO-FEW-CUSTOMERS` without rows, `TOO-FEW-FEATURES` without columns
 */
export function* pca(matrix: Matrix, wanted = 2, weights: Weights = null): Generator<Checkpoint, PcaResult> {
  const { rows, columns } = matrix;
  if (rows === 0) throw new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: 1 });
  if (columns === 0) throw new AppError('TOO-FEW-FEATURES', { found: 0, limit: 1 });
  const components = Math.min(wanted, columns);
  const mean = columnMeans(matrix, weights);
  const covariance = yield* covarianceOf(matrix, mean, weights);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues
    .map((_, index) => index)
    .sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const variances = order.map((index) => Math.max(0, realEigenvalues[index]!));
  const total = variances.reduce((sum, value) => sum + value, 0);
  const loadings = new Float64Array(components * columns);
  for (let component = 0; component < components; component++) {
    loadings.set(withFixedSign(eigenvectorMatrix.getColumn(order[component]!)), component * columns);
  }
  const scores = yield* project(matrix, mean, loadings, components);
  const explained = variances.map((value) => (total > 0 ? value / total : 0));
  return { mean, loadings, components, variances, explained, scores };
}

function columnMeans({ rows, columns, values }: Matrix, weights: Weights): Float64Array {
  const mean = new Float64Array(columns);
  for (let row = 0, cell = 0; row < rows; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    for (let column = 0; column < columns; column++, cell++) mean[column]! += weight * values[cell]!;
  }
  const total = totalWeight(weights, rows);
  return mean.map((sum) => sum / total);
}

function* covarianceOf(
  { rows, columns, values }: Matrix,
  mean: Float64Array,
  weights: Weights,
): Generator<Checkpoint, MlMatrix> {
  const products = new Float64Array(columns * columns);
  const block = Math.ceil(WORK_PER_CHECKPOINT / (columns * columns));
  for (let row = 0; row < rows; row += block) {
    addProducts(values, row, Math.min(rows, row + block), { columns, mean, weights, products });
    yield { share: (0.8 * Math.min(rows, row + block)) / rows };
  }
  const degrees = Math.max(1, totalWeight(weights, rows) - 1);
  const covariance = new MlMatrix(columns, columns);
  for (let first = 0; first < columns; first++) {
    for (let second = first; second < columns; second++) {
      const value = products[first * columns + second]! / degrees;
      covariance.set(first, second, value);
      covariance.set(second, first, value);
    }
  }
  return covariance;
}

/** An eigenvector's sign is arbitrary; without a rule the picture could flip between machines. */
function withFixedSign(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
    0,
  );
  return largest < 0 ? vector.map((value) => -value) : vector;
}

function* project(
  { rows, columns, values }: Matrix,
  mean: Float64Array,
  loadings: Float64Array,
  components: number,
): Generator<Checkpoint, Float32Array> {
  const scores = new Float32Array(rows * components);
  const block = Math.ceil(WORK_PER_CHECKPOINT / (columns * components));
  for (let row = 0; row < rows; row++) {
    for (let component = 0; component < components; component++) {
      let score = 0;
      for (let column = 0; column < columns; column++) {
        score += (values[row * columns + column]! - mean[column]!) * loadings[component * columns + column]!;
      }
      scores[row * components + component] = score;
    }
    if ((row + 1) % block === 0) yield { share: 0.8 + (0.2 * row) / rows };
  }
  return scores;
}
