// A short label on hover and focus. It never holds the only copy of a fact.
import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import styles from './floating.module.css';

export interface TooltipProps {
  readonly label: ReactNode;
  /** One element that takes a ref. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/** Names an icon or completes a cut label; appears after 400 ms, at once on keyboard focus. */
export function Tooltip({ label, children, side = 'bottom' }: TooltipProps) {
  return (
    <MantineTooltip
      label={label}
      position={side}
      openDelay={400}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: styles.tooltip ?? '' }}
      transitionProps={{ duration: 0 }}
      multiline
      maw={280}
    >
      {children}
    </MantineTooltip>
  );
}
