// The inner loop of k-means: nearest centroid of each row, and the sums for the next centroids.
// Works on a range of rows so that callers can checkpoint, and so that a faster kernel can take its place.

export interface AssignState {
  readonly k: number;
  readonly columns: number;
  /** k × columns */
  readonly centroids: Float64Array;
  /** Written: cluster of each row. */
  readonly labels: Int16Array;
  /** Added to: sum of the rows of each cluster, k × columns. */
  readonly sums: Float64Array;
  /** Added to: rows of each cluster. */
  readonly counts: Float64Array;
}

export interface AssignTotals {
  /** Sum of squared distances of the range's rows to their centroid. */
  readonly inertia: number;
  /** Rows whose label is not the one they had. */
  readonly changed: number;
}

/** Assigns rows `start..end−1`. Ties go to the lower cluster number. */
export function assignRows(
  values: Float64Array,
  start: number,
  end: number,
  state: AssignState,
): AssignTotals {
  const { k, columns, centroids, labels, sums, counts } = state;
  let inertia = 0;
  let changed = 0;
  for (let row = start; row < end; row++) {
    const base = row * columns;
    let nearest = 0;
    let least = Infinity;
    let cell = 0;
    for (let cluster = 0; cluster < k; cluster++) {
      let distance = 0;
      for (let column = 0; column < columns; column++, cell++) {
        const gap = values[base + column]! - centroids[cell]!;
        distance += gap * gap;
      }
      if (distance < least) {
        least = distance;
        nearest = cluster;
      }
    }
    inertia += least;
    if (labels[row] !== nearest) {
      labels[row] = nearest;
      changed++;
    }
    counts[nearest]! += 1;
    const target = nearest * columns;
    for (let column = 0; column < columns; column++) sums[target + column]! += values[base + column]!;
  }
  return { inertia, changed };
}
