import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, matrixFromColumns, matrixFromRows } from '../../../electron/engine/analysis/matrix.ts';
import { oneHot } from '../../../electron/engine/analysis/oneHot.ts';
import { applyScaling, scaleMatrix, suggestLog } from '../../../electron/engine/analysis/scale.ts';
import { summarise } from '../../../electron/engine/analysis/stats.ts';

const table = matrixFromColumns([
  [1, 3, 5, 7],
  [2, 2, 2, 2],
  [0, NaN, 10, 20],
]);

test('z divides by the population standard deviation; constant columns become 0', () => {
  const { matrix, imputed, keptRows, excludedRows } = scaleMatrix(table, { method: 'z' });
  const step = 1 / Math.sqrt(5);
  expect([...columnOf(matrix, 0)]).toEqual(
    [-3 * step, -step, step, 3 * step].map((v) => expect.closeTo(v, 12)),
  );
  expect([...columnOf(matrix, 1)]).toEqual([0, 0, 0, 0]);
  expect(imputed).toEqual([0, 0, 1]);
  expect([...keptRows]).toEqual([0, 1, 2, 3]);
  expect(excludedRows).toBe(0);
  expect(matrix.values.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('robust, min-max and none', () => {
  expect([...columnOf(scaleMatrix(table, { method: 'robust' }).matrix, 0)]).toEqual([-1, -1 / 3, 1 / 3, 1]);
  expect([...columnOf(scaleMatrix(table, { method: 'minMax' }).matrix, 2)]).toEqual([0, 0.5, 0.5, 1]);
  expect([...columnOf(scaleMatrix(table, { method: 'none' }).matrix, 1)]).toEqual([2, 2, 2, 2]);
});

test('excluded rows do not move the centres', () => {
  const { matrix, keptRows, excludedRows, imputed } = scaleMatrix(table, {
    method: 'minMax',
    missing: 'exclude',
  });
  expect([...keptRows]).toEqual([0, 2, 3]);
  expect([excludedRows, imputed]).toEqual([1, [0, 0, 0]]);
  expect([...columnOf(matrix, 0)]).toEqual([0, 2 / 3, 1]);
});

test('log is taken of non-negative columns only, and winsorising is counted', () => {
  const skewed = matrixFromColumns([
    [0, Math.E - 1, Math.E ** 2 - 1],
    [-1, 0, 1],
  ]);
  const logged = scaleMatrix(skewed, { method: 'none', log: [true, true] });
  expect([...columnOf(logged.matrix, 0)]).toEqual([0, 1, 2].map((v) => expect.closeTo(v, 12)));
  expect(logged.scaling.columns.map(({ log }) => log)).toEqual([true, false]);
  const cut = scaleMatrix(matrixFromColumns([[-9, 1, 0, 5]]), { method: 'none', winsorLimit: 3 });
  expect([...cut.matrix.values]).toEqual([-3, 1, 0, 3]);
  expect(cut.winsorised).toEqual([2]);
});

test('new rows are scaled like the first file', () => {
  const { scaling } = scaleMatrix(table, { method: 'minMax' });
  const later = applyScaling(matrixFromRows([[13, 4, NaN]]), scaling);
  expect([...later.matrix.values]).toEqual([2, 2, 0.5]);
});

test('empty and entirely missing columns', () => {
  expect(scaleMatrix(matrixFromColumns([[]]), { method: 'z' }).matrix.rows).toBe(0);
  const { matrix, imputed } = scaleMatrix(matrixFromColumns([[NaN, NaN]]), { method: 'z' });
  expect([...matrix.values]).toEqual([0, 0]);
  expect(imputed).toEqual([2]);
});

test('z gives mean 0 and spread 1 whatever comes in', () => {
  const column = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(column, (values) => {
      const { mean, variance, n } = summarise(
        scaleMatrix(matrixFromColumns([values]), { method: 'z' }).matrix.values,
      );
      const constant = values.every((value) => value === values[0]);
      expect(mean).toBeCloseTo(0, 9);
      expect((variance * (n - 1)) / n).toBeCloseTo(constant ? 0 : 1, 9);
    }),
    { seed: 1 },
  );
});

test('a log is suggested for skewed amounts only', () => {
  expect(suggestLog([1, 2, 3, 4, 1000])).toBe(true);
  expect(suggestLog([1, 2, 3, 4, 5])).toBe(false);
  expect(suggestLog([-1, 2, 3, 4, 1000])).toBe(false);
  expect(suggestLog([])).toBe(false);
});

test('a category counts as one feature, however many levels it has', () => {
  const rows = 600;
  const meanSquare = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value * value, 0) / rows;
  for (const count of [2, 3, 12]) {
    const codes = Int32Array.from({ length: rows }, (_, row) => Math.floor(Math.sqrt(row)) % count);
    const { matrix } = oneHot({ codes, levels: count });
    const levels = Array.from({ length: count }, () => count);
    expect(meanSquare(scaleMatrix(matrix, { method: 'z', levels }).matrix.values)).toBeCloseTo(1, 9);
    for (const method of ['none', 'minMax'] as const) {
      const { values } = scaleMatrix(matrix, { method, levels }).matrix;
      const apart = (other: number): number =>
        Math.hypot(...Array.from({ length: count }, (_, at) => values[at]! - values[other * count + at]!));
      codes.forEach((code, row) => expect(apart(row)).toBeCloseTo(code === codes[0] ? 0 : 1, 12));
    }
  }
  // Two levels are what the same answer is as a number.
  const number = matrixFromRows(Array.from({ length: rows }, (_, row) => [row % 3 === 0 ? 1 : 0]));
  const both = matrixFromRows(Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? [1, 0] : [0, 1])));
  for (const method of ['z', 'rank', 'none', 'minMax'] as const) {
    const one = scaleMatrix(number, { method }).matrix.values;
    const two = scaleMatrix(both, { method, levels: [2, 2] }).matrix.values;
    expect(Math.hypot(two[0]! - two[2]!, two[1]! - two[3]!)).toBeCloseTo(Math.abs(one[0]! - one[1]!), 12);
  }
});

test('one-hot keeps the frequent levels and folds the rest', () => {
  const category = { codes: Int32Array.of(2, 0, 2, 1, -1, 3), levels: 5 };
  const folded = oneHot(category, 2);
  expect(folded.columnLevels).toEqual([2, 0, null]);
  expect([folded.otherRows, folded.missingRows]).toEqual([2, 1]);
  expect([...folded.matrix.values]).toEqual([1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, NaN, NaN, NaN, 0, 0, 1]);
  expect(oneHot(category).columnLevels).toEqual([2, 0, 1, 3]);
});
