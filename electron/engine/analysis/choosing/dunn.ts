// Dunn's index (1974): the smallest gap between clusters over the largest diameter of one.
import { type Checkpoint, type Labels, type Matrix, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { squaredDistance } from '../lloyd.ts';
import type { Weights } from '../weights.ts';
import { Random, sampleIndices } from '../random.ts';

export interface DunnResult {
  /** Larger is better; null below two clusters with rows, or when no cluster has an extent. */
  readonly value: number | null;
  readonly n: number;
  /** A sample misses the nearest and the farthest pair: its value is too high, and only good for comparing. */
  readonly sampled: boolean;
}

export interface DunnOptions {
  readonly limit: number;
  readonly seed: number;
  /** The nearest and the farthest pair are the same whatever they weigh; rows that weigh nothing are not there. */
  readonly weights?: Weights;
}

/** Euclidean distances between all pairs of at most `limit` rows: O(rows²) time, O(rows) memory. */
export function* dunn(
  matrix: Matrix,
  labels: Labels,
  { limit, seed, weights = null }: DunnOptions,
): Generator<Checkpoint, DunnResult> {
  const counts = (row: number): boolean => labels[row]! >= 0 && weights?.[row] !== 0;
  const labelled = Array.from(labels.keys()).filter(counts);
  const sampled = labelled.length > limit;
  const rows = sampled
    ? Array.from(sampleIndices(labelled.length, limit, new Random(seed)), (at) => labelled[at]!)
    : labelled;
  const { columns, values } = matrix;
  let nearest = Infinity;
  let widest = 0;
  let work = 0;
  for (const [at, row] of rows.entries()) {
    for (let other = at + 1; other < rows.length; other++) {
      const squared = squaredDistance(values, row * columns, values, rows[other]! * columns, columns);
      if (labels[row] !== labels[rows[other]!]) nearest = Math.min(nearest, squared);
      else if (squared > widest) widest = squared;
    }
    work += (rows.length - at) * columns;
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: at / rows.length };
  }
  const value = nearest === Infinity || widest === 0 ? null : Math.sqrt(nearest / widest);
  return { value, n: rows.length, sampled };
}
