// The grid's sticky header: sorting on click, width by dragging the right edge or with arrows on it.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { GridColumn, GridSort } from './DataGrid.tsx';
import styles from './DataGrid.module.css';

interface HeaderProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly widths: readonly number[];
  readonly resize: (key: string, widthPx: number) => void;
  readonly sort: GridSort | null;
  readonly onSort?: (sort: GridSort) => void;
}

const STEP_PX = 12;

/** Plain text is cut with an ellipsis and completed by its tooltip; anything else draws itself. */
function HeaderText({ header }: { readonly header: ReactNode }) {
  if (typeof header !== 'string') return header;
  return (
    <span className={styles.headText} title={header}>
      {header}
    </span>
  );
}

function ResizeHandle({
  name,
  widthPx,
  onResize,
}: {
  readonly name: string;
  readonly widthPx: number;
  readonly onResize: (px: number) => void;
}) {
  const t = useTranslations('common');
  const start = useRef<{ readonly x: number; readonly widthPx: number } | null>(null);
  return (
    <div
      className={styles.handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('resizeColumn', { name })}
      aria-valuenow={widthPx}
      tabIndex={-1}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, widthPx };
      }}
      onPointerMove={(event) =>
        start.current && onResize(start.current.widthPx + event.clientX - start.current.x)
      }
      onPointerUp={() => (start.current = null)}
    />
  );
}

/** One row of column headers. Alt + arrows on a header change its width. */
export function GridHeader<R>({ columns, widths, resize, sort, onSort }: HeaderProps<R>) {
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      {columns.map((column, index) => {
        const active = sort?.key === column.key;
        const descending = active && sort.descending;
        const widthPx = widths[index] ?? 0;
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
            data-align={column.align}
            className={styles.headCell}
            onKeyDown={(event) => {
              const move = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
              if (!event.altKey || move === 0) return;
              event.preventDefault();
              event.stopPropagation();
              resize(column.key, widthPx + move * STEP_PX);
            }}
          >
            {column.sortable && onSort ? (
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort({ key: column.key, descending: active && !descending })}
              >
                <HeaderText header={column.header} />
                {active ? (
                  descending ? (
                    <IconChevronDown size={12} aria-hidden />
                  ) : (
                    <IconChevronUp size={12} aria-hidden />
                  )
                ) : null}
              </button>
            ) : (
              <HeaderText header={column.header} />
            )}
            <ResizeHandle name={column.name} widthPx={widthPx} onResize={(px) => resize(column.key, px)} />
          </div>
        );
      })}
    </div>
  );
}
