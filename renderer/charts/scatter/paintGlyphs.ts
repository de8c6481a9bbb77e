// Up to 5,000 points are drawn with their segment's shape, one prepared picture per segment.
import { segmentStyle } from '../../ui/index.ts';
import type { ChartPalette } from '../palette.ts';
import type { PointSet } from './paintPoints.ts';
import type { Viewport } from './viewport.ts';

const BOX = 20;

function glyphSprite(slot: number, edge: number, palette: ChartPalette, ringed: boolean): OffscreenCanvas {
  const canvas = new OffscreenCanvas(edge + 4, edge + 4);
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  const mark = segmentStyle(slot);
  const color = palette.segments[slot] ?? palette.segments.at(-1) ?? palette.everyone;
  const shape = new Path2D(mark.path);
  pen.translate(2, 2);
  pen.scale(edge / BOX, edge / BOX);
  pen.fillStyle = mark.hollow ? palette.canvas : color;
  pen.fill(shape);
  if (mark.hollow) {
    pen.strokeStyle = color;
    pen.lineWidth = 3.6;
    pen.stroke(shape);
  } else if (ringed) {
    pen.strokeStyle = palette.canvas;
    pen.lineWidth = 1.6;
    pen.stroke(shape);
  }
  return canvas;
}

/** Draws every point as its segment's glyph, `edge` device px wide; faded ones first, selected ones on top. */
export function paintGlyphs(
  pen: CanvasRenderingContext2D,
  points: PointSet,
  slots: readonly number[],
  view: Viewport,
  palette: ChartPalette,
  edge: number,
): void {
  const { x, y, segment, selected } = points;
  const { width, height } = pen.canvas;
  const spritesOf = (ringed: boolean) =>
    [...slots, -1].map((slot) => glyphSprite(slot, edge, palette, ringed));
  const pass = (wanted: 0 | 1, opacity: number, ringed: boolean): void => {
    const sprites = spritesOf(ringed);
    pen.globalAlpha = opacity;
    for (let i = 0; i < x.length; i++) {
      if (selected !== null && (selected[i] ? 1 : 0) !== wanted) continue;
      const sprite = sprites[segment[i] ?? -1] ?? sprites.at(-1);
      const px = width / 2 + ((x[i] ?? Number.NaN) - view.centerX) * view.scale;
      const py = height / 2 - ((y[i] ?? Number.NaN) - view.centerY) * view.scale;
      if (sprite && px > -edge && py > -edge && px < width + edge && py < height + edge) {
        pen.drawImage(sprite, px - sprite.width / 2, py - sprite.height / 2);
      }
    }
    pen.globalAlpha = 1;
  };
  if (selected === null) return pass(0, 0.66, false);
  pass(0, 0.3, false);
  pass(1, 1, true);
}
