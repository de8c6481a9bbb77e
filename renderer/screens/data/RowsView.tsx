// All rows of a source, however many: pages come from the engine, search, filters and order too. Personal data stay
// masked until asked for.
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Field, FieldType, Source } from '../../../shared/model/source.ts';
import { useCustomerDialogs } from '../../customer/index.ts';
import { useAsk, useAskNow } from '../../data/index.ts';
import { isPersonal, maskPersonal } from '../../intake/index.ts';
import {
  Checkbox,
  DataGrid,
  type GridColumn,
  SearchField,
  SegmentedControl,
  useFigures,
} from '../../ui/index.ts';
import styles from './data.module.css';
import { cellOf, type ShownRow, useAskedColumns, withPlaces } from './table/askedColumns.ts';
import { ColumnChooser } from './table/ColumnChooser.tsx';
import { ExportTable } from './table/ExportTable.tsx';
import { FilterChips } from './table/FilterChips.tsx';
import { FilterPopover } from './table/FilterPopover.tsx';
import { Found } from './table/Found.tsx';
import table from './table/table.module.css';
import { nextSort, rowViewOf, shownFields, type TableViewState, useTableView } from './table/tableView.ts';
import { useCopyCells } from './table/useCopyCells.ts';
import { useGoToLine, type WantedLine } from './table/useGoToLine.ts';

const LINE = 'line';
const WIDTHS_PX: Readonly<Record<FieldType, number>> = {
  number: 120,
  money: 120,
  date: 150,
  boolean: 110,
  category: 150,
  text: 170,
};

interface FixedProps {
  readonly cell: string | null;
  readonly former: string | null;
  readonly masked: boolean;
  readonly pii: Field['pii'];
}

/** A cell that a recorded fix changed: marked, with the file's text in its tooltip. */
function Fixed({ cell, former, masked, pii }: FixedProps) {
  const t = useTranslations('data');
  const shown = (text: string | null): string =>
    text === null ? t('empty') : masked ? maskPersonal(text, pii) : text;
  return (
    <span className={table.fixed} title={t('rows.before', { text: shown(former) })}>
      <bdi>{shown(cell)}</bdi>
    </span>
  );
}

interface ColumnsInput {
  readonly source: Source;
  readonly shown: readonly Field[];
  readonly state: TableViewState;
  readonly wanted: string;
  readonly showPersonal: boolean;
}

function useColumns({ source, shown, state, wanted, showPersonal }: ColumnsInput) {
  const t = useTranslations('data');
  const figures = useFigures();
  const { view } = state;
  const changeNow = useRef(state.change);
  changeNow.current = state.change;
  return useMemo((): readonly GridColumn<ShownRow>[] => {
    const line: GridColumn<ShownRow> = {
      key: LINE,
      header: t('line'),
      name: t('line'),
      align: 'end',
      widthPx: 84,
      cell: (row) => figures.count(row.line),
    };
    const columns = shown.map((field): GridColumn<ShownRow> => {
      const measured = field.type === 'number' || field.type === 'money';
      const masked = isPersonal(field.role) && !showPersonal;
      const filter = view.filters.find(({ position }) => position === field.position);
      const others = view.filters.filter(({ position }) => position !== field.position);
      return {
        key: String(field.position),
        header: field.name,
        name: field.name,
        sortable: true,
        rowHeader: field.role === 'customerKey' && source.kind === 'customers',
        widthPx: WIDTHS_PX[field.type],
        ...(measured ? { align: 'end' as const } : {}),
        tools: (
          <FilterPopover
            sourceId={source.id}
            field={field}
            filter={filter}
            onFilter={(next) => changeNow.current({ filters: next ? [...others, next] : others })}
          />
        ),
        cell: (row) => {
          const cell = cellOf(row, field.position);
          if (cell === undefined) return null; // on its way
          const former = row.before?.find(({ at }) => at === row.places.get(field.position));
          if (former) return <Fixed cell={cell} former={former.cell} masked={masked} pii={field.pii} />;
          if (cell === null) return <span className={styles.empty}>{t('empty')}</span>;
          if (masked) return <span className={styles.raw}>{maskPersonal(cell, field.pii)}</span>;
          // Most cells of most tables: no component of their own, there are hundreds in view.
          return wanted === '' ? cell : <Found text={cell} wanted={wanted} className={table.found} />;
        },
      };
    });
    return [line, ...columns];
  }, [source, shown, view.filters, wanted, showPersonal, t, figures]);
}

interface ToolsProps {
  readonly source: Source;
  readonly state: TableViewState;
  readonly total: number;
  /** Of the whole table. */
  readonly counted: number;
  readonly narrowed: boolean;
  readonly showPersonal: boolean;
  readonly onShowPersonal: (show: boolean) => void;
  readonly asImported: boolean;
  /** Null = nothing was fixed, so there is nothing to choose. */
  readonly onAsImported: ((asImported: boolean) => void) | null;
}

