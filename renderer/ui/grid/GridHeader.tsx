// The grid's sticky header: sorting on click, width by dragging the right edge, fitting it by a double click, or Alt + arrows.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DrawnColumn } from './columnPlaces.ts';
import type { GridColumn, GridSort } from './DataGrid.tsx';
import styles from './DataGrid.module.css';
import { fittingWidth } from './fittingWidth.ts';

interface HeaderProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly widths: readonly number[];
  /** The columns to draw. */
  readonly drawn: readonly DrawnColumn[];
  readonly resize: (key: string, widthPx: number) => void;
  readonly sort: readonly GridSort[];
  readonly onSort?: (key: string, additive: boolean) => void;
}

const STEP_PX = 12;

/** Plain text is cut with an ellipsis and completed by its tooltip; anything else draws itself. */
function HeaderText({ header }: { readonly header: ReactNode }) {
  if (typeof header !== 'string') return header;
  return (
    <span className={styles.headText} title={header} data-name>
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
      onDoubleClick={(event) => onResize(fittingWidth(event.currentTarget))}
    />
  );
}

/** Direction, and the place among several columns sorted by. */
function SortMark({ descending, place }: { readonly descending: boolean; readonly place: number | null }) {
  const Mark = descending ? IconChevronDown : IconChevronUp;
  return (
    <span className={styles.sortMark}>
      <Mark size={12} aria-hidden />
      {place}
    </span>
  );
}

function Header<R>({ columns, widths, drawn, resize, sort, onSort }: HeaderProps<R>) {
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      <div className={styles.headRow} role="presentation">
        {drawn.map(({ at: index, pinned, style }) => {
          const column = columns[index];
          if (!column) return null;
          const place = sort.findIndex((one) => one.key === column.key);
          const active = place >= 0;
          const descending = sort[place]?.descending === true;
          const widthPx = widths[index] ?? 0;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
              data-align={column.align}
              data-pinned={pinned || undefined}
              className={styles.headCell}
              style={style}
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
                  aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
                  onClick={(event) => onSort(column.key, event.shiftKey)}
                >
                  <HeaderText header={column.header} />
                  {active ? (
                    <SortMark descending={descending} place={sort.length > 1 ? place + 1 : null} />
                  ) : null}
                </button>
              ) : (
                <HeaderText header={column.header} />
              )}
              {column.tools ? <span className={styles.tools}>{column.tools}</span> : null}
              <ResizeHandle name={column.name} widthPx={widthPx} onResize={(px) => resize(column.key, px)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** One row of column headers. Alt + arrows on a header change its width. */
export const GridHeader = memo(Header) as typeof Header;
