// Repeated purchases week by week: counted from rows in any order, and what a model expects beside them.
import { expect, test } from 'vitest';
import { repeatDays, weeklyRepeats } from '../../../../electron/engine/analysis/clv/weeklyRepeats.ts';
import { runToEnd } from '../../../../electron/engine/analysis/matrix.ts';

const DAY_MS = 86_400_000;

const block = (rows: readonly (readonly [who: number, day: number, amount?: number])[]) => ({
  customer: Int32Array.from(rows, ([who]) => who),
  epochMs: Float64Array.from(rows, ([, day]) => day * DAY_MS + 3_600_000),
  amount: Float64Array.from(rows, ([, , amount]) => amount ?? 5),
  order: null,
});

// The model sees until day 21; customer 2 came later and is not foretold.
const BLOCKS = [
  block([
    [0, 30],
    [0, 7],
    [1, 14],
    [0, 30],
    [2, 25],
    [-1, 8],
  ]),
  block([
    [0, 9],
    [1, 14],
    [1, 15, -3],
    [2, 28],
    [1, 35],
    [1, 36],
  ]),
];

test('days of first and repeated purchases of those who came in time; a day counts once', () => {
  const { first, repeated } = repeatDays(BLOCKS, 21, 35);
  expect([...first]).toEqual([
    [7, 1],
    [14, 1],
  ]);
  expect([...repeated]).toEqual([
    [9, 1],
    [30, 1],
    [35, 1],
  ]);
});

test('added up at the end of each week, counted from the day from which the model saw nothing', () => {
  const model = { expectedOfNew: (weeks: number) => weeks };
  const points = runToEnd(weeklyRepeats(model, repeatDays(BLOCKS, 21, 35), 21, 35));
  expect(points).toEqual([
    { week: -2, actual: 0, expected: 0 },
    { week: -1, actual: 1, expected: 1 },
    { week: 0, actual: 1, expected: 3 },
    { week: 1, actual: 1, expected: 5 },
    { week: 2, actual: 3, expected: 7 },
  ]);
});

test('years are thinned to at most 61 points, among them the end of what the model saw and the last week', () => {
  const long = repeatDays([block([[0, 0]])], 1_000, 2_400);
  const points = runToEnd(weeklyRepeats({ expectedOfNew: () => 0 }, long, 1_000, 2_400));
  expect(points.length).toBeLessThanOrEqual(61);
  expect(points.some(({ week }) => week === 0)).toBe(true);
  expect(points.at(-1)?.week).toBe(200);
});
