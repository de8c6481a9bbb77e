import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { satisfies, tightened } from '../../../electron/engine/analysis/explain/conditions.ts';
import { segmentRules } from '../../../electron/engine/analysis/explain/rules.ts';

test('a range on one feature and a category are found exactly', () => {
  const age = Array.from({ length: 100 }, (_, row) => row);
  const labels = Int16Array.from(age, (value) => (value >= 30 && value < 60 ? 0 : 1));
  const [middle] = runToEnd(segmentRules({ features: [age] }, labels, 2));
  expect(middle!.alternatives.map(({ conditions }) => conditions.length)).toEqual([2]);
  expect(middle!.f1).toBeGreaterThan(0.95);
  const city = { codes: Int32Array.from(age, (value) => (value % 5 === 0 ? 2 : value % 2)), levels: 3 };
  const byCity = Int16Array.from(city.codes, (code) => (code === 2 ? 0 : -1));
  expect(runToEnd(segmentRules({ features: [age], categories: [city] }, byCity, 1))).toEqual([
    {
      segment: 0,
      alternatives: [{ conditions: [{ kind: 'is', category: 0, level: 2 }], n: 20, hits: 20, precision: 1 }],
      n: 20,
      hits: 20,
      precision: 1,
      recall: 1,
      coverage: 0.2,
      f1: 1,
    },
  ]);
});

test('a rule stays as short as it can be and reads in round numbers', () => {
  const random = new Random(2);
  const spend = Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1_000 : 100) * (1 + random.next()));
  const noise = Array.from({ length: 400 }, () => random.next());
  const labels = Int16Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const [low, high] = runToEnd(segmentRules({ features: [noise, spend] }, labels, 2));
  expect(low).toMatchObject({ alternatives: [{ conditions: [{ kind: 'below', feature: 1 }] }], f1: 1 });
  expect(high).toMatchObject({ alternatives: [{ conditions: [{ kind: 'atLeast', feature: 1 }] }], f1: 1 });
  for (const { alternatives } of [low!, high!]) {
    expect(alternatives.map(({ conditions }) => conditions.length)).toEqual([1]);
    const [condition] = alternatives[0]!.conditions;
    const value = condition && 'value' in condition ? condition.value : NaN;
    expect(value).toBe(Number(value.toPrecision(3)));
  }
});

test('nothing to say: one segment of everyone, an empty segment, constant and missing features', () => {
  const input = {
    features: [
      [1, 1, 1],
      [NaN, NaN, NaN],
    ],
  };
  const everyone = { alternatives: [], n: 3, hits: 3, precision: 1, recall: 1, coverage: 1, f1: 1 };
  const nobody = { alternatives: [], n: 3, hits: 0, precision: 0, recall: 0, coverage: 1, f1: 0 };
  expect(runToEnd(segmentRules(input, Int16Array.of(0, 0, 0), 2))).toEqual([
    { segment: 0, ...everyone },
    { segment: 1, ...nobody },
  ]);
  expect(runToEnd(segmentRules({ features: [] }, new Int16Array(0), 1))).toEqual([
    { segment: 0, alternatives: [], n: 0, hits: 0, precision: 0, recall: 0, coverage: 0, f1: 0 },
  ]);
});

test('above 50,000 rows the search sees a sample, the counts see everyone', () => {
  const rows = 60_000;
  const value = Array.from({ length: rows }, (_, row) => row % 1_000);
  const labels = Int16Array.from(value, (number) => (number < 250 ? 0 : 1));
  const input = { features: [value] };
  const [rule] = runToEnd(segmentRules(input, labels, 1));
  expect(rule!.n).toBe(
    value.filter((_, row) => rule!.alternatives.some(({ conditions }) => satisfies(conditions, input, row)))
      .length,
  );
  expect(rule!.recall).toBeGreaterThan(0.95);
});

test('precision and recall are those of the rule as written, and F1 is never below naming everyone', () => {
  const row = fc.record({
    x: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.constant(NaN)),
    y: fc.double({ min: -5, max: 5, noNaN: true }),
    code: fc.integer({ min: -1, max: 2 }),
    label: fc.integer({ min: -1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
      const input = {
        features: [rows.map(({ x }) => x), rows.map(({ y }) => y)],
        categories: [{ codes: Int32Array.from(rows, ({ code }) => code), levels: 3 }],
      };
      const labels = Int16Array.from(rows, ({ label }) => label);
      for (const rule of runToEnd(segmentRules(input, labels, 3))) {
        const matched = rows.filter(
          (_, index) =>
            rule.alternatives.length === 0 ||
            rule.alternatives.some(({ conditions }) => satisfies(conditions, input, index)),
        );
        const size = rows.filter(({ label }) => label === rule.segment).length;
        expect(rule.n).toBe(matched.length);
        expect(rule.hits).toBe(matched.filter(({ label }) => label === rule.segment).length);
        expect(rule.f1).toBeGreaterThanOrEqual((2 * size) / (rows.length + size) - 1e-12);
        expect(rule.alternatives.length).toBeLessThanOrEqual(3);
        for (const { conditions } of rule.alternatives) expect(conditions.length).toBeLessThanOrEqual(3);
      }
    }),
    { seed: 1 },
  );
});

test('two places apart take two alternatives, and what a category is not can be said', () => {
  const x = Array.from({ length: 300 }, (_, row) => row);
  const two = Int16Array.from(x, (value) => (value < 60 || value >= 240 ? 0 : 1));
  const [ends, middle] = runToEnd(segmentRules({ features: [x] }, two, 2));
  expect(ends!.alternatives.map(({ conditions }) => conditions.map(({ kind }) => kind))).toEqual([
    ['below'],
    ['atLeast'],
  ]);
  expect(middle!.alternatives.map(({ conditions }) => conditions.map(({ kind }) => kind).sort())).toEqual([
    ['atLeast', 'below'],
  ]);
  const codes = Int32Array.from(x, (value) => value % 4);
  const others = Int16Array.from(codes, (code) => (code === 3 ? 1 : 0));
  const [three] = runToEnd(segmentRules({ features: [], categories: [{ codes, levels: 4 }] }, others, 1));
  expect(three!.alternatives).toEqual([
    { conditions: [{ kind: 'isNot', category: 0, level: 3 }], n: 225, hits: 225, precision: 1 },
  ]);
});

test('a rule says nothing twice', () => {
  const at = (kind: 'atLeast' | 'below', value: number) => ({ kind, feature: 0, value }) as const;
  const is = (kind: 'is' | 'isNot', level: number) => ({ kind, category: 0, level }) as const;
  expect(
    tightened([
      at('atLeast', 1),
      at('below', 9),
      at('atLeast', 3),
      at('below', 12),
      is('isNot', 1),
      is('is', 2),
    ]),
  ).toEqual([at('atLeast', 3), at('below', 9), is('is', 2)]);
});
