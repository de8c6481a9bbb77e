// A number of a setting, in the narrow panes and dialogs of features.
import { useState } from 'react';
import { TextField } from '../../ui/index.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
  readonly onChange: (value: number) => void;
}

/** Sent when it is left or Enter is pressed; what is no number in range goes back to what it was. */
export function NumberField({ label, value, from, to, whole, onChange }: NumberFieldProps) {
  const saved = String(Number(value.toFixed(4)));
  const [over, setOver] = useState(saved);
  const [draft, setDraft] = useState(saved);
  if (over !== saved) {
    setOver(saved);
    setDraft(saved);
  }
  const commit = (): void => {
    const wanted = draft.trim() === '' ? NaN : Number(draft.trim().replace(',', '.'));
    const good = wanted >= from && wanted <= to && (!whole || Number.isInteger(wanted));
    if (!good) setDraft(saved);
    else if (String(wanted) !== saved) onChange(wanted);
  };
  return (
    <div onBlur={commit}>
      <TextField label={label} value={draft} onChange={setDraft} onEnter={commit} />
    </div>
  );
}
