// RFM, value tiers and own rules: classes that are set out beforehand, worked out by hand.
import { describe, expect, test } from 'vitest';
import { RfmSettings, RuleSettings, TierSettings } from '../../../../shared/model/division.ts';
import { createMatrix, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import type { MethodInput, MixedTable } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, type ClassOptions, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import type { Solution } from '../../../../electron/engine/analysis/methods/solution.ts';

function inputOf(
  numbers: Readonly<Record<string, readonly number[]>>,
  categories: MixedTable['categories'] = [],
): MethodInput {
  const columns = Object.entries(numbers).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
    log: false,
  }));
  const rows = columns[0]?.values.length ?? 0;
  return { matrix: createMatrix(rows, 0), table: { rows, numbers: columns, categories }, weights: null };
}

function divide(input: MethodInput, options: ClassOptions): Solution {
  const solution = runToEnd(solve(input, options));
  const stored = JSON.parse(JSON.stringify(solution.model)) as typeof solution.model;
  expect(assign(stored, input)).toEqual(solution.labels);
  return solution;
}

describe('RFM', () => {
  const grid = (settings: RfmSettings, weights: Float64Array | null = null): Solution =>
    divide(
      {
        ...inputOf({
          recency: [1, 2, 3, 4, NaN],
          frequency: [9, 1, 7, 2, 0],
          monetary: [90, 10, 20, 80, NaN],
        }),
        weights,
      },
      { method: 'rfm', rfm: settings },
    );
  const halves = RfmSettings.parse({
    groups: 2,
    rules: [
      { name: 'Best', recency: [2, 2], frequency: [2, 2], monetary: [2, 2] },
      { name: 'Often', recency: [1, 2], frequency: [2, 2], monetary: [1, 2] },
      { name: 'Nobody', recency: [2, 2], frequency: [1, 1], monetary: [2, 2] },
    ],
  });

  test('the first rule that fits; "Others" last; nobody there, no segment; no orders, in none', () => {
    const { labels, sizes, facts } = grid(halves);
    expect([[...labels], sizes, facts]).toEqual([
      [0, 2, 1, 2, -1],
      [1, 1, 2],
      {
        classes: [0, 1, 3],
        rfmCuts: { recency: [3.5], frequency: { 0: [5.5] }, monetary: { 0: [51] } },
      },
    ]);
  });

  test('ties above the quantile; own cut points; nested bins', () => {
    expect(grid({ ...halves, ties: 'above' }).facts.rfmCuts).toEqual({
      recency: [2.5],
      frequency: { 0: [4.5] },
      monetary: { 0: [50] },
    });
    const own = grid({ ...halves, cuts: { recency: [4], monetary: [15, 85] } });
    expect(own.facts.rfmCuts).toEqual({
      recency: [4],
      frequency: { 0: [5.5] },
      monetary: { 0: [15, 85] },
    });
    // Recent ones are the first two: frequency is cut between 9 and 1 for them, between 7 and 2 for the others.
    expect(grid({ ...halves, ties: 'above', nested: true }).facts.rfmCuts).toEqual({
      recency: [2.5],
      frequency: { 1: [4.5], 2: [5] },
      monetary: { 11: [80], 12: [20], 21: [10], 22: [90] },
    });
  });

  test('cut points of weighted customers are weighted quantiles', () => {
    const { facts } = grid({ ...halves, ties: 'above' }, Float64Array.of(5, 1, 1, 1, 1));
    expect(facts.rfmCuts?.recency).toEqual([1]);
    expect(facts.rfmCuts?.monetary).toEqual({ 0: [90] });
  });

  test('without recency, frequency or monetary it says which is missing', () => {
    const bare = inputOf({ recency: [1], frequency: [1] });
    expect(() => runToEnd(solve(bare, { method: 'rfm', rfm: halves }))).toThrow(
      expect.objectContaining({ code: 'FEATURE-UNKNOWN', args: { feature: 'monetary' } }),
    );
  });
});

