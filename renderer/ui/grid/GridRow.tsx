// One row of the grid. It draws again only when its own content, place or selection changed: scrolling past thousands
// of rows draws each of them once.
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { GridColumn } from './DataGrid.tsx';
import styles from './DataGrid.module.css';

export interface GridRowProps<R> {
  readonly row: R | undefined;
  readonly index: number;
  readonly topPx: number;
  readonly columns: readonly GridColumn<R>[];
  /** Left edge of each pinned column, px. */
  readonly pins: readonly number[];
  /** Column in the tab order; −1 = not in this row. */
  readonly active: number;
  /** Selected columns, inclusive; −1 = none. */
  readonly from: number;
  readonly to: number;
  readonly tone: 'bad' | 'warn' | undefined;
  readonly onOpen: ((row: R, index: number) => void) | undefined;
}

function Row<R>({ row, index, topPx, columns, pins, active, from, to, tone, onOpen }: GridRowProps<R>) {
  const t = useTranslations('common');
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-tone={tone}
      style={{ transform: `translateY(${topPx}px)` }}
      onDoubleClick={() => row !== undefined && onOpen?.(row, index)}
    >
      {columns.map((column, at): ReactNode => {
        const pin = pins[at];
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 1}
            aria-selected={at >= from && at <= to}
            data-cell={`${index}:${at}`}
            data-align={column.align}
            data-pinned={pin === undefined ? undefined : true}
            className={styles.cell}
            tabIndex={at === active ? 0 : -1}
            {...(pin === undefined ? {} : { style: { insetInlineStart: pin } })}
          >
            {row === undefined ? (
              <span className={styles.loading} aria-label={t('loading')} />
            ) : (
              column.cell(row, index)
            )}
          </div>
        );
      })}
    </div>
  );
}

export const GridRow = memo(Row) as typeof Row;
