// A button that is only an icon: its label is spoken and shown as a tooltip.
import type { Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'children'> {
  readonly icon: Icon;
  readonly label: string;
  readonly size?: 24 | 28;
  /** Set for a toggle; draws it filled when true. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Icon-only button with a spoken label and a tooltip. */
export function IconButton({
  icon: IconMark,
  label,
  size = 28,
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        data-size={size}
        className={[styles.icon, className].join(' ')}
      >
        <IconMark size={16} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
  );
}
