// The analyst's own note on a segment; saved when the field is left.
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Panel } from '../../ui/index.ts';
import styles from './segments.module.css';

export interface NotePaneProps {
  readonly note: string;
  /** Called with text that differs from `note`. */
  readonly onSave: (note: string) => void;
}

const LONGEST = 5000;

/** A text field of several lines. Give it a key per segment: its draft belongs to one. */
export function NotePane({ note, onSave }: NotePaneProps) {
  const t = useTranslations('segments');
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const leave = (): void => {
    if (draft !== null && draft.trim() !== note) onSave(draft.trim());
    setDraft(null);
  };
  return (
    <Panel edge="top" title={<label htmlFor={id}>{t('note')}</label>} className={styles.block ?? ''}>
      <textarea
        id={id}
        className={styles.note}
        rows={4}
        maxLength={LONGEST}
        value={draft ?? note}
        placeholder={t('notePlaceholder')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={leave}
      />
    </Panel>
  );
}
