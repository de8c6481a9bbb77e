// The preview: every record with its line number, each column with its head. Only the visible columns exist in the
// page, because a file may have two thousand of them with three selects each.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping, Inspection } from '../../../shared/model/source.ts';
import { ColumnHead } from './ColumnHead.tsx';
import type { ColumnEdit, FileDraft } from './draft.ts';
import styles from './preview.module.css';
import { PreviewRow } from './PreviewRow.tsx';
import { previewLinesOf } from './previewLines.ts';

export interface PreviewGridProps {
  readonly inspection: Inspection;
  readonly columns: readonly ColumnMapping[];
  readonly edits: FileDraft['edits'];
  readonly onEdit: (position: number, edit: ColumnEdit) => void;
  /** Dims the preview while the file is asked again. */
  readonly busy: boolean;
}

const COLUMN_PX = 150;

/** Draws one line of the table: what stands first, then only the columns in view, with room for the others. */
function useColumnsInView(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const virtual = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    overscan: 4,
    initialRect: { width: 1200, height: 400 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (first: ReactNode, cells: (index: number) => ReactNode): ReactNode => (
    <>
      {first}
      <span style={{ flex: `0 0 ${before}px` }} />
      {items.map(({ index }) => cells(index))}
      <span style={{ flex: `1 0 ${after}px` }} className={styles.rest} />
    </>
  );
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

function HeadCell({
  index,
  inspection,
  columns,
  edits,
  onEdit,
}: PreviewGridProps & { readonly index: number }) {
  const proposal = inspection.columns[index];
  const column = columns[index];
  if (!proposal || !column) return null;
  const { position } = column;
  return (
    <div
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
}

/** A scrolling table with sticky line numbers and column heads. */
export function PreviewGrid(props: PreviewGridProps) {
  const { inspection, columns, busy } = props;
  const t = useTranslations('data.import');
  const scroller = useRef<HTMLDivElement>(null);
  const line = useColumnsInView(scroller, columns.length);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="table"
      aria-label={t('preview', { file: inspection.fileName })}
      aria-colcount={columns.length + 1}
      aria-busy={busy}
      tabIndex={0}
      style={{ '--column': `${COLUMN_PX}px` }}
    >
      <div className={styles.head} role="row">
        {line(<Legend />, (index) => (
          <HeadCell key={index} {...props} index={index} />
        ))}
      </div>
      {previewLinesOf(inspection.preview).map((shown) =>
        shown.kind === 'gap' ? (
          <div key={shown.key} className={styles.gap} role="row">
            <span role="cell">{t('gap', { count: shown.lines })}</span>
          </div>
        ) : (
          <PreviewRow
            key={shown.record.record}
            record={shown.record}
            inspection={inspection}
            columns={columns}
            line={line}
          />
        ),
      )}
    </div>
  );
}
