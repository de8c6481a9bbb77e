// Why customers moved: counts that add up, whatever moved, and each cause by itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMoves } from '../../../electron/engine/analysis/matching/moves.ts';

const labels = (...values: readonly number[]): Int32Array => Int32Array.from(values);

test('each cause by itself', () => {
  expect(
    countMoves({
      //             stayed  data  settings  both  back  came  none now
      before: labels(0, 0, 0, 0, 0, -1, 1),
      placed: labels(0, 1, 0, 2, 1, 0, 1),
      after: labels(0, 1, 1, 1, 0, 0, -1),
      identity: labels(0, 1),
      customersBefore: 9,
    }),
  ).toEqual({ both: 5, stayed: 2, byData: 1, bySettings: 1, byBoth: 1, came: 1, left: 4 });
});

test('a segment that goes on from none is elsewhere for everyone in it', () => {
  const same = { before: labels(0, 1), after: labels(0, 0), identity: labels(-1), customersBefore: 2 };
  expect(countMoves({ ...same, placed: null })).toMatchObject({ both: 2, bySettings: 2 });
  expect(countMoves({ ...same, placed: labels(1, 1) })).toMatchObject({ bySettings: 1, byBoth: 1 });
});

test('whom the former definition had elsewhere already then, it moved and not the data', () => {
  expect(
    countMoves({
      //              settings  both  data  stayed
      before: labels(0, 0, 0, 0),
      placed: labels(1, 2, 1, 0),
      defined: labels(1, 1, 0, 1),
      after: labels(1, 2, 1, 0),
      identity: labels(0, 1, 2),
      customersBefore: 4,
    }),
  ).toEqual({ both: 4, stayed: 1, byData: 1, bySettings: 1, byBoth: 1, came: 0, left: 0 });
});

test('everyone of both divisions is counted once; the same data never move anybody', () => {
  const one = fc.integer({ min: -1, max: 3 });
  const row = fc.tuple(one, one, one);
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(one, { minLength: 4, maxLength: 4 }),
      (rows, to) => {
        const column = (at: 0 | 1 | 2) => labels(...rows.map((cells) => cells[at]));
        const common = { before: column(0), after: column(2), identity: labels(...to), customersBefore: 50 };
        const moves = countMoves({ ...common, placed: column(1) });
        const { both, stayed, byData, bySettings, byBoth, came, left } = moves;
        expect(stayed + byData + bySettings + byBoth).toBe(both);
        expect(came + both).toBe(common.after.filter((label) => label >= 0).length);
        expect(left).toBe(50 - both);
        expect(countMoves({ ...common, placed: null })).toMatchObject({ byData: 0, byBoth: 0 });
      },
    ),
    { seed: 1 },
  );
});
