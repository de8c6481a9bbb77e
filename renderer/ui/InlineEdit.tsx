// Text that becomes a field when it is clicked or Enter is pressed on it: names, notes, drafted phrases.
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import styles from './controls.module.css';

export interface InlineEditProps {
  /** Spoken name, e.g. “Segment name”. */
  readonly label: string;
  readonly value: string;
  /** Called once, with trimmed text that differs from `value`; never with an empty one unless `allowEmpty`. */
  readonly onSave: (value: string) => void;
  readonly allowEmpty?: boolean;
  /** Shown while the value is empty. */
  readonly placeholder?: string;
  /** Shows the pencil always, not only on hover. */
  readonly marked?: boolean;
}

/** Edit in place: Enter or leaving saves, Esc keeps the old text. The font is the surrounding one. */
export function InlineEdit({
  label,
  value,
  onSave,
  allowEmpty = false,
  placeholder,
  marked,
}: InlineEditProps) {
  const t = useTranslations('common');
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const editing = draft !== null;
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  const finish = (save: boolean): void => {
    const text = (draft ?? '').trim();
    setDraft(null);
    if (save && text !== value && (text !== '' || allowEmpty)) onSave(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.stopPropagation();
    finish(event.key === 'Enter');
  };
  if (draft !== null)
    return (
      <input
        ref={input}
        className={styles.editInput}
        value={draft}
        aria-label={label}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
      />
    );
  return (
    <button
      type="button"
      className={styles.edit}
      data-mark={marked || undefined}
      aria-label={t('editNamed', { name: label, value })}
      onClick={() => setDraft(value)}
    >
      <span className={styles.editText}>{value === '' ? placeholder : value}</span>
      <IconPencil size={14} stroke={1.6} aria-hidden />
    </button>
  );
}
