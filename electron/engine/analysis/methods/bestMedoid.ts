// The customer who stands best for a cluster that is given.
import { Random, sampleIndices } from '../random.ts';
import { gowerDistance, type GowerRows } from './gower.ts';

/** So many members are compared with each other; of more, a sample. */
const MOST = 1500;

/**
 * The member with the least sum of Gower distances to the others (the first of equal ones).
 * @param labels cluster of each row
 * @returns a row, or -1 when the cluster has no members
 */
export function bestMedoid(rows: GowerRows, labels: ArrayLike<number>, cluster: number): number {
  const all = Array.from({ length: rows.rows }, (_, row) => row).filter((row) => labels[row] === cluster);
  const members =
    all.length <= MOST
      ? all
      : Array.from(sampleIndices(all.length, MOST, new Random(cluster)).sort(), (at) => all[at]!);
  let [best, least] = [-1, Infinity];
  for (const row of members) {
    let sum = 0;
    for (const other of members) sum += gowerDistance(rows, row, rows, other);
    if (sum < least) [best, least] = [row, sum];
  }
  return best;
}
