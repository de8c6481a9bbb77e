// One record of the preview: its line number and the visible cells; what would be kept aside is striped, the bad cell
// underlined.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping, Inspection, PreviewRecord } from '../../../shared/model/source.ts';
import { isPersonal, maskPersonal, useDataWords } from '../../intake/index.ts';
import { useFigures } from '../../ui/index.ts';
import styles from './preview.module.css';

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

export interface PreviewRowProps {
  readonly record: PreviewRecord;
  readonly inspection: Inspection;
  readonly columns: readonly ColumnMapping[];
  /** Lays the line number and the visible columns beside each other. */
  readonly line: (first: ReactNode, cells: (index: number) => ReactNode) => ReactNode;
}

/** A row of the preview table. */
export function PreviewRow({ record, inspection, columns, line }: PreviewRowProps) {
  const figures = useFigures();
  const words = useDataWords();
  const { reject } = record;
  const number = (
    <div className={styles.number} role="rowheader" title={reject ? words.reject(reject) : undefined}>
      {figures.count(record.line)}
    </div>
  );
  return (
    <div className={styles.row} role="row" data-tone={reject ? 'bad' : undefined}>
      {line(number, (index) => (
        <Cell key={index} record={record} index={index} inspection={inspection} columns={columns} />
      ))}
    </div>
  );
}
