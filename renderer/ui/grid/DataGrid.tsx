// A table over any number of rows: only the visible ones exist in the page, fetched by pages through `rowsAt`.
import { useId, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './DataGrid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { rowSlots } from './rowSlots.ts';
import { shownHeight, useScaledScroll } from './scaledScroll.ts';
import { type CellRange, isOneCell, rangeOf } from './selection.ts';
import { useColumnWidths, type WidthStore } from './useColumnWidths.ts';
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
  /** Names the row: said before the other cells of it. */
  readonly rowHeader?: boolean;
  /** Buttons at the end of the header, e.g. a filter. */
  readonly tools?: ReactNode;
}

export interface GridSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface GridGoTo {
  readonly row: number;
}

export interface DataGridProps<R> {
  readonly label: string;
  /** Keep the same array while nothing about the columns changes: rows are drawn anew when it does. */
  readonly columns: readonly GridColumn<R>[];
  readonly rowCount: number;
  /** Rows offset … offset+limit−1; called once per page until `version` changes. */
  readonly rowsAt: (offset: number, limit: number) => Promise<readonly R[]>;
  /** Any value that changes when the rows did (filter, sort, data); pages are then fetched again. */
  readonly version: string;
  /** How many of the first columns stay while scrolling sideways. */
  readonly pinnedColumns?: number;
  /** By which columns the rows are sorted, the first decides first. */
  readonly sort?: readonly GridSort[];
  /** `additive` = the column joins those sorted by already (Shift). */
  readonly onSort?: (key: string, additive: boolean) => void;
  /** Enter, F2 or a double click. */
  readonly onOpenRow?: (row: R, rowIndex: number) => void;
  /** Says to a screen reader what `onOpenRow` does. */
  readonly openHint?: string;
  /** Shows and focuses a row, once per object. */
  readonly goTo?: GridGoTo | null;
  /** Ctrl+C over the selected cells; with Shift the headers come along. Rows that are not loaded are undefined. */
  readonly onCopy?: (range: CellRange, rowOf: (index: number) => R | undefined, headers: boolean) => void;
  readonly rowTone?: (row: R) => 'bad' | 'warn' | undefined;
  /** Widths chosen by dragging, kept by the caller; the grid keeps them itself when left out. */
  readonly widths?: WidthStore;
  readonly headerHeightPx?: number;
  readonly rowHeightPx?: number;
  readonly empty?: ReactNode;
}

const OVERSCAN = 10;

/** Left edges of the pinned columns as `--pin-0` …: rows that only know their number are not drawn anew on a resize. */
function pinsOf(widths: readonly number[], pinned: number): Record<string, string> {
  const pins: Record<string, string> = {};
  for (let at = 0, left = 0; at < Math.min(pinned, widths.length); at++) {
    pins[`--pin-${at}`] = `${left}px`;
    left += widths[at] ?? 0;
  }
  return pins;
}

/** Rows to draw: those in view with some around, and the focused one wherever it is, or the focus would be lost. */
function drawnRows(first: number, last: number, kept: number | null): number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (kept === null || (kept >= first && kept <= last)) return rows;
  return kept < first ? [kept, ...rows] : [...rows, kept];
}

/** Virtual, paged, keyboard-driven grid with a sticky, resizable header and a selection that can be copied. */
export function DataGrid<R>(props: DataGridProps<R>) {
  const { label, columns, rowCount, rowHeightPx = 28, headerHeightPx = 32, pinnedColumns = 0 } = props;
  const loading = useTranslations('common')('loading');
  const hintId = useId();
  const slots = useRef<ReadonlyMap<number, number>>(new Map());
  const { widths, resize, template, totalPx } = useColumnWidths(columns, props.widths);
  const { scroller, place, anchorPx, onScroll, reveal } = useScaledScroll(
    rowCount,
    rowHeightPx,
    headerHeightPx,
  );
  const first = Math.max(0, Math.min(rowCount - 1, Math.floor(place.topPx / rowHeightPx)) - OVERSCAN);
  const last = Math.min(rowCount - 1, Math.ceil((place.topPx + place.viewPx) / rowHeightPx) + OVERSCAN);
  const rowOf = useRowPages({ rowsAt: props.rowsAt, version: props.version, rowCount, first, last });
  const { selection, focused, handlers } = useGridKeys({
    scroller,
    rowCount,
    columnCount: columns.length,
    pageRows: Math.max(1, Math.floor(place.viewPx / rowHeightPx) - 1),
    reveal,
    wantedRow: props.goTo ?? null,
    onOpen: (index) => {
      const row = rowOf(index);
      if (row !== undefined) props.onOpenRow?.(row, index);
    },
    onCopy: props.onCopy && ((range, headers) => props.onCopy?.(range, rowOf, headers)),
  });
  if (rowCount === 0 && props.empty) return <div className={styles.empty}>{props.empty}</div>;
  const range = rangeOf(selection, { rowCount, columnCount: columns.length });
  const several = !isOneCell(selection);
  const pinnedPx = widths.slice(0, pinnedColumns).reduce((sum, width) => sum + width, 0);
  slots.current = rowSlots(slots.current, drawnRows(first, last, focused ? selection.active.row : null));
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-describedby={props.openHint === undefined ? undefined : hintId}
      style={{
        ...pinsOf(widths, pinnedColumns),
        '--columns': template,
        '--total': `${totalPx}px`,
        '--row': `${rowHeightPx}px`,
        '--head': `${headerHeightPx}px`,
        // What moves into view must not stop under the pinned columns.
        scrollPaddingInlineStart: pinnedPx,
      }}
      onScroll={onScroll}
      {...handlers}
    >
      {props.openHint === undefined ? null : (
        <span id={hintId} hidden>
          {props.openHint}
        </span>
      )}
      <GridHeader
        columns={columns}
        widths={widths}
        pinned={pinnedColumns}
        resize={resize}
        sort={props.sort ?? []}
        {...(props.onSort ? { onSort: props.onSort } : {})}
      />
      <div
        className={styles.rows}
        style={{ height: shownHeight(rowCount * rowHeightPx), width: totalPx }}
        role="presentation"
      >
        <div
          className={styles.layer}
          role="presentation"
          style={{ transform: `translateY(${place.shownPx - place.topPx + anchorPx}px)` }}
        >
          {Array.from(slots.current, ([index, slot]) => {
            const row = rowOf(index);
            const inRange = several && index >= range.fromRow && index <= range.toRow;
            return (
              <GridRow
                key={slot}
                row={row}
                index={index}
                topPx={index * rowHeightPx - anchorPx}
                columns={columns}
                pinned={pinnedColumns}
                active={index === selection.active.row ? selection.active.column : -1}
                from={inRange ? range.fromColumn : -1}
                to={inRange ? range.toColumn : -1}
                tone={row === undefined ? undefined : props.rowTone?.(row)}
                loading={loading}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
