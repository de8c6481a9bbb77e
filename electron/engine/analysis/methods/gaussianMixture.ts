// Gaussian mixture: segments as overlapping clouds of their own size and direction, compared by BIC and ICL.
import { AppError } from '../../../../shared/errors.ts';
import { COMPARED_SHAPES, type CovarianceChoice, type MixtureFit } from '../../../../shared/model/method.ts';
import { kmeans } from '../kmeans.ts';
import { createMatrix, type Checkpoint, type Matrix, takeRows, within } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { takeWeights, totalWeight, unevenWeights, type Weights } from '../weights.ts';
import { orderPlaces } from './clusterOrder.ts';
import { type Component, parametersOf } from './gaussian.ts';
import type { MethodInput } from './input.ts';
import { fitMixture, likeliest, type Mixture } from './mixtureFit.ts';
import type { MixtureModel, Solution } from './solution.ts';

/** Above, the mixture is fitted on a seeded sample; every row then goes to its likeliest component. */
export const MIXTURE_EXACT_ROWS = 50_000;
/** The division by k-means with all its starts, and divisions of single starts. */
const STARTS = 10;
const TRIAL = { maxIterations: 20, tolerance: 1e-4 };
const FULL = { maxIterations: 500, tolerance: 1e-7 };

export interface MixtureOptions {
  readonly k: number;
  readonly seed: number;
  /** Left out: three are compared and the lowest BIC is taken. */
  readonly covariance?: CovarianceChoice;
}

/**
 * Columns with no more than two different values (yes/no, levels of categories) are left out: a cloud in which all say
 * yes would have no width, and an infinite likelihood. A shape whose clouds collapse on repeated values is left out; when
 * it was the one asked for, round clouds take its place, as the facts say.
 * @throws AppError `MIXTURE-NO-NUMBER` when no column is left, `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE`
 */
export function* gaussianMixture(
  { matrix: given, weights: base }: MethodInput,
  { k, seed, covariance = 'best' }: MixtureOptions,
): Generator<Checkpoint, Solution> {
  const weights = unevenWeights(base);
  const columns = usableColumns(given);
  if (columns.length === 0 && given.columns > 0 && given.rows > 0) throw new AppError('MIXTURE-NO-NUMBER');
  const matrix = takeColumns(given, columns);
  const sample =
    matrix.rows > MIXTURE_EXACT_ROWS
      ? sampleIndices(matrix.rows, MIXTURE_EXACT_ROWS, new Random(seed)).sort()
      : null;
  const used = sample === null ? matrix : takeRows(matrix, sample);
  const worth = sample === null ? weights : takeWeights(weights, sample);
  const divisions = yield* within(firstDivisions(used, k, seed, worth), 0, 0.3);
  const wanted = { k, weights: worth };
  const shapes = covariance === 'best' ? COMPARED_SHAPES : [covariance];
  const fits: Mixture[] = [];
  for (const [at, shape] of shapes.entries()) {
    const [from, to] = [0.3 + (0.7 * at) / shapes.length, 0.3 + (0.7 * (at + 1)) / shapes.length];
    const fit = yield* within(bestFit(used, divisions, { shape, ...wanted }), from, to);
    if (fit !== null) fits.push(fit);
  }
  if (fits.length === 0 && covariance !== 'best' && covariance !== 'spherical') {
    const round = yield* bestFit(used, divisions, { shape: 'spherical', ...wanted });
    if (round !== null) fits.push(round);
  }
  // A spherical cloud always has a width; should even that break down, there are too few different rows.
  if (fits.length === 0) throw new AppError('K-TOO-LARGE', { k, limit: k - 1 });
  const n = totalWeight(worth, used.rows);
  const scored = fits.map((fit) => ({ fit, bic: bicOf(fit, n, columns.length) }));
  const compared = scored.map(({ fit: { shape, entropy }, bic }) => ({
    k,
    shape,
    bic,
    icl: bic + 2 * entropy,
  }));
  const best = scored.reduce((leader, one) => (one.bic < leader.bic ? one : leader));
  return toSolution(matrix, best, { columns, weights, given, sampledRows: sample?.length, compared });
}

