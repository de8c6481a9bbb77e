// Distances of all pairs of rows, in single precision, both halves: a row lies in one piece, as the search reads it.
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { gowerDistance, type GowerRows } from './gower.ts';

export interface PairDistances {
  readonly rows: number;
  /** rows × rows: 100 MB for 5,000. Half of it would do, but reading a column across rows was measured 8 times slower. */
  readonly values: Float32Array;
}

/** Gower's dissimilarity of every pair of rows. */
export function* gowerPairs(prepared: GowerRows): Generator<Checkpoint, PairDistances> {
  const { rows, numbers, categories } = prepared;
  const values = new Float32Array(rows * rows);
  let work = 0;
  for (let row = 1; row < rows; row++) {
    for (let other = 0; other < row; other++)
      values[row * rows + other] = gowerDistance(prepared, row, prepared, other);
    work += row * (numbers + categories);
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: (0.9 * row * row) / (rows * rows) };
  }
  mirror(values, rows);
  return { rows, values };
}

/** Copies the lower half into the upper one, in tiles that fit the cache. */
function mirror(values: Float32Array, rows: number): void {
  const tile = 64;
  for (let top = 0; top < rows; top += tile)
    for (let left = 0; left <= top; left += tile)
      for (let row = top; row < Math.min(rows, top + tile); row++)
        for (let column = left; column < Math.min(row, left + tile); column++)
          values[column * rows + row] = values[row * rows + column]!;
}

/** Distances from one row to all. */
export function distancesFrom({ rows, values }: PairDistances, row: number): Float32Array {
  return values.subarray(row * rows, (row + 1) * rows);
}
