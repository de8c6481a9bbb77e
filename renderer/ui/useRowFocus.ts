// Where the focus goes when rows are added or removed: else it is lost with the button that was pressed.
import { type RefObject, useEffect, useRef } from 'react';

export type RowKey = string | number;

/**
 * The row whose first field takes the focus: a new one, or the one that took the place of a removed one (the last row
 * has the row above). `row: null` = the button that adds a row, as none is left; null = the focus stays where it is.
 */
export function rowToFocus(
  before: readonly RowKey[],
  now: readonly RowKey[],
): { readonly row: RowKey | null } | null {
  const added = now.filter((key) => !before.includes(key));
  const removed = before.filter((key) => !now.includes(key));
  if (added.length + removed.length !== 1) return null;
  if (added[0] !== undefined) return { row: added[0] };
  return { row: now[Math.min(before.indexOf(removed[0] ?? ''), now.length - 1)] ?? null };
}

/**
 * Moves the focus when rows come and go.
 * @param keys of the rows, in their order; each row carries its own as `data-row`, the adding button `data-add-row`
 * @returns goes to the element around the rows and the button
 */
export function useRowFocus<E extends HTMLElement>(keys: readonly RowKey[]): RefObject<E | null> {
  const list = useRef<E>(null);
  const former = useRef(keys);
  useEffect(() => {
    const before = former.current;
    former.current = keys;
    // A row moved up to the first place: its button has nowhere to go any more and lets the focus fall.
    const isFalling = document.activeElement?.matches('body, :disabled') ?? true;
    const raised = isFalling && keys[0] !== undefined && keys[0] !== before[0] ? { row: keys[0] } : null;
    const target = rowToFocus(before, keys) ?? raised;
    if (target === null) return;
    const at =
      target.row === null
        ? '[data-add-row]'
        : `[data-row="${CSS.escape(String(target.row))}"] :is(input, select, textarea)`;
    list.current?.querySelector<HTMLElement>(at)?.focus();
  }, [keys]);
  return list;
}