describe('value tiers', () => {
  const tiers = (values: readonly number[], settings: object, weights: Float64Array | null = null) =>
    divide(
      { ...inputOf({ spend: values }), weights },
      { method: 'tiers', tiers: TierSettings.parse({ value: 'spend', ...settings }) },
    );

  test('ABC: the customer who crosses the line belongs to the better tier', () => {
    // 60 + 25 reach 80 of 100; 10 more reach 95; the rest, nothing and debts are C; no value, in none.
    const { labels, sizes, facts } = tiers([60, 25, 10, 4, 1, 0, -5, NaN], {});
    expect([[...labels], sizes]).toEqual([
      [0, 0, 1, 2, 2, 2, 2, -1],
      [2, 1, 4],
    ]);
    expect(facts).toEqual({ classes: [0, 1, 2], tierCuts: [25, 10] });
  });

  test('equal values are never parted, and a tier may stay without anybody', () => {
    const { labels, facts, sizes } = tiers([10, 10, 10, 10], {});
    expect([[...labels], sizes, facts.tierCuts]).toEqual([[0, 0, 0, 0], [4], [10, 10]]);
    expect(tiers([0, 0], {}).facts).toEqual({ classes: [2], tierCuts: [null, null] });
  });

  test('parts that leave something over make one more tier', () => {
    expect([...tiers([50, 30, 15, 5], { shares: [0.5, 0.3] }).labels]).toEqual([0, 1, 2, 2]);
  });

  test('groups of equal size from the top', () => {
    const values = Array.from({ length: 10 }, (_, at) => at + 1);
    expect([...tiers(values, { by: 'groups', groups: 5 }).labels]).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
  });

  test('a weight of 2 is the customer twice', () => {
    const weighted = tiers([60, 25, 10, 5], {}, Float64Array.of(1, 2, 1, 1));
    const doubled = tiers([60, 25, 25, 10, 5], {});
    expect(weighted.facts).toEqual(doubled.facts);
  });
});

describe('own rules', () => {
  const city = { name: 'city', codes: Int32Array.of(0, 1, 2, -1, 0), levels: ['Porto', 'Braga', 'Faro'] };
  const input = inputOf({ age: [20, 30, 40, 50, NaN], orders: [1, 5, 1, 9, 3] }, [city]);
  const rules = (segments: unknown) =>
    divide(input, { method: 'rules', rules: RuleSettings.parse({ segments }) });

  test('AND inside a group, OR between groups, precedence, "Others"', () => {
    const { labels, sizes, facts } = rules([
      {
        name: 'Loyal',
        any: [[{ feature: 'orders', op: '>=', value: 5 }], [{ feature: 'city', op: 'is', values: ['Faro'] }]],
      },
      {
        name: 'Young',
        any: [
          [
            { feature: 'age', op: '<', value: 35 },
            { feature: 'city', op: 'isNot', values: ['Faro'] },
          ],
        ],
      },
    ]);
    expect([[...labels], sizes, facts]).toEqual([[1, 0, 0, 0, 2], [3, 1, 1], { classes: [0, 1, 2] }]);
  });

  test('every comparison; a missing value fits none but "missing"', () => {
    const first = (condition: unknown): string =>
      [...rules([{ name: 'x', any: [[condition]] }]).labels]
        .map((label) => (label === 0 ? 'x' : '.'))
        .join('');
    expect(
      [
        { feature: 'age', op: '>', value: 30 },
        { feature: 'age', op: '>=', value: 30 },
        { feature: 'age', op: '<', value: 30 },
        { feature: 'age', op: '<=', value: 30 },
        { feature: 'age', op: 'is', values: [30, 50] },
        { feature: 'age', op: 'isNot', values: [30, 50] },
        { feature: 'age', op: 'missing' },
        { feature: 'age', op: 'known' },
        { feature: 'city', op: 'is', values: ['Porto', 'Oslo'] },
        { feature: 'city', op: 'isNot', values: ['Porto'] },
        { feature: 'city', op: 'missing' },
        { feature: 'city', op: 'known' },
      ].map(first),
    ).toEqual([
      '..xx.',
      '.xxx.',
      'x....',
      'xx...',
      '.x.x.',
      'x.x..',
      '....x',
      'xxxx.',
      'x...x',
      '.xx..',
      '...x.',
      'xxx.x',
    ]);
  });

  test('an unknown feature is named', () => {
    const settings = RuleSettings.parse({
      segments: [{ name: 'x', any: [[{ feature: 'height', op: '>', value: 1 }]] }],
    });
    expect(() => runToEnd(solve(input, { method: 'rules', rules: settings }))).toThrow(
      expect.objectContaining({ code: 'FEATURE-UNKNOWN' }),
    );
  });
});
