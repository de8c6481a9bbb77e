// A cell of a rejected record: the file's text, masked where it is personal, or a field while it is edited.
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import type { Field } from '../../../../shared/model/source.ts';
import { isPersonal, maskPersonal } from '../../../intake/index.ts';
import { useDrafts } from './drafts.ts';
import styles from './rejects.module.css';
import { useDraftVerdict, useOwnVerdict, type Verdict } from './verdict.ts';

export interface RejectCellProps {
  readonly sourceId: number;
  readonly issue: SourceIssue;
  readonly row: number;
  /** Place in the record. */
  readonly at: number;
  /** The column's name in the file. */
  readonly name: string;
  /** What it was imported as; undefined = not imported. */
  readonly field: Field | undefined;
  /** Places in the record. */
  readonly size: number;
}

interface EditedProps extends RejectCellProps {
  readonly text: string;
  readonly verdict: Verdict;
  readonly bad: boolean;
}

/** Enter ends the edit, Tab goes on to the next cell, Esc takes it back, Ctrl+Enter accepts the record. */
function Edited({ issue, row, at, name, size, text, verdict, bad }: EditedProps) {
  const t = useTranslations('fixes.rejects');
  const { start, write, stop, takeBack, accept } = useDrafts();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      const next = at + (event.shiftKey ? -1 : 1);
      if (next >= 0 && next < size) start(issue, row, next);
      else stop();
    } else if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) accept(issue, row);
      else stop();
    } else if (event.key === 'Escape') takeBack(issue);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className={styles.field}
      value={text}
      aria-label={t('edit', { column: name, record: issue.record ?? 0 })}
      aria-invalid={bad || undefined}
      aria-description={bad ? verdict.reason : undefined}
      onChange={(event) => write(issue, at, event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface ShownProps extends RejectCellProps {
  readonly text: string | undefined;
  readonly verdict: Verdict;
}

const isBad = ({ state, column }: Verdict, name: string): boolean => state === 'refused' && column === name;

function Shown({ issue, at, name, field, text, verdict }: ShownProps) {
  const t = useTranslations('data');
  const bad = isBad(verdict, name);
  const empty = text === undefined || text === '';
  const masked = field !== undefined && isPersonal(field.role);
  return (
    <span
      className={empty ? styles.empty : styles.text}
      data-bad={bad || undefined}
      data-changed={text !== issue.cells?.[at] || undefined}
      title={bad ? `${name}: ${verdict.reason}` : undefined}
    >
      {empty ? t('empty') : masked ? maskPersonal(text, field.pii ?? null) : text}
    </span>
  );
}

function Untouched(props: RejectCellProps) {
  return <Shown {...props} text={props.issue.cells?.[props.at]} verdict={useOwnVerdict(props.issue)} />;
}

function Touched({ cells, ...props }: RejectCellProps & { readonly cells: readonly string[] }) {
  const { sourceId, issue, at, name } = props;
  const { editing } = useDrafts();
  const record = issue.record ?? 0;
  const verdict = useDraftVerdict(sourceId, record, cells);
  if (editing?.record === record && editing.at === at)
    return <Edited {...props} text={cells[at] ?? ''} verdict={verdict} bad={isBad(verdict, name)} />;
  return <Shown {...props} text={cells[at]} verdict={verdict} />;
}

/** Double click, Enter or F2 on it begins the edit (the grid says so to the list). */
export function RejectCell(props: RejectCellProps) {
  const { byRecord, editing } = useDrafts();
  const record = props.issue.record ?? 0;
  const draft = byRecord[record] ?? (editing?.record === record ? props.issue.cells : null);
  return draft ? <Touched {...props} cells={draft} /> : <Untouched {...props} />;
}
