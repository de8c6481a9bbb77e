// Marks in a column that must not cover each other, each as near as possible to where it belongs.

/**
 * Moves positions apart to at least `gap`, keeping their order and, where there is room, inside 0..`height`.
 * @param wanted centres in px, in any order
 * @returns centres in the order of `wanted`
 */
export function spreadApart(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const centres = new Array<number>(wanted.length).fill(0);
  let free = gap / 2;
  for (const index of order) {
    centres[index] = Math.max(free, wanted[index] ?? 0);
    free = (centres[index] ?? 0) + gap;
  }
  // What was pushed over the lower edge pushes back up.
  let limit = Math.max(height - gap / 2, gap / 2 + (wanted.length - 1) * gap);
  for (const index of order.toReversed()) {
    centres[index] = Math.min(limit, centres[index] ?? 0);
    limit = (centres[index] ?? 0) - gap;
  }
  return centres;
}
