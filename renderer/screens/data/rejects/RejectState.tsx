// What is to be done about a rejected record, and why it was refused; both follow while it is being changed.
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../../shared/model/issue.ts';
import { Button, IconButton, StatusLabel } from '../../../ui/index.ts';
import { useDrafts } from './drafts.ts';
import { useDraftVerdict, useOwnVerdict, type Verdict } from './verdict.ts';
import styles from './rejects.module.css';

export interface RejectProps {
  readonly sourceId: number;
  readonly issue: SourceIssue;
  readonly row: number;
  /** Where the edit begins: the cell at fault. */
  readonly first: number;
}

/** Correct, then accept or discard. */
export function RejectState({ issue, row, first }: RejectProps) {
  const t = useTranslations('fixes.rejects');
  const { byRecord, start, accept, discard } = useDrafts();
  const record = issue.record ?? 0;
  if (byRecord[record])
    return (
      <span className={styles.state}>
        <Button
          size={24}
          variant="primary"
          tabIndex={-1}
          aria-label={t('acceptNamed', { record })}
          aria-keyshortcuts="Control+Enter"
          data-accept
          onClick={() => accept(issue, row)}
        >
          {t('accept')}
        </Button>
        <IconButton
          icon={IconX}
          size={24}
          tabIndex={-1}
          label={t('discard', { record })}
          onClick={() => discard(record)}
        />
      </span>
    );
  if (issue.corrected) return <StatusLabel tone="ok">{t('corrected')}</StatusLabel>;
  if (issue.cells === null || issue.cells.length === 0) return t('keptOut');
  return (
    <Button
      size={24}
      tabIndex={-1}
      aria-label={t('correctNamed', { record })}
      onClick={() => start(issue, row, first)}
    >
      {t('correct')}
    </Button>
  );
}

function Reason({ verdict: { state, reason, column } }: { readonly verdict: Verdict }) {
  const t = useTranslations('fixes.rejects');
  if (state === 'ready')
    return (
      <span role="status">
        <StatusLabel tone="ok">{t('ready')}</StatusLabel>
      </span>
    );
  const text = column === null ? reason : `${column}: ${reason}`;
  return <span title={text}>{text}</span>;
}

interface DraftProps {
  readonly sourceId: number;
  readonly record: number;
  readonly cells: readonly string[];
}

function DraftVerdict({ sourceId, record, cells }: DraftProps) {
  return <Reason verdict={useDraftVerdict(sourceId, record, cells)} />;
}

export function RejectReason(props: RejectProps) {
  const { issue } = props;
  const draft = useDrafts().byRecord[issue.record ?? 0];
  const own = useOwnVerdict(issue);
  if (draft) return <DraftVerdict sourceId={props.sourceId} record={issue.record ?? 0} cells={draft} />;
  return <Reason verdict={{ ...own, state: 'refused' }} />;
}

/** Under the tools: how cells are edited, or why the record being edited is still refused; its own column may be out of view. */
export function EditLine({ sourceId }: { readonly sourceId: number }) {
  const t = useTranslations('fixes.rejects');
  const { byRecord, editing } = useDrafts();
  const cells = editing ? byRecord[editing.record] : undefined;
  return (
    <p className={styles.line}>
      {editing && cells ? (
        <DraftVerdict sourceId={sourceId} record={editing.record} cells={cells} />
      ) : (
        t('hint')
      )}
    </p>
  );
}
