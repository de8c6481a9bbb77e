// A key or chord as printed on the keyboard, e.g. "Ctrl K".
import styles from './marks.module.css';

/** Shows a keyboard shortcut; hidden from screen readers, which get aria-keyshortcuts from the control. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles.key} aria-hidden>
      {keys}
    </kbd>
  );
}
