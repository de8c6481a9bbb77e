// Column widths of a grid: the given ones until the user drags.
import { useCallback, useMemo, useRef, useState } from 'react';

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

/** Widths in px by column and a setter that keeps 48 px at least. */
export function useColumnWidths(columns: readonly Sized[], store?: WidthStore) {
  const [own, setOwn] = useState<Readonly<Record<string, number>>>({});
  const chosen = store?.chosen ?? own;
  const widths = useMemo(
    () => columns.map((column) => chosen[column.key] ?? column.widthPx ?? DEFAULT_PX),
    [columns, chosen],
  );
  const latest = useRef(store);
  latest.current = store;
  const resize = useCallback((key: string, widthPx: number): void => {
    const px = Math.max(MIN_PX, Math.round(widthPx));
    if (latest.current) latest.current.onChange(key, px);
    else setOwn((now) => ({ ...now, [key]: px }));
  }, []);
  return { widths, resize };
}
