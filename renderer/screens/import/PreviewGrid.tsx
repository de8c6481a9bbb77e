// The preview: every record with its line number, each column with its head. Only the visible columns exist in the
// page, because a file may have two thousand of them with three selects each.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping, Inspection, PreviewRecord } from '../../../shared/model/source.ts';
import { isPersonal, maskPersonal, useDataWords } from '../../intake/index.ts';
import { useFigures } from '../../ui/index.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { ColumnEdit, FileDraft } from './draft.ts';
import styles from './preview.module.css';
import { previewLinesOf } from './previewLines.ts';

export interface PreviewGridProps {
  readonly inspection: Inspection;
  readonly columns: readonly ColumnMapping[];
  readonly edits: FileDraft['edits'];
  readonly onEdit: (position: number, edit: ColumnEdit) => void;
  /** Dims the preview while the file is asked again. */
  readonly busy: boolean;
}

const COLUMN_PX = 140;

interface CellProps {
  readonly record: PreviewRecord;
  readonly index: number;
  readonly inspection: Inspection;
  readonly columns: readonly ColumnMapping[];
}

function Cell({ record, index, inspection, columns }: CellProps) {
  const t = useTranslations('data');
  const words = useDataWords();
  const column = columns[index];
  const cell = record.cells[index] ?? null;
  if (!column) return <div className={styles.cell} role="cell" />;
  const measured = column.type === 'number' || column.type === 'money';
  const bad = record.reject?.column === column.name;
  const masked = isPersonal(column.role) && cell !== null;
  const shown = masked ? maskPersonal(cell, inspection.columns[index]?.pii ?? null) : cell;
  return (
    <div
      className={styles.cell}
      role="cell"
      aria-colindex={index + 2}
      data-align={measured ? 'end' : undefined}
      data-muted={column.role === 'ignore' || undefined}
      title={bad && record.reject ? words.reject(record.reject) : masked ? undefined : (cell ?? undefined)}
    >
      {shown === null ? (
        <span className={styles.empty}>{t('empty')}</span>
      ) : (
        <span className={masked ? styles.masked : undefined} data-bad={bad || undefined}>
          {shown}
        </span>
      )}
    </div>
  );
}

/** A scrolling table with sticky line numbers and column heads. */
export function PreviewGrid({ inspection, columns, edits, onEdit, busy }: PreviewGridProps) {
  const t = useTranslations('data');
  const figures = useFigures();
  const words = useDataWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    overscan: 4,
    initialRect: { width: 1200, height: 400 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const line = (first: ReactNode, cells: (index: number) => ReactNode) => (
    <>
      {first}
      <span style={{ flex: `0 0 ${before}px` }} />
      {items.map(({ index }) => cells(index))}
      <span style={{ flex: `1 0 ${after}px` }} className={styles.rest} />
    </>
  );
  const heads = (
    <div className={styles.legend} role="rowheader">
      <span>{t('line')}</span>
      <span>{t('type')}</span>
      <span>{t('role')}</span>
      <span>{t('criterion')}</span>
      <span>{t('import.values')}</span>
      <span>{t('missing')}</span>
    </div>
  );
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="table"
      aria-label={t('import.preview', { file: inspection.fileName })}
      aria-colcount={columns.length + 1}
      aria-busy={busy}
      tabIndex={0}
      style={{ '--column': `${COLUMN_PX}px` }}
    >
      <div className={styles.head} role="row">
        {line(heads, (index) => {
          const proposal = inspection.columns[index];
          const column = columns[index];
          if (!proposal || !column) return null;
          const { position } = column;
          return (
            <div
              key={position}
              className={styles.headCell}
              role="columnheader"
              aria-colindex={index + 2}
              data-muted={column.role === 'ignore' || undefined}
            >
              <ColumnHead
                proposal={proposal}
                column={column}
                edited={edits[position] !== undefined}
                onEdit={(edit) => onEdit(position, edit)}
              />
            </div>
          );
        })}
      </div>
      {previewLinesOf(inspection.preview).map((shown) =>
        shown.kind === 'gap' ? (
          <div key={shown.key} className={styles.gap} role="row">
            <span role="cell">{t('import.gap', { count: shown.lines })}</span>
          </div>
        ) : (
          <div
            key={shown.record.record}
            className={styles.row}
            role="row"
            data-tone={shown.record.reject ? 'bad' : undefined}
          >
            {line(
              <div
                className={styles.number}
                role="rowheader"
                title={shown.record.reject ? words.reject(shown.record.reject) : undefined}
              >
                {figures.count(shown.record.line)}
              </div>,
              (index) => (
                <Cell
                  key={index}
                  record={shown.record}
                  index={index}
                  inspection={inspection}
                  columns={columns}
                />
              ),
            )}
          </div>
        ),
      )}
    </div>
  );
}
