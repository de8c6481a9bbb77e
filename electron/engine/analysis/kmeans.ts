// k-means with many seeded starts: each is found on a sample, the best few are followed to their end on all rows. A
// start depends on nothing but the seed and its number, so that threads can share them out (threads/parallelKMeans.ts).
import { AppError } from '../../../shared/errors.ts';
import { assignRows } from './assignRows.ts';
import { type LloydOptions, type LloydResult, lloyd } from './lloyd.ts';
import { type Checkpoint, type Matrix, takeRows, within } from './matrix.ts';
import { type KMeansSamples, MIDDLE_ROWS, SAMPLE_ROWS, samplesOf } from './kmeansSamples.ts';
import { checkClusterable } from './kmeansSeeds.ts';
import {
  EXHAUSTIVE_ROWS,
  givenStarts,
  MAX_ITERATIONS,
  mostPromising,
  outgrowsCandidate,
  readsBatches,
  startsOf,
  TRIAL_ROUNDS,
  type TriedStart,
  tryStart,
  wantsMore,
} from './kmeansStarts.ts';
import { followBatches } from './miniBatchStarts.ts';
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

/** A start that has been followed to its end on all rows. */
export interface PolishedStart extends LloydResult {
  readonly batches?: number;
}

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
