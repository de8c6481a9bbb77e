// Silhouettes of many divisions of the same few rows: distances are taken once, each division then only adds them up.
import { squaredDistance } from '../lloyd.ts';
import type { Labels, Matrix } from '../matrix.ts';
import type { Weights } from '../weights.ts';

/** Euclidean distances of all pairs, rows × rows. */
export function pairDistances({ rows, columns, values }: Matrix): Float32Array {
  const distances = new Float32Array(rows * rows);
  for (let row = 0; row < rows; row++)
    for (let other = row + 1; other < rows; other++) {
      const squared = squaredDistance(values, row * columns, values, other * columns, columns);
      const distance = Math.sqrt(squared);
      distances[row * rows + other] = distance;
      distances[other * rows + row] = distance;
    }
  return distances;
}

/** Mean silhouette as `silhouette` of all rows gives it; 0 when fewer than two clusters have rows. */
export function meanSilhouette(
  distances: Float32Array,
  labels: Labels,
  k: number,
  weights: Weights = null,
): number {
  const rows = labels.length;
  const weightAt = (row: number): number => (weights === null ? 1 : weights[row]!);
  const worth = new Float64Array(k);
  const sizes = new Int32Array(k);
  for (let row = 0; row < rows; row++) {
    worth[labels[row]!]! += weightAt(row);
    sizes[labels[row]!]! += 1;
  }
  const sums = new Float64Array(k);
  let total = 0;
  let all = 0;
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    const from = row * rows;
    if (weights === null)
      for (let other = 0; other < rows; other++) sums[labels[other]!]! += distances[from + other]!;
    else
      for (let other = 0; other < rows; other++)
        sums[labels[other]!]! += weights[other]! * distances[from + other]!;
    total += weightAt(row) * silhouetteOf(sums, labels[row]!, worth, sizes, weightAt(row));
    all += weightAt(row);
  }
  return all > 0 ? total / all : 0;
}

function silhouetteOf(
  sums: Float64Array,
  own: number,
  worth: Float64Array,
  sizes: Int32Array,
  weight: number,
): number {
  const others = worth[own]! - Math.min(1, weight);
  if ((sizes[own]! < 2 && worth[own]! < 2) || !(others > 0)) return 0;
  const inside = sums[own]! / others;
  let outside = Infinity;
  for (let cluster = 0; cluster < worth.length; cluster++)
    if (cluster !== own && worth[cluster]! > 0) outside = Math.min(outside, sums[cluster]! / worth[cluster]!);
  const larger = Math.max(inside, outside);
  return outside === Infinity || larger === 0 ? 0 : (outside - inside) / larger;
}
