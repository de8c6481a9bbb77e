// A table over any number of rows: only the visible ones exist in the page, fetched by pages through `rowsAt`.
import { useEffect, useEffectEvent, useId, useMemo, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import {
  type ColumnPlace,
  columnPlaces,
  type DrawnColumn,
  type DrawnPlaces,
  drawnColumns,
  drawnPlaces,
  leftFor,
  tableWidth,
} from './columnPlaces.ts';
import styles from './DataGrid.module.css';
import { GridLines } from './GridLines.tsx';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import { inSlotOrder, rowSlots } from './rowSlots.ts';
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
  /** The first one when left out. */
  readonly column?: number;
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
  /** Changes when another part of each row is asked for; the rows at hand stay until the new ones are there. */
  readonly part?: string;
  /** Told which of the columns that move are drawn, first and last: of very many not all need be fetched. */
  readonly onColumns?: (first: number, last: number) => void;
  /** How many of the first columns stay while scrolling sideways. */
  readonly pinnedColumns?: number;
  /** By which columns the rows are sorted, the first decides first. */
  readonly sort?: readonly GridSort[];
  /** `additive` = the column joins those sorted by already (Shift). */
  readonly onSort?: (key: string, additive: boolean) => void;
  /** Enter, F2 or a double click. */
  readonly onOpenRow?: (row: R, rowIndex: number, columnIndex: number) => void;
  /** Says to a screen reader what `onOpenRow` does. */
  readonly openHint?: string;
  /** Shows and focuses a cell, or the field in it, once per object. */
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

const NO_SORT: readonly GridSort[] = [];
/** Rows drawn on either side of the view: what is in view is drawn anew in the frame that scrolls. */
const AROUND_ROWS = 1;

/** Rows to draw: those in view with some around, and the focused one wherever it is, or the focus would be lost. */
function drawnRows(first: number, last: number, kept: number | null): number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (kept === null || (kept >= first && kept <= last)) return rows;
  return kept < first ? [kept, ...rows] : [...rows, kept];
}

interface Drawn extends DrawnPlaces {
  readonly columns: readonly DrawnColumn[];
  /** Width of a row, to the end of the view at least. */
  readonly widthPx: number;
}

const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** The columns to draw; the same array while they stay the same, so that rows are not drawn again for a few pixels. */
function useDrawn(
  places: readonly ColumnPlace[],
  leftPx: number,
  viewPx: number,
  kept: number | null,
): Drawn {
  const now = drawnPlaces(places, leftPx, viewPx, kept);
  const parts = [...now.pinned, now.kept, ...now.moving];
  const before = useRef<{ readonly parts: readonly unknown[]; readonly columns: Drawn['columns'] }>(null);
  if (before.current === null || !sameParts(parts, before.current.parts))
    before.current = { parts, columns: drawnColumns(now) };
  const end = now.moving.at(-1);
  const endPx = Math.max(end ? end.leftPx + end.widthPx : 0, leftPx + viewPx);
  return { ...now, columns: before.current.columns, widthPx: endPx - now.basePx };
}

function useTellColumns(
  places: readonly ColumnPlace[],
  leftPx: number,
  viewPx: number,
  tell: DataGridProps<never>['onColumns'],
): void {
  const { moving } = drawnPlaces(places, leftPx, viewPx, null);
  const [first, last] = [moving[0]?.at ?? 0, moving.at(-1)?.at ?? 0];
  const told = useEffectEvent(() => tell?.(first, last));
  useEffect(() => told(), [first, last]);
}

