// Findings about a file or the data: severity, what, where, example, what was done, how many rows, what can be done.
import { Fragment, type ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { LinkButton } from './Button.tsx';
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
  /** 0 = about the file as a whole. */
  readonly rows: number;
  /** What the reader can do about it. */
  readonly toDo: string;
  /** A control that does something else, in the place of the words. */
  readonly instead?: ReactNode;
}

/** Lines that lead somewhere: the words of the link, or null where the line cannot be shown. */
export interface LineLinks {
  readonly label: (line: number) => string | null;
  readonly onGo: (line: number) => void;
}

const TONES = { rejected: 'bad', check: 'warn', note: 'neutral', passed: 'ok' } as const;

function Line({ line, links }: { readonly line: number; readonly links: LineLinks | undefined }) {
  const format = useFormatter();
  const label = links?.label(line) ?? null;
  if (!links || label === null) return format.number(line);
  return (
    <LinkButton aria-label={label} onClick={() => links.onGo(line)}>
      {format.number(line)}
    </LinkButton>
  );
}

function Lines({ issue, links }: { readonly issue: IssueView; readonly links: LineLinks | undefined }) {
  const t = useTranslations('common');
  const more = issue.rows - issue.lines.length;
  return (
    <span className={styles.where}>
      {issue.lines.map((line, at) => (
        <Fragment key={line}>
          {at > 0 ? ', ' : null}
          <Line line={line} links={links} />
        </Fragment>
      ))}
      {more > 0 && issue.lines.length > 0 ? <span> {t('more', { count: more })}</span> : null}
    </span>
  );
}

/** The issue list under an import preview. */
export function IssueTable({
  issues,
  empty,
  links,
}: {
  readonly issues: readonly IssueView[];
  readonly empty?: ReactNode;
  readonly links?: LineLinks;
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
    {
      key: 'column',
      header: t('column'),
      cell: (issue) => (issue.column === null ? t('allColumns') : <bdi>{issue.column}</bdi>),
    },
    { key: 'lines', header: t('lines'), cell: (issue) => <Lines issue={issue} links={links} /> },
    {
      key: 'example',
      header: t('example'),
      cell: (issue) => <bdi className={styles.raw}>{issue.example}</bdi>,
    },
    { key: 'done', header: t('done'), cell: (issue) => issue.done },
    {
      key: 'rows',
      header: t('rowsHeader'),
      align: 'end',
      cell: (issue) => (issue.rows > 0 ? format.number(issue.rows) : null),
    },
    { key: 'toDo', header: t('toDo'), cell: (issue) => issue.instead ?? issue.toDo },
  ];
  return (
    <SimpleTable
      label={t('issues')}
      columns={columns}
      rows={issues}
      rowKey={(issue) => issue.id}
      empty={empty}
    />
  );
}
