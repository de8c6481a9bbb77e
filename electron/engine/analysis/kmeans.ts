// k-means with many seeded starts: each is found on a sample, the best few are followed to their end on all rows. A
// start depends on nothing but the seed and its number, so that threads can share them out (threads/parallelKMeans.ts).
import { AppError } from '../../../shared/errors.ts';
import { MINI_BATCH_ABOVE } from '../../../shared/model/method.ts';
import { assignRows } from './assignRows.ts';
import { type LloydOptions, type LloydResult, lloyd } from './lloyd.ts';
import { type Checkpoint, type Matrix, takeRows, within } from './matrix.ts';
import { type KMeansSamples, MIDDLE_ROWS, SAMPLE_ROWS, samplesOf, streamOf } from './kmeansSamples.ts';
import { checkClusterable, differentCentroids, seedCentroids } from './kmeansSeeds.ts';
import { followBatches, tryBatches } from './miniBatchStarts.ts';
import { unevenWeights, type Weights } from './weights.ts';

export interface KMeansOptions {
  /** Number of clusters, 1 or more. */
  readonly k: number;
  readonly seed: number;
  /** Starts; left out: 50 up to 2,000 rows, 20 up to 20,000, 10 above, or up to 30 where too few agree. */
  readonly starts?: number;
  /** Start centroids (k × columns each) instead of seeded ones; each is followed to its end on all rows. */
  readonly from?: readonly Float64Array[];
  /** One per row. Rows with weight 0 belong to a cluster, but do not move it. */
  readonly weights?: Weights;
  /**
   * To be compared with other k only: of many rows, the best of a few starts alone is followed, less far; of very many
   * on a sample, and all rows are only placed among its centroids.
   */
  readonly candidate?: boolean;
  /**
   * Centroids learn from mini-batches; all rows are looked at once, at the end. Up to 20,000 rows it changes nothing:
   * passes over all of them take no longer.
   */
  readonly miniBatch?: boolean;
  /** Of this matrix, these weights and this seed: all starts and all k share them. Left out: drawn anew. */
  readonly samples?: KMeansSamples;
}

export interface KMeansResult {
  readonly k: number;
  /** k × columns, in the units of the matrix; largest cluster first (with weights, the one that weighs most). */
  readonly centroids: Float64Array;
  /** Cluster of each row, 0..k−1. */
  readonly labels: Int16Array;
  /** Rows of each cluster. */
  readonly sizes: readonly number[];
  /** (Weighted) sum of squared distances to the centroids. */
  readonly inertia: number;
  /** Passes over all rows of the winning start. */
  readonly iterations: number;
  readonly starts: number;
  /** Mini-batches that the winning start read; left out when passes over all rows were made. */
  readonly batches?: number;
}

/** A start that has been followed far enough to be compared with the others. */
export interface TriedStart {
  readonly centroids: Float64Array;
  /** On what all starts are compared on: all rows, or one sample. */
  readonly inertia: number;
  readonly iterations: number;
  readonly batches?: number;
}

/** A start that has been followed to its end on all rows. */
export interface PolishedStart extends LloydResult {
  readonly batches?: number;
}

/** Up to here every start is followed to its end; above, only the most promising ones. */
const EXHAUSTIVE_ROWS = 2_000;
const MAX_ITERATIONS = 300;
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
 * Above 20,000 rows the last passes cost most of the time: with more clusters than the data have, 40 to
 * 190 passes lower the inertia by less than 0.05 % after this point.
 */
const LARGE_TOLERANCE = 1e-6;
/**
 * Where most passes went over a sample, the last ones, over all rows, stop sooner: a million rows with more clusters
 * than the data have took 76 passes for the last 0.045 % of the inertia.
 */
const LAST_TOLERANCE = 1e-5;
/** Of an unpolished solution the trial's share of the work is about this. */
const TRIAL_SHARE = 0.6;

/**
 * Lloyd's k-means (squared Euclidean distance) from greedy k-means++ starts (Arthur & Vassilvitskii 2007).
 * The same matrix, k and seed give the same result everywhere. Clusters are ordered by size, ties by
 * their centroid. Expects finite values: scale the matrix first.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `VALUE-TOO-LARGE`, `K-TOO-LARGE` (fewer different rows
 * than k)
 */
export function* kmeans(matrix: Matrix, given: KMeansOptions): Generator<Checkpoint, KMeansResult> {
  // A range of k is looked through once, not for each of its candidates.
  if (given.candidate !== true) checkClusterable(matrix, given.k, unevenWeights(given.weights ?? null));
  const options = withSamples(matrix, given);
  const tried = givenStarts(options) ?? (yield* tryAll(matrix, options));
  const chosen = mostPromising(matrix, tried, options);
  const results: PolishedStart[] = [];
  for (const [at, { centroids }] of chosen.entries()) {
    const [from, to] = [at, at + 1].map(
      (done) => TRIAL_SHARE + ((1 - TRIAL_SHARE) * done) / chosen.length,
    ) as [number, number];
    results.push(yield* within(polishStart(matrix, options, centroids), from, to));
  }
  return bestOf(matrix, chosen, results, {
    starts: tried.length,
    weights: unevenWeights(options.weights ?? null),
  });
}

/** With the samples that all starts share. */
export function withSamples(matrix: Matrix, options: KMeansOptions): KMeansOptions {
  if (options.samples !== undefined || options.from !== undefined) return options;
  return { ...options, samples: samplesOf(matrix, options) };
}

