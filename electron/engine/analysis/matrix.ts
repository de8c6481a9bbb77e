// The table of numbers that every method here works on, and the checkpoints long methods report.
// Values are row-major; they may lie on shared memory so that several threads read one copy.

/** `values[row * columns + column]`. NaN means missing; the clustering methods need finite values. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Segment number of each row, 0-based; −1 = in no segment. */
export type Labels = Int16Array | Int32Array;

/** How much of a long computation is done: 0..1. Each one is a chance to cancel. */
export interface Checkpoint {
  readonly share: number;
}

/** Multiply-adds between two checkpoints: about 10–30 ms of plain typed-array work. */
export const WORK_PER_CHECKPOINT = 12_000_000;

/** A matrix of zeros; `shared` puts it on memory that other threads can read without a copy. */
export function createMatrix(rows: number, columns: number, shared = false): Matrix {
  const bytes = rows * columns * Float64Array.BYTES_PER_ELEMENT;
  const values = new Float64Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  return { rows, columns, values };
}

/** From rows of equal length (tests, small inputs). */
export function matrixFromRows(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const matrix = createMatrix(rows.length, columns);
  rows.forEach((row, index) => {
    if (row.length !== columns) throw new RangeError('rows of unequal length');
    matrix.values.set(row, index * columns);
  });
  return matrix;
}

/** From columns of equal length, the form in which features are kept. */
export function matrixFromColumns(columns: readonly ArrayLike<number>[], shared = false): Matrix {
  const rows = columns[0]?.length ?? 0;
  const matrix = createMatrix(rows, columns.length, shared);
  columns.forEach((column, index) => {
    if (column.length !== rows) throw new RangeError('columns of unequal length');
    for (let row = 0; row < rows; row++) matrix.values[row * columns.length + index] = column[row] ?? NaN;
  });
  return matrix;
}

/** One column as its own array. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const { rows, columns, values } = matrix;
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) result[row] = values[row * columns + column]!;
  return result;
}

/** The named rows, in the order given; `shared` as in `createMatrix`. */
export function takeRows(matrix: Matrix, rows: ArrayLike<number>, shared = false): Matrix {
  const { columns, values } = matrix;
  const result = createMatrix(rows.length, columns, shared);
  for (let index = 0; index < rows.length; index++) {
    // Value by value: for rows of a few columns views cost ten times as much as what they copy.
    for (let from = rows[index]! * columns, to = index * columns, end = to + columns; to < end; from++, to++)
      result.values[to] = values[from]!;
  }
  return result;
}

/** The same matrix on shared memory; returned as it is when it already lies there. */
export function shareMatrix(matrix: Matrix): Matrix {
  if (matrix.values.buffer instanceof SharedArrayBuffer) return matrix;
  const shared = createMatrix(matrix.rows, matrix.columns, true);
  shared.values.set(matrix.values);
  return shared;
}

/** Runs a checkpointed computation to its end, ignoring the checkpoints. */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Passes on another computation's checkpoints squeezed into `from..to` of one's own. */
export function* within<T>(
  steps: Generator<Checkpoint, T>,
  from: number,
  to: number,
): Generator<Checkpoint, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { share: from + (to - from) * step.value.share };
  }
}
