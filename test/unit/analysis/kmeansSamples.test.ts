// Samples that stand for very many rows: what is far out is in them, and k-means finds by them what it finds by everyone.
import { expect, test } from 'vitest';
import { kmeans } from '../../../electron/engine/analysis/kmeans.ts';
import { wantsMore } from '../../../electron/engine/analysis/kmeansStarts.ts';
import { samplesOf } from '../../../electron/engine/analysis/kmeansSamples.ts';
import { createMatrix, type Matrix, runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function logNormal(rows: number, columns: number): Matrix {
  const random = new Random(5);
  const matrix = createMatrix(rows, columns, true);
  for (let cell = 0; cell < matrix.values.length; cell++)
    matrix.values[cell] = Math.exp(1.2 * normal(random));
  return matrix;
}

test.each([
  // The best of fifty starts of scikit-learn 1.2.1 on the same rows.
  [10, 1_009_741],
  [12, 841_006],
])('skewed values, k = %i: no worse than fifty starts on all rows', (k, best) => {
  const matrix = logNormal(60_000, 4);
  for (const seed of [4127, 2]) {
    const { inertia } = runToEnd(kmeans(matrix, { k, seed }));
    expect(inertia / best).toBeLessThan(1.005);
    expect(inertia / best).toBeGreaterThan(0.999);
  }
});

test('the weights of a sample make its sums those of all rows', () => {
  const matrix = logNormal(450_000, 2);
  const given = Float64Array.from({ length: matrix.rows }, (_, row) => (row % 5 === 0 ? 0 : 1 + (row % 3)));
  for (const weights of [null, given]) {
    const { trial, middle } = samplesOf(matrix, { seed: 3, weights });
    expect([trial.matrix.rows, middle.matrix.rows]).toEqual([20_000, 100_000]);
    const meanOf = ({ rows, columns, values }: Matrix, each: Float64Array | null): number => {
      let sum = 0;
      let total = 0;
      for (let row = 0; row < rows; row++) {
        sum += (each?.[row] ?? 1) * values[row * columns]!;
        total += each?.[row] ?? 1;
      }
      return sum / total;
    };
    const mean = meanOf(matrix, weights);
    for (const { matrix: rows, weights: own } of [trial, middle]) {
      expect(meanOf(rows, own) / mean).toBeCloseTo(1, 1);
      expect(own!.every((weight) => weight > 0)).toBe(true);
      expect(own!.reduce((sum, weight) => sum + weight, 0) / rows.rows).toBeCloseTo(1, 9);
    }
  }
});

test('the one far out is drawn, rows that weigh nothing never are', () => {
  const matrix = createMatrix(30_000, 1);
  matrix.values[29_999] = 1_000;
  const { trial } = samplesOf(matrix, { seed: 1 });
  expect(trial.matrix.values.includes(1_000)).toBe(true);
  const weights = Float64Array.from({ length: 30_000 }, (_, row) => (row < 15_000 ? 1 : 0));
  const half = samplesOf(matrix, { seed: 1, weights }).trial;
  expect(half.matrix.values.includes(1_000)).toBe(false);
  // All alike: evenly drawn, and all weigh the same.
  expect(half.weights!.every((weight) => Math.abs(weight - 1) < 1e-12)).toBe(true);
});

test('up to their sizes samples are the rows themselves', () => {
  const matrix = createMatrix(20_000, 1);
  const weights = new Float64Array(20_000).fill(1).with(0, 2);
  const { trial, middle } = samplesOf(matrix, { seed: 1, weights });
  expect([trial.matrix === matrix, middle.matrix === matrix]).toEqual([true, true]);
  expect([trial.weights, middle.weights]).toEqual([weights, weights]);
});

test('more starts are tried where fewer than three agree, at most thirty, and none where they were counted out', () => {
  const tried = (...inertias: readonly number[]) =>
    inertias.map((inertia) => ({ inertia, iterations: 1, centroids: new Float64Array(2) }));
  const matrix = createMatrix(20_001, 1);
  const ten = [100, 100.05, 101, 102, 103, 104, 105, 106, 107, 108];
  const options = { k: 2, seed: 1 };
  expect(wantsMore(matrix, tried(...ten), options)).toBe(true);
  expect(wantsMore(matrix, tried(...ten.with(2, 100.09)), options)).toBe(false);
  expect(wantsMore(matrix, tried(...ten, ...ten, ...ten.map((one) => one + 1)), options)).toBe(false);
  expect(wantsMore(matrix, tried(...ten), { ...options, starts: 10 })).toBe(false);
  expect(wantsMore(matrix, tried(...ten), { ...options, candidate: true })).toBe(false);
  expect(wantsMore(matrix, tried(...ten), { ...options, miniBatch: true })).toBe(false);
  expect(wantsMore(createMatrix(20_000, 1), tried(...ten), options)).toBe(false);
});
