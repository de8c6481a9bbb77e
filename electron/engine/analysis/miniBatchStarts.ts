// A start of k-means in mini-batches: found and judged as the starts of analysis/kmeans.ts are, then followed.
import { MINI_BATCH_ROWS } from '../../../shared/model/method.ts';
import type { KMeansOptions, PolishedStart } from './kmeans.ts';
import type { TriedStart } from './kmeansStarts.ts';
import { samplesOf, spreadIndices, streamOf } from './kmeansSamples.ts';
import { differentCentroids, seedCentroids } from './kmeansSeeds.ts';
import { type LloydOptions, lloyd } from './lloyd.ts';
import { type Checkpoint, type Matrix, takeRows, within } from './matrix.ts';
import { miniBatches } from './miniBatch.ts';
import { takeWeights, unevenWeights } from './weights.ts';

/** Rows to seed on: batches find what such a sample leaves out, and the 20,000 of other starts take a third longer. */
const SEEDED_ROWS = 4 * MINI_BATCH_ROWS;
/**
 * For the best start. On 300,000 rows without clear groups, k = 5 to 14, one round ended 0.3 to 1.3 % above passes over
 * everyone, four ended 0.1 to 0.9 % above.
 */
const LATER_ROUNDS = 3;

/** Seeded on a part of the sample that all starts share, learnt from batches of all rows, judged on that sample. */
export function* tryBatches(
  matrix: Matrix,
  { k, seed, weights: given = null, samples }: KMeansOptions,
  start: number,
): Generator<Checkpoint, TriedStart> {
  const random = streamOf(seed, 1 + start);
  const all = unevenWeights(given);
  const { trial } = samples ?? samplesOf(matrix, { seed, weights: given, miniBatch: true });
  const drawn = spreadIndices(trial.matrix.rows, SEEDED_ROWS, random);
  const part = takeRows(trial.matrix, drawn);
  const seeded = yield* within(seedCentroids(part, k, random, takeWeights(trial.weights, drawn)), 0, 0.4);
  const seeds = seeded ?? differentCentroids(matrix, k, random, all);
  const learning = miniBatches(matrix, seeds, { random, weights: all, rounds: 1 });
  const { centroids, batches } = yield* within(learning, 0.4, 0.9);
  const once = { maxIterations: 1, tolerance: 0, weights: trial.weights };
  const { inertia } = yield* within(lloyd(trial.matrix, centroids, once), 0.9, 1);
  return { centroids, inertia, iterations: 0, batches };
}

/** Learns on, then puts all rows to their nearest centroid; only where one has none at all, passes over all follow. */
export function* followBatches(
  matrix: Matrix,
  { seed, weights: given = null }: KMeansOptions,
  start: Float64Array,
  options: LloydOptions,
): Generator<Checkpoint, PolishedStart> {
  const learning = { random: streamOf(seed, -1), weights: unevenWeights(given), rounds: LATER_ROUNDS };
  const { centroids, batches } = yield* within(miniBatches(matrix, start, learning), 0, 0.5);
  const once = yield* within(lloyd(matrix, centroids, { ...options, maxIterations: 1 }), 0.5, 1);
  if (!once.worth.includes(0)) return { ...once, batches };
  return { ...(yield* within(lloyd(matrix, centroids, options), 0.5, 1)), batches };
}
