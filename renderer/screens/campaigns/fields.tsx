// Fields that keep a draft while they are typed in and save once, on Enter or on leaving; Esc keeps the old value.
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { TextField, useFigures } from '../../ui/index.ts';
import { parseNumber } from './parseNumber.ts';

interface DraftProps {
  readonly label: string;
  /** The saved value as it is shown. */
  readonly shown: string;
  /** Saves, or says why it cannot. */
  readonly onCommit: (text: string) => string | null;
  readonly type?: 'text' | 'date';
  readonly suffix?: string;
}

function DraftField({ label, shown, onCommit, type = 'text', suffix }: DraftProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  useEffect(() => {
    setDraft(null);
    setBad(null);
  }, [shown]);
  const commit = (): void => {
    if (draft === null) return;
    const complaint = draft === shown ? null : onCommit(draft);
    setBad(complaint);
    if (complaint === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === null) return;
    event.stopPropagation();
    setDraft(null);
    setBad(null);
  };
  return (
    <div onBlur={commit} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        type={type}
        value={draft ?? shown}
        onChange={setDraft}
        {...(suffix === undefined ? {} : { suffix })}
        {...(bad === null ? {} : { bad: true, note: bad })}
      />
    </div>
  );
}

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Digits after the point at most. */
  readonly digits: number;
  readonly suffix?: string;
  /** Saves, or says why it cannot. */
  readonly onSave: (value: number) => string | null;
}

/** A number in the language's own writing; both a comma and a point are understood. */
export function NumberField({ label, value, low, high, digits, suffix, onSave }: NumberFieldProps) {
  const t = useTranslations('campaigns');
  const figures = useFigures();
  const needed =
    [0, 1, 2, 3].find((count) => count >= digits || Number(value.toFixed(count)) === value) ?? digits;
  const shown = figures.decimal(value, needed);
  const onCommit = (text: string): string | null => {
    const number = parseNumber(text);
    if (number === null || number < low || number > high)
      return t('badNumber', { low: figures.count(low), high: figures.count(high) });
    return onSave(Number(number.toFixed(digits)));
  };
  return <DraftField {...{ label, shown, onCommit }} {...(suffix === undefined ? {} : { suffix })} />;
}

export interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly onSave: (value: string) => string | null;
}

/** A line of text, or a day; never saved empty. */
export function WordsField({ label, value, type = 'text', onSave }: WordsFieldProps) {
  const onCommit = (text: string): string | null => (text.trim() === '' ? null : onSave(text.trim()));
  return <DraftField {...{ label, type, onCommit }} shown={value} />;
}
