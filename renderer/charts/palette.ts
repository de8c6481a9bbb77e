// Colours of canvas charts, read from the same CSS variables as everything else, again when the theme changes.
import { useSyncExternalStore } from 'react';
import { SEGMENT_SLOTS, segmentStyle } from '../ui/index.ts';

export interface ChartPalette {
  readonly canvas: string;
  readonly text: string;
  readonly muted: string;
  readonly axis: string;
  readonly grid: string;
  readonly ink: string;
  readonly accent: string;
  readonly everyone: string;
  readonly warn: string;
  readonly raised: string;
  readonly line: string;
  /** By slot; index 8 is “Other”. */
  readonly segments: readonly string[];
  readonly font: string;
}

/** Reads the palette that applies now. */
export function readPalette(element: Element = document.documentElement): ChartPalette {
  const css = getComputedStyle(element);
  const value = (name: string): string => css.getPropertyValue(name).trim();
  return {
    canvas: value('--c-canvas'),
    text: value('--t-1'),
    muted: value('--t-3'),
    axis: value('--axis'),
    grid: value('--grid'),
    ink: value('--ink'),
    accent: value('--accent'),
    everyone: value('--everyone'),
    warn: value('--warn-mark'),
    raised: value('--c-raised'),
    line: value('--c-line-2'),
    segments: Array.from({ length: SEGMENT_SLOTS + 1 }, (_, slot) => value(segmentStyle(slot).fill)),
    font: value('--font-ui'),
  };
}

const themeNow = (): string => document.documentElement.dataset['theme'] ?? 'light';

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The current theme's name; re-renders when it changes. Read the palette inside the effect that draws. */
export function useThemeName(): string {
  return useSyncExternalStore(watchTheme, themeNow);
}
