import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binTable, MISSING_BIN } from '../../../electron/engine/analysis/explain/bins.ts';
import { cutsOf, shortestBetween } from '../../../electron/engine/analysis/explain/cuts.ts';
import { growTree, leafOf, type Tree } from '../../../electron/engine/analysis/explain/growTree.ts';
import { treeFidelity } from '../../../electron/engine/analysis/explain/treeFidelity.ts';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import type { RuleInput } from '../../../electron/engine/analysis/explain/conditions.ts';

/** 200 rows of three numbers 0..999 by a congruential generator that Python repeats, and three segments of them. */
function generated(): { readonly input: RuleInput; readonly labels: Int32Array } {
  let state = 7;
  const numbers = Array.from({ length: 600 }, () => {
    // 2³¹ · 1103515245 exceeds 2⁵³: whole numbers of any size.
    state = Number((BigInt(state) * 1_103_515_245n + 12_345n) % 2_147_483_648n);
    return state % 1_000;
  });
  const features = [0, 1, 2].map((column) => numbers.filter((_, index) => index % 3 === column));
  const [a, b, c] = features;
  const labels = Int32Array.from(a!, (value, row) => Number(value + b![row]! > 900) + Number(c![row]! > 700));
  return { input: { features }, labels };
}

describe('cuts', () => {
  test('between neighbours the shortest number is taken', () => {
    expect(shortestBetween(17, 18)).toBe(18);
    expect(shortestBetween(1, 100)).toBe(50);
    expect(shortestBetween(0.21, 0.38)).toBe(0.3);
    expect(shortestBetween(1_234.5, 1_267)).toBe(1_250);
    expect(shortestBetween(-0.4, 0.1)).toBe(-0.2);
    expect(shortestBetween(-Infinity, 5)).toBe(5);
    expect(cutsOf([3, 1, 2, NaN, 2], 64)).toEqual([2, 3]);
    expect(cutsOf([4, 4], 64)).toEqual([]);
  });

  test('a cut lies above the lower and not above the upper neighbour', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const cut = shortestBetween(low, high);
        expect(cut > low && cut <= high).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('many different values are cut near their quantiles', () => {
    const cuts = cutsOf(
      Array.from({ length: 10_000 }, (_, row) => row / 10),
      10,
    );
    expect(cuts).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  test('steps: missing apart, categories by frequency, rare levels together', () => {
    const codes = Int32Array.from([2, 2, 0, -1]);
    const table = runToEnd(
      binTable({ features: [[1, NaN, 3, Infinity]], categories: [{ codes, levels: 3 }] }, 64),
    );
    expect(table).toEqual([
      { bins: Uint8Array.of(0, MISSING_BIN, 1, MISSING_BIN), count: 2, cuts: [2], levels: null },
      { bins: Uint8Array.of(0, 0, 1, MISSING_BIN), count: 2, cuts: null, levels: [2, 0] },
    ]);
    const many = { codes: Int32Array.from({ length: 300 }, (_, row) => row), levels: 300 };
    const [wide] = runToEnd(binTable({ features: [], categories: [many] }, 64));
    expect(wide!.count).toBe(254);
    expect(wide!.bins[299]).toBe(254);
  });
});

describe('tree', () => {
  // scikit-learn 1.2.1: DecisionTreeClassifier(max_leaf_nodes=…, max_depth=5).score on the same rows.
  test.each([
    [3, 0.69, 3, 2],
    // The sixth leaf would only make two leaves of one segment purer.
    [6, 0.91, 5, 3],
    [12, 0.98, 12, 5],
  ])('%i leaves are as right as those of the exact tree', (maxLeaves, accuracy, leaves, depth) => {
    const { input, labels } = generated();
    const binned = runToEnd(binTable(input, 255));
    const found = runToEnd(treeFidelity(input, labels, 3, { binned, maxLeaves, maxDepth: 5 }));
    expect(found.fidelity).toBeCloseTo(accuracy, 12);
    expect([found.leaves, found.depth]).toEqual([leaves, depth]);
  });

  test('its first question, its counts and its measures, whole', () => {
    const features = [[1, 2, 3, 4, NaN, NaN]];
    const labels = Int16Array.of(0, 0, 1, 1, 1, -1);
    const { tree, ...measures } = runToEnd(treeFidelity({ features }, labels, 2));
    expect(tree).toEqual({
      kind: 'split',
      condition: { kind: 'atLeast', feature: 0, value: 3 },
      missing: 'yes',
      yes: { kind: 'leaf', segment: 1, n: 3, weights: [0, 3] },
      no: { kind: 'leaf', segment: 0, n: 2, weights: [2, 0] },
      n: 5,
      weights: [2, 3],
    });
    expect(measures).toEqual({ fidelity: 1, lambda: 1, worstRecall: 1, leaves: 2, depth: 1 });
  });

  test('a category is asked for by name', () => {
    const codes = Int32Array.of(1, 1, 0, 2, -1);
    const tree = runToEnd(
      growTree(
        runToEnd(binTable({ features: [], categories: [{ codes, levels: 3 }] }, 64)),
        Int16Array.of(1, 1, 0, 0, 0),
        2,
        {
          maxLeaves: 2,
          maxDepth: 3,
        },
      ),
    );
    expect(tree).toMatchObject({ condition: { kind: 'is', category: 0, level: 1 }, missing: 'no' });
  });

  test('nothing to ask: no rows, one segment, constant and missing columns', () => {
    const leaf = (segment: number, weights: readonly number[]): Tree => ({
      kind: 'leaf',
      segment,
      n: weights.reduce((sum, value) => sum + value, 0),
      weights,
    });
    const of = (features: readonly number[][], labels: readonly number[], k: number) =>
      runToEnd(treeFidelity({ features }, Int16Array.from(labels), k));
    expect(of([], [], 2)).toEqual({
      fidelity: null,
      lambda: null,
      worstRecall: null,
      leaves: 1,
      depth: 0,
      tree: leaf(0, [0, 0]),
    });
    expect(of([[1, 2]], [0, 0], 1)).toMatchObject({ fidelity: 1, lambda: null, tree: leaf(0, [2]) });
    const flat = of(
      [
        [5, 5, 5],
        [NaN, NaN, NaN],
      ],
      [0, 1, 1],
      2,
    );
    expect(flat).toMatchObject({ fidelity: 2 / 3, lambda: 0, worstRecall: 0, tree: leaf(1, [1, 2]) });
    expect(of([[1e308, -1e308, Infinity]], [0, 1, 1], 2)).toMatchObject({ fidelity: 1, leaves: 2 });
  });

  test('the leaf of a customer is that of the counts, a weight of 2 is the row twice, order changes nothing', () => {
    const row = fc.record({
      x: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(NaN)),
      y: fc.double({ min: -5, max: 5, noNaN: true }),
      code: fc.integer({ min: -1, max: 3 }),
      label: fc.integer({ min: -1, max: 2 }),
      weight: fc.integer({ min: 1, max: 3 }),
    });
    type Row = { x: number; y: number; code: number; label: number; weight: number };
    const tableOf = (rows: readonly Row[]): RuleInput => ({
      features: [rows.map(({ x }) => x), rows.map(({ y }) => y)],
      categories: [{ codes: Int32Array.from(rows, ({ code }) => code), levels: 4 }],
    });
    const labelsOf = (rows: readonly Row[]) => Int16Array.from(rows, ({ label }) => label);
    const grown = (rows: readonly Row[], weights: Float64Array | null) =>
      runToEnd(treeFidelity({ ...tableOf(rows), weights }, labelsOf(rows), 3, { maxLeaves: 6 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const { tree, fidelity } = grown(rows, null);
        const input = tableOf(rows);
        const kept = rows.flatMap(({ label }, at) => (label >= 0 ? [at] : []));
        const right = kept.filter((at) => leafOf(tree, input, at).segment === rows[at]!.label).length;
        expect(fidelity ?? 0).toBeCloseTo(kept.length > 0 ? right / kept.length : 0, 12);
        expect(grown(rows.toReversed(), null).tree).toEqual(tree);
        const weighted = grown(
          rows,
          Float64Array.from(rows, ({ weight }) => weight),
        );
        const repeated = grown(
          rows.flatMap((one) => Array.from({ length: one.weight }, () => one)),
          null,
        );
        expect(weighted.fidelity).toEqual(repeated.fidelity);
        expect(weighted.leaves).toBe(repeated.leaves);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
