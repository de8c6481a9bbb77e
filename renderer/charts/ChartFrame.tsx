// What every chart shares: one sentence for screen readers, a table view on T, and no drawing of too few customers.
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MIN_CUSTOMERS } from '../../shared/model/evidence.ts';
import { IconButton, SimpleTable, VisuallyHidden, type TableColumn } from '../ui/index.ts';
import styles from './charts.module.css';

/** The chart's numbers as text, ready for reading. The first column names the row. */
export interface ChartTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartFrameProps {
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
  /** Shows a table button in the corner; T works always, and the table has a button back. */
  readonly button?: boolean;
  readonly className?: string;
  /** Of how many it tells: fewer than 30 are not drawn, their numbers stand as a table. */
  readonly customers?: number;
}

interface TableRow {
  readonly key: string;
  readonly cells: readonly string[];
}

function TableView({ table, label }: { readonly table: ChartTable; readonly label: string }) {
  const columns: readonly TableColumn<TableRow>[] = table.headers.map((header, index) => ({
    key: String(index),
    header,
    align: index === 0 ? 'start' : 'end',
    cell: (row) => row.cells[index] ?? '',
  }));
  const rows = table.rows.map((cells, index) => ({ key: String(index), cells }));
  return <SimpleTable label={label} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}

/** The numbers of too few customers to draw. */
function Undrawn({ summary, table }: Pick<ChartFrameProps, 'summary' | 'table'>) {
  const t = useTranslations('common.chart');
  return (
    <div role="group" aria-label={summary}>
      <p className={styles.undrawn}>{t('tooFew')}</p>
      <TableView table={table} label={summary} />
    </div>
  );
}

/** Wraps a drawing: focusable, summarised, switchable to a table with T. */
export function ChartFrame({ customers = MIN_CUSTOMERS, ...props }: ChartFrameProps) {
  return customers < MIN_CUSTOMERS ? <Undrawn {...props} /> : <Drawn {...props} />;
}

function Drawn({ summary, table, children, button = false, className }: Omit<ChartFrameProps, 'customers'>) {
  const t = useTranslations('common.chart');
  const [asTable, setAsTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    // What had the focus goes with the drawing; without this T would not lead back.
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
    setAsTable((now) => !now);
  };
  return (
    <figure
      className={[styles.frame, className].join(' ')}
      tabIndex={0}
      role="group"
      aria-label={summary}
      onKeyDown={onKeyDown}
    >
      {button || asTable ? (
        <div className={styles.frameButton}>
          <IconButton
            size={24}
            icon={asTable ? IconChartBar : IconTable}
            label={asTable ? t('showChart') : t('showTable')}
            onClick={() => setAsTable((now) => !now)}
          />
        </div>
      ) : null}
      {asTable ? <TableView table={table} label={summary} /> : children}
      <VisuallyHidden>{t('tableKey')}</VisuallyHidden>
    </figure>
  );
}
