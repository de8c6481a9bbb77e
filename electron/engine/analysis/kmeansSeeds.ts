// Where k-means starts from: greedy k-means++ on a sample of the rows. And what cannot be clustered at all.
import { AppError } from '../../../shared/errors.ts';
import { type Checkpoint, type Matrix } from './matrix.ts';
import { drawIndices, type Random } from './random.ts';
import type { Weights } from './weights.ts';

/**
 * One set of start centroids, k × columns: k-means++ (Arthur & Vassilvitskii 2007) in its greedy form, where each
 * centroid is the best of 2 + ⌊ln k⌋ draws (§4 there). Null when the sample has fewer different rows than k.
 * @param matrix a sample of the rows
 */
export function* seedCentroids(
  matrix: Matrix,
  k: number,
  random: Random,
  weights: Weights = null,
): Generator<Checkpoint, Float64Array | null> {
  const { rows, columns, values } = matrix;
  const draws = 2 + Math.floor(Math.log(k));
  const centroids = new Float64Array(k * columns);
  const first = weights === null ? random.integer(rows) : drawIndices(weights, 1, random)[0]!;
  let nearest = new Float64Array(rows).fill(Infinity);
  let tried = new Float64Array(rows);
  let best = new Float64Array(rows);
  nearerTo({ matrix, to: first, weights }, nearest, nearest, Infinity);
  const cumulative = new Float64Array(rows);
  centroids.set(values.subarray(first * columns, (first + 1) * columns));
  for (let cluster = 1; cluster < k; cluster++) {
    const total = accumulate(nearest, weights, cumulative);
    if (!(total > 0)) return null;
    let least = Infinity;
    let chosen = 0;
    for (let draw = 0; draw < draws; draw++) {
      const candidate = placeOf(cumulative, random.next() * total);
      const potential = nearerTo({ matrix, to: candidate, weights }, nearest, tried, least);
      if (potential >= least) continue;
      least = potential;
      chosen = candidate;
      [tried, best] = [best, tried];
    }
    [nearest, best] = [best, nearest];
    centroids.set(values.subarray(chosen * columns, (chosen + 1) * columns), cluster * columns);
    yield { share: cluster / k };
  }
  return centroids;
}

/**
 * Writes the squared distance of each row to the given one, or to what it is nearer to already, to `into`.
 * @param enough leaves off when the sum has come to this: such a draw has lost
 * @returns their (weighted) sum
 */
function nearerTo(
  { matrix, to, weights }: { readonly matrix: Matrix; readonly to: number; readonly weights: Weights },
  nearest: Float64Array,
  into: Float64Array,
  enough: number,
): number {
  const { rows, columns, values } = matrix;
  const centre = values.slice(to * columns, (to + 1) * columns);
  let total = 0;
  for (let row = 0, cell = 0; row < rows && total < enough; row++) {
    let distance = 0;
    for (let column = 0; column < columns; column++, cell++) {
      const gap = values[cell]! - centre[column]!;
      distance += gap * gap;
    }
    const less = nearest[row]! < distance ? nearest[row]! : distance;
    into[row] = less;
    total += weights === null ? less : less * weights[row]!;
  }
  return total;
}

/** Running sums of what the rows' distances weigh. */
function accumulate(distances: Float64Array, weights: Weights, sums: Float64Array): number {
  let total = 0;
  for (let row = 0; row < distances.length; row++) {
    total += weights === null ? distances[row]! : distances[row]! * weights[row]!;
    sums[row] = total;
  }
  return total;
}

/** The first place whose cumulative sum is above `wanted`. */
function placeOf(cumulative: Float64Array, wanted: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** k different rows that weigh anything, from a random place on: the start when a sample holds too few. */
export function differentCentroids(
  matrix: Matrix,
  k: number,
  random: Random,
  weights: Weights,
): Float64Array {
  const { columns, values } = matrix;
  const found = findDifferent(matrix, k, weights, random.integer(matrix.rows));
  return Float64Array.from(found.flatMap((row) => [...values.subarray(row * columns, (row + 1) * columns)]));
}

/**
 * Refuses what cannot be clustered.
 * @throws AppError `TOO-FEW-CUSTOMERS` without rows, `TOO-FEW-FEATURES` without columns, `VALUE-TOO-LARGE` with a
 * value whose square is not finite (or that is missing), `K-TOO-LARGE` when there are fewer different rows than clusters
 */
export function checkClusterable(matrix: Matrix, k: number, weights: Weights = null): void {
  if (matrix.rows === 0) throw new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: Math.max(1, k) });
  if (matrix.columns === 0) throw new AppError('TOO-FEW-FEATURES', { found: 0, limit: 1 });
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k must be a whole number from 1 up');
  checkFinite(matrix);
  const different = differentRows(matrix, k, weights);
  if (different < k) throw new AppError('K-TOO-LARGE', { k, limit: different });
}

/** Sums of squared differences over all cells must stay below 1.8 × 10³⁰⁸. */
function checkFinite({ rows, columns, values }: Matrix): void {
  const limit = Math.sqrt(Number.MAX_VALUE / (8 * rows * columns));
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]!;
    // NaN fails the comparison, too.
    if (!(value <= limit && value >= -limit))
      throw new AppError('VALUE-TOO-LARGE', { column: (cell % columns) + 1 });
  }
}

/** How many different rows (that weigh anything) there are, counting no further than `limit`. */
export function differentRows(matrix: Matrix, limit: number, weights: Weights = null): number {
  return findDifferent(matrix, limit, weights, 0).length;
}

function findDifferent(matrix: Matrix, limit: number, weights: Weights, from: number): readonly number[] {
  const { rows, columns, values } = matrix;
  const found: number[] = [];
  for (let step = 0; step < rows && found.length < limit; step++) {
    const row = (from + step) % rows;
    if (weights !== null && weights[row] === 0) continue;
    if (!found.some((other) => isSame(values, row * columns, other * columns, columns))) found.push(row);
  }
  return found;
}

function isSame(values: Float64Array, first: number, second: number, columns: number): boolean {
  for (let column = 0; column < columns; column++)
    if (values[first + column] !== values[second + column]) return false;
  return true;
}
