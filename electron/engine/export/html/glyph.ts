// Segment marks: a letter in a shape, so that meaning never rests on colour alone.
import type { SegmentColour } from '../../../../shared/model/segmentation.ts';
import { html, type Markup } from './markup.ts';

const SHAPES: Readonly<Record<SegmentColour, Markup>> = {
  A: html`<circle class="mark" cx="10" cy="10" r="9"/>`,
  B: html`<rect class="mark" x="1.5" y="1.5" width="17" height="17" rx="2"/>`,
  C: html`<path class="mark" d="M10 .5 19.5 18.5H.5Z"/>`,
  D: html`<path class="mark" d="M10 0 20 10 10 20 0 10Z"/>`,
  E: html`<circle class="ring" cx="10" cy="10" r="8"/>`,
  F: html`<path class="mark" d="M5.5 1h9L20 10l-5.5 9h-9L0 10Z"/>`,
  G: html`<path class="mark" d="M.5 2h19L10 20Z"/>`,
  H: html`<path class="mark" d="M10 .5 19.5 7.5 16 19H4L.5 7.5Z"/>`,
  other: html`<circle class="ring" cx="10" cy="10" r="8" stroke-dasharray="3 2"/>`,
};
/** Where the letter sits: the middle of a triangle is lower than that of its box. */
const BASELINES: Partial<Record<SegmentColour, number>> = { C: 16, G: 11, H: 14.5 };

/** The letter is decoration here: the segment's name always stands beside it. */
export function glyph(colour: SegmentColour, letter: string): Markup {
  const text = colour === 'E' || colour === 'other' ? 'mark-t ring-t' : 'mark-t';
  return html`<svg class="glyph s-${colour}" viewBox="0 0 20 20" aria-hidden="true">${SHAPES[colour]}<text class="${text}" x="10" y="${BASELINES[colour] ?? 13.6}">${/^./u.exec(letter)?.[0] ?? ''}</text></svg>`;
}
