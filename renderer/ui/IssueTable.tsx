// Findings about a file or the data: severity, what, where, example, what was done, how many rows.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { StatusLabel } from './Chip.tsx';
import { SimpleTable, type TableColumn } from './SimpleTable.tsx';
import styles from './tables.module.css';

export interface IssueView {
  readonly id: string;
  readonly severity: 'rejected' | 'check' | 'note' | 'passed';
  readonly what: string;
  /** Column header of the file, or null for the whole row. */
  readonly column: string | null;
  /** First few line numbers, counted from 1. */
  readonly lines: readonly number[];
  /** Raw value, shown in the raw typeface. */
  readonly example: string;
  readonly done: string;
  readonly rows: number;
  /** A control for doing something else instead. */
  readonly instead?: ReactNode;
}

const TONES = { rejected: 'bad', check: 'warn', note: 'neutral', passed: 'ok' } as const;

function Lines({ issue }: { readonly issue: IssueView }) {
  const t = useTranslations('common');
  const format = useFormatter();
  const more = issue.rows - issue.lines.length;
  return (
    <span className={styles.where}>
      {issue.lines.map((line) => format.number(line)).join(', ')}
      {more > 0 ? <span> {t('more', { count: more })}</span> : null}
    </span>
  );
}

/** The issue list under an import preview. */
export function IssueTable({
  issues,
  empty,
}: {
  readonly issues: readonly IssueView[];
  readonly empty?: ReactNode;
}) {
  const t = useTranslations('common');
  const format = useFormatter();
  const columns: TableColumn<IssueView>[] = [
    {
      key: 'severity',
      header: t('severity'),
      widthPx: 110,
      cell: (issue) => (
        <StatusLabel tone={TONES[issue.severity]}>{t(`severities.${issue.severity}`)}</StatusLabel>
      ),
    },
    { key: 'what', header: t('what'), cell: (issue) => <b>{issue.what}</b> },
    { key: 'column', header: t('column'), cell: (issue) => issue.column ?? t('allColumns') },
    { key: 'lines', header: t('lines'), cell: (issue) => <Lines issue={issue} /> },
    {
      key: 'example',
      header: t('example'),
      cell: (issue) => <span className={styles.raw}>{issue.example}</span>,
    },
    { key: 'done', header: t('done'), cell: (issue) => issue.done },
    { key: 'rows', header: t('rowsHeader'), align: 'end', cell: (issue) => format.number(issue.rows) },
  ];
  const instead: TableColumn<IssueView> = {
    key: 'instead',
    header: t('instead'),
    cell: (issue) => issue.instead,
  };
  const withInstead = issues.some((issue) => issue.instead !== undefined);
  return (
    <SimpleTable
      label={t('issues')}
      columns={withInstead ? [...columns, instead] : columns}
      rows={issues}
      rowKey={(issue) => issue.id}
      empty={empty}
    />
  );
}
