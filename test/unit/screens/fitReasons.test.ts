// What stands beside the verdict on a model of customer value.
import { expect, test } from 'vitest';
import { isAllAlike, judgedBy, missedPart } from '../../../renderer/screens/features/fitReasons.ts';
import type { CustomerValueReport } from '../../../shared/model/customerValue.ts';

const holdoutOf = (error: number | null, expected: readonly number[]) => ({
  from: '2025-01-28',
  actual: 100,
  expected: 100,
  error,
  points: expected.map((value, repeats) => ({
    repeats,
    customers: 70 - repeats,
    actual: 5,
    expected: value,
  })),
});

const part = (verdict: CustomerValueReport['verdict'], error: number | null, misplaced: number) =>
  missedPart({
    verdict,
    holdout: holdoutOf(error, [1, 2]),
    frequencies: { actual: [], expected: [], chiSquare: 9, degrees: 3, p: 0.03, misplaced },
  });

test('the part that misses more is named where the other misses less', () => {
  expect([
    part('fails', 0.015, 0.154),
    part('rough', -0.1, 0.06),
    part('rough', -0.3, 0.02),
    part('fails', null, 0.02),
    part('rough', 0.2, 0.1),
    part('fits', 0.1, 0.02),
    part('fewRepeaters', 0.1, 0.2),
  ]).toEqual(['groups', 'groups', 'holdout', 'holdout', null, null, null]);
  expect(missedPart({ verdict: 'rough', holdout: null, frequencies: null })).toBeNull();
});

test('whom the holdout judges by, and that the same is expected of everyone', () => {
  expect(judgedBy(holdoutOf(0.3, [8.86, 8.86, 8.86]))).toBe(207);
  expect([
    isAllAlike(holdoutOf(0.3, [8.86, 8.86, 8.86])),
    isAllAlike(holdoutOf(0.3, [2.93, 2.89, 3.28])),
    isAllAlike(holdoutOf(0.3, [2.93])),
  ]).toEqual([true, false, false]);
});
