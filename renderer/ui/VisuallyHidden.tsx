// Text for screen readers only.
import type { ReactNode } from 'react';
import styles from './marks.module.css';

/** Text that is spoken but not drawn. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
