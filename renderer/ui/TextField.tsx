// One line of text with its label, and the search field.
import { IconSearch, IconX } from '@tabler/icons-react';
import { useId, type HTMLInputTypeAttribute, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import styles from './controls.module.css';
import { IconButton } from './IconButton.tsx';
import { KeyHint } from './KeyHint.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly labelAt?: 'above' | 'before' | 'spoken';
  readonly type?: HTMLInputTypeAttribute;
  readonly placeholder?: string;
  /** A sentence below; red with `bad`. */
  readonly note?: string;
  readonly bad?: boolean;
  readonly suffix?: string;
  readonly disabled?: boolean;
  readonly onEnter?: () => void;
  /** Takes the focus when its dialog opens. */
  readonly first?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled text, number or date field. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, labelAt = 'above', type = 'text', note, bad, suffix, onEnter } = props;
  const id = useId();
  return (
    <div className={[styles.field, labelAt === 'before' ? styles.inline : ''].join(' ')}>
      {labelAt === 'spoken' ? null : (
        <label className={styles.fieldLabel} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.input} data-bad={bad || undefined}>
        <input
          ref={props.ref}
          id={id}
          type={type}
          value={value}
          placeholder={props.placeholder}
          disabled={props.disabled}
          data-first={props.first || undefined}
          aria-label={labelAt === 'spoken' ? label : undefined}
          aria-invalid={bad || undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !onEnter) return;
            // Else the key also presses whatever takes the focus meanwhile, such as the cross of a dialog that opens.
            event.preventDefault();
            onEnter();
          }}
        />
        {suffix ? <span className={styles.note}>{suffix}</span> : null}
      </div>
      {note ? (
        <p id={`${id}-note`} className={styles.note} data-bad={bad || undefined}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shortcut hint shown while empty. */
  readonly keys?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search field: Esc or the cross clears it. */
export function SearchField({ label, value, onChange, keys, ref }: SearchFieldProps) {
  const t = useTranslations('common');
  return (
    <div className={styles.input} data-size="24" role="search">
      <IconSearch size={14} stroke={1.7} aria-hidden />
      <input
        ref={ref}
        type="search"
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' ? (
        <IconButton icon={IconX} label={t('clear')} size={24} onClick={() => onChange('')} />
      ) : null}
      {value === '' && keys ? <KeyHint keys={keys} /> : null}
    </div>
  );
}
