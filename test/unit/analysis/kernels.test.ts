import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type AssignState,
  assignRows,
  assignRowsPlain,
} from '../../../electron/engine/analysis/assignRows.ts';
import {
  addDistancesPlain,
  type DistanceBlock,
  RUN_ROWS,
  runsOf,
} from '../../../electron/engine/analysis/distanceRuns.ts';
import { distanceSums } from '../../../electron/engine/analysis/distanceSums.ts';
import { kernels } from '../../../electron/engine/analysis/kernels/instance.ts';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import {
  addProducts,
  addProductsPlain,
  type ProductSums,
} from '../../../electron/engine/analysis/productSums.ts';
import { Random } from '../../../electron/engine/analysis/random.ts';
import { compileKernels, moduleText } from '../../../scripts/kernels.mjs';

const COMPILED = new URL('../../../electron/engine/analysis/kernels/compiled.ts', import.meta.url);

test('the committed module is what the sources compile to, and this machine can run it', async () => {
  expect(moduleText(await compileKernels())).toBe(readFileSync(COMPILED, 'utf8'));
  expect(kernels()).not.toBeNull();
});

const shape = fc.record({
  rows: fc.integer({ min: 0, max: 700 }),
  columns: fc.integer({ min: 1, max: 40 }),
  k: fc.integer({ min: 1, max: 17 }),
  seed: fc.integer(),
  /** Few different values make ties between centroids; the scale makes sums overflow or vanish. */
  levels: fc.constantFrom(2, 5, 1e9),
  scale: fc.constantFrom(1, 1e-170, 1e170),
  weighted: fc.boolean(),
});

test('nearest centroids: the kernel gives the bits of the plain loop', () => {
  fc.assert(
    fc.property(shape, ({ rows, columns, k, seed, levels, scale, weighted }) => {
      const random = new Random(seed);
      const draw = (): number => (scale * (random.integer(levels) - levels / 2)) / levels;
      const values = Float64Array.from({ length: rows * columns }, draw);
      const centroids = Float64Array.from({ length: k * columns }, draw);
      const before = Int16Array.from({ length: rows }, () => random.integer(k + 1) - 1);
      const weights = weighted ? Float64Array.from({ length: rows }, () => random.integer(4) / 3) : null;
      const state = (): AssignState => ({
        k,
        columns,
        centroids,
        labels: before.slice(),
        sums: new Float64Array(k * columns).fill(0.1),
        counts: new Float64Array(k).fill(2),
        weights,
      });
      const [plain, fast] = [state(), state()];
      const from = Math.floor(rows / 3);
      const expected = assignRowsPlain(values, from, rows, plain);
      expect(assignRows(values, from, rows, fast)).toEqual(expected);
      expect(fast).toEqual(plain);
    }),
    { seed: 4, numRuns: 150 },
  );
});

test('sums of distances: the kernel gives the bits of the plain loop, however the rows are shared out', () => {
  fc.assert(
    fc.property(shape, ({ rows, columns, k, seed, levels, weighted }) => {
      const random = new Random(seed);
      const values = Float64Array.from({ length: rows * columns }, () => random.integer(levels) / levels);
      const weights = weighted ? Float64Array.from({ length: rows }, () => random.integer(4) / 3) : null;
      const inner = Array.from({ length: k - 1 }, () => random.integer(rows + 1));
      const starts = Int32Array.from([0, ...inner, rows]).sort();
      const sorted = { matrix: { rows, columns, values }, starts, weights };
      const plain: DistanceBlock = {
        ...sorted,
        runs: runsOf(starts),
        from: 0,
        to: rows,
        sums: new Float64Array(rows * k),
      };
      addDistancesPlain(plain);
      const cut = Math.floor(rows / 3);
      const parts = [...runToEnd(distanceSums(sorted, 0, cut)), ...runToEnd(distanceSums(sorted, cut, rows))];
      expect(Float64Array.from(parts)).toEqual(plain.sums);
    }),
    { seed: 5, numRuns: 40 },
  );
  expect(runsOf(Int32Array.of(0, RUN_ROWS + 1, RUN_ROWS + 1, RUN_ROWS + 3))).toEqual([
    { cluster: 0, from: 0, to: RUN_ROWS },
    { cluster: 0, from: RUN_ROWS, to: RUN_ROWS + 1 },
    { cluster: 2, from: RUN_ROWS + 1, to: RUN_ROWS + 3 },
  ]);
});

test('sums of products: the kernel gives the bits of the plain loop', () => {
  fc.assert(
    fc.property(shape, ({ rows, columns, seed, levels, weighted }) => {
      const random = new Random(seed);
      const values = Float64Array.from({ length: rows * columns }, () => random.integer(levels) / 7);
      const weights = weighted ? Float64Array.from({ length: rows }, () => random.integer(4) / 3) : null;
      const mean = Float64Array.from({ length: columns }, () => random.next());
      const state = (): ProductSums => ({
        columns,
        mean,
        weights,
        products: new Float64Array(columns * columns).fill(0.1),
      });
      const [plain, fast] = [state(), state()];
      const from = Math.floor(rows / 3);
      addProductsPlain(values, from, rows, plain);
      addProducts(values, from, rows, fast);
      expect(fast).toEqual(plain);
    }),
    { seed: 6, numRuns: 80 },
  );
});
