// k-prototypes: cost and prototypes by hand, missing values, weights, large data by way of a sample.
import { describe, expect, test } from 'vitest';
import { createMatrix, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import type { MethodInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, solve } from '../../../../electron/engine/analysis/methods/solve.ts';
import { takeInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';

function inputOf(age: readonly number[], city: readonly number[]): MethodInput {
  return {
    matrix: createMatrix(age.length, 0),
    table: {
      rows: age.length,
      numbers: [{ name: 'age', values: Float64Array.from(age), log: false }],
      categories: [{ name: 'city', codes: Int32Array.from(city), levels: ['Porto', 'Braga', 'Faro'] }],
    },
    weights: null,
  };
}

test('numbers by mean, categories by mode, γ from the heterogeneity of the categories', () => {
  const input = inputOf([10, 10, 20, 20, 20, 20], [0, 0, 1, 1, 1, 2]);
  const { labels, sizes, model, facts } = runToEnd(solve(input, { method: 'kprototypes', k: 2, seed: 1 }));
  // 1 − (2/6)² − (3/6)² − (1/6)² = 22/36
  const gamma = 36 / 22;
  const spread = Math.sqrt((4 * (20 / 3) ** 2 * 0.25 + 2 * (20 / 3) ** 2) / 6);
  expect(spread).toBeCloseTo(4.714045, 5);
  expect([...labels]).toEqual([1, 1, 0, 0, 0, 0]);
  expect(sizes).toEqual([4, 2]);
  expect(facts).toEqual({ cost: expect.closeTo(gamma, 9), gamma: expect.closeTo(gamma, 12) });
  expect(model).toMatchObject({
    method: 'kprototypes',
    prototypes: [
      { numbers: [expect.closeTo(10 / 3 / spread, 9)], levels: ['Braga'] },
      { numbers: [expect.closeTo(-20 / 3 / spread, 9)], levels: ['Porto'] },
    ],
  });
  expect(assign(JSON.parse(JSON.stringify(model)) as typeof model, input)).toEqual(labels);
});

test('missing values cost nothing: the rest of the customer decides', () => {
  const input = inputOf([10, 10, NaN, 20, 20, NaN], [0, 0, 0, 1, 1, -1]);
  const { labels } = runToEnd(solve(input, { method: 'kprototypes', k: 2, seed: 1 }));
  expect(labels.slice(0, 5)).toEqual(Int16Array.of(0, 0, 0, 1, 1));
});

function kinds(rows: number): MethodInput {
  const random = new Random(9);
  const age = Array.from({ length: rows }, (_, row) => (row % 3) * 20 + random.next());
  return inputOf(
    age,
    age.map((_, row) => row % 3),
  );
}

describe('k-prototypes', () => {
  test('above 10,000 rows starts are tried on a sample and polished on all', () => {
    const { sizes } = runToEnd(solve(kinds(12_000), { method: 'kprototypes', k: 3, seed: 1 }));
    expect(sizes).toEqual([4000, 4000, 4000]);
  });

  test('a weight of 2 is the row twice', () => {
    const input = kinds(30);
    const weights = Float64Array.from({ length: 30 }, (_, row) => (row < 10 ? 2 : 1));
    const twice = [...Array(30).keys(), ...Array(10).keys()];
    const options = { method: 'kprototypes', k: 3, seed: 5 } as const;
    const weighted = runToEnd(solve({ ...input, weights }, options));
    const doubled = runToEnd(solve(takeInput(input, twice), options));
    expect(weighted.facts.cost).toBeCloseTo(doubled.facts.cost!, 9);
    expect(weighted.labels).toEqual(doubled.labels.slice(0, 30));
  });

  test('one cluster per different customer costs nothing', () => {
    const input = inputOf([1, 1, 2, 3], [0, 1, 1, 2]);
    const { facts, sizes } = runToEnd(solve(input, { method: 'kprototypes', k: 4, seed: 2 }));
    expect([facts.cost, sizes]).toEqual([0, [1, 1, 1, 1]]);
    expect(() => runToEnd(solve(input, { method: 'kprototypes', k: 5, seed: 2 }))).toThrow(
      expect.objectContaining({ code: 'K-TOO-LARGE' }),
    );
  });
});
