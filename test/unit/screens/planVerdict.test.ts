// Whether an action or a plan pays, at and around its break-even.
import { expect, test } from 'vitest';
import type { ActionFigures } from '../../../shared/model/campaign.ts';
import { payVerdict, planVerdict } from '../../../renderer/screens/campaigns/verdict.ts';

const FIGURES: ActionFigures = {
  customers: 100,
  reach: 80,
  contactsSent: 80,
  costCents: 1000,
  ordersLow: 0.8,
  ordersHigh: 3.2,
  revenueLowCents: 0,
  revenueHighCents: 0,
  marginLowCents: 0,
  marginHighCents: 0,
  roiLow: null,
  roiHigh: null,
  breakEvenResponse: 0.02,
};

test.each([
  ['break-even inside the range', {}, 'above'],
  ['break-even at the low end', { breakEvenResponse: 0.01 }, 'pays'],
  ['break-even at the high end', { breakEvenResponse: 0.04 }, 'above'],
  ['break-even past the high end', { breakEvenResponse: 0.041 }, 'never'],
  ['no order brings margin', { breakEvenResponse: null }, 'never'],
  ['nothing is spent', { costCents: 0, breakEvenResponse: 0 }, 'free'],
  ['nobody can be reached', { reach: 0, costCents: 0, breakEvenResponse: null }, 'nobody'],
] as const)('%s', (_, change, verdict) => {
  const figures = { ...FIGURES, ...change };
  expect(payVerdict({ figures, responseLow: 0.01, responseHigh: 0.04 })).toBe(verdict);
});

test.each([
  [1000, 2000, 'planPays'],
  [999, 2000, 'planMay'],
  [10, 1000, 'planMay'],
  [10, 999, 'planFails'],
] as const)('margin %i to %i against a cost of 1000', (marginLowCents, marginHighCents, verdict) => {
  expect(planVerdict({ ...FIGURES, marginLowCents, marginHighCents })).toBe(verdict);
});
