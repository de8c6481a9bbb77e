// What every method is given: the same customers as a scaled matrix and as a table of numbers and categories.
import { type Matrix, takeRows } from '../matrix.ts';
import { takeWeights, type Weights } from '../weights.ts';

/** A number per row in its own units; NaN = missing. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** Distances are taken on ln(1 + x). */
  readonly log: boolean;
}

/** A category per row as a number into `levels`; −1 = missing. */
export interface LevelColumn {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** The features as they are, for methods that measure mixed data or cut values. */
export interface MixedTable {
  readonly rows: number;
  readonly numbers: readonly NumberColumn[];
  readonly categories: readonly LevelColumn[];
}

/** `matrix`, `table` and `weights` have the same rows in the same order. */
export interface MethodInput {
  /** Scaled and finite, categories as one column per level: k-means, mixture, Ward; also the space of the map. */
  readonly matrix: Matrix;
  /** k-medoids, k-prototypes, RFM, tiers, rules. */
  readonly table: MixedTable;
  /** One per row; null = everyone counts as one. */
  readonly weights: Weights;
}

/** The named rows, in the order given (a row may come more than once): a sample or a resample. */
export function takeInput({ matrix, table, weights }: MethodInput, rows: ArrayLike<number>): MethodInput {
  return {
    matrix: takeRows(matrix, rows),
    table: takeTable(table, rows),
    weights: takeWeights(weights, rows),
  };
}

/** The named rows of a mixed table. */
export function takeTable({ numbers, categories }: MixedTable, rows: ArrayLike<number>): MixedTable {
  return {
    rows: rows.length,
    numbers: numbers.map((column) => ({
      ...column,
      values: Float64Array.from(rows, (row) => column.values[row]!),
    })),
    categories: categories.map((column) => ({
      ...column,
      codes: Int32Array.from(rows, (row) => column.codes[row]!),
    })),
  };
}

/** A matrix alone, each of its columns also a number of the table (tests, references). */
export function inputFromMatrix(matrix: Matrix, weights: Weights = null): MethodInput {
  const { rows, columns, values } = matrix;
  const numbers = Array.from({ length: columns }, (_, column) => ({
    name: `c${column}`,
    values: Float64Array.from({ length: rows }, (_row, row) => values[row * columns + column]!),
    log: false,
  }));
  return { matrix, table: { rows, numbers, categories: [] }, weights };
}
