// Indices of how well a clustering separates, from cluster means alone: O(rows × columns).
import { squaredDistance } from './lloyd.ts';
import type { Labels, Matrix } from './matrix.ts';
import type { Weights } from './weights.ts';

export {
  type SilhouetteOptions,
  type SilhouetteResult,
  silhouette,
} from './silhouette.ts';

/** Means and scatter of the clusters that have rows. */
export interface ClusterMoments {
  /** Rows, or with weights what they weigh; so is `n`. */
  readonly sizes: readonly number[];
  /** One mean per cluster in `sizes`. */
  readonly means: readonly Float64Array[];
  /** Sum of squared distances to the own mean, per cluster. */
  readonly within: readonly number[];
  /** Mean distance (not squared) to the own mean, per cluster. */
  readonly spread: readonly number[];
  readonly overallMean: Float64Array;
  readonly n: number;
}

/** Cluster means and (weighted) scatter; rows labelled −1 are left out, clusters that weigh nothing too. */
export function clusterMoments(
  { columns, values }: Matrix,
  labels: Labels,
  k: number,
  weights: Weights = null,
): ClusterMoments {
  const counts = new Float64Array(k);
  const sums = new Float64Array(k * columns);
  const overallMean = new Float64Array(columns);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    const weight = weights === null ? 1 : weights[row]!;
    counts[label]! += weight;
    for (let column = 0; column < columns; column++)
      sums[label * columns + column]! += weight * values[row * columns + column]!;
  }
  const n = counts.reduce((total, count) => total + count, 0);
  for (let cell = 0; cell < sums.length; cell++) {
    overallMean[cell % columns]! += sums[cell]! / n;
    sums[cell]! /= counts[Math.floor(cell / columns)]!;
  }
  const within = new Float64Array(k);
  const spread = new Float64Array(k);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    let squared = 0;
    for (let column = 0; column < columns; column++) {
      const gap = values[row * columns + column]! - sums[label * columns + column]!;
      squared += gap * gap;
    }
    const weight = weights === null ? 1 : weights[row]!;
    within[label]! += weight * squared;
    spread[label]! += (weight * Math.sqrt(squared)) / counts[label]!;
  }
  const used = Array.from(counts.keys()).filter((cluster) => counts[cluster]! > 0);
  return {
    sizes: used.map((cluster) => counts[cluster]!),
    means: used.map((cluster) => sums.slice(cluster * columns, (cluster + 1) * columns)),
    within: used.map((cluster) => within[cluster]!),
    spread: used.map((cluster) => spread[cluster]!),
    overallMean,
    n,
  };
}

/**
 * Calinski & Harabasz (1974), larger is better.
 * @returns null below two clusters or without a row to spare; Infinity never: perfect clusters give null.
 */
export function calinskiHarabasz({ sizes, means, within, overallMean, n }: ClusterMoments): number | null {
  const k = sizes.length;
  const inside = within.reduce((total, value) => total + value, 0);
  if (k < 2 || n <= k || inside === 0) return null;
  const between = means.reduce(
    (total, mean, cluster) => total + sizes[cluster]! * squaredDistance(mean, 0, overallMean, 0, mean.length),
    0,
  );
  return between / (k - 1) / (inside / (n - k));
}

/**
 * Davies & Bouldin (1979), smaller is better; Euclidean distances.
 * @returns null below two clusters or when two clusters share their mean.
 */
export function daviesBouldin({ means, spread }: ClusterMoments): number | null {
  const k = means.length;
  if (k < 2) return null;
  let total = 0;
  for (let first = 0; first < k; first++) {
    let worst = 0;
    for (let second = 0; second < k; second++) {
      if (second === first) continue;
      const apart = distance(means[first]!, means[second]!);
      if (apart === 0) return null;
      worst = Math.max(worst, (spread[first]! + spread[second]!) / apart);
    }
    total += worst;
  }
  return total / k;
}

/** Sum of squared distances to the cluster means. */
export function withinSumOfSquares({ within }: ClusterMoments): number {
  return within.reduce((total, value) => total + value, 0);
}

function distance(first: Float64Array, second: Float64Array): number {
  return Math.sqrt(squaredDistance(first, 0, second, 0, first.length));
}
