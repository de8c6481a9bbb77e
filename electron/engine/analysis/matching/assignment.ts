// Who goes with whom so that the total is largest: the assignment problem.

/**
 * Largest total of a matrix with at most one entry per row and column (Kuhn 1955, Munkres 1957; shortest augmenting
 * paths with potentials, Jonker & Volgenant 1987). O(rows² · columns). Ties go to the lower column.
 * @param gains rows × columns, row after row; finite
 * @returns the column of each row; −1 for rows without one (more rows than columns)
 */
export function assignMost(gains: ArrayLike<number>, rows: number, columns: number): Int32Array {
  const result = new Int32Array(rows).fill(-1);
  if (rows === 0 || columns === 0) return result;
  if (rows > columns) {
    const turned = Float64Array.from({ length: rows * columns }, (_, cell) => {
      return gains[(cell % rows) * columns + Math.floor(cell / rows)]!;
    });
    assignMost(turned, columns, rows).forEach((row, column) => {
      result[row] = column;
    });
    return result;
  }
  // Columns are numbered from 1; column 0 stands for the row that is being placed.
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const from = new Int32Array(columns + 1);
    const last = nearestFree(gains, columns, rowOf, rowPrice, columnPrice, from);
    for (let column = last; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]! > 0) result[rowOf[column]! - 1] = column - 1;
  return result;
}

/** The free column that costs the row in column 0 least to reach; `from` holds the way back. */
function nearestFree(
  gains: ArrayLike<number>,
  columns: number,
  rowOf: Int32Array,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  from: Int32Array,
): number {
  const least = new Float64Array(columns + 1).fill(Infinity);
  const done = new Uint8Array(columns + 1);
  let at = 0;
  do {
    done[at] = 1;
    const row = rowOf[at]!;
    let step = Infinity;
    let next = 0;
    for (let column = 1; column <= columns; column++) {
      if (done[column] === 1) continue;
      const cost = -gains[(row - 1) * columns + column - 1]! - rowPrice[row]! - columnPrice[column]!;
      if (cost < least[column]!) {
        least[column] = cost;
        from[column] = at;
      }
      if (least[column]! < step) {
        step = least[column]!;
        next = column;
      }
    }
    for (let column = 0; column <= columns; column++) {
      if (done[column] === 1) {
        rowPrice[rowOf[column]!]! += step;
        columnPrice[column]! -= step;
      } else least[column]! -= step;
    }
    at = next;
  } while (rowOf[at] !== 0);
  return at;
}
