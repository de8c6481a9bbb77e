// The calendar of a plan: weeks begin on Monday, bars of one lane never overlap, every action is drawn once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CampaignAction } from '../../../shared/model/campaign.ts';
import { ACTION_CHANNELS, type ActionChannel } from '../../../shared/model/playbook.ts';
import { dayNumber, isoDay, layOut, mondayOf } from '../../../renderer/screens/campaigns/timeline.ts';

function actionAt(id: number, channel: ActionChannel, startDate: string, endDate: string): CampaignAction {
  return {
    id,
    segmentId: 1,
    objective: 'grow',
    offer: 'Offer',
    message: 'Message',
    channel,
    startDate,
    endDate,
    contacts: 1,
    costPerContactCents: 0,
    fixedCostCents: 0,
    responseLow: 0,
    responseHigh: 0,
    averageBasketCents: 0,
    margin: 0,
    sources: [],
    figures: {
      customers: 0,
      reach: 0,
      contactsSent: 0,
      costCents: 0,
      ordersLow: 0,
      ordersHigh: 0,
      revenueLowCents: 0,
      revenueHighCents: 0,
      marginLowCents: 0,
      marginHighCents: 0,
      roiLow: null,
      roiHigh: null,
      breakEvenResponse: null,
    },
  };
}

test('two weeks, two channels, two lanes where actions overlap', () => {
  const timeline = layOut([
    actionAt(1, 'email', '2026-01-14', '2026-01-18'),
    actionAt(2, 'email', '2026-01-18', '2026-01-20'),
    actionAt(3, 'post', '2026-01-19', '2026-01-25'),
  ]);
  const bars = timeline?.rows.map(({ channel, lanes, bars: ofRow }) => ({
    channel,
    lanes,
    bars: ofRow.map(({ action, start, length, lane }) => [action.id, start * 14, length * 14, lane]),
  }));
  expect({ from: timeline?.from, to: timeline?.to, ticks: timeline?.ticks, bars }).toEqual({
    from: '2026-01-12',
    to: '2026-01-25',
    ticks: [
      { day: '2026-01-12', at: 0 },
      { day: '2026-01-19', at: 0.5 },
    ],
    bars: [
      {
        channel: 'email',
        lanes: 2,
        bars: [
          [1, 2, 5, 0],
          [2, 6, 3, 1],
        ],
      },
      { channel: 'post', lanes: 1, bars: [[3, 7, 7, 0]] },
    ],
  });
});

test('a plan without actions has no calendar', () => expect(layOut([])).toBeNull());

test('weeks begin on Monday, before 1970 too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
      const monday = mondayOf(day);
      expect(new Date(`${isoDay(monday)}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(day - monday).toBeGreaterThanOrEqual(0);
      expect(day - monday).toBeLessThan(7);
    }),
    { seed: 1 },
  );
});

test('every action is drawn once, inside, and no lane holds two at a time', () => {
  const action = fc.record({
    channel: fc.constantFrom(...ACTION_CHANNELS),
    start: fc.integer({ min: 20_000, max: 20_400 }),
    days: fc.integer({ min: 1, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 30 }), (drawn) => {
      const actions = drawn.map(({ channel, start, days }, at) =>
        actionAt(at + 1, channel, isoDay(start), isoDay(start + days - 1)),
      );
      const rows = layOut(actions)?.rows ?? [];
      const bars = rows.flatMap((row) => row.bars);
      expect(bars.map((bar) => bar.action.id).sort((a, b) => a - b)).toEqual(actions.map(({ id }) => id));
      expect(bars.every((bar) => bar.start >= 0 && bar.start + bar.length <= 1 + 1e-9)).toBe(true);
      for (const row of rows)
        for (let lane = 0; lane < row.lanes; lane++) {
          const ends = row.bars
            .filter((bar) => bar.lane === lane)
            .map(({ action: { startDate, endDate } }) => [dayNumber(startDate), dayNumber(endDate)] as const);
          expect(ends.every(([start], at) => at === 0 || start > (ends[at - 1]?.[1] ?? -1))).toBe(true);
        }
    }),
    { seed: 1 },
  );
});
