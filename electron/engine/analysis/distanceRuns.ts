// Rows sorted by cluster and cut into runs of one cluster that fit the processor's cache: the runs fix the order of
// every sum of distances, on any number of threads.
import type { Matrix } from './matrix.ts';
import type { Weights } from './weights.ts';

/** Rows `from..to−1` of the sorted matrix, all of one cluster, at most `RUN_ROWS`. */
export interface Run {
  readonly cluster: number;
  readonly from: number;
  readonly to: number;
}

/** Not a power of two: columns of a run would then fall on the same lines of the cache. */
export const RUN_ROWS = 248;
export interface SortedRows {
  /** Rows of one cluster next to each other. */
  readonly matrix: Matrix;
  /** Where each cluster begins; k + 1 entries. */
  readonly starts: Int32Array;
  readonly weights: Weights;
}

/** What the kernel and the plain loop work on: some rows against all runs. */
export interface DistanceBlock extends SortedRows {
  readonly runs: readonly Run[];
  readonly from: number;
  readonly to: number;
  /** (to − from) × k, added to. */
  readonly sums: Float64Array;
}

/** Clusters in order, rows in order. */
export function runsOf(starts: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    const end = starts[cluster + 1]!;
    for (let from = starts[cluster]!; from < end; from += RUN_ROWS)
      runs.push({ cluster, from, to: Math.min(end, from + RUN_ROWS) });
  }
  return runs;
}

/** The reference of the kernel: distances within a run are added in four lanes. */
export function addDistancesPlain({ matrix, starts, weights, runs, from, to, sums }: DistanceBlock): void {
  const { columns, values } = matrix;
  const k = starts.length - 1;
  const lanes = new Float64Array(4);
  for (let row = from; row < to; row++) {
    for (const run of runs) {
      lanes.fill(0);
      for (let other = run.from; other < run.to; other++) {
        let squared = 0;
        for (let column = 0; column < columns; column++) {
          const gap = values[row * columns + column]! - values[other * columns + column]!;
          squared += gap * gap;
        }
        lanes[(other - run.from) % 4]! += (weights === null ? 1 : weights[other]!) * Math.sqrt(squared);
      }
      sums[(row - from) * k + run.cluster]! += lanes[0]! + lanes[2]! + (lanes[1]! + lanes[3]!);
    }
  }
}
