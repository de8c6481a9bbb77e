import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createRfmTally,
  rfmFeatures,
  type TransactionColumns,
} from '../../../electron/engine/analysis/rfm.ts';
import { rfmScores, scoreByCuts, scoreCuts } from '../../../electron/engine/analysis/rfmScore.ts';
import { RankedBits } from '../../../electron/engine/rankedBits.ts';

const at = (text: string): number => Date.parse(`${text}Z`);

const transactions: TransactionColumns = {
  customer: Int32Array.of(0, 0, 0, 1, 0, -1, 1, 2, 0),
  epochMs: Float64Array.of(
    at('2024-01-01T10:00'),
    at('2024-01-01T10:00'),
    at('2024-01-11T23:00'),
    at('2024-01-05T00:00'),
    at('2024-01-12T00:00'),
    at('2024-01-05T00:00'),
    NaN,
    at('2024-01-08T00:00'),
    at('2024-02-01T00:00'),
  ),
  amount: Float64Array.of(10, 5, 30, 8, -3, 99, 4, 0, 50),
  order: Int32Array.of(0, 0, 1, 2, 1, 3, 4, 5, 6),
};

const options = { customers: 4, analysisMs: at('2024-01-20T00:00') };

test('features per customer, with returns, missing values and later rows counted', () => {
  expect(rfmFeatures(transactions, options)).toEqual({
    recencyDays: Float64Array.of(9, 15, NaN, NaN),
    frequency: Float64Array.of(2, 1, 0, 0),
    monetary: Float64Array.of(45, 8, 0, 0),
    tenureDays: Float64Array.of(19, 15, NaN, NaN),
    averageBasket: Float64Array.of(22.5, 8, NaN, NaN),
    returnsRate: Float64Array.of(0.25, 0, 0, NaN),
    interPurchaseDays: Float64Array.of(10, NaN, NaN, NaN),
    counts: { used: 6, incomplete: 2, later: 1, returns: 1, customersWithOrders: 2 },
  });
});

test('net policy subtracts returns; without order numbers each row is an order', () => {
  const features = rfmFeatures({ ...transactions, order: null }, { ...options, returns: 'net' });
  expect([...features.monetary]).toEqual([42, 8, 0, 0]);
  expect([...features.frequency]).toEqual([3, 1, 0, 0]);
});

test('orders of the analysis day count whatever their hour', () => {
  const features = rfmFeatures(
    {
      customer: Int32Array.of(0, 0),
      epochMs: Float64Array.of(at('2024-01-20T23:59'), at('2024-01-21T00:00')),
      amount: Float64Array.of(1, 1),
      order: null,
    },
    { customers: 1, analysisMs: at('2024-01-20T00:00') },
  );
  expect([features.recencyDays[0], features.frequency[0], features.counts.later]).toEqual([0, 1, 1]);
});

test('one order number used by two customers counts once for each', () => {
  const features = rfmFeatures(
    {
      customer: Int32Array.of(0, 1, 0, 1, 0),
      epochMs: new Float64Array(5),
      amount: new Float64Array(5).fill(1),
      order: Int32Array.of(7, 7, 7, 7, -1),
    },
    { customers: 2, analysisMs: 0 },
  );
  expect([...features.frequency]).toEqual([2, 1]);
});

test('no rows and no customers', () => {
  const none = {
    customer: new Int32Array(0),
    epochMs: new Float64Array(0),
    amount: new Float64Array(0),
    order: null,
  };
  const features = rfmFeatures(none, { customers: 0, analysisMs: 0 });
  expect([features.recencyDays.length, features.counts.used]).toEqual([0, 0]);
});

test('every row is used, incomplete or later', () => {
  const row = fc.record({
    customer: fc.integer({ min: -1, max: 3 }),
    epochMs: fc.constantFrom(NaN, 0, 1e9, 3e9),
    amount: fc.constantFrom(NaN, -2, 0, 5),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { counts, frequency, monetary } = rfmFeatures(
        {
          customer: Int32Array.from(rows, (r) => r.customer),
          epochMs: Float64Array.from(rows, (r) => r.epochMs),
          amount: Float64Array.from(rows, (r) => r.amount),
          order: null,
        },
        { customers: 4, analysisMs: 2e9 },
      );
      expect(counts.used + counts.incomplete + counts.later).toBe(rows.length);
      expect([...monetary]).toEqual([...frequency].map((orders) => orders * 5));
    }),
    { seed: 1 },
  );
});

test('orders are counted alike when it is known which have several rows', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 6 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const numbers = rows.map(([, order]) => order);
      const repeated = new RankedBits(7);
      for (const [place, number] of numbers.entries())
        if (number >= 0 && numbers.indexOf(number) !== place) repeated.set(number);
      repeated.seal();
      const data: TransactionColumns = {
        customer: Int32Array.from(rows, ([who]) => who),
        epochMs: new Float64Array(rows.length),
        amount: new Float64Array(rows.length).fill(5),
        order: Int32Array.from(numbers),
      };
      const tally = createRfmTally({ customers: 3, analysisMs: 1e9, orders: 7, repeated });
      tally.add(data);
      expect(tally.finish().frequency).toEqual(
        rfmFeatures(data, { customers: 3, analysisMs: 1e9 }).frequency,
      );
    }),
    { numRuns: 200, seed: 9 },
  );
});

test('scores: a value on a cut belongs to the bin above; missing values score 0', () => {
  expect(scoreCuts([1, 2, 3, 4, 5, 6])).toEqual([3, 4, 5, 6]);
  expect(scoreCuts([0.5, 1.5, 2.5, 3.5, 4.5, 5.5])).toEqual([1.5, 2.5, 3.5, 4.5]);
  expect(scoreCuts([NaN])).toEqual([]);
  expect([...scoreByCuts([1, 2, 4.5, 6, NaN], [2, 3, 4, 5])]).toEqual([1, 2, 4, 5, 0]);
  expect([...scoreByCuts([1, 2, 4.5, 6, NaN], [2, 3, 4, 5], true)]).toEqual([5, 4, 2, 1, 0]);
  const scores = rfmScores({ recencyDays: [1, 9], frequency: [1, 3], monetary: [5, 5] }, { frequency: [3] });
  expect(scores.cuts.frequency).toEqual([3]);
  expect([...scores.frequency]).toEqual([1, 2]);
  expect([...scores.monetary]).toEqual([1, 1]);
  expect([...scores.recency]).toEqual([5, 1]);
});
