// A rejected record put right: every cell can be edited, the refused one first; accepted, it counts like the others.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SourceIssue } from '../../../shared/model/issue.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useErrorText, useNotify } from '../../app/index.ts';
import { useCommand } from '../../data/index.ts';
import { useDataWords } from '../../intake/index.ts';
import { Banner, Button, Modal, TextField } from '../../ui/index.ts';
import styles from './data.module.css';

export interface CorrectFormProps {
  readonly issue: SourceIssue;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  readonly onChange: (cells: readonly string[]) => void;
  readonly onAccept: () => void;
  /** Why the last try was refused. */
  readonly refusal: string | null;
}

/** One field per cell of the file; Enter accepts. */
export function CorrectForm({ issue, headers, cells, onChange, onAccept, refusal }: CorrectFormProps) {
  const t = useTranslations('fixes.rejects');
  const common = useTranslations('data');
  const words = useDataWords();
  const reason = words.reject({
    code: issue.code,
    args: issue.args,
    column: issue.column ?? undefined,
    value: issue.value ?? undefined,
  });
  const size = Math.max(headers.length, cells.length);
  return (
    <div className={styles.correct}>
      <Banner tone={refusal ? 'bad' : 'warn'}>{refusal ?? reason}</Banner>
      {Array.from({ length: size }, (_, at) => {
        const header = headers[at] || t('cell', { number: at + 1 });
        const bad = issue.column !== null && headers[at] === issue.column;
        return (
          <TextField
            key={at}
            first={bad}
            label={header}
            value={cells[at] ?? ''}
            bad={bad}
            placeholder={common('empty')}
            onChange={(text) =>
              onChange(Array.from({ length: size }, (__, cell) => (cell === at ? text : (cells[cell] ?? ''))))
            }
            onEnter={onAccept}
          />
        );
      })}
    </div>
  );
}

export interface CorrectDialogProps {
  readonly source: Source;
  /** Which field stands in each cell of the file. */
  readonly inFile: readonly (number | null)[];
  readonly issue: SourceIssue;
  readonly onClose: () => void;
}

/** The dialog around it: keeps the edits, asks the engine, closes when the record was accepted. */
export function CorrectDialog({ source, inFile, issue, onClose }: CorrectDialogProps) {
  const t = useTranslations('fixes.rejects');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const { notify } = useNotify();
  const correct = useCommand('sources.correct');
  const [cells, setCells] = useState<readonly string[]>(issue.cells ?? []);
  const record = issue.record ?? 0;
  const accept = (): void =>
    correct.mutate(
      { sourceId: source.id, record, cells: [...cells] },
      {
        onSuccess: () => {
          notify('ok', t('accepted', { record }));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { record, line: issue.lines[0] ?? 0 })}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" disabled={correct.isPending} onClick={accept}>
            {t('accept')}
          </Button>
        </>
      }
    >
      <CorrectForm
        issue={issue}
        headers={inFile.map((place) => source.fields.find(({ position }) => position === place)?.name ?? '')}
        cells={cells}
        onChange={setCells}
        onAccept={accept}
        refusal={correct.error ? errorText(correct.error) : null}
      />
    </Modal>
  );
}
