// Gower's dissimilarity (1971) of mixed rows: numbers by their range, categories 0 or 1, what is missing left out.
import type { Weights } from '../weights.ts';
import type { MixedTable, NumberColumn } from './input.ts';

/** How the numbers are measured; fitted once, so that new customers are measured alike. */
export interface GowerSpace {
  readonly numbers: readonly {
    readonly name: string;
    readonly log: boolean;
    readonly low: number;
    /** Highest − lowest; 0 for a constant column, which tells nobody apart. */
    readonly range: number;
  }[];
  readonly categories: readonly string[];
}

/** Rows ready for distances, row-major. NaN and −1 are missing. */
export interface GowerRows {
  readonly rows: number;
  readonly numbers: number;
  readonly categories: number;
  readonly values: Float64Array;
  readonly codes: Int32Array;
  readonly missing: boolean;
}

/** One customer as JSON: scaled numbers and level names. */
export interface GowerPoint {
  readonly numbers: readonly (number | null)[];
  readonly levels: readonly (string | null)[];
}

const measured = ({ log }: { readonly log: boolean }, value: number): number =>
  log ? Math.log1p(Math.max(value, 0)) : value;

/** Ranges of the finite values that weigh anything, on ln(1 + x) where the column says so. */
export function fitGower({ numbers, categories }: MixedTable, weights: Weights = null): GowerSpace {
  return {
    numbers: numbers.map((column) => ({ name: column.name, log: column.log, ...rangeOf(column, weights) })),
    categories: categories.map(({ name }) => name),
  };
}

function rangeOf(column: NumberColumn, weights: Weights): { readonly low: number; readonly range: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < column.values.length; row++) {
    const raw = column.values[row]!;
    if (!Number.isFinite(raw) || weights?.[row] === 0) continue;
    const value = measured(column, raw);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high >= low ? { low, range: high - low } : { low: 0, range: 0 };
}

/** The table's rows in a fitted space; columns are found by their place. */
export function gowerRows(table: MixedTable, space: GowerSpace): GowerRows {
  const { rows } = table;
  const [numbers, categories] = [space.numbers.length, space.categories.length];
  const values = new Float64Array(rows * numbers);
  const codes = new Int32Array(rows * categories);
  let missing = false;
  space.numbers.forEach((scale, column) => {
    const from = table.numbers[column]!.values;
    for (let row = 0; row < rows; row++) {
      const value = Number.isFinite(from[row]!) ? measured(scale, from[row]!) - scale.low : NaN;
      values[row * numbers + column] = scale.range > 0 ? value / scale.range : value - value;
      if (Number.isNaN(value)) missing = true;
    }
  });
  for (let column = 0; column < categories; column++) {
    const from = table.categories[column]!.codes;
    for (let row = 0; row < rows; row++) {
      codes[row * categories + column] = from[row]!;
      if (from[row]! < 0) missing = true;
    }
  }
  return { rows, numbers, categories, values, codes, missing };
}

/** Mean over the features both rows have, 0..1; 1 when they have none in common to compare. */
export function gowerDistance(a: GowerRows, rowA: number, b: GowerRows, rowB: number): number {
  return a.missing || b.missing ? knownDistance(a, rowA, b, rowB) : fullDistance(a, rowA, b, rowB);
}

function fullDistance(a: GowerRows, rowA: number, b: GowerRows, rowB: number): number {
  const { numbers, categories } = a;
  let sum = 0;
  for (let column = 0, one = rowA * numbers, other = rowB * numbers; column < numbers; column++)
    sum += Math.abs(a.values[one++]! - b.values[other++]!);
  for (let column = 0, one = rowA * categories, other = rowB * categories; column < categories; column++)
    if (a.codes[one++] !== b.codes[other++]) sum += 1;
  return numbers + categories > 0 ? sum / (numbers + categories) : 1;
}

function knownDistance(a: GowerRows, rowA: number, b: GowerRows, rowB: number): number {
  const { numbers, categories } = a;
  let sum = 0;
  let known = 0;
  for (let column = 0; column < numbers; column++) {
    const gap = a.values[rowA * numbers + column]! - b.values[rowB * numbers + column]!;
    if (Number.isNaN(gap)) continue;
    sum += Math.abs(gap);
    known++;
  }
  for (let column = 0; column < categories; column++) {
    const one = a.codes[rowA * categories + column]!;
    const other = b.codes[rowB * categories + column]!;
    if (one < 0 || other < 0) continue;
    if (one !== other) sum += 1;
    known++;
  }
  return known > 0 ? sum / known : 1;
}

/** A row as JSON. */
export function gowerPoint(table: MixedTable, prepared: GowerRows, row: number): GowerPoint {
  const { numbers, categories, values, codes } = prepared;
  return {
    numbers: Array.from({ length: numbers }, (_, column) => {
      const value = values[row * numbers + column]!;
      return Number.isNaN(value) ? null : value;
    }),
    levels: Array.from({ length: categories }, (_, column) => {
      const code = codes[row * categories + column]!;
      return code < 0 ? null : (table.categories[column]!.levels[code] ?? null);
    }),
  };
}

/** Stored points as rows whose codes are those of a table; a level that the table does not know equals none of its. */
export function pointRows(points: readonly GowerPoint[], table: MixedTable): GowerRows {
  const numbers = points[0]?.numbers.length ?? 0;
  const categories = points[0]?.levels.length ?? 0;
  const values = Float64Array.from(points.flatMap((point) => point.numbers.map((value) => value ?? NaN)));
  const codeOf = table.categories.map(({ levels }) => new Map(levels.map((level, code) => [level, code])));
  const unknown = Math.max(0, ...table.categories.map(({ levels }) => levels.length));
  const codes = Int32Array.from(
    points.flatMap((point) =>
      point.levels.map((level, column) => (level === null ? -1 : (codeOf[column]!.get(level) ?? unknown))),
    ),
  );
  const missing = values.some((value) => Number.isNaN(value)) || codes.includes(-1);
  return { rows: points.length, numbers, categories, values, codes, missing };
}
