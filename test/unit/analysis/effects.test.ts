import { expect, test } from 'vitest';
import {
  cramersV,
  riskRatio,
  standardisedInterval,
} from '../../../electron/engine/analysis/stats/effects.ts';

test('the interval of d is near the exact one of the noncentral t', () => {
  // scipy 1.10.1: the noncentrality at which nct puts 2.5 % beyond t, over √(n₁n₂/(n₁+n₂)): 0.4437263, 1.1543490.
  const interval = standardisedInterval(0.8, 40, 160);
  expect(interval!.low).toBeCloseTo(0.444764976, 9);
  expect(interval!.high).toBeCloseTo(1.155235024, 9);
  expect(Math.abs(interval!.low - 0.4437263)).toBeLessThan(0.0015);
  expect(Math.abs(interval!.high - 1.154349)).toBeLessThan(0.0015);
  expect(standardisedInterval(0.8, 1, 160)).toBeNull();
  expect(standardisedInterval(Infinity, 40, 160)).toBeNull();
});

test('risk ratio as scipy gives it', () => {
  // scipy 1.10.1: relative_risk(45, 200, 60, 600).
  const ratio = riskRatio(45, 200, 60, 600);
  expect(ratio!.value).toBeCloseTo(2.25, 12);
  expect(ratio!.low).toBeCloseTo(1.5826583192464605, 9);
  expect(ratio!.high).toBeCloseTo(3.198732119520511, 9);
  expect(riskRatio(0, 200, 60, 600)).toBeNull();
  expect(riskRatio(5, 200, 0, 600)).toBeNull();
});

test('Cramér\u2019s V as scipy gives it, and its ends', () => {
  // scipy 1.10.1: contingency.association(table, method='cramer').
  expect(cramersV([30, 10, 5, 12, 25, 8, 7, 9, 40], 3, 3)).toBeCloseTo(0.4830950440615096, 12);
  expect(cramersV([10, 0, 0, 20], 2, 2)).toBeCloseTo(1, 12);
  expect(cramersV([10, 20, 10, 20], 2, 2)).toBe(0);
  expect(cramersV([10, 0, 0, 0, 20, 0], 2, 3)).toBeCloseTo(1, 12);
  expect(cramersV([10, 20], 1, 2)).toBeNull();
  expect(cramersV([10, 0, 20, 0], 2, 2)).toBeNull();
  expect(cramersV([], 0, 0)).toBeNull();
});
