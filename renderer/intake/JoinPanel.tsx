// How customers and transactions meet on the customer key, as a picture: two bars over one scale, and what happens to
// those who are in one table only.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { JoinReport } from '../../shared/model/feature.ts';
import { Banner, Panel, useFigures } from '../ui/index.ts';
import styles from './join.module.css';

export interface JoinPanelProps {
  /** Null until there are both a customer table and transactions. */
  readonly join: JoinReport | null;
  /** Which of the two tables is there, when `join` is null. */
  readonly only: 'customers' | 'transactions' | null;
  /** Instead of the rows with a key: what became of all lines. */
  readonly lines?: ReactNode;
  /** Stands beside other panes instead of at the foot of one. */
  readonly beside?: boolean;
}

function Picture({ join }: { readonly join: JoinReport }) {
  const t = useTranslations('data.join');
  const { both, withoutTransactions, withoutCustomerRow } = join;
  const scale = Math.max(1, both + withoutTransactions + withoutCustomerRow);
  const part = (count: number) => ({ flexGrow: count / scale, flexBasis: 0 });
  const summary = { both, without: withoutTransactions, unknown: withoutCustomerRow };
  return (
    <div className={styles.picture} role="img" aria-label={t('summary', summary)}>
      <div className={styles.caption}>
        <b>{t('customers')}</b> {t('customersNote', { count: join.customersInTable })}
      </div>
      <div className={styles.bar}>
        <span data-part="without" style={part(withoutTransactions)} />
        <span data-part="both" style={part(both)}>
          {t('both', { count: both })}
        </span>
        <span data-part="none" style={part(withoutCustomerRow)} />
      </div>
      <div className={styles.link}>
        <span data-part="none" style={part(withoutTransactions)} />
        <span data-part="link" style={part(both)}>
          {t('how')}
        </span>
        <span data-part="none" style={part(withoutCustomerRow)} />
      </div>
      <div className={styles.bar}>
        <span data-part="none" style={part(withoutTransactions)} />
        <span data-part="both" style={part(both)}>
          {t('lines', { count: join.transactionRows - join.rowsWithoutKey })}
        </span>
        <span data-part="unknown" style={part(withoutCustomerRow)} />
      </div>
      <div className={styles.caption}>
        <b>{t('transactions')}</b> {t('transactionsNote', { count: join.customersInTransactions })}
      </div>
    </div>
  );
}

function Legend({ join }: { readonly join: JoinReport }) {
  const t = useTranslations('data.join');
  const figures = useFigures();
  const rows = [
    { key: 'without', count: join.withoutTransactions, done: t('withoutDone') },
    { key: 'unknown', count: join.withoutCustomerRow, done: t('unknownDone') },
    { key: 'duplicate', count: join.duplicateKeys, done: t('duplicateDone') },
  ] as const;
  return (
    <dl className={styles.legend}>
      {rows.map(({ key, count, done }) => (
        <div key={key}>
          <dt>
            <span className={styles.mark} data-part={key} aria-hidden />
            <b>{figures.count(count)}</b> {t(key, { count })}
          </dt>
          <dd>{count > 0 ? done : ''}</dd>
        </div>
      ))}
    </dl>
  );
}

function RowsWithKey({ join }: { readonly join: JoinReport }) {
  const t = useTranslations('data.join');
  const figures = useFigures();
  const { transactionRows, rowsWithoutKey } = join;
  const used = transactionRows - rowsWithoutKey;
  return (
    <p className={styles.arithmetic}>
      <span>{t('rows')}</span>
      <b>
        {rowsWithoutKey > 0
          ? `${figures.count(transactionRows)} − ${figures.count(rowsWithoutKey)} = ${figures.count(used)}`
          : figures.count(used)}
      </b>
    </p>
  );
}

/** The join report, or what is missing for one. */
export function JoinPanel({ join, only, lines, beside = false }: JoinPanelProps) {
  const t = useTranslations('data.join');
  const place = beside ? ({} as const) : ({ edge: 'top', tone: 'sunken' } as const);
  if (!join) {
    if (!only) return null;
    return (
      <Panel title={t('title')} {...place}>
        <p className={styles.note}>{t(only === 'customers' ? 'noTransactions' : 'noCustomers')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('title')} {...place}>
      {join.both === 0 ? <Banner tone="bad">{t('nothing')}</Banner> : null}
      <Picture join={join} />
      <Legend join={join} />
      {lines ?? <RowsWithKey join={join} />}
    </Panel>
  );
}
