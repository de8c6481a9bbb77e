// Models that are one point per cluster in the scaled space: a customer belongs to the nearest one.
import { squaredDistance } from '../lloyd.ts';
import type { Matrix } from '../matrix.ts';

/** k rows of the scaled matrix's columns. */
export type Centroids = readonly (readonly number[])[];

/** From the flat form (k × columns) of the kernels. */
export function centroidRows(flat: Float64Array, columns: number): Centroids {
  const k = columns === 0 ? 0 : flat.length / columns;
  return Array.from({ length: k }, (_, at) => [...flat.subarray(at * columns, (at + 1) * columns)]);
}

/** Nearest centroid per row by squared Euclidean distance; ties go to the lower number. */
export function nearestCentroids({ rows, columns, values }: Matrix, centroids: Centroids): Int16Array {
  const flat = Float64Array.from(centroids.flat());
  const labels = new Int16Array(rows);
  for (let row = 0; row < rows; row++) {
    let least = Infinity;
    for (let at = 0; at < centroids.length; at++) {
      const distance = squaredDistance(values, row * columns, flat, at * columns, columns);
      if (distance >= least) continue;
      least = distance;
      labels[row] = at;
    }
  }
  return labels;
}
