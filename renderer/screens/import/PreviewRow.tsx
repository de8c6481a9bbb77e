// One record of the preview: its line number and the visible cells; what would be kept aside is striped, the bad cell
// underlined. Text of the file stands isolated (`bdi`), so that its direction marks cannot reorder the screen.
import type { CSSProperties, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { PreviewRecord } from '../../../shared/model/inspection.ts';
import { isPersonal, maskPersonal, showControls, useDataWords } from '../../intake/index.ts';
import { useFigures } from '../../ui/index.ts';
import styles from './preview.module.css';
import type { ShownColumn } from './shownColumns.ts';

interface RowProps {
  readonly record: PreviewRecord;
  readonly shown: readonly ShownColumn[];
  readonly columns: readonly ColumnMapping[];
  readonly values: 'read' | 'file';
}

const DECIMALS = 6;
const decimalsOf = (value: number): number => {
  const [, rest = ''] = String(Number(value.toFixed(DECIMALS))).split('.');
  return Math.min(DECIMALS, rest.length);
};

/** What a cell is read as, in the interface's language; the file's own text for everything else. */
function useShownValue() {
  const figures = useFigures();
  const t = useTranslations('wizard.values');
  return ({ record, columns, values }: RowProps, index: number): string | null => {
    const cell = record.cells[index] ?? null;
    const value = record.values?.[index];
    if (values === 'file' || cell === null || record.reject || value === undefined || value === null)
      return cell;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const type = columns[index]?.type;
    if (typeof value === 'number') {
      // Years and codes read as numbers keep their digits together.
      const digits = type === 'money' ? Math.max(2, decimalsOf(value)) : decimalsOf(value);
      return type === 'number' && /^\d{4}$/.test(cell) ? cell : figures.decimal(value, digits);
    }
    if (type !== 'date' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return cell;
    const day = figures.date(value.slice(0, 10));
    return value.length > 10 ? `${day}, ${value.slice(11, 16)}` : day;
  };
}

type CellProps = RowProps & { readonly index: number; readonly style: CSSProperties };

function Cell({ index, style, ...row }: CellProps) {
  const t = useTranslations('data');
  const words = useDataWords();
  const shownValue = useShownValue();
  const { record, shown, columns } = row;
  const column = columns[index];
  const cell = record.cells[index] ?? null;
  if (!column) return <div className={styles.cell} style={style} role="cell" />;
  const measured = column.type === 'number' || column.type === 'money';
  const bad = record.reject?.column === column.name;
  const masked = isPersonal(column.role) && cell !== null;
  const text = masked ? maskPersonal(cell, shown[index]?.pii ?? null) : shownValue(row, index);
  return (
    <div
      className={styles.cell}
      style={style}
      role="cell"
      aria-colindex={index + 2}
      data-align={measured ? 'end' : undefined}
      data-muted={column.role === 'ignore' || undefined}
      title={bad && record.reject ? words.reject(record.reject) : masked ? undefined : (cell ?? undefined)}
    >
      {text === null || text === '' ? (
        <span className={styles.empty}>{t('empty')}</span>
      ) : (
        <bdi className={masked ? styles.masked : undefined} data-bad={bad || undefined}>
          {showControls(text)}
        </bdi>
      )}
    </div>
  );
}

/** Lays what stands first and the visible columns, each with its width, beside each other. */
export type PreviewLineOf = (
  first: ReactNode,
  cells: (index: number, style: CSSProperties) => ReactNode,
) => ReactNode;

export interface PreviewRowProps extends RowProps {
  readonly line: PreviewLineOf;
}

/** A row of the preview table. It takes the focus when the issue list leads to it. */
export function PreviewRow({ line, ...row }: PreviewRowProps) {
  const figures = useFigures();
  const words = useDataWords();
  const { record } = row;
  const { reject } = record;
  const number = (
    <div className={styles.number} role="rowheader" title={reject ? words.reject(reject) : undefined}>
      {figures.count(record.line)}
    </div>
  );
  return (
    <div
      className={styles.row}
      role="row"
      data-line={record.line}
      data-tone={reject ? 'bad' : undefined}
      tabIndex={-1}
    >
      {line(number, (index, style) => (
        <Cell key={index} {...row} index={index} style={style} />
      ))}
    </div>
  );
}
