import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHabitTally } from '../../../../electron/engine/analysis/features/habits.ts';

const DAY_MS = 86_400_000;
const dayOf = (text: string): number => Date.parse(text) / DAY_MS;

function habits(
  rows: readonly (readonly [who: number, day: number, amount: number])[],
  lastDay: number,
  customers = 1,
) {
  const tally = createHabitTally({ customers, lastDay });
  tally.add({
    customer: Int32Array.from(rows, ([who]) => who),
    epochMs: Float64Array.from(rows, ([, day]) => day * DAY_MS + 1000),
    amount: Float64Array.from(rows, ([, , amount]) => amount),
    order: null,
  });
  return tally.finish();
}

test('trend: even, rising and fading, without the first day', () => {
  const even = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map((day) => [0, day, 10] as const);
  // The middle of 100 … 1000 lies at 550 on 0 … 1100.
  expect(habits([[0, 0, 500], ...even], 1100).trend[0]).toBeCloseTo(0, 12);
  expect(
    habits(
      [
        [0, 0, 1],
        [0, 1100, 10],
      ],
      1100,
    ).trend[0],
  ).toBeCloseTo(3, 12);
  expect(
    habits(
      [
        [0, 0, 1],
        [0, 110, 10],
      ],
      1100,
    ).trend[0],
  ).toBeCloseTo(3 * (0.2 - 1), 12);
  // A density rising from 0 to twice the mean: slope 1.
  const rising = Array.from({ length: 1000 }, (_, day) => [0, day + 1, day + 0.5] as const);
  expect(habits([[0, 0, 7], ...rising], 1000).trend[0]).toBeCloseTo(1, 2);
  expect(habits([[0, 5, 7]], 1000).trend[0]).toBeNaN();
});

test('the last half-year against the one before; newer customers have none', () => {
  const last = 1000;
  const of = (...rows: readonly (readonly [number, number, number])[]) => habits(rows, last).recentChange[0];
  expect(of([0, last, 30], [0, last - 182, 10])).toBe(0.5);
  expect(of([0, last - 181, 30], [0, last - 363, 10])).toBe(0.5);
  expect(of([0, last - 182, 10])).toBe(-1);
  expect(of([0, 0, 10], [0, last, 10])).toBe(1);
  expect(of([0, last - 20, 10])).toBeNaN();
  expect(of([0, 0, 10])).toBeNaN();
});

test('weekends, quarters and the time of the year', () => {
  const rows = [
    [0, dayOf('2024-01-06'), 10], // Saturday
    [0, dayOf('2024-04-07'), 20], // Sunday
    [0, dayOf('2024-07-08'), 30], // Monday
    [0, dayOf('2024-10-11'), 40], // Friday
    [0, dayOf('2024-10-11'), -40],
    [1, dayOf('2022-12-20'), 5],
    [1, dayOf('2023-12-21'), 5],
    [1, dayOf('2024-12-20'), 5],
    [1, dayOf('2024-12-31'), 5],
    [1, dayOf('2025-01-01'), 500],
  ] as const;
  const { weekendShare, weekdays, quarters, seasonality, spanDays } = habits(rows, dayOf('2024-12-31'), 3);
  expect([...weekendShare]).toEqual([0.3, 0, NaN]);
  expect(weekdays.map(([first]) => first)).toEqual([0.3, 0, 0, 0, 0.4, 0.1, 0.2]);
  // A Tuesday, a Thursday, a Friday and a Tuesday.
  expect(weekdays.map((shares) => shares[1])).toEqual([0, 0.5, 0, 0.25, 0.25, 0, 0]);
  expect(weekdays.map((shares) => shares[2])).toEqual(Array.from({ length: 7 }, () => NaN));
  expect(quarters.map(([first]) => first)).toEqual([0.1, 0.2, 0.3, 0.4]);
  expect(quarters.map((shares) => shares[1])).toEqual([0, 0, 0, 1]);
  expect(seasonality[0]).toBeLessThan(0.4);
  expect(seasonality[1]).toBeGreaterThan(0.98);
  expect(seasonality[2]).toBeNaN();
  expect(spanDays).toBe(dayOf('2024-12-31') - dayOf('2022-12-20'));
  // Four equal amounts at equal distances have no season.
  const quarterly = [0, 365.2425 / 4, 365.2425 / 2, (3 * 365.2425) / 4].map(
    (day) => [0, Math.round(day), 1] as const,
  );
  expect(habits(quarterly, 400).seasonality[0]).toBeLessThan(0.01);
});

test('parts of the rows in any order give the same; amounts in another currency, too', () => {
  const row = fc.tuple(
    fc.integer({ min: -1, max: 2 }),
    fc.integer({ min: 0, max: 1500 }),
    fc.constantFrom(1, 4, 0, -2),
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const all = habits(rows, 1400, 3);
      const turned = habits(
        rows.toReversed().map(([who, day, amount]) => [who, day, 8 * amount] as const),
        1400,
        3,
      );
      for (const name of ['trend', 'recentChange', 'seasonality', 'weekendShare'] as const)
        all[name].forEach((value, who) => {
          if (Number.isNaN(value)) expect(turned[name][who]).toBeNaN();
          else expect(turned[name][who]).toBeCloseTo(value, 9);
        });
      all.quarters[0]?.forEach((_, who) => {
        const sum = all.quarters.reduce((total, shares) => total + shares[who]!, 0);
        if (!Number.isNaN(sum)) expect(sum).toBeCloseTo(1, 9);
      });
      all.weekendShare.forEach((weekend, who) => {
        const days = all.weekdays.map((shares) => shares[who]!);
        if (Number.isNaN(weekend)) return expect(days.every(Number.isNaN)).toBe(true);
        expect(days.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
        return expect(days[5]! + days[6]!).toBeCloseTo(weekend, 9);
      });
      all.weekdays.forEach((shares, day) => {
        shares.forEach((share, who) => {
          if (!Number.isNaN(share)) expect(turned.weekdays[day]?.[who]).toBeCloseTo(share, 9);
        });
      });
    }),
    { seed: 1 },
  );
});
