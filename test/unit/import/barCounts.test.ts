import { expect, test } from 'vitest';
import { barCounts } from '../../../renderer/intake/barCounts.ts';

const bars = (...counts: readonly number[]) => counts.map((count) => ({ count }));

test('gaps between the values of a scale are not drawn', () => {
  expect(barCounts(bars(4, 0, 0, 9, 0, 3), 3)).toEqual([4, 9, 3]);
});

test('a gap in a distribution stays, and so does a constant', () => {
  expect(barCounts(bars(40, 0, 1, 9), 28)).toEqual([40, 0, 1, 9]);
  expect(barCounts(bars(0, 7, 0), 1)).toEqual([0, 7, 0]);
});
