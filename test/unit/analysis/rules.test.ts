import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { createRandom } from '../../../electron/engine/analysis/random.ts';
import { satisfies, segmentRules } from '../../../electron/engine/analysis/rules.ts';

test('a range on one feature and a category are found exactly', () => {
  const age = Array.from({ length: 100 }, (_, row) => row);
  const labels = Int16Array.from(age, (value) => (value >= 30 && value < 60 ? 0 : 1));
  const [middle] = runToEnd(segmentRules({ features: [age] }, labels, 2));
  expect(middle!.conditions).toHaveLength(2);
  expect(middle!.f1).toBeGreaterThan(0.95);
  const city = { codes: Int32Array.from(age, (value) => (value % 5 === 0 ? 2 : value % 2)), levels: 3 };
  const byCity = Int16Array.from(city.codes, (code) => (code === 2 ? 0 : -1));
  expect(runToEnd(segmentRules({ features: [age], categories: [city] }, byCity, 1))).toEqual([
    {
      segment: 0,
      conditions: [{ kind: 'is', category: 0, level: 2 }],
      n: 20,
      hits: 20,
      precision: 1,
      recall: 1,
      f1: 1,
    },
  ]);
});

test('a rule stays as short as it can be and reads in round numbers', () => {
  const random = createRandom(2);
  const spend = Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1_000 : 100) * (1 + random.next()));
  const noise = Array.from({ length: 400 }, random.next);
  const labels = Int16Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const [low, high] = runToEnd(segmentRules({ features: [noise, spend] }, labels, 2));
  expect(low!.conditions).toHaveLength(1);
  expect(low).toMatchObject({ conditions: [{ kind: 'below', feature: 1 }], recall: 1 });
  expect(high!.conditions).toHaveLength(1);
  for (const { conditions } of [low!, high!]) {
    const [condition] = conditions;
    const value = condition!.kind === 'is' ? NaN : condition!.value;
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
  const everyone = { conditions: [], n: 3, hits: 3, precision: 1, recall: 1, f1: 1 };
  const nobody = { conditions: [], n: 3, hits: 0, precision: 0, recall: 0, f1: 0 };
  expect(runToEnd(segmentRules(input, Int16Array.of(0, 0, 0), 2))).toEqual([
    { segment: 0, ...everyone },
    { segment: 1, ...nobody },
  ]);
  expect(runToEnd(segmentRules({ features: [] }, new Int16Array(0), 1))).toEqual([
    { segment: 0, conditions: [], n: 0, hits: 0, precision: 0, recall: 0, f1: 0 },
  ]);
});

test('above 50,000 rows the search sees a sample, the counts see everyone', () => {
  const rows = 60_000;
  const value = Array.from({ length: rows }, (_, row) => row % 1_000);
  const labels = Int16Array.from(value, (number) => (number < 250 ? 0 : 1));
  const input = { features: [value] };
  const [rule] = runToEnd(segmentRules(input, labels, 1));
  expect(rule!.n).toBe(value.filter((_, row) => satisfies(rule!.conditions, input, row)).length);
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
        const matched = rows.filter((_, index) => satisfies(rule.conditions, input, index));
        const size = rows.filter(({ label }) => label === rule.segment).length;
        expect(rule.n).toBe(matched.length);
        expect(rule.hits).toBe(matched.filter(({ label }) => label === rule.segment).length);
        expect(rule.f1).toBeGreaterThanOrEqual((2 * size) / (rows.length + size) - 1e-12);
        expect(rule.conditions.length).toBeLessThanOrEqual(3);
      }
    }),
  );
});
