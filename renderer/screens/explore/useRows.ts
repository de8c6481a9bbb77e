// A list that is edited row by row: each row keeps its identity while others move, so that fields keep the focus.
import { useState } from 'react';

export interface Row<T> {
  readonly id: number;
  readonly value: T;
}

export interface Rows<T> {
  readonly rows: readonly Row<T>[];
  readonly set: (id: number, value: T) => void;
  readonly add: (value: T) => void;
  readonly remove: (id: number) => void;
  /** One place up. */
  readonly raise: (id: number) => void;
  readonly reset: (values: readonly T[]) => void;
}

export function useRows<T>(initial: readonly T[]): Rows<T> {
  const numbered = (values: readonly T[], from: number): readonly Row<T>[] =>
    values.map((value, at) => ({ id: from + at, value }));
  const [rows, setRows] = useState(() => numbered(initial, 0));
  const next = (): number => rows.reduce((high, { id }) => Math.max(high, id), -1) + 1;
  return {
    rows,
    set: (id, value) => setRows(rows.map((row) => (row.id === id ? { id, value } : row))),
    add: (value) => setRows([...rows, { id: next(), value }]),
    remove: (id) => setRows(rows.filter((row) => row.id !== id)),
    raise: (id) => {
      const at = rows.findIndex((row) => row.id === id);
      const [above, row] = [rows[at - 1], rows[at]];
      if (above && row) setRows(rows.with(at - 1, row).with(at, above));
    },
    reset: (values) => setRows(numbered(values, next())),
  };
}
