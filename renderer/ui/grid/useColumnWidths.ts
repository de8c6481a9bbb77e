// Column widths of a grid: the given ones until the user drags.
import { useState } from 'react';

const MIN_PX = 48;
const DEFAULT_PX = 130;

interface Sized {
  readonly key: string;
  readonly widthPx?: number;
}

export interface WidthStore {
  /** By column key, px. */
  readonly chosen: Readonly<Record<string, number>>;
  readonly onChange: (key: string, widthPx: number) => void;
}

/** Widths in px by column, the CSS grid template made of them, and a setter that keeps 48 px at least. */
export function useColumnWidths(columns: readonly Sized[], store?: WidthStore) {
  const [own, setOwn] = useState<Readonly<Record<string, number>>>({});
  const chosen = store?.chosen ?? own;
  const widths = columns.map((column) => chosen[column.key] ?? column.widthPx ?? DEFAULT_PX);
  const last = widths.length - 1;
  return {
    widths,
    totalPx: widths.reduce((sum, width) => sum + width, 0),
    template: widths
      .map((width, index) => (index === last ? `minmax(${width}px, 1fr)` : `${width}px`))
      .join(' '),
    resize: (key: string, widthPx: number): void => {
      const px = Math.max(MIN_PX, Math.round(widthPx));
      if (store) store.onChange(key, px);
      else setOwn((now) => ({ ...now, [key]: px }));
    },
  };
}
