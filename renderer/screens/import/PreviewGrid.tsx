// The preview: every record with its line number, each column with its head. Only the visible columns exist in the
// page, because a file may have two thousand of them with three selects each.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { PreviewRecord } from '../../../shared/model/inspection.ts';
import { LinkButton } from '../../ui/index.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { ColumnEdit, FileDraft } from './draft.ts';
import styles from './preview.module.css';
import { type PreviewLineOf, PreviewRow } from './PreviewRow.tsx';
import { previewLinesOf } from './previewLines.ts';
import type { ShownColumn } from './shownColumns.ts';

/** A line to scroll to; a new object each time, so that the same line can be asked for twice. */
export interface GoTo {
  readonly line: number;
}

export interface PreviewGridProps {
  readonly fileName: string;
  readonly shown: readonly ShownColumn[];
  readonly columns: readonly ColumnMapping[];
  readonly edits: FileDraft['edits'];
  /** The first `inspected` records of the file, then rejected ones from further down. */
  readonly records: readonly PreviewRecord[];
  readonly inspected: number;
  readonly values: 'read' | 'file';
  /** Sentences of issues by column name. */
  readonly issuesOf: (column: string) => readonly string[];
  readonly onEdit: (position: number, edit: ColumnEdit) => void;
  readonly goTo: GoTo | null;
  /** Dims the preview while the file is asked again. */
  readonly busy: boolean;
}

const COLUMN_PX = 150;
/** A day with its time, in the longest of the five languages' ways to write one. */
const TIME_PX = 176;

/** Of each column; a time of day must not be cut off. */
function widthsOf(columns: readonly ColumnMapping[], records: readonly PreviewRecord[]): readonly number[] {
  return columns.map(({ type }, at) => {
    const timed = ({ values }: PreviewRecord): boolean => String(values?.[at] ?? '').length > 10;
    return type === 'date' && records.some(timed) ? TIME_PX : COLUMN_PX;
  });
}

/** Draws one line of the table: what stands first, then only the columns in view, with room for the others. */
function useColumnsInView(scroller: RefObject<HTMLDivElement | null>, widths: readonly number[]) {
  const virtual = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[at] ?? COLUMN_PX,
    overscan: 4,
    initialRect: { width: 1200, height: 400 },
  });
  const wide = widths.join(' ');
  useLayoutEffect(() => virtual.measure(), [virtual, wide]);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const line: PreviewLineOf = (first, cells) => (
    <>
      {first}
      <span style={{ flex: `0 0 ${before}px` }} />
      {items.map(({ index, size }) => cells(index, { '--column': `${size}px` } as CSSProperties))}
      <span style={{ flex: `1 0 ${after}px` }} className={styles.rest} />
    </>
  );
  return { line, show: (index: number) => virtual.scrollToIndex(index) };
}

function Legend() {
  const t = useTranslations('data');
  return (
    <div className={styles.legend} role="rowheader">
      <span>{t('line')}</span>
      <span>{t('type')}</span>
      <span>{t('role')}</span>
      <span>{t('criterion')}</span>
      <span>{t('import.values')}</span>
      <span>{t('missing')}</span>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** One tab stop for the heads; arrows, Home and End move between the columns, those out of view included. */
function useHeadKeys(scroller: RefObject<HTMLDivElement | null>, count: number, show: (at: number) => void) {
  const [current, setCurrent] = useState(0);
  const focus = (at: number): void => {
    setCurrent(at);
    show(at);
    // A column out of view exists only after the grid has scrolled there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-head="${at}"] button`)?.focus(),
      ),
    );
  };
  const onKey = (event: KeyboardEvent, at: number): void => {
    const step = STEPS[event.key];
    const to =
      step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : null;
    if (to === null || to < 0 || to >= count) return;
    event.preventDefault();
    focus(to);
  };
  return { current: Math.min(current, count - 1), onKey };
}

/** Scrolls to a wanted line and puts the focus on it. */
function useGoTo(scroller: RefObject<HTMLDivElement | null>, goTo: GoTo | null, expand: () => void): void {
  const unfold = useEffectEvent(expand);
  useEffect(() => {
    if (!goTo) return undefined;
    const find = (): HTMLElement | null | undefined =>
      scroller.current?.querySelector<HTMLElement>(`[data-line="${goTo.line}"]`);
    if (!find()) unfold();
    const frame = requestAnimationFrame(() => {
      const row = find();
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [goTo, scroller]);
}

/** A scrolling table with sticky line numbers and column heads. */
export function PreviewGrid(props: PreviewGridProps) {
  const { fileName, shown, columns, edits, records, inspected, values, busy, onEdit } = props;
  const t = useTranslations('data.import');
  const w = useTranslations('wizard');
  const scroller = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState(false);
  const widths = useMemo(() => widthsOf(columns, records), [columns, records]);
  const { line, show } = useColumnsInView(scroller, widths);
  const keys = useHeadKeys(scroller, columns.length, show);
  useGoTo(scroller, props.goTo, () => setExpanded(true));
  const head = (index: number, style: CSSProperties): ReactNode => {
    const [proposal, column] = [shown[index], columns[index]];
    if (!proposal || !column) return null;
    const { position, name, role } = column;
    return (
      <div
        key={index}
        className={styles.headCell}
        style={style}
        role="columnheader"
        aria-colindex={index + 2}
        data-head={index}
        data-muted={role === 'ignore' || undefined}
      >
        <ColumnHead
          shown={proposal}
          column={column}
          edited={edits[position] !== undefined}
          issues={props.issuesOf(name)}
          onEdit={(edit) => onEdit(position, edit)}
          tabIndex={index === keys.current ? 0 : -1}
          onMove={(event) => keys.onKey(event, index)}
        />
      </div>
    );
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="table"
      aria-label={t('preview', { file: fileName })}
      aria-colcount={columns.length + 1}
      aria-busy={busy}
      tabIndex={0}
    >
      <div className={styles.head} role="row">
        {line(<Legend />, head)}
      </div>
      {previewLinesOf(records, inspected, expanded).map((one) =>
        one.kind === 'gap' ? (
          <div key={one.key} className={styles.gap} role="row">
            <span role="cell">
              {w('fold', { count: one.lines })}{' '}
              {one.folded ? (
                <LinkButton onClick={() => setExpanded(true)}>{w('unfold', { count: inspected })}</LinkButton>
              ) : null}
            </span>
          </div>
        ) : (
          <PreviewRow
            key={one.record.record}
            record={one.record}
            shown={shown}
            columns={columns}
            values={values}
            line={line}
          />
        ),
      )}
    </div>
  );
}
