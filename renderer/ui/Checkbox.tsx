// A checkbox with its label; mixed state for “some of these”.
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './controls.module.css';

export interface CheckboxProps {
  readonly checked: boolean;
  /** Some, not all: drawn as a dash. */
  readonly mixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: string;
  readonly disabled?: boolean;
}

/** A labelled checkbox, 24 px high. */
export function Checkbox({
  checked,
  mixed = false,
  onChange,
  children,
  labelHidden,
  disabled,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label className={styles.checkbox}>
      <input
        ref={input}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-label={labelHidden}
        onChange={(event) => onChange(event.target.checked)}
      />
      {labelHidden === undefined ? <span className={styles.checkboxText}>{children}</span> : null}
    </label>
  );
}
