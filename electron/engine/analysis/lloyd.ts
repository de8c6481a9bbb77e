// Lloyd's algorithm on all rows from given centroids, until no row changes its cluster.
import { assignRows } from './assignRows.ts';
import { type Checkpoint, type Matrix, WORK_PER_CHECKPOINT } from './matrix.ts';
import type { Weights } from './weights.ts';

export interface LloydOptions {
  readonly maxIterations: number;
  /** Stop when an iteration lowers the inertia by less than this share of it; 0 = only when no label changes. */
  readonly tolerance: number;
  /** One per row: centroids are weighted means, the inertia a weighted sum. */
  readonly weights?: Weights;
}

export interface LloydResult {
  /** k × columns */
  readonly centroids: Float64Array;
  /** Nearest of `centroids` for each row. */
  readonly labels: Int16Array;
  readonly sizes: Int32Array;
  /** What the rows of each cluster weigh; `sizes` without weights. */
  readonly worth: Float64Array;
  /** (Weighted) sum of squared distances to `centroids`. */
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Inertia after each assignment; never rises. */
  readonly history: readonly number[];
}

/**
 * Lloyd (1982). A cluster that loses all its rows is moved to the row farthest from its own
 * centroid. Labels, sizes and inertia always belong to the centroids returned.
 */
export function* lloyd(
  matrix: Matrix,
  start: Float64Array,
  options: LloydOptions,
): Generator<Checkpoint, LloydResult> {
  const { rows, columns, values } = matrix;
  const k = start.length / columns;
  const centroids = Float64Array.from(start);
  const labels = new Int16Array(rows).fill(-1);
  const sums = new Float64Array(k * columns);
  const counts = new Float64Array(k);
  const { weights = null } = options;
  const state = { k, columns, centroids, labels, sums, counts, weights };
  const block = Math.max(1, Math.floor(WORK_PER_CHECKPOINT / (k * columns)));
  const history: number[] = [];
  let work = 0;
  for (;;) {
    sums.fill(0);
    counts.fill(0);
    let inertia = 0;
    let changed = 0;
    for (let from = 0; from < rows; from += block) {
      const totals = assignRows(values, from, Math.min(rows, from + block), state);
      inertia += totals.inertia;
      changed += totals.changed;
      work += block * k * columns;
      if (work >= WORK_PER_CHECKPOINT) {
        work = 0;
        yield { share: history.length / options.maxIterations };
      }
    }
    const before = history.at(-1) ?? Infinity;
    history.push(inertia);
    const empty = counts.includes(0);
    const settled = changed === 0 || before - inertia < options.tolerance * inertia;
    // Without anything left over, a cluster is empty only because there are fewer different rows than clusters.
    const converged = inertia === 0 || (!empty && settled);
    if (converged || history.length >= options.maxIterations) {
      const sizes = weights === null ? Int32Array.from(counts) : sizesOf(labels, k);
      const worth = Float64Array.from(counts);
      return { centroids, labels, sizes, worth, inertia, iterations: history.length, converged, history };
    }
    moveCentroids(centroids, sums, counts, columns);
    if (empty) fillEmpty(matrix, state);
  }
}

function sizesOf(labels: Int16Array, k: number): Int32Array {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]! += 1;
  return sizes;
}

function moveCentroids(
  centroids: Float64Array,
  sums: Float64Array,
  counts: Float64Array,
  columns: number,
): void {
  for (let cell = 0; cell < centroids.length; cell++) {
    const count = counts[Math.floor(cell / columns)]!;
    if (count > 0) centroids[cell] = sums[cell]! / count;
  }
}

/**
 * Puts each cluster that is empty, or whose rows all weigh 0, on the row (of those that weigh anything) farthest from
 * its (already moved) centroid; rare, so a plain scan.
 */
function fillEmpty(
  { rows, columns, values }: Matrix,
  state: {
    readonly k: number;
    readonly centroids: Float64Array;
    readonly labels: Int16Array;
    readonly counts: Float64Array;
    readonly weights: Weights;
  },
): void {
  const { k, centroids, labels, counts, weights } = state;
  const distances = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (weights !== null && weights[row] === 0) continue;
    distances[row] = squaredDistance(values, row * columns, centroids, labels[row]! * columns, columns);
  }
  for (let cluster = 0; cluster < k; cluster++) {
    if (counts[cluster] !== 0) continue;
    let farthest = 0;
    for (let row = 1; row < rows; row++) if (distances[row]! > distances[farthest]!) farthest = row;
    centroids.set(values.subarray(farthest * columns, (farthest + 1) * columns), cluster * columns);
    // Rows that are nearer to the new centroid must not attract a second empty cluster.
    for (let row = 0; row < rows; row++) {
      const distance = squaredDistance(values, row * columns, centroids, cluster * columns, columns);
      if (distance < distances[row]!) distances[row] = distance;
    }
  }
}

/** Squared Euclidean distance between two rows that start at the given cells. */
export function squaredDistance(
  first: Float64Array,
  firstCell: number,
  second: Float64Array,
  secondCell: number,
  columns: number,
): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const gap = first[firstCell + column]! - second[secondCell + column]!;
    sum += gap * gap;
  }
  return sum;
}
