import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from '../../../renderer/charts/spreadApart.ts';

test('marks with room stay where they belong', () => {
  expect(spreadApart([80, 20, 50], 16, 100)).toEqual([80, 20, 50]);
});

test('marks at one place are moved apart, at an edge inwards', () => {
  expect(spreadApart([100, 100, 100], 16, 100)).toEqual([60, 76, 92]);
  expect(spreadApart([0, 0], 16, 100)).toEqual([8, 24]);
});

test('order and distance are kept whatever is wanted, and the drawing is not left while it has room', () => {
  const wanted = fc.array(fc.double({ min: 0, max: 126, noNaN: true }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(wanted, (centres) => {
      const spread = spreadApart(centres, 16, 126);
      const sorted = spread.toSorted((a, b) => a - b);
      const apart = sorted.every(
        (centre, index) => index === 0 || centre - (sorted[index - 1] ?? 0) > 16 - 1e-9,
      );
      const inOrder = centres.every((a, i) =>
        centres.every((b, j) => a >= b || (spread[i] ?? 0) < (spread[j] ?? 0)),
      );
      const inside = sorted.every((centre) => centre >= 8 - 1e-9 && centre <= 118 + 1e-9);
      expect({ apart, inOrder, inside }).toEqual({ apart: true, inOrder: true, inside: true });
    }),
    { seed: 1 },
  );
});