/** −2·ln L + parameters·ln n: lower is better (scikit-learn's sign; mclust's is the negative). */
function bicOf({ logLikelihood, components, shape }: Mixture, n: number, columns: number): number {
  return -2 * logLikelihood + parametersOf(shape, components.length, columns) * Math.log(n);
}

function usableColumns({ rows, columns, values }: Matrix): readonly number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const found = new Set<number>();
    for (let row = 0; row < rows && found.size < 3; row++) found.add(values[row * columns + column]!);
    return found.size > 2;
  });
}

/** The columns that a mixture looks at. */
export function takeColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  if (columns.length === matrix.columns) return matrix;
  const taken = createMatrix(matrix.rows, columns.length);
  for (let row = 0; row < matrix.rows; row++)
    columns.forEach((column, at) => {
      taken.values[row * columns.length + at] = matrix.values[row * matrix.columns + column]!;
    });
  return taken;
}

function* firstDivisions(
  matrix: Matrix,
  k: number,
  seed: number,
  weights: Weights,
): Generator<Checkpoint, readonly Int16Array[]> {
  const divisions: Int16Array[] = [];
  for (let start = 0; start < (k === 1 ? 1 : STARTS); start++) {
    const options = { k, seed: seed + start, weights, ...(start > 0 && { starts: 1 }) };
    const { labels } = yield* within(kmeans(matrix, options), start / STARTS, (start + 1) / STARTS);
    divisions.push(labels);
  }
  return divisions;
}

/** Short fits from every division; the likeliest that does not break down is followed to its end. */
function* bestFit(
  matrix: Matrix,
  divisions: readonly Int16Array[],
  wanted: Pick<Mixture, 'shape'> & { readonly k: number; readonly weights: Weights },
): Generator<Checkpoint, Mixture | null> {
  const trials: { readonly labels: Int16Array; readonly logLikelihood: number }[] = [];
  for (const [at, labels] of divisions.entries()) {
    const [from, to] = [(0.5 * at) / divisions.length, (0.5 * (at + 1)) / divisions.length];
    const trial = yield* within(fitMixture(matrix, labels, { ...wanted, ...TRIAL }), from, to);
    if (trial !== null) trials.push({ labels, logLikelihood: trial.logLikelihood });
  }
  for (const { labels } of trials.toSorted((a, b) => b.logLikelihood - a.logLikelihood)) {
    const fit = yield* within(fitMixture(matrix, labels, { ...wanted, ...FULL }), 0.5, 1);
    if (fit !== null) return fit;
  }
  return null;
}

interface Placing {
  readonly columns: readonly number[];
  readonly weights: Weights;
  readonly given: Matrix;
  readonly sampledRows: number | undefined;
  readonly compared: readonly MixtureFit[];
}

/** A component that is nobody's likeliest is dropped: there may be fewer segments than asked for. */
function toSolution(
  matrix: Matrix,
  { fit, bic }: { readonly fit: Mixture; readonly bic: number },
  { columns, weights, given, sampledRows, compared }: Placing,
): Solution {
  const { shape, components, logLikelihood, entropy } = fit;
  const taken = (order: readonly number[]): readonly Component[] => order.map((at) => components[at]!);
  const { labels, sizes, order } = orderPlaces(components.length, weights, (asked) =>
    likeliest(matrix, taken(asked), shape),
  );
  const model: MixtureModel = { method: 'gmm', shape, columns, components: taken(order) };
  const leftOut = Array.from({ length: given.columns }, (_, at) => at).filter((at) => !columns.includes(at));
  return {
    k: order.length,
    labels,
    sizes,
    model,
    facts: {
      covariance: shape,
      logLikelihood,
      bic,
      icl: bic + 2 * entropy,
      mixtures: compared,
      ...(leftOut.length > 0 && { leftOutColumns: leftOut }),
      ...(sampledRows !== undefined && { sampledRows }),
    },
  };
}

/** The likeliest stored component per row. */
export function assignMixture({ columns, components, shape }: MixtureModel, matrix: Matrix): Int16Array {
  return likeliest(takeColumns(matrix, columns), components, shape);
}
