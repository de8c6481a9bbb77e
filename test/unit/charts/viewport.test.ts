import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundsOf,
  fitViewport,
  panBy,
  toData,
  toPixel,
  zoomAt,
} from '../../../renderer/charts/scatter/viewport.ts';

const size = { width: 800, height: 600 };
const views = fc.record({
  centerX: fc.double({ min: -100, max: 100, noNaN: true }),
  centerY: fc.double({ min: -100, max: 100, noNaN: true }),
  scale: fc.double({ min: 0.1, max: 1000, noNaN: true }),
});
const pixel = fc.integer({ min: 0, max: 800 });

describe('viewport', () => {
  test('fits the data with equal scales and the margin', () => {
    const bounds = boundsOf(Float32Array.of(0, 10, Number.NaN), Float32Array.of(0, 5, 1));
    expect(bounds).toEqual({ minX: 0, maxX: 10, minY: 0, maxY: 5 });
    const view = fitViewport(bounds, size, 50);
    expect(view).toEqual({ centerX: 5, centerY: 2.5, scale: 70 });
    expect(toPixel(view, size, 0, 0)).toEqual([50, 475]);
    expect(toPixel(view, size, 10, 5)).toEqual([750, 125]);
  });

  test('no points still give a drawable view', () => {
    expect(boundsOf(new Float32Array(0), new Float32Array(0))).toEqual({
      minX: -1,
      maxX: 1,
      minY: -1,
      maxY: 1,
    });
  });

  test('px → data → px is the identity', () => {
    fc.assert(
      fc.property(views, pixel, pixel, (view, px, py) => {
        const [x, y] = toData(view, size, px, py);
        const [backX, backY] = toPixel(view, size, x, y);
        expect(backX).toBeCloseTo(px, 4);
        expect(backY).toBeCloseTo(py, 4);
      }),
      { seed: 1 },
    );
  });

  test('zooming keeps the data under the pointer', () => {
    fc.assert(
      fc.property(
        views,
        pixel,
        pixel,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (view, px, py, factor) => {
          const before = toData(view, size, px, py);
          const after = toData(zoomAt(view, size, factor, px, py), size, px, py);
          expect(after[0]).toBeCloseTo(before[0], 4);
          expect(after[1]).toBeCloseTo(before[1], 4);
        },
      ),
      { seed: 1 },
    );
  });

  test('panning moves the drawing with the hand', () => {
    const view = { centerX: 0, centerY: 0, scale: 10 };
    expect(toPixel(panBy(view, 30, -20), size, 0, 0)).toEqual([430, 280]);
  });
});