function Tools(props: ToolsProps) {
  const { source, state, total, counted, narrowed, showPersonal, asImported, onAsImported } = props;
  const t = useTranslations('data.rows');
  const { view, change } = state;
  const personal = source.fields.some(({ role }) => isPersonal(role));
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <SearchField label={t('search')} value={view.search} onChange={(search) => change({ search })} />
      </div>
      {narrowed ? <span role="status">{t('found', { count: total, total: counted })}</span> : null}
      <span className={styles.grow} />
      {personal ? (
        <Checkbox checked={showPersonal} onChange={props.onShowPersonal}>
          {t('showPersonal')}
        </Checkbox>
      ) : null}
      {onAsImported ? (
        <SegmentedControl
          label={t('reading.label')}
          value={asImported ? 'imported' : 'fixed'}
          options={(['fixed', 'imported'] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
          onChange={(value) => onAsImported(value === 'imported')}
        />
      ) : null}
      <ColumnChooser fields={source.fields} {...state} />
      <ExportTable source={source} view={view} rows={total} asImported={asImported} />
    </div>
  );
}

export interface RowsViewProps {
  readonly source: Source;
  /** How many records count once the fixes are applied. */
  readonly counted: number;
  /** A line of the file to go to. */
  readonly wantedLine: WantedLine | null;
}

/** Search, filter, sort, choose columns, copy, save, and scroll through everything that was loaded. */
export function RowsView({ source, counted, wantedLine }: RowsViewProps) {
  const t = useTranslations('data.rows');
  const ask = useAskNow();
  const state = useTableView(source.id);
  const { view, change } = state;
  const goTo = useGoToLine(source.id, state, wantedLine);
  const [showPersonal, setShowPersonal] = useState(false);
  const [wantsImported, setAsImported] = useState(false);
  const steps = useAsk('steps.list', { sourceId: source.id }).data ?? [];
  const fixed = steps.length > 0;
  const asImported = fixed && wantsImported;
  const openCustomer = useCustomerDialogs((dialogs) => dialogs.openCustomer);
  const key = source.fields.find(({ role }) => role === 'customerKey');
  const top = useRef<HTMLDivElement>(null);
  const asked = useDeferredValue(view);
  const wanted = asked.search.trim().toLowerCase();
  const rowView = rowViewOf(asked);
  const question = { sourceId: source.id, view: rowView, asImported };
  const first = useAsk('sources.rows', { ...question, offset: 0, limit: 1 }, { keepPrevious: true });
  const total = first.data?.total ?? 0;
  // Everything that rows depend on, and nothing else: pages that say the same are not fetched and drawn again.
  const version = JSON.stringify([source.runId, source.fields, steps, rowView, asImported, total]);
  const shown = useMemo(() => shownFields(source.fields, view), [source.fields, view]);
  const columns = useColumns({ source, shown, state, wanted, showPersonal });
  const pinnedColumns = shown.filter(({ position }) => view.pinned.includes(position));
  const always = useMemo(
    () => [
      ...(key ? [key.position] : []),
      ...shown.flatMap(({ position }) => (view.pinned.includes(position) ? [position] : [])),
    ],
    [key, shown, view.pinned],
  );
  const { positions, onColumns } = useAskedColumns({ shown, always, leading: 1 });
  const askRows = async (
    offset: number,
    limit: number,
    of: readonly number[],
  ): Promise<readonly ShownRow[]> =>
    withPlaces((await ask('sources.rows', { ...question, offset, limit, positions: [...of] })).rows, of);
  const copy = useCopyCells({ fields: shown, showPersonal, leading: 1, rowsAt: askRows });
  const toSearch = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    top.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  };
  return (
    <div ref={top} className={styles.table} onKeyDown={toSearch}>
      <Tools
        source={source}
        state={state}
        total={total}
        counted={asImported ? source.records.loaded : counted}
        narrowed={wanted !== '' || rowView.filters.length > 0}
        showPersonal={showPersonal}
        onShowPersonal={setShowPersonal}
        asImported={asImported}
        onAsImported={fixed ? setAsImported : null}
      />
      <FilterChips fields={source.fields} {...state} />
      <DataGrid
        label={t('label', { name: source.name })}
        columns={columns}
        rowCount={total}
        rowsAt={(offset, limit) => askRows(offset, limit, positions)}
        version={version}
        part={positions.join(' ')}
        onColumns={onColumns}
        pinnedColumns={1 + pinnedColumns.length}
        widths={{
          chosen: view.widths,
          onChange: (column, px) => change({ widths: { ...view.widths, [column]: px } }),
        }}
        sort={view.sort.map(({ position, descending }) => ({ key: String(position), descending }))}
        onSort={(column, additive) => change({ sort: nextSort(view.sort, Number(column), additive) })}
        {...(key
          ? {
              openHint: t('openHint'),
              onOpenRow: (row: ShownRow) => {
                const customer = cellOf(row, key.position)?.trim() ?? '';
                if (customer !== '') openCustomer(customer);
              },
            }
          : {})}
        onCopy={(range, _rowOf, headers) => void copy(range, headers)}
        goTo={goTo}
        empty={first.isSuccess && !first.isPlaceholderData ? t('noneLeft') : null}
      />
    </div>
  );
}
