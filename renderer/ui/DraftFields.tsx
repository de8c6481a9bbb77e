// Fields that keep a draft while they are typed in and save once, on Enter or on leaving; Esc keeps the old value.
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import styles from './controls.module.css';
import { useFigures } from './figures.ts';
import { TextField } from './TextField.tsx';

interface DraftProps {
  readonly label: string;
  /** The saved value as it is shown. */
  readonly shown: string;
  /** Saves, or says why it cannot. */
  readonly onCommit: (text: string) => string | null;
  readonly type?: 'text' | 'date';
  readonly suffix?: string;
}

/** What was typed over which saved value: once that has changed, the draft is over. */
interface Draft {
  readonly over: string;
  readonly text: string;
  /** Why it was not saved. */
  readonly bad: string | null;
}

function DraftField({ label, shown, onCommit, type = 'text', suffix }: DraftProps) {
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft = typed?.over === shown ? typed : null;
  const commit = (): void => {
    if (draft === null) return;
    const bad = draft.text === shown ? null : onCommit(draft.text);
    setTyped(bad === null ? null : { ...draft, bad });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === null) return;
    // Else the key also closes the dialog around the field.
    event.preventDefault();
    event.stopPropagation();
    setTyped(null);
  };
  const bad = draft?.bad ?? null;
  return (
    <div className={styles.around} onBlur={commit} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        type={type}
        value={draft?.text ?? shown}
        onChange={(text) => setTyped({ over: shown, text, bad: null })}
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
  /** Digits after the point at most; 0 = whole numbers only. */
  readonly digits: number;
  /** Money: 0.50, not 0.5. */
  readonly amount?: boolean;
  readonly suffix?: string;
  /** Saves, or says why it cannot. */
  readonly onSave: (value: number) => string | null;
}

/** As many digits as the value has, up to `most`; an amount with cents shows two at least. */
function digitsNeeded(value: number, most: number, amount: boolean): number {
  if (Number.isInteger(value)) return 0;
  const fewest = amount ? 2 : 1;
  const lengths = Array.from({ length: Math.max(0, most - fewest) }, (_, at) => fewest + at);
  return lengths.find((digits) => Number(value.toFixed(digits)) === value) ?? most;
}

/** A number in the language's own writing, within its range; what else was typed stays there, marked, unsaved. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, low, high, digits, amount = false, suffix, onSave } = props;
  const t = useTranslations('common');
  const figures = useFigures();
  // Without the noise of binary fractions: 0.07 × 100 is 7, not 7.000000000000001.
  const saved = Number(value.toFixed(digits));
  const shown = figures.decimal(saved, digitsNeeded(saved, digits, amount));
  const onCommit = (text: string): string | null => {
    const number = figures.read(text);
    const sound = number !== null && number >= low && number <= high;
    if (!sound || (digits === 0 && !Number.isInteger(number)))
      return t(digits === 0 ? 'badWhole' : 'badNumber', {
        low: figures.count(low),
        high: figures.count(high),
      });
    const wanted = Number(number.toFixed(digits));
    return wanted === saved ? null : onSave(wanted);
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
