import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnPlaces,
  drawnColumns,
  drawnPlaces,
  leftFor,
  pinnedWidth,
  tableWidth,
} from '../../../renderer/ui/grid/columnPlaces.ts';

const hundred = columnPlaces(
  Array.from({ length: 1990 }, () => 100),
  1,
  800,
);

describe('places of columns', () => {
  it('follow each other; the last one fills the view', () => {
    expect(columnPlaces([80, 120, 100], 1, 500)).toEqual([
      { at: 0, leftPx: 0, widthPx: 80, pinned: true },
      { at: 1, leftPx: 80, widthPx: 120, pinned: false },
      { at: 2, leftPx: 200, widthPx: 300, pinned: false },
    ]);
    expect(tableWidth(columnPlaces([80, 120, 100], 1, 500))).toBe(500);
    expect(tableWidth(columnPlaces([80, 120, 100], 1, 100))).toBe(300);
    expect(tableWidth([])).toBe(0);
  });

  it('are drawn for the view and a little around it, of 1,990 columns', () => {
    const at = (leftPx: number, kept: number | null): number[] =>
      drawnPlaces(hundred, leftPx, 800, kept).map((place) => place.at);
    expect(at(0, null)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(at(100_050, null)).toEqual([0, ...Array.from({ length: 15 }, (_, one) => 997 + one)]);
    expect(at(100_050, 3)).toEqual([0, 3, ...Array.from({ length: 15 }, (_, one) => 997 + one)]);
    expect(at(0, 1989)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1989]);
    expect(at(198_200, null).at(-1)).toBe(1989);
    expect(drawnPlaces([], 0, 800, null)).toEqual([]);
  });

  it('are revealed by the smallest move, never under the pinned ones; the first shows the start', () => {
    expect(leftFor(hundred, 5, 0, 800)).toBe(0);
    expect(leftFor(hundred, 8, 0, 800)).toBe(100);
    expect(leftFor(hundred, 1989, 0, 800)).toBe(199_000 - 800);
    expect(leftFor(hundred, 20, 5000, 800)).toBe(1900);
    expect(leftFor(hundred, 0, 5000, 800)).toBe(0);
    expect(leftFor(columnPlaces([80, 2000, 50], 1, 500), 1, 0, 500)).toBe(0);
  });

  it('drawn anywhere, every column stands at its own place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 48, max: 400 }), { minLength: 1, maxLength: 60 }),
        fc.nat(3),
        fc.nat(9000),
        fc.integer({ min: 200, max: 1500 }),
        fc.option(fc.nat(59)),
        (widths, pinned, wanted, viewPx, kept) => {
          const places = columnPlaces(widths, pinned, viewPx);
          const leftPx = Math.min(wanted, Math.max(0, tableWidth(places) - viewPx));
          const drawn = drawnPlaces(places, leftPx, viewPx, kept);
          let used = 0;
          for (const [one, { at, style }] of drawnColumns(drawn).entries()) {
            const place = drawn[one];
            if (style.marginLeft === undefined)
              expect(style.left).toBe(`calc(${place?.leftPx}px + var(--left))`);
            else {
              used += style.marginLeft;
              expect({ at, used, width: style.width }).toEqual({
                at: place?.at,
                used: place?.leftPx,
                width: place?.widthPx,
              });
              used += style.width;
            }
          }
          const inView = places.filter(
            (place) =>
              place.pinned ||
              (place.leftPx < leftPx + viewPx && place.leftPx + place.widthPx > leftPx + pinnedWidth(places)),
          );
          expect(inView.filter((place) => !drawn.includes(place))).toEqual([]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
