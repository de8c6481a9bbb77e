// Where k-medoids starts: PAM's BUILD (Kaufman & Rousseeuw 1990), and seeded draws that spread (as k-means++ does).
import type { Random } from '../random.ts';
import type { Weights } from '../weights.ts';
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { distancesFrom, type PairDistances } from './pairDistances.ts';

/** One medoid after another, each the row that lowers the cost most; the first is the most central row. */
export function* buildMedoids(
  pairs: PairDistances,
  k: number,
  weights: Weights,
): Generator<Checkpoint, readonly number[]> {
  const { rows } = pairs;
  const nearest = new Float64Array(rows).fill(1); // no Gower distance is longer
  const medoids: number[] = [];
  let work = 0;
  while (medoids.length < k) {
    let [best, most] = [-1, -Infinity];
    for (let row = 0; row < rows; row++) {
      work += rows;
      if (work >= WORK_PER_CHECKPOINT) {
        work = 0;
        yield { share: (medoids.length + row / rows) / k };
      }
      if (weights?.[row] === 0 || medoids.includes(row)) continue;
      const distances = distancesFrom(pairs, row);
      let gain = 0;
      for (let other = 0; other < rows; other++) {
        const nearer = nearest[other]! - distances[other]!;
        if (nearer > 0) gain += weights === null ? nearer : weights[other]! * nearer;
      }
      if (gain > most) [best, most] = [row, gain];
    }
    medoids.push(best);
    const distances = distancesFrom(pairs, best);
    for (let other = 0; other < rows; other++) nearest[other] = Math.min(nearest[other]!, distances[other]!);
  }
  return medoids;
}

/** Rows drawn with a chance in proportion to their (weighted) distance to the nearest one drawn before. */
export function drawMedoids(
  pairs: PairDistances,
  k: number,
  random: Random,
  weights: Weights,
): readonly number[] {
  const { rows } = pairs;
  const nearest = new Float64Array(rows).fill(1);
  const medoids: number[] = [];
  while (medoids.length < k) {
    let total = 0;
    for (let row = 0; row < rows; row++) total += nearest[row]! * (weights === null ? 1 : weights[row]!);
    let left = random.next() * total;
    let drawn = -1;
    for (let row = 0; row < rows; row++) {
      const share = nearest[row]! * (weights === null ? 1 : weights[row]!);
      if (share <= 0 || medoids.includes(row)) continue;
      drawn = row;
      left -= share;
      if (left < 0) break;
    }
    // Everything left lies on a medoid: any other row will do.
    if (drawn < 0) drawn = nearest.findIndex((_, row) => !medoids.includes(row) && weights?.[row] !== 0);
    medoids.push(drawn);
    const distances = distancesFrom(pairs, drawn);
    for (let row = 0; row < rows; row++) nearest[row] = Math.min(nearest[row]!, distances[row]!);
  }
  return medoids;
}
