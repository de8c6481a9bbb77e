// The nine ways to draw a segment: letter, shape and colour token. Slot 0..7 is A..H; anything else is “Other”.
// Charts draw the same outlines on canvas (charts/ScatterMap), so the shapes live here as paths in a 20 × 20 box.

export interface SegmentStyle {
  readonly letter: string;
  /** CSS custom property names without `var()`. */
  readonly fill: string;
  readonly text: string;
  readonly tint: string;
  readonly onFill: string;
  /** SVG path data in a 20 × 20 box. */
  readonly path: string;
  /** Drawn as an outline over the canvas colour. */
  readonly hollow: boolean;
}

const CIRCLE = 'M10 1.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17Z';
const SQUARE =
  'M3.5 2h13a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-13a1.5 1.5 0 0 1-1.5-1.5v-13a1.5 1.5 0 0 1 1.5-1.5Z';
const TRIANGLE = 'M10 1L19.4 18H0.6Z';
const DIAMOND = 'M10 0.6L19.4 10L10 19.4L0.6 10Z';
const HEXAGON = 'M10 1L17.8 5.5V14.5L10 19L2.2 14.5V5.5Z';
const DOWN = 'M10 19L0.6 2H19.4Z';
const PENTAGON = 'M10 0.8L19 7.6L15.6 18.6H4.4L1 7.6Z';
const ROUND = 'M3 5.5h14a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3h-14a3 3 0 0 1-3-3v-3a3 3 0 0 1 3-3Z';

function style(letter: string, path: string, hollow = false): SegmentStyle {
  const name = letter === '' ? 'O' : letter;
  return {
    letter,
    path,
    hollow,
    fill: `--s${name}`,
    text: `--s${name}-t`,
    tint: `--s${name}-bg`,
    onFill: `--s${name}-on`,
  };
}

const STYLES: readonly SegmentStyle[] = [
  style('A', CIRCLE),
  style('B', SQUARE),
  style('C', TRIANGLE),
  style('D', DIAMOND),
  style('E', CIRCLE, true),
  style('F', HEXAGON),
  style('G', DOWN),
  style('H', PENTAGON),
];
const OTHER = style('', ROUND);

/** How many segments have a letter and colour of their own. */
export const SEGMENT_SLOTS = STYLES.length;

/** Letter, shape and colours of a slot; any slot outside 0..7 is “Other”. */
export function segmentStyle(slot: number): SegmentStyle {
  return STYLES[slot] ?? OTHER;
}

/** `var(--sA)` for slot 0, and so on: for `style` attributes of SVG and HTML marks. */
export function segmentFill(slot: number): string {
  return `var(${segmentStyle(slot).fill})`;
}
