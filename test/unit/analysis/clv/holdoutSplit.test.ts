// Where the holdout begins: the half of the time for a stable shop, later for one that grew.
import { expect, test } from 'vitest';
import { splitForHoldout } from '../../../../electron/engine/analysis/clv/holdoutSplit.ts';
import type { PurchaseHistory } from '../../../../electron/engine/analysis/clv/purchases.ts';

const LAST_DAY = 20_000;

/** Each bought first so many days before the last day, and once more after a week. */
function shop(firstDays: readonly number[], lastDay = LAST_DAY): PurchaseHistory {
  const since = firstDays.map((ago) => ago - (LAST_DAY - lastDay));
  return {
    repeats: Int32Array.from(since, (days) => (days < 0 ? -1 : days >= 7 ? 1 : 0)),
    lastDays: Int32Array.from(since, (days) => (days >= 7 ? 7 : 0)),
    watchedDays: Int32Array.from(since, (days) => Math.max(0, days)),
    meanValue: new Float64Array(since.length).fill(10),
  };
}

function split(firstDays: readonly number[]) {
  const tried: number[] = [];
  const found = splitForHoldout(shop(firstDays), LAST_DAY, (lastDay) => {
    tried.push(LAST_DAY - lastDay);
    return shop(firstDays, lastDay);
  });
  return {
    weeks: found?.weeks ?? null,
    lastDay: found?.lastDay ?? null,
    judged: found?.before.repeats.reduce((sum, x) => (x >= 0 ? sum + 1 : sum), 0) ?? null,
    tried,
  };
}

const span = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.round(from + ((to - from) * at) / (count - 1)));

test('customers of the first weeks: half of the time is held out', () => {
  expect(split(span(400, 560, 476))).toEqual({
    weeks: 40,
    lastDay: LAST_DAY - 280,
    judged: 400,
    tried: [280],
  });
});

test('a shop that grew: the longest holdout before which half of the customers had bought', () => {
  // Two hundred in the first three fifths of 1,400 days, eight hundred in the rest.
  expect(split([...span(200, 1400, 560), ...span(800, 559, 100)])).toEqual({
    weeks: 50,
    lastDay: LAST_DAY - 350,
    judged: 565,
    tried: [350],
  });
});

test('where hardly anybody had bought before any holdout, the one with the most of them', () => {
  expect(split([...span(250, 1400, 175), ...span(800, 100, 1)])).toEqual({
    weeks: 25,
    lastDay: LAST_DAY - 175,
    judged: 250,
    tried: [175],
  });
});

test('what is too little before is passed over; none where nothing is left', () => {
  // Half of the customers are known, but ninety-nine alone had come back.
  const few = [...span(99, 560, 300), ...span(60, 285, 281), ...span(120, 270, 100)];
  expect(split(few)).toMatchObject({ weeks: 27, tried: [280, 189] });
  expect(split(span(400, 55, 20))).toMatchObject({ weeks: null, tried: [] });
  expect(split(span(80, 560, 476))).toMatchObject({ weeks: null, tried: [280, 189, 140, 112, 91, 70] });
});
