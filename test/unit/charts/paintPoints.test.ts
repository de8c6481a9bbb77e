import { describe, expect, test } from 'vitest';
import {
  createPixels,
  paintDensity,
  paintSquares,
  parseHex,
  type PixelBuffer,
} from '../../../renderer/charts/scatter/paintPoints.ts';

const view = { centerX: 0, centerY: 0, scale: 1 };
const style = {
  colors: [
    [200, 0, 0],
    [0, 0, 200],
    [100, 100, 100],
  ],
  background: [255, 255, 255],
} as const;
const at = ({ rgba, width }: PixelBuffer, px: number, py: number): number[] =>
  Array.from(rgba.subarray((py * width + px) * 4, (py * width + px) * 4 + 4));

describe('paintSquares', () => {
  test('paints an odd square around the point and nothing else', () => {
    const pixels = createPixels(9, 9);
    const points = {
      x: Float32Array.of(0.5),
      y: Float32Array.of(-0.5),
      segment: Uint8Array.of(0),
      selected: null,
    };
    paintSquares(pixels, points, view, style, 3);
    const painted = Array.from({ length: 81 }, (_, i) => i).filter((i) => (pixels.rgba[i * 4 + 3] ?? 0) > 0);
    expect(painted.map((i) => [i % 9, Math.floor(i / 9)])).toEqual([
      [4, 4],
      [5, 4],
      [6, 4],
      [4, 5],
      [5, 5],
      [6, 5],
      [4, 6],
      [5, 6],
      [6, 6],
    ]);
    expect(at(pixels, 5, 5).slice(0, 3)).toEqual([200, 0, 0]);
  });

  test('selected points are opaque and lie over faded ones', () => {
    const pixels = createPixels(4, 4);
    const points = {
      x: Float32Array.of(0, 0),
      y: Float32Array.of(0, 0),
      segment: Uint8Array.of(1, 0),
      selected: Uint8Array.of(1, 0),
    };
    paintSquares(pixels, points, view, style, 2);
    expect(at(pixels, 1, 1)).toEqual([0, 0, 200, 255]);
  });

  test('points outside or without coordinates are skipped', () => {
    const pixels = createPixels(4, 4);
    const points = {
      x: Float32Array.of(100, Number.NaN),
      y: Float32Array.of(0, 0),
      segment: Uint8Array.of(0, 0),
      selected: null,
    };
    paintSquares(pixels, points, view, style, 2);
    expect(pixels.rgba.every((value) => value === 0)).toBe(true);
  });
});

describe('paintDensity', () => {
  test('mixes colours and grows opaque with the number of points', () => {
    const pixels = createPixels(4, 1);
    const points = {
      x: Float32Array.of(-2, -2, -2, -2, 0),
      y: Float32Array.of(0, 0, 0, 0, 0),
      segment: Uint8Array.of(0, 0, 1, 1, 7),
      selected: null,
    };
    paintDensity(pixels, points, view, style);
    expect(at(pixels, 0, 0)).toEqual([100, 0, 100, 255]);
    const [red, green, blue, alpha] = at(pixels, 2, 0);
    expect([red, green, blue]).toEqual([100, 100, 100]);
    expect(alpha).toBe(Math.round((0.18 + (0.82 * Math.log(2)) / Math.log(5)) * 255));
  });
});

test('colours are read from tokens; unknown ones are grey', () => {
  expect(parseHex('#1C67ac')).toEqual([28, 103, 172]);
  expect(parseHex('rebeccapurple')).toEqual([128, 128, 128]);
});
