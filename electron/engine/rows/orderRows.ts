// The records of a view in its order, as row numbers. This is what is cached; pages are cut from it.
import type { RowView } from '../../../shared/model/rowView.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ViewColumns } from './columnValues.ts';
import { filterRows } from './filterRows.ts';
import { sortKeys } from './sortKeys.ts';

interface Key {
  readonly values: Float64Array;
  readonly sign: 1 | -1;
}

function compareBy(keys: readonly Key[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const { values, sign } of keys) {
      const left = values[a] as number;
      const right = values[b] as number;
      if (left < right) return -sign;
      if (left > right) return sign;
      if (left === right) continue;
      // NaN = missing, last in both directions.
      const missing = Number(Number.isNaN(left)) - Number(Number.isNaN(right));
      if (missing !== 0) return missing;
    }
    return a - b;
  };
}

function searched(columns: ViewColumns, search: string, among: Uint8Array | null): Uint8Array | null {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return among;
  const mark = new Uint8Array(columns.rows);
  columns.search(wanted, mark);
  if (among) for (let row = 0; row < mark.length; row++) mark[row]! &= among[row]!;
  return mark;
}

/**
 * Row numbers (from 0) of a view, in order; null = all records in the file's order.
 * @param locale whose alphabet orders texts
 * @throws AppError FIELD-UNKNOWN, INPUT-INVALID
 */
export function orderRows(columns: ViewColumns, view: RowView, locale: string): Int32Array | null {
  const marks = searched(columns, view.search, filterRows(columns, view.filters, view.match));
  if (marks === null && view.sort.length === 0) return null;
  const count = marks ? marks.reduce((sum, mark) => sum + mark, 0) : columns.rows;
  const rows = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < columns.rows; row++) if (!marks || marks[row] === 1) rows[at++] = row;
  const keys = view.sort.map(({ position, descending }): Key => {
    const field = columns.fields.find((one) => one.position === position);
    if (!field) throw new AppError('FIELD-UNKNOWN');
    return { values: sortKeys(columns, field, locale), sign: descending ? -1 : 1 };
  });
  return keys.length === 0 ? rows : rows.sort(compareBy(keys));
}
