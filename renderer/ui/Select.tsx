// A native select: every keyboard and screen reader knows it, and type-ahead works in long lists.
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import styles from './controls.module.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean;
  /** Options of one group stand together under this heading. */
  readonly group?: string;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
  /** `above` the control, `before` it on one line, `inside` it in grey, or only `spoken`. */
  readonly labelAt?: 'above' | 'before' | 'inside' | 'spoken';
  readonly size?: 24 | 28;
  readonly disabled?: boolean;
  /** −1 where the same choice is reached by keyboard in another place. */
  readonly tabIndex?: 0 | -1;
}

function optionsOf<V extends string>(options: readonly SelectOption<V>[]) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  ));
}

function grouped<V extends string>(options: readonly SelectOption<V>[]) {
  if (options.every((option) => option.group === undefined)) return optionsOf(options);
  return [...Map.groupBy(options, (option) => option.group ?? '')].map(([group, members]) =>
    group === '' ? (
      optionsOf(members)
    ) : (
      <optgroup key={group} label={group}>
        {optionsOf(members)}
      </optgroup>
    ),
  );
}

/** One choice of several, with its label. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, options, onChange, labelAt = 'above', size = 28, disabled, tabIndex } = props;
  const id = useId();
  const inside = labelAt === 'inside';
  const chosen = options.find((option) => option.value === value);
  return (
    <div className={[styles.field, labelAt === 'before' ? styles.inline : ''].join(' ')}>
      {labelAt === 'above' || labelAt === 'before' ? (
        <label className={styles.fieldLabel} htmlFor={id}>
          {label}
        </label>
      ) : null}
      <div
        className={styles.select}
        data-size={size}
        data-prefix={inside || undefined}
        style={{ '--prefix': `${label.length * 0.52}em` }}
      >
        {inside ? (
          <span className={styles.prefix} aria-hidden>
            {label}
          </span>
        ) : null}
        <select
          id={id}
          aria-label={inside || labelAt === 'spoken' ? label : undefined}
          title={chosen?.label}
          value={value}
          disabled={disabled}
          tabIndex={tabIndex}
          onChange={(event) => onChange(event.target.value as V)}
        >
          {grouped(options)}
        </select>
        <IconChevronDown size={13} stroke={1.8} aria-hidden />
      </div>
    </div>
  );
}
