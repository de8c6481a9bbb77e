// Expectation-maximisation (Dempster, Laird & Rubin 1977) for a Gaussian mixture, from a first division.
import type { CovarianceShape } from '../../../../shared/model/method.ts';
import { type Checkpoint, type Matrix, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { totalWeight, type Weights } from '../weights.ts';
import { withEqualShape } from './equalShape.ts';
import {
  type Component,
  type Density,
  densityOf,
  fitComponent,
  isCollapsed,
  mahalanobis,
} from './gaussian.ts';

export interface Mixture {
  readonly shape: CovarianceShape;
  readonly components: readonly Component[];
  /** ln of the likelihood of all (weighted) rows. */
  readonly logLikelihood: number;
  /** Σ −p·ln p of the posteriors: how undecided the rows are. */
  readonly entropy: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface MixtureOptions {
  readonly shape: CovarianceShape;
  readonly k: number;
  readonly weights: Weights;
  readonly maxIterations: number;
  /** Stop when the mean ln likelihood per row rises by less. */
  readonly tolerance: number;
}

interface Expected {
  readonly logLikelihood: number;
  readonly entropy: number;
}

/** Posteriors of rows `from..to−1` into `part` (times the weight); log-sum-exp, so that far rows do not vanish. */
function expectRows(
  { columns, values }: Matrix,
  [from, to]: readonly [number, number],
  densities: readonly Density[],
  weights: Weights,
  part: Float64Array,
): Expected {
  const k = densities.length;
  const gaps = new Float64Array(columns);
  let [logLikelihood, entropy] = [0, 0];
  for (let row = from; row < to; row++) {
    let most = -Infinity;
    for (let at = 0; at < k; at++) {
      const density = densities[at]!;
      const log = density.constant - 0.5 * mahalanobis(values, row * columns, density, gaps);
      part[row * k + at] = log;
      if (log > most) most = log;
    }
    let sum = 0;
    for (let at = 0; at < k; at++) sum += Math.exp(part[row * k + at]! - most);
    const whole = most + Math.log(sum);
    const weight = weights === null ? 1 : weights[row]!;
    logLikelihood += weight * whole;
    for (let at = 0; at < k; at++) {
      const log = part[row * k + at]! - whole;
      const posterior = Math.exp(log);
      if (posterior > 0) entropy -= weight * posterior * log;
      part[row * k + at] = weight * posterior;
    }
  }
  return { logLikelihood, entropy };
}

function* expectAll(
  matrix: Matrix,
  densities: readonly Density[],
  weights: Weights,
  part: Float64Array,
  share: number,
): Generator<Checkpoint, Expected> {
  const perRow = densities.length * (matrix.columns * matrix.columns + 20);
  const block = Math.max(1, Math.floor(WORK_PER_CHECKPOINT / 4 / perRow));
  let [logLikelihood, entropy] = [0, 0];
  for (let from = 0; from < matrix.rows; from += block) {
    const range = [from, Math.min(matrix.rows, from + block)] as const;
    const found = expectRows(matrix, range, densities, weights, part);
    logLikelihood += found.logLikelihood;
    entropy += found.entropy;
    yield { share };
  }
  return { logLikelihood, entropy };
}

/** Null when a covariance stops being positive definite. */
function densitiesOf(components: readonly Component[], shape: CovarianceShape): readonly Density[] | null {
  const densities = components.map((component) => densityOf(component, shape));
  return densities.every((density) => density !== null) ? densities : null;
}

/**
 * @param labels the first division, 0..k−1 per row
 * @returns null when the fit broke down (a component without a covariance, or without width in some column)
 */
export function* fitMixture(
  matrix: Matrix,
  labels: ArrayLike<number>,
  options: MixtureOptions,
): Generator<Checkpoint, Mixture | null> {
  const { shape, k, weights, maxIterations, tolerance } = options;
  const total = totalWeight(weights, matrix.rows);
  const part = new Float64Array(matrix.rows * k);
  for (let row = 0; row < matrix.rows; row++)
    part[row * k + labels[row]!] = weights === null ? 1 : weights[row]!;
  const everyone = weights ?? new Float64Array(matrix.rows).fill(1);
  const variances = fitComponent(matrix, everyone, { k: 1, which: 0, total, shape: 'diagonal' }).covariance;
  let before = -Infinity;
  for (let iteration = 1; ; iteration++) {
    const share = Math.min(1, iteration / maxIterations);
    const alone: Component[] = [];
    for (let which = 0; which < k; which++) {
      alone.push(fitComponent(matrix, part, { k, which, total, shape }));
      yield { share };
    }
    const components = shape === 'equalShape' ? withEqualShape(alone) : alone;
    if (!components || components.some((component) => isCollapsed(component, shape, variances))) return null;
    const densities = densitiesOf(components, shape);
    if (densities === null) return null;
    const { logLikelihood, entropy } = yield* expectAll(matrix, densities, weights, part, share);
    const converged = logLikelihood - before < tolerance * total;
    if (converged || iteration >= maxIterations)
      return { shape, components, logLikelihood, entropy, iterations: iteration, converged };
    before = logLikelihood;
  }
}

/** The likeliest component per row; ties go to the lower number. */
export function likeliest(
  { rows, columns, values }: Matrix,
  components: readonly Component[],
  shape: CovarianceShape,
): Int16Array {
  const densities = densitiesOf(components, shape) ?? [];
  const gaps = new Float64Array(columns);
  return Int16Array.from({ length: rows }, (_, row) => {
    let [most, best] = [-Infinity, 0];
    for (const [at, density] of densities.entries()) {
      const log = density.constant - 0.5 * mahalanobis(values, row * columns, density, gaps);
      if (log > most) [most, best] = [log, at];
    }
    return best;
  });
}
