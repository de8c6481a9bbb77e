// Panes and their headers. A pane is found by F6 (see app/usePaneKeys) through data-pane.
import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './panes.module.css';

export interface PaneHeaderProps {
  readonly title: ReactNode;
  /** Grey text after the title: counts, units, conditions. */
  readonly note?: ReactNode;
  /** Right-aligned controls or links. */
  readonly actions?: ReactNode;
  readonly id?: string;
}

/** The one-line head of a pane: title, grey note, actions at the end. */
export function PaneHeader({ title, note, actions, id }: PaneHeaderProps) {
  return (
    <header className={styles.paneHeader}>
      <h2 id={id}>{title}</h2>
      {note ? <span className={styles.paneNote}>{note}</span> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}

export interface PanelProps {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Which side carries the hairline. */
  readonly edge?: 'start' | 'end' | 'top';
  readonly tone?: 'canvas' | 'sunken';
  /** Leaves 16 px around the body. On by default. */
  readonly padded?: boolean;
  readonly className?: string;
}

/** A region of the window: a header and a scrolling body; F6 steps from one to the next. */
export function Panel({
  title,
  note,
  actions,
  children,
  edge,
  tone = 'canvas',
  padded = true,
  className,
}: PanelProps) {
  const id = useId();
  return (
    <section
      className={[styles.panel, className].join(' ')}
      data-pane
      data-edge={edge}
      data-tone={tone}
      tabIndex={-1}
      aria-labelledby={title ? id : undefined}
    >
      {title ? <PaneHeader id={id} title={title} note={note} actions={actions} /> : null}
      <div className={styles.panelBody} data-padded={padded || undefined}>
        {children}
      </div>
    </section>
  );
}

export interface ToolbarProps {
  /** The screen's heading. */
  readonly title: ReactNode;
  /** Chips and controls after the title. */
  readonly children?: ReactNode;
  /** Buttons at the end; the primary one last. */
  readonly actions?: ReactNode;
}

/** The 44 px bar on top of every screen. */
export function Toolbar({ title, children, actions }: ToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <h1>{title}</h1>
      {children}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
