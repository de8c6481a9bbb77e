// The one shape of all methods: solve → labels and a stored model; assign → the same classes for new customers.
import type { RfmSettings, RuleSettings, TierSettings } from '../../../../shared/model/division.ts';
import type { CovarianceChoice } from '../../../../shared/model/method.ts';
import { kmeans, type KMeansResult } from '../kmeans.ts';
import { type Checkpoint, within } from '../matrix.ts';
import { centroidRows, nearestCentroids } from './centroidModel.ts';
import { assignMixture, gaussianMixture } from './gaussianMixture.ts';
import type { MethodInput } from './input.ts';
import { assignMedoids, kmedoids } from './kmedoids.ts';
import { assignPrototypes, kprototypes } from './kprototypes.ts';
import { assignRules, ownRules } from './ownRules.ts';
import { assignRfm, rfmGrid } from './rfmGrid.ts';
import type { Solution, StoredModel } from './solution.ts';
import { assignTiers, valueTiers } from './valueTiers.ts';
import { ward } from './ward.ts';

/** Methods that are told the number of clusters. */
export interface ClusterOptions {
  readonly method: 'kmeans' | 'kmedoids' | 'kprototypes' | 'gmm' | 'ward';
  readonly k: number;
  readonly seed: number;
  /** kmeans, see `KMeansOptions` */
  readonly miniBatch?: boolean;
  /** gmm */
  readonly covariance?: CovarianceChoice;
}

/** Methods whose classes are set out beforehand. */
export type ClassOptions =
  | { readonly method: 'rfm'; readonly rfm: RfmSettings }
  | { readonly method: 'tiers'; readonly tiers: TierSettings }
  | { readonly method: 'rules'; readonly rules: RuleSettings };

/** What a method is asked for; `method` decides which one. */
export type MethodOptions = ClusterOptions | ClassOptions;

/**
 * Divides the rows by one method. Deterministic: the same input and options give the same solution everywhere.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE` (fewer different rows than k),
 * `FEATURE-UNKNOWN` (RFM, tiers, rules: a feature that the table lacks)
 */
export function* solve(input: MethodInput, options: MethodOptions): Generator<Checkpoint, Solution> {
  switch (options.method) {
    case 'rfm':
      return rfmGrid(input, options.rfm);
    case 'tiers':
      return valueTiers(input, options.tiers);
    case 'rules':
      return ownRules(input, options.rules);
    default:
      return yield* solveClusters(input, options);
  }
}

function* solveClusters(input: MethodInput, options: ClusterOptions): Generator<Checkpoint, Solution> {
  const { k, seed } = options;
  switch (options.method) {
    case 'kmeans':
      return yield* solveKMeans(input, options);
    case 'kmedoids':
      return (yield* kmedoids(input, [k], seed))[0]!;
    case 'kprototypes':
      return yield* kprototypes(input, { k, seed });
    case 'gmm':
      return yield* gaussianMixture(input, options);
    case 'ward':
      return (yield* ward(input, [k], seed))[0]!;
  }
}

function* solveKMeans(
  { matrix, weights }: MethodInput,
  { k, seed, miniBatch = false }: ClusterOptions,
): Generator<Checkpoint, Solution> {
  return fromKMeans(yield* kmeans(matrix, { k, seed, weights, miniBatch }), matrix.columns);
}

/** A k-means result, also one that was computed side by side, in the common shape. */
export function fromKMeans(result: KMeansResult, columns: number): Solution {
  const { k, labels, sizes, centroids, inertia, batches } = result;
  const model = { method: 'kmeans' as const, centroids: centroidRows(centroids, columns) };
  return { k, labels, sizes, model, facts: { cost: inertia, ...(batches !== undefined && { batches }) } };
}

/**
 * The same for several k, in the order of `ks`, sharing what does not depend on k: Ward's tree and the distances of
 * k-medoids are made once.
 * @throws as `solve`
 */
export function* solveMany(
  input: MethodInput,
  options: ClusterOptions,
  ks: readonly number[],
): Generator<Checkpoint, readonly Solution[]> {
  if (options.method === 'kmedoids') return yield* kmedoids(input, ks, options.seed);
  if (options.method === 'ward') return yield* ward(input, ks, options.seed);
  const solutions: Solution[] = [];
  for (const [at, k] of ks.entries())
    solutions.push(yield* within(solve(input, { ...options, k }), at / ks.length, (at + 1) / ks.length));
  return solutions;
}

/** The cluster of each row by a stored model; the input must be prepared as the one it was made from. */
export function assign(model: StoredModel, { matrix, table }: MethodInput): Int16Array {
  switch (model.method) {
    case 'kmeans':
    case 'ward':
      return nearestCentroids(matrix, model.centroids);
    case 'kmedoids':
      return assignMedoids(model, table);
    case 'kprototypes':
      return assignPrototypes(model, table);
    case 'gmm':
      return assignMixture(model, matrix);
    case 'rfm':
      return assignRfm(model, table);
    case 'tiers':
      return assignTiers(model, table);
    case 'rules':
      return assignRules(model, table);
  }
}