/** Virtual, paged, keyboard-driven grid with a sticky, resizable header and a selection that can be copied. */
export function DataGrid<R>(props: DataGridProps<R>) {
  const { label, columns, rowCount, rowHeightPx = 28, headerHeightPx = 32, pinnedColumns = 0 } = props;
  const loading = useTranslations('common')('loading');
  const hintId = useId();
  const slots = useRef<ReadonlyMap<number, number>>(new Map());
  const { widths, resize } = useColumnWidths(columns, props.widths);
  const { scroller, place, anchorPx, onScroll, reveal } = useScaledScroll(
    rowCount,
    rowHeightPx,
    headerHeightPx,
  );
  const { leftPx, viewWidthPx } = place;
  const places = useMemo(
    () => columnPlaces(widths, pinnedColumns, viewWidthPx),
    [widths, pinnedColumns, viewWidthPx],
  );
  const first = Math.max(0, Math.min(rowCount - 1, Math.floor(place.topPx / rowHeightPx)) - AROUND_ROWS);
  const last = Math.min(rowCount - 1, Math.ceil((place.topPx + place.viewPx) / rowHeightPx) + AROUND_ROWS);
  const rowOf = useRowPages({
    rowsAt: props.rowsAt,
    version: props.version,
    part: props.part ?? '',
    rowCount,
    first,
    last,
  });
  const { selection, focused, handlers } = useGridKeys({
    scroller,
    rowCount,
    columnCount: columns.length,
    pageRows: Math.max(1, Math.floor(place.viewPx / rowHeightPx) - 1),
    reveal: ({ row, column }) => reveal(row, leftFor(places, column, leftPx, viewWidthPx)),
    wantedCell: props.goTo ?? null,
    onOpen: ({ row: index, column }) => {
      const row = rowOf(index);
      if (row !== undefined) props.onOpenRow?.(row, index, column);
    },
    onCopy: props.onCopy && ((range, headers) => props.onCopy?.(range, rowOf, headers)),
  });
  const range = rangeOf(selection, { rowCount, columnCount: columns.length });
  const several = !isOneCell(selection);
  const shown = useDrawn(places, leftPx, viewWidthPx, focused ? selection.active.column : null);
  useTellColumns(places, leftPx, viewWidthPx, props.onColumns);
  if (rowCount === 0 && props.empty) return <div className={styles.empty}>{props.empty}</div>;
  const { columns: drawn, basePx } = shown;
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
        '--row': `${rowHeightPx}px`,
        '--head': `${headerHeightPx}px`,
        '--left': `${leftPx - basePx}px`,
      }}
      onScroll={onScroll}
      {...handlers}
    >
      {props.openHint === undefined ? null : (
        <span id={hintId} hidden>
          {props.openHint}
        </span>
      )}
      <div
        className={styles.space}
        style={{
          width: tableWidth(places),
          height: headerHeightPx + shownHeight(rowCount * rowHeightPx),
        }}
        role="presentation"
      >
        <div
          className={styles.view}
          style={{ width: viewWidthPx, height: headerHeightPx + place.viewPx }}
          role="presentation"
        >
          <GridHeader
            columns={columns}
            widths={widths}
            drawn={drawn}
            resize={resize}
            sort={props.sort ?? NO_SORT}
            {...(props.onSort ? { onSort: props.onSort } : {})}
          />
          <div
            className={styles.layer}
            role="presentation"
            style={{
              width: shown.widthPx,
              transform: `translate(${basePx - leftPx}px, ${anchorPx - place.topPx}px)`,
            }}
          >
            {inSlotOrder(slots.current).map(([index, slot]) => {
              const row = rowOf(index);
              const inRange = several && index >= range.fromRow && index <= range.toRow;
              return (
                <GridRow
                  key={slot}
                  row={row}
                  index={index}
                  topPx={index * rowHeightPx - anchorPx}
                  columns={columns}
                  drawn={drawn}
                  active={index === selection.active.row ? selection.active.column : -1}
                  from={inRange ? range.fromColumn : -1}
                  to={inRange ? range.toColumn : -1}
                  tone={row === undefined ? undefined : props.rowTone?.(row)}
                  loading={loading}
                />
              );
            })}
          </div>
          <GridLines
            pinned={shown.pinned}
            moving={shown.moving}
            leftPx={leftPx}
            heightPx={Math.min(place.viewPx, rowCount * rowHeightPx - place.topPx)}
          />
        </div>
      </div>
    </div>
  );
}
