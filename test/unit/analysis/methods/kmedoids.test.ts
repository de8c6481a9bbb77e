// k-medoids: Gower's dissimilarity by hand, FasterPAM against what any swap could gain, samples, weights.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { fasterPam } from '../../../../electron/engine/analysis/methods/fasterPam.ts';
import { fitGower, gowerDistance, gowerRows } from '../../../../electron/engine/analysis/methods/gower.ts';
import {
  inputFromMatrix,
  type MethodInput,
  type MixedTable,
  takeInput,
} from '../../../../electron/engine/analysis/methods/input.ts';
import type { PairDistances } from '../../../../electron/engine/analysis/methods/pairDistances.ts';
import { assign, solve, solveMany } from '../../../../electron/engine/analysis/methods/solve.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';

const shop: MixedTable = {
  rows: 4,
  numbers: [
    { name: 'age', values: Float64Array.of(20, 30, 60, NaN), log: false },
    { name: 'spend', values: Float64Array.of(0, Math.E - 1, 0, 0), log: true },
  ],
  categories: [{ name: 'city', codes: Int32Array.of(0, 1, 0, -1), levels: ['Porto', 'Braga'] }],
};

test('Gower: range-scaled numbers (on ln(1 + x) where asked), 0 or 1 for a category, missing pairs left out', () => {
  const rows = gowerRows(shop, fitGower(shop));
  const between = (a: number, b: number): number => gowerDistance(rows, a, rows, b);
  expect([between(0, 1), between(0, 2), between(1, 2)]).toEqual([
    expect.closeTo((0.25 + 1 + 1) / 3, 12),
    expect.closeTo(1 / 3, 12),
    expect.closeTo((0.75 + 1 + 1) / 3, 12),
  ]);
  // The fourth customer is known by the spend alone.
  expect([between(0, 3), between(1, 3)]).toEqual([0, expect.closeTo(1, 12)]);
});

test('Gower: a constant number tells nobody apart; nothing in common to compare is farthest', () => {
  const table: MixedTable = {
    rows: 2,
    numbers: [{ name: 'one', values: Float64Array.of(7, 7), log: false }],
    categories: [{ name: 'two', codes: Int32Array.of(-1, 0), levels: ['x'] }],
  };
  const rows = gowerRows(table, fitGower(table));
  expect(gowerDistance(rows, 0, rows, 1)).toBe(0);
  const bare = { ...table, numbers: [{ name: 'one', values: Float64Array.of(NaN, 7), log: false }] };
  const blank = gowerRows(bare, fitGower(bare));
  expect(gowerDistance(blank, 0, blank, 1)).toBe(1);
});

function pairsOf(distance: (a: number, b: number) => number, rows: number): PairDistances {
  const values: number[] = [];
  for (let a = 0; a < rows; a++) for (let b = 0; b < rows; b++) values.push(distance(a, b));
  return { rows, values: Float32Array.from(values) };
}

const points = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 6, maxLength: 14 });

test('FasterPAM: no single swap lowers the cost it ends at', () => {
  fc.assert(
    fc.property(
      points,
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 14, maxLength: 14 }),
      (rows, worth) => {
        const distance = (a: number, b: number): number =>
          Math.fround(Math.hypot(rows[a]![0] - rows[b]![0], rows[a]![1] - rows[b]![1]));
        const weights = Float64Array.from(rows, (_, row) => worth[row]!);
        const costOf = (medoids: readonly number[]): number =>
          rows.reduce(
            (sum, _, row) =>
              sum + weights[row]! * Math.min(...medoids.map((medoid) => distance(row, medoid))),
            0,
          );
        const found = runToEnd(fasterPam(pairsOf(distance, rows.length), [0, 1, 2], weights));
        expect(found.cost).toBeCloseTo(costOf(found.medoids), 6);
        for (let out = 0; out < 3; out++)
          for (let row = 0; row < rows.length; row++) {
            const swapped = found.medoids.map((medoid, at) => (at === out ? row : medoid));
            expect(costOf(swapped)).toBeGreaterThanOrEqual(found.cost - 1e-6);
          }
      },
    ),
    { numRuns: 60, seed: 4127 },
  );
});

