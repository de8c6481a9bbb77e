// One row of the grid. It draws again only when its own content, place or selection changed: scrolling past thousands
// of rows draws each of them once.
import { memo, type ReactNode } from 'react';
import type { DrawnColumn } from './columnPlaces.ts';
import type { GridColumn } from './DataGrid.tsx';
import styles from './DataGrid.module.css';

export interface GridRowProps<R> {
  /** Undefined while it is on its way. */
  readonly row: R | undefined;
  readonly index: number;
  readonly topPx: number;
  readonly columns: readonly GridColumn<R>[];
  /** The columns to draw. */
  readonly drawn: readonly DrawnColumn[];
  /** Column in the tab order; −1 = not in this row. */
  readonly active: number;
  /** Selected columns, inclusive; −1 = none. */
  readonly from: number;
  readonly to: number;
  readonly tone: 'bad' | 'warn' | undefined;
  /** Said in place of a row that is on its way. */
  readonly loading: string;
}

function Row<R>(props: GridRowProps<R>) {
  const { row, index, topPx, columns, drawn, active, from, to, tone, loading } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      aria-label={row === undefined ? loading : undefined}
      className={styles.row}
      data-tone={tone}
      style={{ top: topPx }}
    >
      {drawn.map(({ at, pinned, style }): ReactNode => {
        const column = columns[at];
        if (!column) return null;
        return (
          <div
            key={column.key}
            role={column.rowHeader ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-selected={at >= from && at <= to}
            data-cell={`${index}:${at}`}
            data-align={column.align}
            data-pinned={pinned || undefined}
            className={styles.cell}
            tabIndex={at === active ? 0 : -1}
            style={style}
          >
            {row === undefined ? null : column.cell(row, index)}
          </div>
        );
      })}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;
