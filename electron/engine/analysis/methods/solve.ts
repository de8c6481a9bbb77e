// The one shape of all methods: solve → labels and a stored model; assign → the same classes for new customers.
import type { MethodFacts } from '../../../../shared/model/method.ts';
import { kmeans } from '../kmeans.ts';
import { type Checkpoint, within } from '../matrix.ts';
import { type Centroids, centroidRows, nearestCentroids } from './centroidModel.ts';
import type { MethodInput } from './input.ts';

/** What a method is asked for; `method` decides which one. */
export type MethodOptions = { readonly method: 'kmeans'; readonly k: number; readonly seed: number };

/** Everything needed to place a new customer, as plain JSON. */
export type StoredModel = { readonly method: 'kmeans'; readonly centroids: Centroids };

export interface Solution {
  readonly k: number;
  /** Cluster of each row, 0..k−1, largest first (by weight); −1 = in none. */
  readonly labels: Int16Array;
  /** Rows of each cluster. */
  readonly sizes: readonly number[];
  readonly model: StoredModel;
  readonly facts: MethodFacts;
}

/**
 * Divides the rows by one method. Deterministic: the same input and options give the same solution everywhere.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE` (fewer different rows than k)
 */
export function* solve(input: MethodInput, options: MethodOptions): Generator<Checkpoint, Solution> {
  const { matrix, weights } = input;
  const { k, labels, sizes, centroids, inertia } = yield* kmeans(matrix, { ...options, weights });
  const model = { method: options.method, centroids: centroidRows(centroids, matrix.columns) };
  return { k, labels, sizes, model, facts: { cost: inertia } };
}

/** The same for several k, sharing what does not depend on k; in the order of `ks`. @throws as `solve` */
export function* solveMany(
  input: MethodInput,
  options: MethodOptions,
  ks: readonly number[],
): Generator<Checkpoint, readonly Solution[]> {
  const solutions: Solution[] = [];
  for (const [at, k] of ks.entries())
    solutions.push(yield* within(solve(input, { ...options, k }), at / ks.length, (at + 1) / ks.length));
  return solutions;
}

/** The cluster of each row by a stored model; the input must be prepared as the one it was made from. */
export function assign(model: StoredModel, { matrix }: MethodInput): Int16Array {
  return nearestCentroids(matrix, model.centroids);
}
