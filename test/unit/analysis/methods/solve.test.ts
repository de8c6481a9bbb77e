// The common shape of all methods: solutions, stored models, new customers, resamples.
import { expect, test } from 'vitest';
import { matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { inputFromMatrix, takeInput } from '../../../../electron/engine/analysis/methods/input.ts';
import { assign, solve, solveMany } from '../../../../electron/engine/analysis/methods/solve.ts';

const pairs = matrixFromRows([
  [0, 0],
  [0, 1],
  [10, 0],
  [10, 1],
  [10, 2],
]);

test('k-means: labels largest first, the centroids as the model, the inertia as the cost', () => {
  const solution = runToEnd(solve(inputFromMatrix(pairs), { method: 'kmeans', k: 2, seed: 1 }));
  expect(solution).toEqual({
    k: 2,
    labels: Int16Array.of(1, 1, 0, 0, 0),
    sizes: [3, 2],
    model: {
      method: 'kmeans',
      centroids: [
        [10, 1],
        [0, 0.5],
      ],
    },
    facts: { cost: 2.5 },
  });
});

test('several k in one go are the same solutions', () => {
  const input = inputFromMatrix(pairs);
  const options = { method: 'kmeans', k: 1, seed: 3 } as const;
  const many = runToEnd(solveMany(input, options, [3, 2]));
  expect(many).toEqual([3, 2].map((k) => runToEnd(solve(input, { ...options, k }))));
});

test('a stored model places new customers after a journey through JSON', () => {
  const { model } = runToEnd(solve(inputFromMatrix(pairs), { method: 'kmeans', k: 2, seed: 1 }));
  const stored = JSON.parse(JSON.stringify(model)) as typeof model;
  const fresh = inputFromMatrix(
    matrixFromRows([
      [1, 1],
      [9, 9],
    ]),
  );
  expect(assign(stored, fresh)).toEqual(Int16Array.of(1, 0));
});

test('a resample takes matrix, table and weights of the same rows', () => {
  const input = {
    ...inputFromMatrix(pairs, Float64Array.of(1, 2, 3, 4, 5)),
    table: {
      rows: 5,
      numbers: [{ name: 'age', values: Float64Array.of(1, 2, NaN, 4, 5), log: true }],
      categories: [{ name: 'city', codes: Int32Array.of(0, 1, -1, 1, 0), levels: ['Porto', 'Braga'] }],
    },
  };
  expect(takeInput(input, [2, 2, 0])).toEqual({
    matrix: {
      ...matrixFromRows([
        [10, 0],
        [10, 0],
        [0, 0],
      ]),
    },
    table: {
      rows: 3,
      numbers: [{ name: 'age', values: Float64Array.of(NaN, NaN, 1), log: true }],
      categories: [{ name: 'city', codes: Int32Array.of(-1, -1, 0), levels: ['Porto', 'Braga'] }],
    },
    weights: Float64Array.of(3, 3, 1),
  });
});
