// What each column of a source means; role and criterion can be changed after the import, the type is fixed by it.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CRITERIA, type Field, FIELD_ROLES, type Source } from '../../../shared/model/source.ts';
import { isPersonal } from '../../intake/index.ts';
import { Button, SearchField, Select, SimpleTable, type TableColumn } from '../../ui/index.ts';
import styles from './data.module.css';

export interface FieldChange {
  readonly fieldId: number;
  readonly role?: Field['role'];
  readonly criterion?: Field['criterion'];
}

export interface FieldsViewProps {
  readonly source: Source;
  readonly onChange: (change: FieldChange) => void;
}

const NO_CRITERION = 'none';
/** Rows drawn at once: 1,990 of them, each with two lists, held the window for 17 s. */
const STEP = 100;

function useFieldColumns(onChange: FieldsViewProps['onChange']): readonly TableColumn<Field>[] {
  const t = useTranslations('data');
  const formatOf = (field: Field): string => {
    if (field.type === 'date') return t(`import.dateOrders.${field.dateOrder}`);
    if (field.type !== 'number' && field.type !== 'money') return '';
    return t('fields.decimal', {
      mark: t(field.decimal === '.' ? 'import.marks.dot' : 'import.marks.comma'),
    });
  };
  const noteOf = (field: Field): string => {
    if (isPersonal(field.role)) return t('fields.personal');
    return field.role === 'ignore' ? t('fields.ignored') : '';
  };
  return [
    { key: 'name', header: t('fields.name'), cell: (field) => <b>{field.name}</b> },
    { key: 'type', header: t('type'), cell: (field) => t(`types.${field.type}`) },
    { key: 'format', header: t('fields.format'), cell: formatOf },
    {
      key: 'role',
      header: t('role'),
      widthPx: 190,
      cell: (field) => (
        <Select
          label={t('import.roleOf', { column: field.name })}
          labelAt="spoken"
          size={24}
          value={field.role}
          options={FIELD_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(role) => onChange({ fieldId: field.id, role })}
        />
      ),
    },
    {
      key: 'criterion',
      header: t('criterion'),
      widthPx: 190,
      cell: (field) => (
        <Select
          label={t('import.criterionOf', { column: field.name })}
          labelAt="spoken"
          size={24}
          value={field.criterion ?? NO_CRITERION}
          options={[
            { value: NO_CRITERION, label: t('noCriterion') },
            ...CRITERIA.map((value) => ({ value: value as string, label: t(`criteria.${value}`) })),
          ]}
          onChange={(value) =>
            onChange({ fieldId: field.id, criterion: CRITERIA.find((one) => one === value) ?? null })
          }
        />
      ),
    },
    {
      key: 'note',
      header: t('fields.usage'),
      cell: (field) => <span className={styles.quiet}>{noteOf(field)}</span>,
    },
  ];
}

/** One row per column of the file; of many, the first hundred, a search by name, and more on request. */
export function FieldsView({ source, onChange }: FieldsViewProps) {
  const t = useTranslations('data.fields');
  const columns = useFieldColumns(onChange);
  const [text, setText] = useState('');
  const [most, setMost] = useState(STEP);
  const { fields } = source;
  const wanted = text.trim().toLocaleLowerCase();
  const found = fields.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const more = Math.min(STEP, found.length - most);
  return (
    <>
      <div className={styles.tools}>
        {fields.length > STEP ? <SearchField label={t('search')} value={text} onChange={setText} /> : null}
        <p>{t('note')}</p>
      </div>
      <SimpleTable
        label={t('label', { name: source.name })}
        columns={columns}
        rows={found.slice(0, most)}
        rowKey={(field) => String(field.id)}
        empty={t('notFound')}
      />
      {more > 0 ? (
        <div className={styles.tools}>
          <Button onClick={() => setMost(most + STEP)}>{t('more', { count: more })}</Button>
        </div>
      ) : null}
    </>
  );
}
