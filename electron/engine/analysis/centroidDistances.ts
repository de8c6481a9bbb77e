// How near each customer is to the middle of its segment and to the next segment.
import type { Labels, Matrix } from './matrix.ts';

export interface CentroidDistances {
  /** Distance to the own centroid; NaN for rows in no segment. */
  readonly own: Float64Array;
  /** Nearest other segment; −1 when there is none. */
  readonly next: Int16Array;
  /** (distance to next − distance to own) / their larger: 0 = on the border, 1 = in the centre, negative = nearer to the other. */
  readonly margin: Float64Array;
}

/**
 * Euclidean distances in the space the clustering was made in.
 * @param centroids k × columns; also for segmentations that are not k-means (pass the segment means)
 */
export function centroidDistances(
  matrix: Matrix,
  labels: Labels,
  centroids: Float64Array,
): CentroidDistances {
  const { rows, columns, values } = matrix;
  const k = centroids.length / columns;
  const own = new Float64Array(rows).fill(NaN);
  const margin = new Float64Array(rows).fill(NaN);
  const next = new Int16Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    let ownSquared = 0;
    let least = Infinity;
    for (let cluster = 0; cluster < k; cluster++) {
      let squared = 0;
      for (let column = 0; column < columns; column++) {
        const gap = values[row * columns + column]! - centroids[cluster * columns + column]!;
        squared += gap * gap;
      }
      if (cluster === label) ownSquared = squared;
      else if (squared < least) {
        least = squared;
        next[row] = cluster;
      }
    }
    const distance = Math.sqrt(ownSquared);
    const other = Math.sqrt(least);
    const larger = Math.max(distance, other);
    own[row] = distance;
    margin[row] = next[row]! < 0 ? 1 : larger === 0 ? 0 : (other - distance) / larger;
  }
  return { own, next, margin };
}

/** The `count` customers of a segment nearest to its centroid, nearest first; ties by row. */
export function typicalRows(
  { own }: CentroidDistances,
  labels: Labels,
  segment: number,
  count: number,
): readonly number[] {
  return lowestRows(own, labels, segment, count);
}

/** The `count` customers of a segment that most nearly belong to another one, closest call first. */
export function borderRows(
  { margin }: CentroidDistances,
  labels: Labels,
  segment: number,
  count: number,
): readonly number[] {
  return lowestRows(margin, labels, segment, count);
}

function lowestRows(values: Float64Array, labels: Labels, segment: number, count: number): readonly number[] {
  const rows: number[] = [];
  labels.forEach((label, row) => {
    if (label === segment) rows.push(row);
  });
  return rows.sort((a, b) => values[a]! - values[b]! || a - b).slice(0, count);
}
