// The day that a file's data stand for: the newest date in them, unless the analyst knows better.
import { useTranslations } from 'use-intl';
import { TextField } from '../../ui/index.ts';
import type { FileDraft } from './draft.ts';
import styles from './import.module.css';

export interface AsOfProps {
  readonly draft: FileDraft;
  /** Newest date of the date column, `yyyy-mm-dd`; null = none, or not all rows are checked yet. */
  readonly newest: string | null;
  readonly onDraft: (draft: FileDraft) => void;
}

/** Emptied, it goes back to the newest date. */
export function AsOf({ draft, newest, onDraft }: AsOfProps) {
  const t = useTranslations('wizard');
  return (
    <div className={styles.asOf}>
      <TextField
        label={t('asOf')}
        labelAt="before"
        type="date"
        value={draft.asOf ?? newest ?? ''}
        onChange={(day) => onDraft({ ...draft, asOf: day === '' ? null : day })}
      />
    </div>
  );
}
