// The starts of k-means: how many, found on what, and which of them are worth following to their end.
import { MINI_BATCH_ABOVE } from '../../../shared/model/method.ts';
import type { KMeansOptions } from './kmeans.ts';
import { SAMPLE_ROWS, samplesOf, streamOf } from './kmeansSamples.ts';
import { differentCentroids, seedCentroids } from './kmeansSeeds.ts';
import { lloyd } from './lloyd.ts';
import { type Checkpoint, type Matrix, within } from './matrix.ts';
import { tryBatches } from './miniBatchStarts.ts';
import { unevenWeights } from './weights.ts';

/** A start that has been followed far enough to be compared with the others. */
export interface TriedStart {
  readonly centroids: Float64Array;
  /** On what all starts are compared on: all rows, or one sample. */
  readonly inertia: number;
  readonly iterations: number;
  readonly batches?: number;
}

/** Up to here every start is followed to its end; above, only the most promising ones. */
export const EXHAUSTIVE_ROWS = 2_000;
export const MAX_ITERATIONS = 300;
/** Polishing only the best start was measured 0.17 % worse on some data. */
const POLISHED_STARTS = 3;
/** A start whose inertia is above the best one's by more than this share will not catch up on all rows. */
const HOPELESS = 0.01;
/** Starts whose inertia differs by less than this share have come to the same solution. */
const SAME_SOLUTION = 1e-4;
/** Two starts that differ by less than this share found the same, or what is as good. */
const AS_GOOD = 1e-3;
/** So many starts as good as the best one leave little doubt. */
const AGREEING = 3;
/** Starts are tried once, and twice more where too few agree. */
export const TRIAL_ROUNDS = 3;
const TRIAL_TOLERANCE = 1e-5;
/** On S1 four of five greedy starts end at the best solution: all of five miss it once in some thousands. */
const CANDIDATE_STARTS = 5;
/** Enough to tell which start of a candidate is the best. */
const EARLY_TOLERANCE = 1e-4;
/**
 * Whether as many starts again shall be tried: of many rows, when fewer than three came to what is the best so far. Where
 * groups are clear most starts end there, and ten are enough.
 */
export function wantsMore(matrix: Matrix, tried: readonly TriedStart[], options: KMeansOptions): boolean {
  const { k, starts, candidate = false } = options;
  if (matrix.rows <= SAMPLE_ROWS || candidate || starts !== undefined || k === 1) return false;
  // Rounds of batches end too far from each other to tell.
  if (readsBatches(matrix, options)) return false;
  if (tried.length >= TRIAL_ROUNDS * startsOf(matrix, options)) return false;
  const inertias = tried.map(({ inertia }) => inertia).toSorted((a, b) => a - b);
  const [best = 0] = inertias;
  return inertias[AGREEING - 1]! > (1 + AS_GOOD) * best;
}

/** Starts that are given need no trial; null when there are none. */
export function givenStarts({ from }: KMeansOptions): readonly TriedStart[] | null {
  return from?.map((centroids) => ({ centroids, inertia: 0, iterations: 0 })) ?? null;
}

/** How many starts are tried at a time. */
export function startsOf({ rows }: Matrix, { k, starts, candidate = false }: KMeansOptions): number {
  const many = candidate ? CANDIDATE_STARTS : 10;
  const usual = rows <= EXHAUSTIVE_ROWS ? 50 : rows <= SAMPLE_ROWS ? 20 : many;
  return k === 1 ? 1 : (starts ?? usual);
}

/**
 * Start number `start`: seeded and settled on the sample that all starts share, for only there can they be compared. Up
 * to 20,000 rows that is all rows.
 */
export function* tryStart(
  matrix: Matrix,
  options: KMeansOptions,
  start: number,
): Generator<Checkpoint, TriedStart> {
  if (readsBatches(matrix, options)) return yield* tryBatches(matrix, options, start);
  const { k, seed, weights: given = null, candidate = false } = options;
  const { trial } = options.samples ?? samplesOf(matrix, options);
  const random = streamOf(seed, 1 + start);
  const seeded = yield* within(seedCentroids(trial.matrix, k, random, trial.weights), 0, 0.4);
  const centroids = seeded ?? differentCentroids(matrix, k, random, unevenWeights(given));
  const early = candidate && outgrowsCandidate(matrix) ? EARLY_TOLERANCE : TRIAL_TOLERANCE;
  const tolerance = matrix.rows <= EXHAUSTIVE_ROWS ? 0 : early;
  const settled = { maxIterations: MAX_ITERATIONS, tolerance, weights: trial.weights };
  const {
    centroids: found,
    inertia,
    iterations,
  } = yield* within(lloyd(trial.matrix, centroids, settled), 0.4, 1);
  return { centroids: found, inertia, iterations };
}

/** Whether mini-batches are read. */
export function readsBatches(
  { rows }: Pick<Matrix, 'rows'>,
  { from, miniBatch = false }: KMeansOptions,
): boolean {
  return miniBatch && from === undefined && rows > MINI_BATCH_ABOVE;
}

/** The best few that are different solutions, best first; given starts all of them. */
export function mostPromising(
  matrix: Pick<Matrix, 'rows'>,
  tried: readonly TriedStart[],
  options: KMeansOptions,
): readonly TriedStart[] {
  if (options.from !== undefined) return tried;
  const candidate = options.candidate === true && outgrowsCandidate(matrix);
  const most = candidate || readsBatches(matrix, options) ? 1 : POLISHED_STARTS;
  const chosen: TriedStart[] = [];
  for (const one of tried.toSorted((a, b) => a.inertia - b.inertia)) {
    const last = chosen.at(-1);
    if (one.inertia > (1 + HOPELESS) * (chosen[0]?.inertia ?? Infinity)) break;
    if (last !== undefined && one.inertia - last.inertia <= SAME_SOLUTION * last.inertia) continue;
    if (chosen.push(one) === most) break;
  }
  return chosen;
}

/** Whether a clustering of all rows ends otherwise than its candidate, see `KMeansOptions`. */
export const outgrowsCandidate = ({ rows }: Pick<Matrix, 'rows'>): boolean => rows > SAMPLE_ROWS;
