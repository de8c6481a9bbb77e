// What one source says about the customer: a list of facts for one record, a table for several.
import { useTranslations } from 'use-intl';
import type { CustomerRecord, CustomerSource } from '../../shared/model/customer.ts';
import type { Field, Source } from '../../shared/model/source.ts';
import { isPersonal, maskPersonal } from '../intake/index.ts';
import { SimpleTable, type TableColumn, useFigures } from '../ui/index.ts';
import styles from './customer.module.css';

export interface SourceRecordsProps {
  readonly source: Source;
  readonly records: CustomerSource;
  readonly showPersonal: boolean;
}

const NUMERIC: readonly Field['type'][] = ['number', 'money'];
/** More rows than a dialog is read for are in the table of the source. */
const SHOWN = 50;

export function SourceRecords({ source, records, showPersonal }: SourceRecordsProps) {
  const t = useTranslations('customer');
  const figures = useFigures();
  const { fields } = source;
  const textOf = (field: Field, { cells }: CustomerRecord): string | null => {
    const cell = cells[fields.indexOf(field)] ?? null;
    return cell !== null && isPersonal(field.role) && !showPersonal ? maskPersonal(cell, field.pii) : cell;
  };
  const cellOf = (field: Field, record: CustomerRecord) => {
    const text = textOf(field, record);
    return text === null ? <span className={styles.note}>{t('empty')}</span> : <bdi>{text}</bdi>;
  };
  const newest = records.records.toReversed().slice(0, SHOWN);
  const [only] = newest;
  const note =
    newest.length === records.total
      ? t('records', { count: records.total })
      : t('newest', { count: records.total, shown: newest.length });
  const columns: readonly TableColumn<CustomerRecord>[] = [
    { key: 'line', header: t('line'), align: 'end', widthPx: 70, cell: ({ line }) => figures.count(line) },
    ...fields
      .filter(({ role }) => role !== 'customerKey' && role !== 'ignore')
      .map(
        (field): TableColumn<CustomerRecord> => ({
          key: String(field.position),
          header: field.name,
          ...(NUMERIC.includes(field.type) ? { align: 'end' as const } : {}),
          cell: (record) => cellOf(field, record),
        }),
      ),
  ];
  return (
    <section>
      <h3>
        {source.name} <span className={styles.note}>{note}</span>
      </h3>
      {records.total === 1 && only ? (
        <dl className={styles.facts}>
          {fields
            .filter(({ role }) => role !== 'customerKey')
            .map((field) => (
              <div key={field.id}>
                <dt>{field.name}</dt>
                <dd>{cellOf(field, only)}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <div className={styles.records} tabIndex={0} role="region" aria-label={source.name}>
          <SimpleTable
            label={source.name}
            columns={columns}
            rows={newest}
            rowKey={({ record }) => String(record)}
          />
        </div>
      )}
    </section>
  );
}
