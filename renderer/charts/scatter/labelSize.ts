// How much room labels on the map take: their text measured in the font it is drawn in.
import type { Size } from './viewport.ts';

const LINE_PX = 18;
/** Glyph, gap and padding beside the text. */
const BESIDE_TEXT_PX = 32;
/** Longer names end in an ellipsis; the sizes list and the table have them in full. */
export const MAX_LABEL_PX = 270;
const FONT_PX = 12;

/** Size in px of each label: the segment's name over the number of its customers. */
export function labelSizes(
  labels: readonly { readonly name: string; readonly customers: string }[],
): readonly Size[] {
  const pen = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-ui');
  const widthOf = (text: string, weight: number): number => {
    if (!pen) return text.length * FONT_PX * 0.6;
    pen.font = `${weight} ${FONT_PX}px ${family}`;
    return pen.measureText(text).width;
  };
  return labels.map(({ name, customers }) => {
    const text = Math.max(widthOf(name, 600), widthOf(customers, 400));
    return { width: Math.min(MAX_LABEL_PX, Math.ceil(text) + BESIDE_TEXT_PX), height: 2 * LINE_PX };
  });
}
