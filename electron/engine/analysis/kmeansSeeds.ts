// Where k-means starts from: ml-kmeans (k-means++) run on random samples of the rows.
import { kmeans as mlKmeans } from 'ml-kmeans';
import { AppError } from '../../../shared/errors.ts';
import type { Matrix } from './matrix.ts';
import { createRandom, drawIndices, type Random, sampleIndices } from './random.ts';
import type { Weights } from './weights.ts';

/** ml-kmeans slows down steeply with rows; above this it sees a sample and Lloyd does the rest. */
export const SEED_SAMPLE_ROWS = 1500;
const SEED_ITERATIONS = 25;

/**
 * One set of start centroids, k × columns.
 * @param random decides the sample and the seed of k-means++
 * @param weights rows are drawn in proportion to them (with replacement), which makes the start a weighted one
 */
export function seedCentroids(
  matrix: Matrix,
  k: number,
  random: Random,
  weights: Weights = null,
): Float64Array {
  const sampled =
    weights === null
      ? sampleIndices(matrix.rows, SEED_SAMPLE_ROWS, random)
      : drawIndices(weights, Math.min(matrix.rows, SEED_SAMPLE_ROWS), random);
  const points = Array.from(sampled, (row) => rowOf(matrix, row));
  const seed = random.integer(2_147_483_647);
  // k-means++ divides by the distance left over: with fewer different points than k that is 0.
  if (distinctRows(points, k).length < k)
    return Float64Array.from(distinctRows(shuffledRows(matrix, random, weights), k).flat());
  const { centroids } = mlKmeans(points, k, {
    seed,
    maxIterations: SEED_ITERATIONS,
    initialization: 'kmeans++',
  });
  return Float64Array.from(centroids.flat());
}

/**
 * Refuses what cannot be clustered.
 * @throws AppError `TOO-FEW-CUSTOMERS` without rows, `TOO-FEW-FEATURES` without columns, `K-TOO-LARGE`
 * when there are fewer different rows than clusters.
 */
export function checkClusterable(matrix: Matrix, k: number, weights: Weights = null): void {
  if (matrix.rows === 0) throw new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: Math.max(1, k) });
  if (matrix.columns === 0) throw new AppError('TOO-FEW-FEATURES', { found: 0, limit: 1 });
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k must be a whole number from 1 up');
  const different = differentRows(matrix, k, weights);
  if (different < k) throw new AppError('K-TOO-LARGE', { k, limit: different });
}

/** How many different rows (that weigh anything) there are, counting no further than `limit`. */
export function differentRows(matrix: Matrix, limit: number, weights: Weights = null): number {
  return distinctRows(shuffledRows(matrix, createRandom(0), weights), limit).length;
}

/** The first `limit` different points. */
function distinctRows(points: Iterable<readonly number[]>, limit: number): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  for (const point of points) {
    if (found.size >= limit) break;
    const key = point.join(' ');
    if (!found.has(key)) found.set(key, point);
  }
  return [...found.values()];
}

function* shuffledRows(matrix: Matrix, random: Random, weights: Weights): Generator<readonly number[]> {
  for (const row of sampleIndices(matrix.rows, matrix.rows, random))
    if (weights === null || weights[row]! > 0) yield rowOf(matrix, row);
}

function rowOf({ columns, values }: Matrix, row: number): number[] {
  return Array.from(values.subarray(row * columns, (row + 1) * columns));
}
