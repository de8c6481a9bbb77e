// k-means with many seeded starts: ml-kmeans proposes on samples, Lloyd decides on all rows.
import { type LloydOptions, type LloydResult, lloyd } from './lloyd.ts';
import { type Checkpoint, type Matrix, within } from './matrix.ts';
import { checkClusterable, seedCentroids } from './kmeansSeeds.ts';
import { createRandom } from './random.ts';
import { unevenWeights, type Weights } from './weights.ts';

export interface KMeansOptions {
  /** Number of clusters, 1 or more. */
  readonly k: number;
  readonly seed: number;
  /** Starts; left out: 20 up to 20,000 rows, 10 above. */
  readonly starts?: number;
  /** One per row. Rows with weight 0 belong to a cluster, but do not move it. */
  readonly weights?: Weights;
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
}

const SMALL_ROWS = 20_000;
/** Up to here every start is followed to its end; above, only the most promising ones. */
const EXHAUSTIVE_ROWS = 2_000;
/** Seeds are already settled on their sample; on many rows two passes tell good ones from bad. */
const TRIAL_ITERATIONS = { small: 8, large: 2 };
/** Polishing only the best start was measured 0.17 % worse on some data. */
const POLISHED_STARTS = 3;
const MAX_ITERATIONS = 300;
/**
 * Above 20,000 rows the last passes cost most of the time: with more clusters than the data have, 40 to
 * 190 passes lower the inertia by less than 0.05 % after this point.
 */
const LARGE_TOLERANCE = 1e-6;

/**
 * Lloyd's k-means (squared Euclidean distance) from k-means++ starts (Arthur & Vassilvitskii 2007).
 * The same matrix, k and seed give the same result everywhere. Clusters are ordered by size, ties by
 * their centroid. Expects finite values: scale the matrix first.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE` (fewer different rows than k)
 */
export function* kmeans(matrix: Matrix, options: KMeansOptions): Generator<Checkpoint, KMeansResult> {
  const { k, seed } = options;
  const weights = unevenWeights(options.weights ?? null);
  checkClusterable(matrix, k, weights);
  const small = matrix.rows <= SMALL_ROWS;
  const starts = k === 1 ? 1 : (options.starts ?? (small ? 20 : 10));
  const random = createRandom(seed);
  const exhaustive = matrix.rows <= EXHAUSTIVE_ROWS;
  const full = { maxIterations: MAX_ITERATIONS, tolerance: small ? 0 : LARGE_TOLERANCE, weights };
  const trialIterations = small ? TRIAL_ITERATIONS.small : TRIAL_ITERATIONS.large;
  const trial = exhaustive ? full : { maxIterations: trialIterations, tolerance: 0, weights };
  const trialShare = exhaustive ? 1 : 0.6;
  const tried: LloydResult[] = [];
  for (let start = 0; start < starts; start++) {
    const centroids = seedCentroids(matrix, k, random, weights);
    const from = (trialShare * start) / starts;
    const to = (trialShare * (start + 1)) / starts;
    tried.push(yield* within(lloyd(matrix, centroids, trial), from, to));
    tried.sort((a, b) => a.inertia - b.inertia);
    tried.length = Math.min(tried.length, POLISHED_STARTS);
    yield { share: to };
  }
  let best = tried[0]!;
  if (!exhaustive) best = yield* polish(matrix, tried, full, trialShare);
  return ordered(matrix, best, starts);
}

function* polish(
  matrix: Matrix,
  tried: readonly LloydResult[],
  full: LloydOptions,
  from: number,
): Generator<Checkpoint, LloydResult> {
  let best: LloydResult | null = null;
  const span = (1 - from) / tried.length;
  for (const [index, { centroids, iterations }] of tried.entries()) {
    const start = from + index * span;
    const polished = yield* within(lloyd(matrix, centroids, full), start, start + span);
    if (best === null || polished.inertia < best.inertia) {
      best = { ...polished, iterations: iterations + polished.iterations };
    }
  }
  return best!;
}

/** Renumbers the clusters: largest first, ties by centroid. */
function ordered({ columns }: Matrix, result: LloydResult, starts: number): KMeansResult {
  const { sizes, worth, centroids, labels, inertia, iterations } = result;
  const order = Array.from(sizes.keys()).sort(
    (a, b) => worth[b]! - worth[a]! || compareRows(centroids, columns, a, b),
  );
  const place = new Int16Array(order.length);
  const sorted = new Float64Array(centroids.length);
  order.forEach((cluster, index) => {
    place[cluster] = index;
    sorted.set(centroids.subarray(cluster * columns, (cluster + 1) * columns), index * columns);
  });
  return {
    k: order.length,
    centroids: sorted,
    labels: labels.map((cluster) => place[cluster]!),
    sizes: order.map((cluster) => sizes[cluster]!),
    inertia,
    iterations,
    starts,
  };
}

function compareRows(centroids: Float64Array, columns: number, a: number, b: number): number {
  for (let column = 0; column < columns; column++) {
    const gap = centroids[a * columns + column]! - centroids[b * columns + column]!;
    if (gap !== 0) return gap;
  }
  return 0;
}
