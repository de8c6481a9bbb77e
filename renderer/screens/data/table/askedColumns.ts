// Which columns are fetched: all of them, unless there are so many that a page of rows would take seconds; then those in
// view, in blocks, with what is needed of every row.
import { useCallback, useMemo, useState } from 'react';
import type { SourceRow } from '../../../../shared/contract/sources.ts';
import type { Field } from '../../../../shared/model/source.ts';

const MOST = 80;
const BLOCK = 40;

/** A row and where each column stands among its cells. */
export interface ShownRow extends SourceRow {
  readonly places: ReadonlyMap<number, number>;
}

export const cellOf = (row: ShownRow, position: number): string | null | undefined => {
  const place = row.places.get(position);
  return place === undefined ? undefined : (row.cells[place] ?? null);
};

export const withPlaces = (rows: readonly SourceRow[], positions: readonly number[]): readonly ShownRow[] => {
  const places = new Map(positions.map((position, place) => [position, place]));
  return rows.map((row) => ({ ...row, places }));
};

export interface AskedInput {
  /** Columns shown, in order. */
  readonly shown: readonly Field[];
  /** Columns needed of every row whether they are in view or not. */
  readonly always: readonly number[];
  /** Columns of the grid before the first of `shown`. */
  readonly leading: number;
}

/** The block of columns that holds those drawn. @param first index among the columns shown */
export const blockOf = (first: number, last: number): readonly [from: number, to: number] => [
  Math.max(0, Math.floor(first / BLOCK) * BLOCK),
  (Math.floor(Math.max(0, last) / BLOCK) + 1) * BLOCK,
];

export function useAskedColumns({ shown, always, leading }: AskedInput) {
  const [[from, to], setBlock] = useState<readonly [number, number]>([0, BLOCK]);
  const onColumns = useCallback(
    (first: number, last: number): void =>
      setBlock((now) => {
        const next = blockOf(first - leading, last - leading);
        return next[0] === now[0] && next[1] === now[1] ? now : next;
      }),
    [leading],
  );
  const positions = useMemo(() => {
    const asked = shown.length <= MOST ? shown : shown.slice(from, to);
    return [...new Set([...always, ...asked.map(({ position }) => position)])];
  }, [shown, always, from, to]);
  return { positions, onColumns };
}
