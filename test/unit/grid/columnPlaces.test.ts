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
    const at = (leftPx: number, wanted: number | null) => {
      const { pinned, moving, kept, basePx } = drawnPlaces(hundred, leftPx, 800, wanted);
      return [pinned.length, moving[0]?.at, moving.at(-1)?.at, kept?.at ?? null, basePx];
    };
    expect(at(0, null)).toEqual([1, 1, 11, null, 100]);
    expect(at(100_050, null)).toEqual([1, 997, 1011, null, 99_700]);
    expect(at(100_050, 3)).toEqual([1, 997, 1011, 3, 99_700]);
    expect(at(100_050, 1000)).toEqual([1, 997, 1011, null, 99_700]);
    expect(at(0, 1989)).toEqual([1, 1, 11, 1989, 100]);
    expect(at(198_200, 0)).toEqual([1, 1978, 1989, null, 197_800]);
    expect(drawnPlaces([], 0, 800, null)).toEqual({ pinned: [], moving: [], kept: null, basePx: 0 });
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
        (widths, pinned, wanted, viewPx, wantedColumn) => {
          const places = columnPlaces(widths, pinned, viewPx);
          const leftPx = Math.min(wanted, Math.max(0, tableWidth(places) - viewPx));
          const drawn = drawnPlaces(places, leftPx, viewPx, wantedColumn);
          let used = drawn.basePx;
          for (const { at, pinned: still, style } of drawnColumns(drawn)) {
            const place = places[at];
            if (still) expect(style.left).toBe(`calc(${place?.leftPx}px + var(--left))`);
            else if (style.position) expect(at).toBe(drawn.kept?.at);
            else {
              used += style.marginLeft ?? 0;
              expect([used, style.width]).toEqual([place?.leftPx, place?.widthPx]);
              used += style.width;
            }
          }
          const inView = places.filter(
            (place) =>
              place.pinned ||
              (place.leftPx < leftPx + viewPx && place.leftPx + place.widthPx > leftPx + pinnedWidth(places)),
          );
          const all = new Set([...drawn.pinned, ...drawn.moving]);
          expect(inView.filter((place) => !all.has(place))).toEqual([]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