function* tryAll(matrix: Matrix, options: KMeansOptions): Generator<Checkpoint, readonly TriedStart[]> {
  const each = startsOf(matrix, options);
  const tried: TriedStart[] = [];
  const shareAt = (done: number): number => (TRIAL_SHARE * done) / (TRIAL_ROUNDS * each);
  do {
    for (let start = tried.length, end = start + each; start < end; start++) {
      const steps = tryStart(matrix, options, start);
      tried.push(yield* within(steps, shareAt(start), shareAt(start + 1)));
      yield { share: shareAt(start + 1) };
    }
  } while (wantsMore(matrix, tried, options));
  return tried;
}

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
function readsBatches({ rows }: Pick<Matrix, 'rows'>, { from, miniBatch = false }: KMeansOptions): boolean {
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

/** Follows a start to its end on all rows; of very many, first on a sample, where a pass costs less. */
export function* polishStart(
  matrix: Matrix,
  asked: KMeansOptions,
  start: Float64Array,
): Generator<Checkpoint, PolishedStart> {
  const { from, weights: given = null, candidate = false } = asked;
  const tolerance = matrix.rows <= SAMPLE_ROWS ? 0 : LARGE_TOLERANCE;
  const weights = unevenWeights(given);
  const options: LloydOptions = { maxIterations: MAX_ITERATIONS, tolerance, weights };
  const last = { ...options, tolerance: LAST_TOLERANCE };
  if (readsBatches(matrix, asked)) return yield* followBatches(matrix, asked, start, last);
  if (from !== undefined) return yield* lloyd(matrix, start, matrix.rows <= EXHAUSTIVE_ROWS ? options : last);
  if (matrix.rows < 2 * MIDDLE_ROWS)
    return yield* lloyd(matrix, start, candidate && outgrowsCandidate(matrix) ? last : options);
  const { middle } = asked.samples ?? samplesOf(matrix, asked);
  const nearly = lloyd(middle.matrix, start, { ...(candidate ? last : options), weights: middle.weights });
  const near = yield* within(nearly, 0, 0.5);
  // In the order that the result will have: then the last pass need not be made again with other numbers.
  const centroids = takeRows(
    { rows: near.sizes.length, columns: matrix.columns, values: near.centroids },
    largestFirst(near.centroids, matrix.columns, near.worth),
  ).values;
  return yield* within(lloyd(matrix, centroids, candidate ? { ...last, maxIterations: 1 } : last), 0.5, 1);
}

/** The best of the polished starts (ties: the first), its clusters largest first. */
export function bestOf(
  matrix: Matrix,
  chosen: readonly Pick<TriedStart, 'iterations' | 'batches'>[],
  results: readonly PolishedStart[],
  { starts, weights }: { readonly starts: number; readonly weights: Weights },
): KMeansResult {
  let best = 0;
  results.forEach(({ inertia }, at) => {
    if (inertia < results[best]!.inertia) best = at;
  });
  const result = results[best]!;
  const { iterations, batches: tried = 0 } = chosen[best]!;
  const all = { ...result, iterations: result.iterations + iterations };
  const { batches } = result;
  return {
    ...ordered(matrix, all, weights, starts),
    ...(batches !== undefined && { batches: tried + batches }),
  };
}

/** Rounds until sizes and places agree; with ties everywhere they might never. */
const ROUNDS = 10;

/**
 * Renumbers the clusters: largest first, ties by centroid. A row as near to two centroids goes to the first of them in
 * the new order, where the stored model will place it too.
 */
function ordered(matrix: Matrix, result: LloydResult, weights: Weights, starts: number): KMeansResult {
  const { rows, columns, values } = matrix;
  const k = result.sizes.length;
  const { inertia, iterations } = result;
  let { centroids, worth } = result;
  const labels = result.labels.slice();
  for (let round = 0; round <= ROUNDS; round++) {
    const order = largestFirst(centroids, columns, worth);
    if (order.every((cluster, at) => cluster === at)) break;
    centroids = takeRows({ rows: k, columns, values: centroids }, order).values;
    worth = new Float64Array(k);
    const state = {
      k,
      columns,
      centroids,
      labels,
      sums: new Float64Array(k * columns),
      counts: worth,
      weights,
    };
    assignRows(values, 0, rows, state);
  }
  const sizes = Array.from({ length: k }, () => 0);
  for (const label of labels) sizes[label]! += 1;
  // Rows that differ by less than what can be squared.
  const filled = sizes.filter((size) => size > 0).length;
  if (filled < k) throw new AppError('K-TOO-LARGE', { k, limit: filled });
  return { k, centroids, labels, sizes, inertia, iterations, starts };
}

/** The clusters by what they weigh, ties by their centroid. */
function largestFirst(centroids: Float64Array, columns: number, worth: Float64Array): number[] {
  return Array.from(worth.keys()).sort(
    (a, b) => worth[b]! - worth[a]! || compareRows(centroids, columns, a, b),
  );
}

function compareRows(centroids: Float64Array, columns: number, a: number, b: number): number {
  for (let column = 0; column < columns; column++) {
    const gap = centroids[a * columns + column]! - centroids[b * columns + column]!;
    if (gap !== 0) return gap;
  }
  return 0;
}
