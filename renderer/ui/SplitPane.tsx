// A main pane with a resizable one beside it; in a narrow window or at 200 % zoom they stack.
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './panes.module.css';

export interface SplitPaneProps {
  readonly children: ReactNode;
  readonly aside: ReactNode;
  /** Where the side pane stands: `end` is the inspector. */
  readonly side?: 'start' | 'end';
  readonly widthPx?: number;
  readonly minPx?: number;
  readonly maxPx?: number;
}

const STEP_PX = 16;

/** Main content and a side pane; drag the border, or focus it and use the arrows. */
export function SplitPane({
  children,
  aside,
  side = 'end',
  widthPx = 320,
  minPx = 200,
  maxPx = 640,
}: SplitPaneProps) {
  const t = useTranslations('common');
  const [width, setWidth] = useState(widthPx);
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const direction = side === 'end' ? -1 : 1;
  const resize = (to: number): void => setWidth(Math.min(maxPx, Math.max(minPx, to)));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current) resize(drag.current.width + direction * (event.clientX - drag.current.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (move === 0) return;
    event.preventDefault();
    resize(width + direction * move * STEP_PX);
  };
  const handle = (
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('resizePane')}
      aria-valuenow={width}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onKeyDown={onKeyDown}
    />
  );
  const asidePane = <div className={styles.aside}>{aside}</div>;
  return (
    <div className={styles.split} data-side={side} style={{ '--aside-width': `${width}px` }}>
      {side === 'start' ? [<Slot key="a">{asidePane}</Slot>, <Slot key="h">{handle}</Slot>] : null}
      <div className={styles.main}>{children}</div>
      {side === 'end' ? [<Slot key="h">{handle}</Slot>, <Slot key="a">{asidePane}</Slot>] : null}
    </div>
  );
}

function Slot({ children }: { readonly children: ReactNode }) {
  return <>{children}</>;
}
