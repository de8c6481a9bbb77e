// The canvas with the points. Redrawn when data, selection, viewport, size or theme change.
import { useEffect, useRef } from 'react';
import styles from '../charts.module.css';
import { readPalette, useThemeName, type ChartPalette } from '../palette.ts';
import { paintGlyphs } from './paintGlyphs.ts';
import {
  createPixels,
  paintDensity,
  paintSquares,
  parseHex,
  SPRITE_LIMIT,
  SQUARE_LIMIT,
  type PointSet,
} from './paintPoints.ts';
import type { Size, Viewport } from './viewport.ts';

export interface PointLayerProps {
  readonly points: PointSet;
  /** Segment index → slot. */
  readonly slots: readonly number[];
  readonly view: Viewport;
  readonly size: Size;
}

function paint(
  pen: CanvasRenderingContext2D,
  props: PointLayerProps,
  palette: ChartPalette,
  ratio: number,
): void {
  const { points, slots, view } = props;
  const { width, height } = pen.canvas;
  const scaled = { ...view, scale: view.scale * ratio };
  const count = points.x.length;
  pen.clearRect(0, 0, width, height);
  if (count <= SPRITE_LIMIT)
    return paintGlyphs(pen, points, slots, scaled, palette, Math.round((count < 800 ? 8 : 6) * ratio));
  const pixels = createPixels(width, height);
  const other = palette.segments.at(-1) ?? palette.everyone;
  const colors = [...slots.map((slot) => parseHex(palette.segments[slot] ?? other)), parseHex(other)];
  const style = { colors, background: parseHex(palette.canvas) };
  if (count <= SQUARE_LIMIT)
    paintSquares(pixels, points, scaled, style, Math.max(2, Math.round((count < 30_000 ? 3 : 2) * ratio)));
  else paintDensity(pixels, points, scaled, style);
  pen.putImageData(new ImageData(pixels.rgba, width, height), 0, 0);
}

/** Draws the points at the screen's own resolution. */
export function PointLayer(props: PointLayerProps) {
  const { points, slots, view, size } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen || size.width === 0 || size.height === 0) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    const frame = requestAnimationFrame(() =>
      paint(pen, { points, slots, view, size }, readPalette(), ratio),
    );
    return () => cancelAnimationFrame(frame);
  }, [points, slots, view, size, theme]);
  return <canvas ref={canvas} className={styles.points} aria-hidden />;
}
