// A table over any number of rows: only the visible ones exist in the page, fetched by pages through `rowsAt`.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './DataGrid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { useColumnWidths } from './useColumnWidths.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useRowPages } from './useRowPages.ts';

export interface GridColumn<R> {
  readonly key: string;
  readonly header: ReactNode;
  /** Spoken and used where `header` is not text. */
  readonly name: string;
  readonly align?: 'start' | 'end';
  readonly widthPx?: number;
  readonly cell: (row: R, rowIndex: number) => ReactNode;
  readonly sortable?: boolean;
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface DataGridProps<R> {
  readonly label: string;
  readonly columns: readonly GridColumn<R>[];
  readonly rowCount: number;
  /** Rows offset … offset+limit−1; called once per page until `version` changes. */
  readonly rowsAt: (offset: number, limit: number) => Promise<readonly R[]>;
  /** Any value that changes when the rows did (filter, sort, data); pages are then fetched again. */
  readonly version: string;
  /** First column(s) that stay while scrolling sideways. */
  readonly pinnedColumns?: 0 | 1;
  readonly sort?: GridSort | null;
  readonly onSort?: (sort: GridSort) => void;
  readonly onOpenRow?: (row: R, rowIndex: number) => void;
  readonly rowTone?: (row: R) => 'bad' | 'warn' | undefined;
  readonly headerHeightPx?: number;
  readonly rowHeightPx?: number;
  readonly empty?: ReactNode;
}

/** Virtual, paged, keyboard-driven grid with a sticky, resizable header. */
export function DataGrid<R>(props: DataGridProps<R>) {
  const { label, columns, rowCount, rowHeightPx = 28, headerHeightPx = 32, pinnedColumns = 0 } = props;
  const t = useTranslations('common');
  const scroller = useRef<HTMLDivElement>(null);
  const { widths, resize, template, totalPx } = useColumnWidths(columns);
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const rowOf = useRowPages({
    rowsAt: props.rowsAt,
    version: props.version,
    rowCount,
    first: items[0]?.index ?? 0,
    last: items.at(-1)?.index ?? 0,
  });
  const keys = useGridKeys({
    rowCount,
    columnCount: columns.length,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx) - 2),
    scrollTo: (row) => virtual.scrollToIndex(row),
    onOpen: (rowIndex) => {
      const row = rowOf(rowIndex);
      if (row !== undefined) props.onOpenRow?.(row, rowIndex);
    },
  });
  if (rowCount === 0 && props.empty) return <div className={styles.empty}>{props.empty}</div>;
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      style={{ '--columns': template, '--row': `${rowHeightPx}px`, '--head': `${headerHeightPx}px` }}
      onKeyDown={keys.onKeyDown}
      data-pinned={pinnedColumns || undefined}
    >
      <GridHeader
        columns={columns}
        widths={widths}
        resize={resize}
        sort={props.sort ?? null}
        {...(props.onSort ? { onSort: props.onSort } : {})}
      />
      <div
        className={styles.rows}
        style={{ height: virtual.getTotalSize(), width: totalPx }}
        role="presentation"
      >
        {items.map((item) => {
          const row = rowOf(item.index);
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.row}
              data-tone={row === undefined ? undefined : props.rowTone?.(row)}
              style={{ transform: `translateY(${item.start}px)` }}
              onDoubleClick={() => row !== undefined && props.onOpenRow?.(row, item.index)}
            >
              {columns.map((column, columnIndex) => (
                <div
                  key={column.key}
                  role="gridcell"
                  aria-colindex={columnIndex + 1}
                  data-align={column.align}
                  className={styles.cell}
                  {...keys.cellProps(item.index, columnIndex)}
                >
                  {row === undefined ? (
                    <span className={styles.loading} aria-label={t('loading')} />
                  ) : (
                    column.cell(row, item.index)
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
