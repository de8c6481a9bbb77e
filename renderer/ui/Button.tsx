// The one button. Ink is spent on one primary action per view; the rest is outlined or bare.
import type { Icon } from '@tabler/icons-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { KeyHint } from './KeyHint.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  /** Height in px. */
  readonly size?: 24 | 28;
  readonly icon?: Icon;
  /** Shown at the end, e.g. `Ctrl Enter`. Binding the key is the caller's. */
  readonly keys?: string;
  readonly wide?: boolean;
  readonly submit?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a word on it; see IconButton for those without. */
export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 28, icon: IconMark, keys, wide, submit, children, ...rest } = props;
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={[styles.button, styles[variant], props.className].join(' ')}
      data-size={size}
      data-wide={wide || undefined}
    >
      {IconMark ? <IconMark size={16} stroke={1.6} aria-hidden /> : null}
      <span className={styles.label}>{children}</span>
      {keys ? <KeyHint keys={keys} /> : null}
    </button>
  );
}

/** A text link that acts, e.g. “Why this number?”, “Show unmatched”. */
export function LinkButton({ children, ...rest }: Omit<ButtonProps, 'variant' | 'size' | 'icon' | 'keys'>) {
  return (
    <button {...rest} type="button" className={[styles.link, rest.className].join(' ')}>
      {children}
    </button>
  );
}
