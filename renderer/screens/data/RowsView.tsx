// All rows of a source, however many: pages come from the engine, search and order too. Personal data stay masked
// until asked for.
import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceRow } from '../../../shared/contract/sources.ts';
import { WHOLE_TABLE } from '../../../shared/model/rowView.ts';
import type { Field, FieldType, Source } from '../../../shared/model/source.ts';
import { useAsk, useAskNow } from '../../data/index.ts';
import { isPersonal, maskPersonal } from '../../intake/index.ts';
import {
  Checkbox,
  DataGrid,
  type GridColumn,
  type GridSort,
  SearchField,
  useFigures,
} from '../../ui/index.ts';
import styles from './data.module.css';

const LINE = 'line';
const WIDTHS_PX: Readonly<Record<FieldType, number>> = {
  number: 120,
  money: 120,
  date: 150,
  boolean: 110,
  category: 150,
  text: 170,
};

function useColumns(fields: readonly Field[], showPersonal: boolean): readonly GridColumn<SourceRow>[] {
  const t = useTranslations('data');
  const figures = useFigures();
  const line: GridColumn<SourceRow> = {
    key: LINE,
    header: t('line'),
    name: t('line'),
    align: 'end',
    widthPx: 84,
    cell: (row) => figures.count(row.line),
  };
  const columns = fields.map((field, index): GridColumn<SourceRow> => {
    const measured = field.type === 'number' || field.type === 'money';
    const masked = isPersonal(field.role) && !showPersonal;
    return {
      key: String(field.position),
      header: field.name,
      name: field.name,
      sortable: true,
      widthPx: WIDTHS_PX[field.type],
      ...(measured ? { align: 'end' as const } : {}),
      cell: ({ cells }) => {
        const cell = cells[index] ?? null;
        if (cell === null) return <span className={styles.empty}>{t('empty')}</span>;
        return masked ? <span className={styles.raw}>{maskPersonal(cell, field.pii ?? null)}</span> : cell;
      },
    };
  });
  return [line, ...columns];
}

/** Search, sort and scroll through everything that was loaded. */
export function RowsView({ source }: { readonly source: Source }) {
  const t = useTranslations('data.rows');
  const ask = useAskNow();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<GridSort | null>(null);
  const [showPersonal, setShowPersonal] = useState(false);
  const words = useDeferredValue(search.trim());
  const question = {
    sourceId: source.id,
    view: {
      ...WHOLE_TABLE,
      search: words,
      sort: sort ? [{ position: Number(sort.key), descending: sort.descending }] : [],
    },
  };
  const first = useAsk('sources.rows', { ...question, offset: 0, limit: 1 }, { keepPrevious: true });
  const total = first.data?.total ?? 0;
  const personal = source.fields.some(({ role }) => isPersonal(role));
  const columns = useColumns(source.fields, showPersonal);
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchField label={t('search')} value={search} onChange={setSearch} />
        </div>
        {words === '' ? null : (
          <span role="status">{t('found', { count: total, total: source.records.loaded })}</span>
        )}
        {personal ? (
          <Checkbox checked={showPersonal} onChange={setShowPersonal}>
            {t('showPersonal')}
          </Checkbox>
        ) : null}
      </div>
      <DataGrid
        label={t('label', { name: source.name })}
        columns={columns}
        rowCount={total}
        rowsAt={async (offset, limit) => (await ask('sources.rows', { ...question, offset, limit })).rows}
        version={JSON.stringify([source.runId, question])}
        pinnedColumns={1}
        sort={sort}
        onSort={setSort}
        empty={first.isSuccess ? t('noneFound', { text: words }) : null}
      />
    </>
  );
}
