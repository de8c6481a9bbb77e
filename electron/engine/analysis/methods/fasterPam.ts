// FasterPAM (Schubert & Rousseeuw 2021): swaps of a medoid for another row, the removal of every medoid judged at once.
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import type { Weights } from '../weights.ts';
import { distancesFrom, type PairDistances } from './pairDistances.ts';

export interface MedoidSolution {
  /** Row of each medoid. */
  readonly medoids: readonly number[];
  readonly labels: Int16Array;
  /** (Weighted) sum of distances to the own medoid. */
  readonly cost: number;
  readonly swaps: number;
}

/** A swap must gain more than rounding can pretend. */
const LEAST_GAIN = 1e-9;

/** What is known of each row: its nearest and second nearest medoid. */
class Nearest {
  readonly label: Int16Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly weights: Float64Array;
  readonly loss: Float64Array;
  private readonly rowsOfMedoids: Float32Array[];
  readonly pairs: PairDistances;
  readonly medoids: number[];

  constructor(pairs: PairDistances, medoids: readonly number[], weights: Weights) {
    const { rows } = pairs;
    this.pairs = pairs;
    this.medoids = [...medoids];
    this.label = new Int16Array(rows);
    this.first = new Float64Array(rows);
    this.second = new Float64Array(rows);
    this.weights = weights ?? new Float64Array(rows).fill(1);
    this.loss = new Float64Array(medoids.length);
    this.rowsOfMedoids = medoids.map((medoid) => distancesFrom(pairs, medoid));
    this.refresh();
  }

  /** A medoid belongs to its own cluster also when another one lies at the same place. */
  refresh(): void {
    const { label, first, second, loss, medoids, rowsOfMedoids, weights } = this;
    loss.fill(0);
    for (let row = 0; row < label.length; row++) {
      let [least, next, nearest] = [Infinity, Infinity, 0];
      for (let at = 0; at < medoids.length; at++) {
        const distance = medoids[at] === row ? -1 : rowsOfMedoids[at]![row]!;
        if (distance < least) {
          next = least;
          least = distance;
          nearest = at;
        } else if (distance < next) next = distance;
      }
      label[row] = nearest;
      first[row] = Math.max(0, least);
      second[row] = next;
      loss[nearest]! += weights[row]! * (next - first[row]!);
    }
  }

  replace(at: number, row: number): void {
    this.medoids[at] = row;
    this.rowsOfMedoids[at] = distancesFrom(this.pairs, row);
    this.refresh();
  }

  cost(): number {
    return this.first.reduce((sum, distance, row) => sum + this.weights[row]! * distance, 0);
  }
}

/** The change in cost if `distances`' row replaced each medoid, in `change`; the best one's number. */
function bestRemoval(state: Nearest, distances: Float32Array, change: Float64Array): number {
  const { label, first, second, weights, loss } = state;
  change.set(loss);
  let gain = 0;
  for (let row = 0; row < label.length; row++) {
    const distance = distances[row]!;
    if (distance >= second[row]!) continue;
    const weight = weights[row]!;
    if (distance < first[row]!) {
      gain += weight * (distance - first[row]!);
      change[label[row]!]! += weight * (first[row]! - second[row]!);
    } else change[label[row]!]! += weight * (distance - second[row]!);
  }
  let best = 0;
  for (let at = 1; at < change.length; at++) if (change[at]! < change[best]!) best = at;
  change[best]! += gain;
  return best;
}

/**
 * From given medoids to a solution that no single swap betters; swaps are made as soon as they gain. Needs two medoids
 * or more. Rows that weigh nothing are placed, but never medoids.
 */
export function* fasterPam(
  pairs: PairDistances,
  start: readonly number[],
  weights: Weights,
): Generator<Checkpoint, MedoidSolution> {
  const { rows } = pairs;
  const state = new Nearest(pairs, start, weights);
  const change = new Float64Array(start.length);
  let cost = state.cost();
  let [swaps, idle, work] = [0, 0, 0];
  for (let row = 0; idle < rows; row = (row + 1) % rows, idle++) {
    work += rows * 2;
    if (work >= WORK_PER_CHECKPOINT) {
      work = 0;
      yield { share: idle / rows };
    }
    if (weights?.[row] === 0 || state.medoids.includes(row)) continue;
    const out = bestRemoval(state, distancesFrom(pairs, row), change);
    if (!(change[out]! < -LEAST_GAIN * cost)) continue;
    state.replace(out, row);
    cost = state.cost();
    swaps++;
    idle = -1;
  }
  return { medoids: state.medoids, labels: state.label, cost, swaps };
}
