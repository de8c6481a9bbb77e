// k-means for a range of k on one small matrix: what the tests against structure-free copies compare.
import { type Checkpoint, type Matrix, within } from '../matrix.ts';
import type { Weights } from '../weights.ts';
import { quickKMeans } from './quickKMeans.ts';
import { meanSilhouette, pairDistances } from './silhouettes.ts';

export interface FitOptions {
  /** k = 1 … highest. */
  readonly highest: number;
  readonly seed: number;
  readonly weights?: Weights;
  /** Left out: inertia only. */
  readonly silhouettes?: boolean;
}

export interface Fits {
  /** ln of the inertia for k = 1, 2, …; a perfect fit counts as a very good one, not as infinitely good. */
  readonly logInertia: readonly number[];
  /** Mean silhouette for k = 2, 3, …; empty unless asked for. */
  readonly silhouettes: readonly number[];
}

const STARTS = 3;
const PERFECT = 1e-12;

/** The real data and their copies get the same few starts, so that neither is favoured. */
export function* fitAll(matrix: Matrix, options: FitOptions): Generator<Checkpoint, Fits> {
  const { highest, seed, weights = null } = options;
  const distances = options.silhouettes ? pairDistances(matrix) : null;
  const logInertia: number[] = [];
  const silhouettes: number[] = [];
  for (let k = 1; k <= highest; k++) {
    yield { share: (k - 1) / highest };
    const steps = quickKMeans(matrix, { k, seed, starts: STARTS, weights });
    const { inertia, labels } = yield* within(steps, (k - 1) / highest, k / highest);
    logInertia.push(Math.log(Math.max(inertia, PERFECT)));
    if (distances && k > 1) silhouettes.push(meanSilhouette(distances, labels, k, weights));
  }
  return { logInertia, silhouettes };
}

/** `fitAll` for each of several matrices; each has its own seed. */
export function* fitEach(
  matrices: readonly Matrix[],
  options: FitOptions,
): Generator<Checkpoint, readonly Fits[]> {
  const fits: Fits[] = [];
  for (const [at, matrix] of matrices.entries()) {
    const steps = fitAll(matrix, { ...options, seed: options.seed + at });
    fits.push(yield* within(steps, at / matrices.length, (at + 1) / matrices.length));
  }
  return fits;
}
