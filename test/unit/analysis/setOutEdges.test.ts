// RFM, value tiers, own rules and customer value at the edges: nobody, one, all alike, all missing, ties, beyond all
// numbers; and that neither the order of customers nor a row that stands twice changes who is where.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bgNbdModel, fitBgNbd } from '../../../electron/engine/analysis/clv/bgNbd.ts';
import { customerValue } from '../../../electron/engine/analysis/clv/customerValue.ts';
import { fitGammaGamma } from '../../../electron/engine/analysis/clv/gammaGamma.ts';
import { groupPurchases, type PurchaseHistory } from '../../../electron/engine/analysis/clv/purchases.ts';
import { createMatrix, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { type MethodInput, takeInput } from '../../../electron/engine/analysis/methods/input.ts';
import { assign, type ClassOptions, solve } from '../../../electron/engine/analysis/methods/solve.ts';
import { RfmSettings, RuleSettings, TierSettings } from '../../../shared/model/division.ts';

const METHODS: Readonly<Record<string, ClassOptions>> = {
  rfm: { method: 'rfm', rfm: RfmSettings.parse({}) },
  'nested rfm': { method: 'rfm', rfm: RfmSettings.parse({ nested: true, ties: 'above' }) },
  tiers: { method: 'tiers', tiers: TierSettings.parse({ value: 'monetary' }) },
  groups: { method: 'tiers', tiers: TierSettings.parse({ value: 'monetary', by: 'groups', groups: 4 }) },
  rules: {
    method: 'rules',
    rules: RuleSettings.parse({
      segments: [{ name: 'Large', any: [[{ feature: 'monetary', op: '>=', value: 5 }]] }],
    }),
  },
};

function inputOf(values: readonly number[], weights: Float64Array | null = null): MethodInput {
  const column = (name: string, of: (value: number) => number) => ({
    name,
    log: false,
    values: Float64Array.from(values, of),
  });
  const numbers = [
    column('recency', (value) => 100 - value),
    column('frequency', (value) => Math.ceil(value / 2)),
    column('monetary', (value) => value),
  ];
  const table = { rows: values.length, numbers, categories: [] };
  return { matrix: createMatrix(values.length, 0), table, weights };
}

const repeat = (value: number): number[] => Array.from({ length: 8 }, () => value);

describe.each(Object.entries(METHODS))('%s', (_, options) => {
  test.each([
    ['nobody', []],
    ['one', [3]],
    ['two', [3, 9]],
    ['all alike', repeat(7)],
    ['all missing', repeat(NaN)],
    ['all zero', repeat(0)],
    ['some missing', [1, NaN, 3, NaN, 5, 6, 7]],
    ['ties', [1, 1, 1, 2, 2, 2, 9, 9]],
    ['beyond all numbers', [1, 2, 1e300, Number.MAX_VALUE, Number.MAX_VALUE, 6]],
    ['infinite', [1, 2, Infinity, -Infinity, 5]],
    ['negative', [-3, -2, -1, 4]],
  ] as const)('%s: everyone in one segment or in none, the model says the same', (_name, values) => {
    const input = inputOf(values);
    const { k, labels, sizes, model } = runToEnd(solve(input, options));
    expect([labels.length, sizes.length, sizes.every((size) => size > 0)]).toEqual([values.length, k, true]);
    labels.forEach((label) => expect(label >= -1 && label < k).toBe(true));
    const read = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(assign(read, input)).toEqual(labels);
    // Without a value nobody is in a tier or an RFM segment; rules have "Others" for them.
    values.forEach((value, row) => {
      if (Number.isNaN(value)) expect(labels[row] === -1).toBe(options.method !== 'rules');
    });
  });

  test('the order of the customers changes nothing, and a weight of 2 is the customer twice', () => {
    const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 2 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(list, (given) => {
        const values = given.map(([value]) => value);
        const plain = runToEnd(solve(inputOf(values), options));
        const turned = runToEnd(solve(inputOf(values.toReversed()), options));
        expect([...turned.labels].reverse()).toEqual([...plain.labels]);
        const twice = given.flatMap(([, weight], row) => (weight === 2 ? [row, row] : [row]));
        const weights = Float64Array.from(given, ([, weight]) => weight);
        const weighted = runToEnd(solve(inputOf(values, weights), options));
        const doubled = runToEnd(solve(takeInput(inputOf(values), twice), options));
        expect([...doubled.labels]).toEqual(twice.map((row) => weighted.labels[row]));
      }),
      { seed: 4127, numRuns: 60 },
    );
  });
});

describe('customer value', () => {
  const historyOf = (rows: readonly (readonly [number, number, number, number])[]): PurchaseHistory => ({
    repeats: Int32Array.from(rows, ([repeats]) => repeats),
    lastDays: Int32Array.from(rows, ([, last]) => last),
    watchedDays: Int32Array.from(rows, ([, , watched]) => watched),
    meanValue: Float64Array.from(rows, ([, , , mean]) => mean),
  });
  const valued = (history: PurchaseHistory) => {
    const model = bgNbdModel({ r: 0.2426, alpha: 4.4137, a: 0.793, b: 2.4262 });
    const spending = { p: 6.25, q: 3.74, v: 15.44 };
    const horizon = { months: 12, discount: 0.01, margin: 1 };
    return runToEnd(customerValue(model, spending, history, groupPurchases(history), horizon));
  };

  test('nobody, nobody with a purchase, purchases of today, thousands of them, huge amounts', () => {
    expect(valued(historyOf([])).value).toEqual(new Float64Array(0));
    const { alive, purchases, value } = valued(
      historyOf([
        [-1, 0, 0, NaN],
        [0, 0, 0, NaN],
        [5_000, 5_000, 5_000, 1e300],
        [0, 0, 100_000, NaN],
      ]),
    );
    expect([alive[0], purchases[0], value[0]]).toEqual([NaN, NaN, NaN]);
    for (const who of [1, 2, 3])
      for (const figure of [alive[who]!, purchases[who]!, value[who]!])
        expect(Number.isFinite(figure) && figure >= 0).toBe(true);
    expect(alive.subarray(1).every((chance) => chance <= 1)).toBe(true);
  });

  test('all alike: the search ends, and what it finds is finite', () => {
    const alike = historyOf(Array.from({ length: 200 }, () => [3, 90, 100, 20] as const));
    const { logLikelihood, model } = runToEnd(fitBgNbd(groupPurchases(alike)));
    expect([Number.isFinite(logLikelihood), Object.values(model.parameters).every(Number.isFinite)]).toEqual([
      true,
      true,
    ]);
    const { parameters } = runToEnd(fitGammaGamma(alike));
    expect(Object.values(parameters).every(Number.isFinite)).toBe(true);
  });
});
