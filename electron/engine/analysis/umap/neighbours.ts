// Nearest neighbours, exactly: rows are sorted along one direction, and the search stops where that distance alone is
// too large already.
import { type Checkpoint, type Matrix, takeRows, WORK_PER_CHECKPOINT } from '../matrix.ts';

/** Rows that are looked at before asking again which side is nearer. */
const STRIDE = 16;

/** `count` neighbours per row, nearest first; ties by row. */
export interface Neighbours {
  readonly count: number;
  /** rows × count */
  readonly rows: Int32Array;
  readonly distances: Float64Array;
}

/** Rows in order of their score along a direction of unit length. */
export interface Sweep {
  /** Its rows in that order: the search reads them one after another. */
  readonly sorted: Matrix;
  readonly order: Int32Array;
  readonly scores: Float64Array;
  readonly direction: Float64Array;
}

function scoreOf({ columns, values }: Matrix, row: number, direction: Float64Array): number {
  let score = 0;
  for (let column = 0; column < columns; column++)
    score += values[row * columns + column]! * direction[column]!;
  return score;
}

/** @param direction unit length; the first principal component separates most */
export function sweepOf(matrix: Matrix, direction: Float64Array): Sweep {
  const all = Float64Array.from({ length: matrix.rows }, (_, row) => scoreOf(matrix, row, direction));
  const order = Int32Array.from(all.keys()).sort((a, b) => all[a]! - all[b]! || a - b);
  const scores = Float64Array.from(order, (row) => all[row]!);
  return { sorted: takeRows(matrix, order), order, scores, direction };
}

/** Place of the first score at or above the value. */
function placeOf(scores: Float64Array, value: number): number {
  let low = 0;
  let high = scores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scores[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Neighbours of the query's rows among those of the sweep, by Euclidean distance. O(rows · columns) per query at worst.
 * @param count at most the rows of the sweep
 * @param itself leaves out a neighbour of the same number: for rows of the sweep's own matrix
 */
export function* nearestOf(
  sweep: Sweep,
  query: Matrix,
  count: number,
  itself: boolean,
): Generator<Checkpoint, Neighbours> {
  const { sorted, order, scores, direction } = sweep;
  const { columns } = sorted;
  const rows = new Int32Array(query.rows * count);
  const squares = new Float64Array(query.rows * count).fill(Infinity);
  let work = 0;
  for (let row = 0; row < query.rows; row++) {
    const score = scoreOf(query, row, direction);
    const base = row * count;
    const last = base + count - 1;
    let high = placeOf(scores, score);
    let low = high - 1;
    for (;;) {
      const below = low >= 0 ? score - scores[low]! : Infinity;
      const above = high < order.length ? scores[high]! - score : Infinity;
      const gap = Math.min(below, above);
      // Of rows at the same distance the lower number wins, so equality goes on; the sum of squares rounds.
      if (gap === Infinity || gap * gap > squares[last]! * (1 + 1e-9)) break;
      // Some at once from the nearer side: which one that is, changes with every row and cannot be foreseen.
      const from = below <= above ? Math.max(0, low - STRIDE + 1) : high;
      const to = below <= above ? low + 1 : Math.min(order.length, high + STRIDE);
      if (below <= above) low = from - 1;
      else high = to;
      work += (to - from) * (columns + 4);
      for (let place = from; place < to; place++) {
        const other = order[place]!;
        if (itself && other === row) continue;
        const square = squareTo(query, row, sorted, place, squares[last]!);
        if (square < squares[last]! || (square === squares[last]! && other < rows[last]!))
          insert(rows, squares, base, last, other, square);
      }
    }
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: row / query.rows };
  }
  return { count, rows, distances: squares.map(Math.sqrt) };
}

/** Stops adding where the sum exceeds the limit. */
function squareTo(one: Matrix, row: number, all: Matrix, other: number, limit: number): number {
  const { columns } = all;
  let square = 0;
  for (let column = 0; column < columns; column++) {
    const gap = one.values[row * columns + column]! - all.values[other * columns + column]!;
    square += gap * gap;
    if ((column & 3) === 3 && square > limit) return Infinity;
  }
  return square;
}

function insert(
  rows: Int32Array,
  squares: Float64Array,
  base: number,
  last: number,
  other: number,
  square: number,
): void {
  let at = last;
  while (at > base && (squares[at - 1]! > square || (squares[at - 1]! === square && rows[at - 1]! > other))) {
    squares[at] = squares[at - 1]!;
    rows[at] = rows[at - 1]!;
    at--;
  }
  squares[at] = square;
  rows[at] = other;
}
