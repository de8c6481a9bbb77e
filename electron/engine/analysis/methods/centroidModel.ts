// Models that are one point per cluster in the scaled space: a customer belongs to the nearest one.
import { assignRows } from '../assignRows.ts';
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
  const k = centroids.length;
  const labels = new Int16Array(rows);
  if (k === 0) return labels;
  const sums = new Float64Array(k * columns);
  const counts = new Float64Array(k);
  const flat = Float64Array.from(centroids.flat());
  assignRows(values, 0, rows, { k, columns, centroids: flat, labels, sums, counts, weights: null });
  return labels;
}
