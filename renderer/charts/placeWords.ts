// Where the words beside the null histogram's bars find room: right of them, left of them, or nowhere.

export interface WordsInput {
  readonly wordsPx: number;
  /** Left and right edge of the bars. */
  readonly fromPx: number;
  readonly toPx: number;
  /** The observed line, which words must not cross. */
  readonly observedPx: number;
  readonly widthPx: number;
}

export interface WordsPlace {
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

const GAP_PX = 10;

/** The side of the bars with room for the words, the larger one first; null: put them outside the drawing. */
export function placeWords({ wordsPx, fromPx, toPx, observedPx, widthPx }: WordsInput): WordsPlace | null {
  const needed = wordsPx + 2 * GAP_PX;
  const right = (observedPx > toPx ? observedPx : widthPx) - toPx;
  const left = fromPx - (observedPx < fromPx ? observedPx : 0);
  if (Math.max(left, right) < needed) return null;
  return right >= left ? { x: toPx + GAP_PX, anchor: 'start' } : { x: fromPx - GAP_PX, anchor: 'end' };
}
