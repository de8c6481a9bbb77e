// A few exclusive choices side by side; arrows move, as in any radio group.
import type { Icon } from '@tabler/icons-react';
import { useId } from 'react';
import styles from './controls.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface SegmentedOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Shown instead of the label, which becomes the tooltip. */
  readonly icon?: Icon;
  readonly disabled?: boolean;
}

export interface SegmentedControlProps<V extends string> {
  /** Spoken name of the group. */
  readonly label: string;
  readonly value: V;
  readonly options: readonly SegmentedOption<V>[];
  readonly onChange: (value: V) => void;
  readonly wide?: boolean;
}

/** Exclusive choice among two to six options. */
export function SegmentedControl<V extends string>({
  label,
  value,
  options,
  onChange,
  wide,
}: SegmentedControlProps<V>) {
  const name = useId();
  return (
    <div className={styles.segmented} role="radiogroup" aria-label={label} data-wide={wide || undefined}>
      {options.map(({ icon: IconMark, ...option }) => {
        const choice = (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-label={IconMark ? option.label : undefined}
              onChange={() => onChange(option.value)}
            />
            {IconMark ? <IconMark size={15} stroke={1.6} aria-hidden /> : option.label}
          </label>
        );
        return IconMark ? (
          <Tooltip key={option.value} label={option.label}>
            {choice}
          </Tooltip>
        ) : (
          choice
        );
      })}
    </div>
  );
}
