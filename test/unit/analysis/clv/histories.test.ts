// From transactions to histories, groups of equal ones, and how well a model fits.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bgNbdModel, fitBgNbd } from '../../../../electron/engine/analysis/clv/bgNbd.ts';
import { customerValue } from '../../../../electron/engine/analysis/clv/customerValue.ts';
import {
  bgNbdFrequencies,
  compareHoldout,
  fitVerdict,
  futurePurchases,
  tooLittle,
} from '../../../../electron/engine/analysis/clv/modelFit.ts';
import { groupPurchases } from '../../../../electron/engine/analysis/clv/purchases.ts';
import { createPurchaseTally } from '../../../../electron/engine/analysis/clv/purchaseTally.ts';
import { runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { simulatedBgNbd } from './simulated.ts';

const DAY_MS = 86_400_000;

interface Row {
  readonly who: number;
  readonly day: number;
  readonly amount: number;
}

function tallied(rows: readonly Row[], everyDay: boolean, lastDay = 50) {
  const tally = createPurchaseTally({ customers: 3, lastDay, everyDay });
  tally.add({
    customer: Int32Array.from(rows, ({ who }) => who),
    epochMs: Float64Array.from(rows, ({ day }) => day * DAY_MS + 3_600_000),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    order: null,
  });
  return tally;
}

test('several orders of a day are one purchase; the first day’s amount is apart', () => {
  const rows = [
    { who: 0, day: 10, amount: 7 },
    { who: 0, day: 10, amount: 1 },
    { who: 0, day: 17, amount: 20 },
    { who: 0, day: 17, amount: 4 },
    { who: 0, day: 31, amount: 6 },
    { who: 0, day: 31, amount: -6 },
    { who: 1, day: 40, amount: 5 },
    { who: 1, day: 51, amount: 5 },
    { who: -1, day: 5, amount: 5 },
  ];
  expect(tallied(rows, false).finish()).toEqual({
    repeats: Int32Array.of(2, 0, -1),
    lastDays: Int32Array.of(21, 0, 0),
    watchedDays: Int32Array.of(40, 10, 0),
    meanValue: Float64Array.of(15, NaN, NaN),
  });
  expect(tallied(rows, false).unsure()).toBe(false);
});

test('in any order of the rows the days are the same; a row between is noticed', () => {
  const row = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    day: fc.integer({ min: 0, max: 20 }),
    amount: fc.constantFrom(1, 2, 5, 0, -3),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const sorted = rows.toSorted((a, b) => a.day - b.day);
      const inOrder = tallied(sorted, false);
      expect(inOrder.unsure()).toBe(false);
      expect(tallied(rows, true).finish()).toEqual(inOrder.finish());
      if (!tallied(rows, false).unsure()) expect(tallied(rows, false).finish()).toEqual(inOrder.finish());
    }),
    { seed: 1 },
  );
});

test('customers with the same history are one group', () => {
  const groups = groupPurchases({
    repeats: Int32Array.of(2, -1, 0, 2, 2),
    lastDays: Int32Array.of(7, 0, 0, 7, 8),
    watchedDays: Int32Array.of(70, 0, 70, 70, 70),
    meanValue: new Float64Array(5),
  });
  expect([groups.size, [...groups.groupOf], [...groups.count]]).toEqual([3, [0, -1, 1, 0, 2], [2, 1, 1]]);
  expect([[...groups.repeats], [...groups.lastWeeks], [...groups.watchedWeeks]]).toEqual([
    [2, 0, 2],
    [1, 0, 8 / 7],
    [10, 10, 10],
  ]);
});

test('groups hold every customer, however many there are', () => {
  const many = 9000;
  const repeats = Int32Array.from({ length: many }, (_, who) => who % 97);
  const lastDays = Int32Array.from({ length: many }, (_, who) => who % 89);
  const history = {
    repeats,
    lastDays,
    watchedDays: lastDays.map((day) => day + 1),
    meanValue: new Float64Array(many),
  };
  const groups = groupPurchases(history);
  expect(groups.size).toBe(97 * 89);
  expect([...groups.groupOf].every((group, who) => groups.repeats[group] === repeats[who])).toBe(true);
  expect(groups.count.reduce((sum, count) => sum + count, 0)).toBe(many);
});