/** Three kinds of customers, each with its own city. */
function mixed(rows: number, seed: number): MethodInput {
  const random = new Random(seed);
  const kind = Int32Array.from({ length: rows }, (_, row) => row % 3);
  const around = (centres: readonly number[]): Float64Array =>
    Float64Array.from(kind, (one) => centres[one]! + random.next());
  return {
    matrix: matrixFromRows(Array.from(kind, (one) => [one])),
    table: {
      rows,
      numbers: [
        { name: 'age', values: around([20, 40, 60]), log: false },
        { name: 'orders', values: around([1, 9, 5]), log: false },
      ],
      categories: [
        { name: 'city', codes: kind.map((one) => (random.next() < 0.1 ? -1 : one)), levels: ['A', 'B', 'C'] },
      ],
    },
    weights: null,
  };
}

describe('k-medoids', () => {
  test('finds three kinds of mixed customers; each segment stands for a real one', () => {
    const input = mixed(90, 1);
    const { k, labels, sizes, model, facts } = runToEnd(solve(input, { method: 'kmedoids', k: 3, seed: 1 }));
    expect([k, sizes, [...labels]]).toEqual([
      3,
      [30, 30, 30],
      Array.from({ length: 90 }, (_, row) => row % 3),
    ]);
    expect(facts.medoids?.map((row) => row % 3)).toEqual([0, 1, 2]);
    expect(facts.sampledRows).toBeUndefined();
    const stored = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(assign(stored, input)).toEqual(labels);
    const [two, three] = runToEnd(solveMany(input, { method: 'kmedoids', k: 1, seed: 1 }, [2, 3]));
    expect([two?.k, three?.facts]).toEqual([2, facts]);
  });

  test('levels are matched by name when a later file numbers them otherwise, and may be unknown', () => {
    const input = mixed(90, 1);
    const { model, labels } = runToEnd(solve(input, { method: 'kmedoids', k: 3, seed: 1 }));
    const [city] = input.table.categories;
    const renumbered = {
      ...city!,
      levels: ['new', 'C', 'B', 'A'],
      codes: city!.codes.map((code) => (code < 0 ? -1 : 3 - code)),
    };
    const later = { ...input, table: { ...input.table, categories: [renumbered] } };
    expect(assign(model, later)).toEqual(labels);
  });

  test('above 5,000 rows samples are solved, and that is said', () => {
    const input = mixed(5100, 2);
    const { labels, sizes, facts } = runToEnd(solve(input, { method: 'kmedoids', k: 3, seed: 1 }));
    expect([sizes, facts.sampledRows]).toEqual([[1700, 1700, 1700], 3000]);
    expect(labels).toEqual(Int16Array.from({ length: 5100 }, (_, row) => row % 3));
  });

  test('a weight of 2 is the row twice', () => {
    const input = mixed(24, 3);
    const twice = [...Array(24).keys(), 0, 1, 2, 3, 4, 5];
    const weights = Float64Array.from({ length: 24 }, (_, row) => (row < 6 ? 2 : 1));
    for (const k of [1, 2, 3]) {
      const options = { method: 'kmedoids', k, seed: 1 } as const;
      const weighted = runToEnd(solve({ ...input, weights }, options));
      const doubled = runToEnd(solve(takeInput(input, twice), options));
      expect(weighted.facts.cost).toBeCloseTo(doubled.facts.cost!, 9);
      expect(weighted.model).toEqual(doubled.model);
    }
  });

  test('refuses more clusters than different customers, no rows, no features', () => {
    const same = inputFromMatrix(matrixFromRows([[1], [1], [2]]));
    const wanted = (input: MethodInput, k: number) => () =>
      runToEnd(solve(input, { method: 'kmedoids', k, seed: 1 }));
    expect(wanted(same, 3)).toThrow(expect.objectContaining({ code: 'K-TOO-LARGE' }));
    expect(wanted(takeInput(same, []), 1)).toThrow(expect.objectContaining({ code: 'TOO-FEW-CUSTOMERS' }));
    const bare = { ...same, table: { ...same.table, numbers: [] } };
    expect(wanted(bare, 1)).toThrow(expect.objectContaining({ code: 'TOO-FEW-FEATURES' }));
    expect(runToEnd(solve(same, { method: 'kmedoids', k: 2, seed: 1 })).sizes).toEqual([2, 1]);
  });
});
