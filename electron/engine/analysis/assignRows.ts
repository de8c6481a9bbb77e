// The inner loop of k-means: nearest centroid of each row, and the sums for the next centroids.
// Works on a range of rows so that callers can checkpoint. The SIMD kernel does the work where it can be had.

import { assignRowsSimd } from './kernels/assignSimd.ts';
import { kernels } from './kernels/instance.ts';
import type { Weights } from './weights.ts';

export interface AssignState {
  readonly k: number;
  readonly columns: number;
  /** k × columns */
  readonly centroids: Float64Array;
  /** Written: cluster of each row. */
  readonly labels: Int16Array;
  /** Added to: (weighted) sum of the rows of each cluster, k × columns. */
  readonly sums: Float64Array;
  /** Added to: rows of each cluster; with weights, what they weigh. */
  readonly counts: Float64Array;
  /** One per row. They move centroids, never a row: its nearest centroid is the same whatever it weighs. */
  readonly weights: Weights;
}

export interface AssignTotals {
  /** (Weighted) sum of squared distances of the range's rows to their centroid. */
  readonly inertia: number;
  /** Rows whose label is not the one they had. */
  readonly changed: number;
}

/**
 * Assigns rows `start..end−1`. Ties go to the lower cluster number. The same bits on every machine, with and without
 * the kernel.
 */
export function assignRows(
  values: Float64Array,
  start: number,
  end: number,
  state: AssignState,
): AssignTotals {
  const fast = kernels();
  if (fast === null) return assignRowsPlain(values, start, end, state);
  return assignRowsSimd(fast, values, start, end, state);
}

/**
 * The reference. Ties go to the lower cluster number. Four centroids at a time, so that
 * a value is loaded once for four sums: measured 1.5–2 times as fast as one by one, same result.
 */
export function assignRowsPlain(
  values: Float64Array,
  start: number,
  end: number,
  state: AssignState,
): AssignTotals {
  const { k, columns, centroids, labels, sums, counts, weights } = state;
  const inFours = k - (k % 4);
  const found = { nearest: 0, least: 0 };
  let inertia = 0;
  let changed = 0;
  for (let row = start, base = start * columns; row < end; row++, base += columns) {
    found.nearest = 0;
    found.least = Infinity;
    for (let cluster = 0; cluster < inFours; cluster += 4) {
      compareFour(values, base, centroids, cluster, columns, found);
    }
    for (let cluster = inFours; cluster < k; cluster++) {
      let distance = 0;
      for (let column = 0, cell = cluster * columns; column < columns; column++, cell++) {
        const gap = values[base + column]! - centroids[cell]!;
        distance += gap * gap;
      }
      keepLess(found, distance, cluster);
    }
    const nearest = found.nearest;
    const weight = weights === null ? 1 : weights[row]!;
    inertia += weight * found.least;
    if (labels[row] !== nearest) {
      labels[row] = nearest;
      changed++;
    }
    counts[nearest]! += weight;
    const target = nearest * columns;
    for (let column = 0; column < columns; column++)
      sums[target + column]! += weight * values[base + column]!;
  }
  return { inertia, changed };
}

interface Nearest {
  nearest: number;
  least: number;
}

function compareFour(
  values: Float64Array,
  base: number,
  centroids: Float64Array,
  cluster: number,
  columns: number,
  found: Nearest,
): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let column = 0, cell = cluster * columns; column < columns; column++, cell++) {
    const value = values[base + column]!;
    const toFirst = value - centroids[cell]!;
    first += toFirst * toFirst;
    const toSecond = value - centroids[cell + columns]!;
    second += toSecond * toSecond;
    const toThird = value - centroids[cell + 2 * columns]!;
    third += toThird * toThird;
    const toFourth = value - centroids[cell + 3 * columns]!;
    fourth += toFourth * toFourth;
  }
  keepLess(found, first, cluster);
  keepLess(found, second, cluster + 1);
  keepLess(found, third, cluster + 2);
  keepLess(found, fourth, cluster + 3);
}

function keepLess(found: Nearest, distance: number, cluster: number): void {
  if (distance < found.least) {
    found.least = distance;
    found.nearest = cluster;
  }
}