test('the value of a customer is the sum of the discounted months', () => {
  const model = bgNbdModel({ r: 0.5, alpha: 5, a: 0.8, b: 2 });
  const history = {
    repeats: Int32Array.of(3, -1),
    lastDays: Int32Array.of(70, 0),
    watchedDays: Int32Array.of(140, 0),
    meanValue: Float64Array.of(20, NaN),
  };
  const spending = { p: 4, q: 3, v: 12 };
  const horizon = { months: 2, discount: 0.1, margin: 0.5, weeksPerMonth: 4 };
  const values = runToEnd(customerValue(model, spending, history, groupPurchases(history), horizon));
  const of = { repeats: 3, last: 10, watched: 20 };
  const [four, eight] = [model.expected(of, 4), model.expected(of, 8)];
  const amount = (4 * (12 + 60)) / (4 * 3 + 3 - 1);
  expect([...values.alive]).toEqual([model.alive(of), NaN]);
  expect([...values.purchases]).toEqual([eight, NaN]);
  expect(values.value[0]).toBeCloseTo(0.5 * amount * (four / 1.1 + (eight - four) / 1.21), 12);
  const without = runToEnd(customerValue(model, null, history, groupPurchases(history), horizon));
  expect([...without.value]).toEqual([NaN, NaN]);
});

test('a model fits the customers that follow it, and not those that do not', () => {
  const truth = { r: 0.8, alpha: 6, a: 0.7, b: 2.5 };
  const groups = groupPurchases(simulatedBgNbd(truth, 8_000, 2));
  const fit = runToEnd(fitBgNbd(groups));
  const { r, alpha, a, b } = { ...truth, ...fit.model.parameters };
  const frequencies = bgNbdFrequencies({ r, alpha, a, b }, groups);
  expect(frequencies.actual.reduce((sum, count) => sum + count, 0)).toBe(8_000);
  expect(frequencies.expected.reduce((sum, count) => sum + count, 0)).toBeCloseTo(8_000, 6);
  expect(frequencies.misplaced).toBeLessThan(0.02);
  expect(frequencies.p).toBeGreaterThan(0.01);
  // Everyone buys exactly every tenth week and nobody leaves: there is no such model in the family.
  const regular = groupPurchases({
    repeats: new Int32Array(500).fill(5),
    lastDays: new Int32Array(500).fill(350),
    watchedDays: new Int32Array(500).fill(380),
    meanValue: new Float64Array(500),
  });
  // All stand in one group, so that whoever is not expected there is expected in a wrong one.
  const { misplaced, expected, actual, chiSquare } = bgNbdFrequencies({ r, alpha, a, b }, regular);
  expect([misplaced > 0.3, actual[5]]).toEqual([true, 500]);
  expect(misplaced).toBeCloseTo(1 - expected[5]! / 500, 12);
  const others = expected.reduce((sum, count, at) => (at === 5 ? sum : sum + count), 0);
  expect(chiSquare).toBeCloseTo((500 - expected[5]!) ** 2 / expected[5]! + others, 6);
});

test('holdout: what was foretold and what came, by purchases before', () => {
  const history = {
    repeats: Int32Array.of(0, 0, 9, -1),
    lastDays: Int32Array.of(0, 0, 70, 0),
    watchedDays: Int32Array.of(77, 77, 77, 0),
    meanValue: new Float64Array(4),
  };
  const expected = ({ repeats }: { repeats: number }, weeks: number) => repeats + weeks / 10;
  const model = {
    name: 'bgnbd' as const,
    parameters: {},
    alive: () => 1,
    expected,
    expectedIfAlive: expected,
    expectedOfNew: () => 0,
  };
  const future = futurePurchases(history, { ...history, repeats: Int32Array.of(2, 0, 14, 4) });
  expect([...future]).toEqual([2, 0, 5, 0]);
  expect(runToEnd(compareHoldout(model, groupPurchases(history), future, 10))).toEqual({
    actual: 7,
    expected: 12,
    error: 5 / 7,
    points: [
      { repeats: 0, customers: 2, actual: 1, expected: 1 },
      { repeats: 7, customers: 1, actual: 5, expected: 10 },
    ],
  });
});

test('verdicts, and too little to fit anything to', () => {
  expect([
    fitVerdict(0.1, 0.02),
    fitVerdict(null, 0.02),
    fitVerdict(-0.3, 0.02),
    fitVerdict(0.1, 0.1),
    fitVerdict(0.5, 0.02),
    fitVerdict(0, 0.2),
    fitVerdict(NaN, 0),
  ]).toEqual(['fits', 'rough', 'rough', 'rough', 'fails', 'fails', 'fails']);
  const history = (repeaters: number, days: number) => ({
    repeats: Int32Array.from({ length: 300 }, (_, who) => (who < repeaters ? 1 : 0)),
    lastDays: new Int32Array(300),
    watchedDays: new Int32Array(300).fill(days),
    meanValue: new Float64Array(300),
  });
  expect([tooLittle(history(99, 400)), tooLittle(history(100, 55)), tooLittle(history(100, 56))]).toEqual([
    'fewRepeaters',
    'shortTime',
    null,
  ]);
});
