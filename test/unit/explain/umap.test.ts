import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMatrix,
  type Matrix,
  matrixFromRows,
  runToEnd,
} from '../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { pullAt, pushAt } from '../../../electron/engine/analysis/umap/forces.ts';
import { fuzzyGraph, tieStrengths } from '../../../electron/engine/analysis/umap/fuzzyGraph.ts';
import { nearestOf, sweepOf } from '../../../electron/engine/analysis/umap/neighbours.ts';
import { umap } from '../../../electron/engine/analysis/umap/umap.ts';

const CROWDS = 3;

/** Three crowds in five dimensions, rows in turn. */
function crowds(rows: number): Matrix {
  const random = new Random(8);
  const bell = (): number => random.next() + random.next() + random.next() - 1.5;
  const matrix = createMatrix(rows, 5);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < 5; column++)
      matrix.values[row * 5 + column] = bell() + (column === row % CROWDS ? 8 : 0);
  return matrix;
}

test('neighbours are those of trying all pairs', () => {
  const cell = fc.integer({ min: -4, max: 4 });
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 5 }), (rows, wanted) => {
      const matrix = matrixFromRows(rows);
      const count = Math.min(wanted, rows.length - 1);
      const direction = Float64Array.of(0.6, 0, 0.8);
      const found = runToEnd(nearestOf(sweepOf(matrix, direction), matrix, count, true));
      rows.forEach((row, at) => {
        const square = (other: readonly number[]): number =>
          other.reduce((sum, value, column) => sum + (value - row[column]!) ** 2, 0);
        const expected = rows
          .map((other, index) => ({ index, square: square(other) }))
          .filter(({ index }) => index !== at)
          .sort((a, b) => a.square - b.square || a.index - b.index)
          .slice(0, count);
        const own = found.rows.subarray(at * count, (at + 1) * count);
        expect([...own]).toEqual(expected.map(({ index }) => index));
        expect([...found.distances.subarray(at * count, (at + 1) * count)]).toEqual(
          expected.map((one) => Math.sqrt(one.square)),
        );
      });
    }),
    { seed: 5 },
  );
});

test('ties are as strong as umap-learn makes them', () => {
  // umap-learn 0.5.3: smooth_knn_dist and compute_membership_strengths of these distances after the row itself (k = 5).
  const distances = Float64Array.of(0.5, 0.9, 1.4, 2.5);
  const rows = Int32Array.of(1, 2, 3, 4);
  const strength = tieStrengths({ count: 4, rows, distances });
  expect([...strength].map((value) => Number(value.toFixed(4)))).toEqual([1, 0.7016, 0.4504, 0.1699]);
});

test('ties of both directions are joined once', () => {
  const graph = fuzzyGraph({
    count: 1,
    rows: Int32Array.of(1, 0, 1),
    distances: Float64Array.of(1, 1, 3),
  });
  expect(graph).toEqual({
    from: Int32Array.of(0, 2),
    to: Int32Array.of(1, 1),
    strength: Float64Array.of(1, 1),
  });
});

test('the tables of forces are near the curves', () => {
  const [a, b] = [1.576943460405378, 0.8950608781227859];
  for (let exponent = -20; exponent < 10; exponent += 0.37) {
    const square = 2 ** exponent;
    const power = square ** b;
    const ratios = [
      pullAt(square) / ((2 * a * b * power) / square / (a * power + 1)),
      pushAt(square) / ((2 * b) / ((0.001 + square) * (a * power + 1))),
    ];
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.01);
  }
  expect([pullAt(1e-300), pullAt(1e300), pushAt(1e300)].every(Number.isFinite)).toBe(true);
});

/** Venna & Kaski (2001): 1 when each row's nearest on the map are among its nearest in the data. */
function trustworthiness({ rows, columns, values }: Matrix, points: Float32Array, k: number): number {
  const nearest = (cells: ArrayLike<number>, width: number, row: number): number[] => {
    const squares = Array.from({ length: rows }, (_, other) => {
      let square = 0;
      for (let at = 0; at < width; at++)
        square += (cells[row * width + at]! - cells[other * width + at]!) ** 2;
      return other === row ? Infinity : square;
    });
    return [...squares.keys()].sort((one, other) => squares[one]! - squares[other]!);
  };
  let penalty = 0;
  for (let row = 0; row < rows; row++) {
    const ranks = new Map(nearest(values, columns, row).map((other, rank) => [other, rank + 1]));
    for (const other of nearest(points, 2, row).slice(0, k)) penalty += Math.max(0, ranks.get(other)! - k);
  }
  return 1 - (2 / (rows * k * (2 * rows - 3 * k - 1))) * penalty;
}

describe('the map', () => {
  /** Share of rows whose nearest other on the map is of their own crowd. */
  const purity = (points: Float32Array, rows: number): number => {
    let pure = 0;
    for (let row = 0; row < rows; row++) {
      let least = Infinity;
      let nearest = -1;
      for (let other = 0; other < rows; other++) {
        const square =
          (points[2 * row]! - points[2 * other]!) ** 2 + (points[2 * row + 1]! - points[2 * other + 1]!) ** 2;
        if (other !== row && square < least) [least, nearest] = [square, other];
      }
      if (nearest % CROWDS === row % CROWDS) pure++;
    }
    return pure / rows;
  };

  test('keeps crowds together, is the same again, and differs by seed', () => {
    const matrix = crowds(240);
    const first = runToEnd(umap(matrix, { seed: 1 }));
    expect(first.sampled).toBe(240);
    expect(purity(first.points, 240)).toBe(1);
    expect(runToEnd(umap(matrix, { seed: 1 })).points).toEqual(first.points);
    expect(runToEnd(umap(matrix, { seed: 2 })).points).not.toEqual(first.points);
  });

  test('places the rows outside the sample among it', () => {
    const matrix = crowds(300);
    const { points, sampled } = runToEnd(umap(matrix, { seed: 1, limit: 120 }));
    expect(sampled).toBe(120);
    expect(purity(points, 300)).toBe(1);
  });

  test('rows outside the sample settle where their neighbours are', () => {
    const matrix = crowds(900);
    const { points } = runToEnd(umap(matrix, { seed: 1, limit: 300 }));
    // 0.935 without the last passes; umap-learn 0.5.3 on these rows, of three samples: 0.939 to 0.945.
    expect(trustworthiness(matrix, points, 15)).toBeGreaterThan(0.945);
    expect(runToEnd(umap(matrix, { seed: 1, limit: 300 })).points).toEqual(points);
  });

  test('a single row, two rows, equal rows, one column', () => {
    const finite = (rows: readonly (readonly number[])[]) =>
      runToEnd(umap(matrixFromRows(rows), { seed: 1 })).points.every(Number.isFinite);
    expect(finite([[1, 2]])).toBe(true);
    expect(
      finite([
        [1, 2],
        [3, 4],
      ]),
    ).toBe(true);
    expect(finite(Array.from({ length: 30 }, () => [5, 5, 5]))).toBe(true);
    expect(finite(Array.from({ length: 30 }, (_, row) => [row]))).toBe(true);
  });

  test('no rows are refused', () => {
    expect(() => runToEnd(umap(createMatrix(0, 2), { seed: 1 }))).toThrow('TOO-FEW-CUSTOMERS');
  });
});
