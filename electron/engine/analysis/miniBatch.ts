// Mini-batch k-means: centroids that learn from a few customers at a time, for tables that passes over everyone take
// too long for.
import { MINI_BATCH_ROWS } from '../../../shared/model/method.ts';
import { assignRows } from './assignRows.ts';
import { spreadIndices } from './kmeansSamples.ts';
import { type Checkpoint, type Matrix, takeRows } from './matrix.ts';
import type { Random } from './random.ts';
import { takeWeights, type Weights } from './weights.ts';

/** Of a round. */
const MOST_BATCHES = 300;
/** What the latest batch counts in the smoothed inertia. */
const SMOOTHING = 0.1;
/** A smoothed inertia that falls by a smaller share has not fallen. */
const TOLERANCE = 1e-3;
/** So many batches in a row without a fall end a round. */
const PATIENCE = 10;
/** Centroids under way. */
export interface Learning {
  /** k × columns */
  readonly centroids: Float64Array;
  /** What the rows that each centroid has seen weigh. */
  readonly seen: Float64Array;
}

export interface MiniBatchOptions {
  readonly random: Random;
  readonly weights: Weights;
  readonly rounds: number;
}

export interface MiniBatchResult {
  /** k × columns */
  readonly centroids: Float64Array;
  /** Batches that were read. */
  readonly batches: number;
}

/**
 * Web-scale k-means (Sculley 2010): each batch is drawn anew, its rows go to their nearest centroid, and each of them
 * moves it by one part in as many as the centroid has seen. A round ends when the smoothed inertia of the batches no
 * longer falls, after 300 batches at the latest. The next one counts anew what a centroid has seen, for what it saw on
 * its way would hold it back. Draws only from `random`: the same state gives the same centroids.
 * @param start k × columns
 * @param options.weights rows that weigh anything are drawn alike, and move a centroid by what they weigh
 */
export function* miniBatches(
  matrix: Matrix,
  start: Float64Array,
  { random, weights, rounds }: MiniBatchOptions,
): Generator<Checkpoint, MiniBatchResult> {
  const counting = weights && rowsThatCount(weights);
  const rows = counting?.length ?? matrix.rows;
  const size = Math.min(rows, MINI_BATCH_ROWS);
  const learning = {
    centroids: Float64Array.from(start),
    seen: new Float64Array(start.length / matrix.columns),
  };
  const labels = new Int16Array(size);
  let batches = 0;
  for (let round = 0; round < rounds; round++) {
    learning.seen.fill(0);
    let smoothed = NaN;
    let least = Infinity;
    for (let read = 0, waited = 0; read < MOST_BATCHES && waited < PATIENCE; read++) {
      const places = spreadIndices(rows, size, random);
      const drawn = counting ? places.map((place) => counting[place]!) : places;
      const mean = learnBatch(learning, takeRows(matrix, drawn), labels, takeWeights(weights, drawn));
      batches++;
      smoothed = Number.isNaN(smoothed) ? mean : smoothed + SMOOTHING * (mean - smoothed);
      const falls = smoothed < least * (1 - TOLERANCE);
      if (falls) least = smoothed;
      waited = falls ? 0 : waited + 1;
      yield { share: (round + read / MOST_BATCHES) / rounds };
    }
  }
  return { centroids: learning.centroids, batches };
}

function rowsThatCount(weights: Float64Array): Int32Array {
  const found = new Int32Array(weights.length);
  let count = 0;
  weights.forEach((weight, row) => {
    if (weight > 0) found[count++] = row;
  });
  return found.subarray(0, count);
}

/**
 * One batch. What a row after the other would do with a rate of 1 / seen is the mean of all that a centroid has seen;
 * the rows of a batch are assigned before any of them moves it.
 * @param labels room for a label per row
 * @param weights some of them above 0
 * @returns the (weighted) mean squared distance before the move
 */
export function learnBatch(
  { centroids, seen }: Learning,
  { rows, columns, values }: Matrix,
  labels: Int16Array,
  weights: Weights,
): number {
  const k = seen.length;
  const sums = new Float64Array(k * columns);
  const counts = new Float64Array(k);
  const state = { k, columns, centroids, labels, sums, counts, weights };
  const { inertia } = assignRows(values, 0, rows, state);
  let weight = 0;
  for (let cluster = 0; cluster < k; cluster++) {
    const count = counts[cluster]!;
    if (count === 0) continue;
    weight += count;
    seen[cluster]! += count;
    for (let cell = cluster * columns; cell < (cluster + 1) * columns; cell++)
      centroids[cell]! += (sums[cell]! - count * centroids[cell]!) / seen[cluster]!;
  }
  return inertia / weight;
}
