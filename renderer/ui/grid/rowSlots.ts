// Which element shows which row. Rows that stay keep theirs, so that they are not drawn again and keep the focus; rows
// that come into view take the elements of those that left, which costs less than making new ones.

/**
 * @param before slot by row, in the order drawn
 * @param rows the rows to draw, in order
 * @returns slot by row, in order
 */
export function rowSlots(before: ReadonlyMap<number, number>, rows: readonly number[]): Map<number, number> {
  const drawn = new Set(rows);
  const free = [...before].filter(([row]) => !drawn.has(row)).map(([, slot]) => slot);
  let next = 1 + Math.max(-1, ...before.values());
  let used = 0;
  return new Map(rows.map((row) => [row, before.get(row) ?? free[used++] ?? next++]));
}

/** The same by slot: the order in which the elements stand in the page. */
export const inSlotOrder = (
  slots: ReadonlyMap<number, number>,
): readonly (readonly [row: number, slot: number])[] => [...slots].sort(([, a], [, b]) => a - b);
