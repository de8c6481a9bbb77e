import { expect, test } from 'vitest';
import { isDrawn } from '../../../renderer/evidence/drawn.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';

const evidence: Evidence = {
  feature: 'basket',
  label: 'basket',
  kind: 'mean',
  here: 2,
  all: 1,
  unit: 'money',
  index: 200,
  indexLow: 180,
  indexHigh: 220,
  d: 0.8,
  n: 30,
  pAdjusted: 0.001,
};

test('an interval is drawn from 30 customers on, and only where there is one', () => {
  expect(isDrawn(evidence)).toBe(true);
  expect(isDrawn({ ...evidence, n: 29 })).toBe(false);
  expect(isDrawn({ ...evidence, indexLow: null })).toBe(false);
});
