import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countMask,
  insidePolygon,
  nearestPoint,
  selectPolygon,
  unionMask,
} from '../../../renderer/charts/scatter/selectPoints.ts';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];

describe('selectPolygon', () => {
  test('takes what is inside, not what is in the box only', () => {
    const lShape = [0, 0, 10, 0, 10, 4, 4, 4, 4, 10, 0, 10];
    const x = Float32Array.of(2, 8, 8, 2, Number.NaN);
    const y = Float32Array.of(2, 2, 8, 8, 1);
    expect([...selectPolygon(x, y, lShape)]).toEqual([1, 1, 0, 1, 0]);
  });

  test('fewer than three corners select nothing', () => {
    expect([...selectPolygon(Float32Array.of(1), Float32Array.of(1), [0, 0, 2, 2])]).toEqual([0]);
  });

  test('a rectangle agrees with comparing coordinates, for every point', () => {
    const coordinate = fc.integer({ min: -40, max: 140 }).map((tenths) => tenths / 10 + 0.05);
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }), (points) => {
        const x = Float32Array.from(points, ([px]) => px);
        const y = Float32Array.from(points, ([, py]) => py);
        const expected = points.map(([px, py]) => (px > 0 && px < 10 && py > 0 && py < 10 ? 1 : 0));
        expect([...selectPolygon(x, y, SQUARE)]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });
});

test('the even-odd rule leaves the hole of a crossing shape out', () => {
  const bowTie = [0, 0, 10, 10, 10, 0, 0, 10];
  expect(insidePolygon(bowTie, 1, 5)).toBe(true);
  expect(insidePolygon(bowTie, 5, 1)).toBe(false);
});

test('the nearest point counts only within reach', () => {
  const x = Float32Array.of(0, 3, 4);
  const y = Float32Array.of(0, 0, 0);
  expect(nearestPoint(x, y, 3.4, 0, 1)).toBe(1);
  expect(nearestPoint(x, y, 20, 0, 1)).toBe(-1);
});

test('masks are joined and counted', () => {
  const joined = unionMask(Uint8Array.of(1, 0, 0), Uint8Array.of(0, 0, 1));
  expect([...joined]).toEqual([1, 0, 1]);
  expect(countMask(joined)).toBe(2);
});
