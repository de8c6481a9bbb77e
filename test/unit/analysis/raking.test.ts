// Expected weights follow by hand, from the closed form of a 2 × 2 table, or from a plain row-by-row fitting in
// another language; χ² tails from a published library.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellWeights } from '../../../electron/engine/analysis/cellWeights.ts';
import { runToEnd } from '../../../electron/engine/analysis/matrix.ts';
import { type Margin, type RakingOptions, rake } from '../../../electron/engine/analysis/raking.ts';
import { rakingCells } from '../../../electron/engine/analysis/rakingCells.ts';
import { referenceDistance } from '../../../electron/engine/analysis/representativeness.ts';
import { chiSquareUpper } from '../../../electron/engine/analysis/stats/chiSquare.ts';
import {
  baseWeights,
  designEffect,
  effectiveSize,
  totalWeight,
} from '../../../electron/engine/analysis/weights.ts';

const margin = (codes: readonly number[], targets: readonly number[]): Margin => ({
  codes: Int32Array.from(codes),
  targets,
});
const repeat = (times: number, code: number): number[] => Array.from({ length: times }, () => code);
const raked = (margins: readonly Margin[], rows: number, options: Partial<RakingOptions> = {}) =>
  runToEnd(rake(margins, rows, { cap: 100, ...options }));
const shareOf = (weights: Float64Array, { codes }: Margin, level: number): number => {
  const sum = (wanted: (code: number) => boolean) =>
    codes.reduce((total, code, row) => total + (wanted(code) ? weights[row]! : 0), 0);
  return sum((code) => code === level) / sum((code) => code >= 0);
};

test('a 2 × 2 table keeps its odds ratio: the fitted cells follow from a quadratic equation', () => {
  // Counts 30 20 / 10 40, odds ratio 6; wanted 60:40 and 50:50. 5x² − 6.5x + 1.8 = 0 gives x = 0.4.
  const rows = margin([...repeat(50, 0), ...repeat(50, 1)], [0.6, 0.4]);
  const columns = margin([...repeat(30, 0), ...repeat(20, 1), ...repeat(10, 0), ...repeat(40, 1)], [1, 1]);
  const { weights, status, gap, cappedRows, absent, unwanted } = raked([rows, columns], 100);
  const shown = [weights[0]!, weights[30]!, weights[50]!, weights[60]!];
  expect(shown.map((weight) => Math.round(weight * 1e4) / 1e4)).toEqual([1.3333, 1, 1, 0.75]);
  expect([status, cappedRows, absent, unwanted]).toEqual(['met', 0, [[], []], [[], []]]);
  expect(gap).toBeLessThan(1e-6);
});

test('three variables with missing values agree with a plain row-by-row fitting', () => {
  const margins = [
    margin([...repeat(7, 0), ...repeat(5, 1), -1], [0.5, 0.5]),
    margin([0, 0, 0, 1, 1, 2, 2, 0, 1, 1, 2, -1, 0], [0.3, 0.4, 0.3]),
    margin([0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1], [0.6, 0.4]),
  ];
  const expected = [
    0.9315059803777598, 0.45695706410156783, 0.9315059803777598, 0.5015724848883133, 1.0224544185239846,
    0.7796838660919293, 1.5893838636604476, 0.7430407865407105, 1.6625748785300165, 1.6625748785300165,
    1.2678147656018712, 0.8770583488191478, 0.5738726839564505,
  ];
  const result = raked(margins, 13);
  result.weights.forEach((weight, row) => expect(weight).toBeCloseTo(expected[row]!, 4));
  expect(result.effectiveSize).toBeCloseTo(11.146589597399116, 3);
  expect(result.designEffect).toBeCloseTo(13 / 11.146589597399116, 3);
});

test('the cap is kept, and what it costs is said', () => {
  const rare = margin([...repeat(90, 0), ...repeat(10, 1)], [0.5, 0.5]);
  const capped = raked([rare], 100, { cap: 3 });
  expect([capped.weights[0], capped.weights[99]]).toEqual([70 / 90, 3]);
  expect([capped.status, capped.cappedRows]).toEqual(['capped', 10]);
  expect(capped.gap).toBeCloseTo(0.2, 12);
  expect(capped.effectiveSize).toBeCloseTo(10_000 / (90 * (7 / 9) ** 2 + 90), 9);
  const free = raked([rare], 100, { cap: 5 });
  expect([free.status, free.cappedRows, free.weights[0], free.weights[99]]).toEqual(['met', 0, 5 / 9, 5]);
});

test('levels without rows, levels nobody should have, and rows without a level', () => {
  const codes = [...repeat(4, 0), ...repeat(4, 1), ...repeat(2, 3), ...repeat(2, -1)];
  const result = raked([margin(codes, [0.2, 0.6, 0.2, 0])], 12);
  expect([result.absent, result.unwanted, result.status]).toEqual([[[2]], [[3]], 'met']);
  // The ten known rows stay worth ten: 2.5 for the first four, 7.5 for the next; the missing ones stay at 1.
  const expected = [...repeat(4, 0.625), ...repeat(4, 1.875), 0, 0, 1, 1];
  result.weights.forEach((weight, row) => expect(weight).toBeCloseTo(expected[row]!, 12));
});

test('targets that contradict each other are named', () => {
  // The two variables are the same, their targets are not.
  const same = [...repeat(5, 0), ...repeat(5, 1)];
  const apart = raked([margin(same, [0.5, 0.5]), margin(same, [0.8, 0.2])], 10, { cap: 3 });
  expect(apart.status).toBe('contradictory');
  expect(apart.gap).toBeCloseTo(0.3, 9);
  expect(totalWeight(apart.weights, 10)).toBeCloseTo(10, 9);
  // Each variable wants only the people whom the other one rules out: everyone keeps the base weight.
  const nobody = raked([margin(same, [1, 0]), margin(same, [0, 1])], 10, { cap: 3 });
  expect([nobody.status, [...nobody.weights]]).toEqual(['contradictory', repeat(10, 1)]);
  // A reference of levels that nobody has.
  const none = raked([margin(repeat(3, -1), [0.5, 0.5])], 3);
  expect([none.status, [...none.weights], none.absent]).toEqual(['contradictory', [1, 1, 1], [[0, 1]]]);
});

test('no rows, one row, one level, no variables', () => {
  expect(raked([margin([], [0.5, 0.5])], 0)).toEqual({
    weights: new Float64Array(0),
    status: 'contradictory',
    cycles: 0,
    gap: 0,
    cappedRows: 0,
    effectiveSize: 0,
    designEffect: 1,
    absent: [[0, 1]],
    unwanted: [[]],
  });
  expect([...raked([margin([1], [0.5, 0.5])], 1).weights]).toEqual([1]);
  expect([...raked([margin([0, 0], [1])], 2).weights]).toEqual([1, 1]);
  const alone = raked([], 3, { base: Float64Array.of(2, 0.5, 0.5) });
  expect([[...alone.weights], alone.status]).toEqual([[2, 0.5, 0.5], 'met']);
});

test('base weights are what raking starts from', () => {
  const base = baseWeights([2, 2, 4, NaN, -1, 4]);
  expect(base && [...base]).toEqual([2 / 3, 2 / 3, 4 / 3, 1, 1, 4 / 3]);
  expect([baseWeights([3, 3]), baseWeights([NaN, -1]), baseWeights([])]).toEqual([null, null, null]);
  const { weights } = raked([margin([0, 0, 0, 1, 1, 1], [0.25, 0.75])], 6, { base });
  // Within a level the base proportions stay.
  expect(weights[2]! / weights[0]!).toBeCloseTo(2, 12);
  expect(weights[5]! / weights[4]!).toBeCloseTo(4 / 3, 12);
  expect(shareOf(weights, margin([0, 0, 0, 1, 1, 1], []), 0)).toBeCloseTo(0.25, 9);
});

test('weights of any sample have the mean 1, respect the cap, and meet the targets when they say so', () => {
  const rows = fc.integer({ min: 1, max: 60 });
  const levels = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  const sample = rows.chain((n) =>
    fc.record({
      n: fc.constant(n),
      variables: fc.array(
        levels.chain((targets) =>
          fc
            .array(fc.integer({ min: -1, max: targets.length - 1 }), { minLength: n, maxLength: n })
            .map((codes) => margin(codes, targets)),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      cap: fc.double({ min: 1, max: 6, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(sample, ({ n, variables, cap }) => {
      const { weights, status, absent, gap } = raked(variables, n, { cap });
      expect(totalWeight(weights, n)).toBeCloseTo(n, 8);
      for (const weight of weights) expect(weight).toBeLessThanOrEqual(cap * (1 + 1e-9));
      if (status !== 'met') return;
      expect(gap).toBeLessThanOrEqual(1e-6);
      variables.forEach((variable, at) => {
        if (absent[at]!.length > 0) return;
        const total = variable.targets.reduce((sum, target) => sum + target, 0);
        variable.targets.forEach((target, level) =>
          expect(Math.abs(shareOf(weights, variable, level) - target / total)).toBeLessThan(2e-6),
        );
      });
    }),
    { seed: 4127, numRuns: 300 },
  );
});

/** Row by row, as the definition says. */
function trimRows(weights: readonly number[], cap: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const limit = Math.max(
    (cap * total) / weights.length,
    total / weights.filter((weight) => weight > 0).length,
  );
  const cut = new Set<number>();
  let now = weights;
  for (;;) {
    const above = now.flatMap((weight, row) => (!cut.has(row) && weight > limit * (1 + 1e-12) ? [row] : []));
    if (above.length === 0) return now;
    for (const row of above) cut.add(row);
    const rest = now.reduce((sum, weight, row) => (cut.has(row) ? sum : sum + weight), 0);
    const scale = rest === 0 ? 1 : (total - cut.size * limit) / rest;
    now = now.map((weight, row) => (cut.has(row) ? limit : weight * scale));
    if (rest === 0) return now;
  }
}

/** The same by cells. */
function trimCells(
  base: readonly number[],
  cellOf: readonly number[],
  caps: readonly number[],
): { readonly cut: number; readonly weights: readonly number[] } {
  const levels = Math.max(...cellOf) + 1;
  const cells = rakingCells([margin(cellOf, repeat(levels, 1))], base.length, Float64Array.from(base));
  const state = CellWeights.of(cells);
  const cut = caps.map((cap) => state.trim(cap)).at(-1) ?? 0;
  return { cut, weights: base.map((weight, row) => state.weightOf(cells.cellOfRow[row]!, weight)) };
}

test('trimming spreads what it cuts over the others, also when that pushes some of them over the cap', () => {
  // Six rows, three of them with weight 0: a mean of 1 leaves no room for a cap of 1.5.
  const tight = trimCells([4, 1.9, 0.1, 0, 0, 0], [0, 1, 2, 3, 3, 3], [1.5]);
  expect(tight.cut).toBe(2);
  tight.weights.forEach((weight, row) => expect(weight).toBeCloseTo([2, 2, 2, 0, 0, 0][row]!, 12));
  for (const cellOf of [
    [0, 1, 2, 3],
    [0, 0, 0, 0],
    [1, 0, 1, 0],
  ]) {
    const roomy = trimCells([6, 2, 1, 1], cellOf, [1.1]);
    expect(roomy.cut).toBe(2);
    roomy.weights.forEach((weight, row) => expect(weight).toBeCloseTo([2.75, 2.75, 2.25, 2.25][row]!, 12));
  }
});

test('cells of many base weights are trimmed as their rows would be, one cap after another', () => {
  const base = fc.oneof(fc.constantFrom(0, 1, 1), fc.double({ min: 0.01, max: 50, noNaN: true }));
  const rows = fc.array(fc.tuple(base, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 40 });
  const caps = fc.array(fc.double({ min: 1, max: 8, noNaN: true }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(rows, caps, (sample, limits) => {
      const weights = sample.map(([weight]) => weight);
      fc.pre(weights.some((weight) => weight > 0));
      const expected = limits.reduce(trimRows, weights);
      const { weights: trimmed } = trimCells(
        weights,
        sample.map(([, cell]) => cell),
        limits,
      );
      trimmed.forEach((weight, row) => expect(weight).toBeCloseTo(expected[row]!, 6));
    }),
    { seed: 4128, numRuns: 1000 },
  );
});

test('base weights that all differ are raked as one by one: the fitting of each row by hand', () => {
  const n = 600;
  const first = Array.from({ length: n }, (_, row) => (row * 7) % 3);
  const second = Array.from({ length: n }, (_, row) => ((row * row) % 4) % 2);
  const margins = [margin(first, [0.2, 0.3, 0.5]), margin(second, [0.7, 0.3])];
  const raw = Array.from({ length: n }, (_, row) => 0.2 + ((row * 7919) % 1009) / 400);
  const base = baseWeights(raw)!;
  const cap = 2.2;
  // Free fitting first, then fitting with a cut after every cycle, as `rake` says.
  let weights: readonly number[] = [...base];
  const cycle = (): void => {
    for (const [codes, targets] of [
      [first, [0.2, 0.3, 0.5]],
      [second, [0.7, 0.3]],
    ] as const) {
      const totals = targets.map((_, level) =>
        weights.reduce((sum, weight, row) => sum + (codes[row] === level ? weight : 0), 0),
      );
      weights = weights.map((weight, row) => (weight * n * targets[codes[row]!]!) / totals[codes[row]!]!);
    }
  };
  for (let i = 0; i < 200; i++) cycle();
  for (let i = 0; i < 500; i++) {
    weights = trimRows(weights, cap);
    cycle();
  }
  weights = trimRows(weights, cap);
  const result = raked(margins, n, { base, cap });
  expect(result.cappedRows).toBe(weights.filter((weight) => weight > cap * (1 - 1e-9)).length);
  expect(result.cappedRows).toBeGreaterThan(20);
  result.weights.forEach((weight, row) => expect(weight).toBeCloseTo(weights[row]!, 4));
});

test('effective size and design effect by hand', () => {
  expect([effectiveSize([1, 1, 1]), effectiveSize([3, 1]), effectiveSize([]), effectiveSize([0])]).toEqual([
    3, 1.6, 0, 0,
  ]);
  expect([designEffect([3, 1]), designEffect([])]).toEqual([1.25, 1]);
});

test('the distance to a reference: levels, total variation, χ²', () => {
  const codes = Int32Array.from([...repeat(30, 0), ...repeat(50, 1), ...repeat(20, 2), -1, -1]);
  const plain = referenceDistance(codes, [25, 50, 25]);
  expect(plain.levels).toEqual([
    { count: 30, here: 0.3, reference: 0.25, gap: 0.3 - 0.25 },
    { count: 50, here: 0.5, reference: 0.5, gap: 0 },
    { count: 20, here: 0.2, reference: 0.25, gap: 0.2 - 0.25 },
  ]);
  expect([plain.n, plain.effectiveN, plain.missing, plain.largest]).toEqual([100, 100, 2, 0]);
  expect(plain.totalVariation).toBeCloseTo(0.05, 12);
  // Σ (O − E)² / E = 25/25 + 0 + 25/25
  expect(plain.chiSquare?.value).toBeCloseTo(2, 12);
  expect(plain.chiSquare?.p).toBeCloseTo(Math.exp(-1), 12);
  const doubled = referenceDistance(codes, [25, 50, 25], new Float64Array(102).fill(2));
  expect(doubled).toEqual(plain);
  const empty = referenceDistance(new Int32Array(0), [0.5, 0.5]);
  expect([empty.totalVariation, empty.largest, empty.chiSquare]).toEqual([0, -1, null]);
  const unwanted = referenceDistance(Int32Array.of(0, 1), [1, 0]).chiSquare;
  expect(unwanted).toEqual({ value: Infinity, degrees: 1, p: 0 });
});

test('χ² upper tails against published values', () => {
  const known: readonly (readonly [number, number, number])[] = [
    [3.84, 1, 0.05004352124870519],
    [0.02, 1, 0.887537083981715],
    [12.5, 4, 0.013995792487650894],
    [5, 2, 0.0820849986238988],
    [60, 3, 5.878230727906921e-13],
    [700, 10, 6.280146699235733e-144],
  ];
  for (const [x, degrees, p] of known) expect(chiSquareUpper(x, degrees) / p).toBeCloseTo(1, 10);
  expect([chiSquareUpper(0, 3), chiSquareUpper(Infinity, 3), chiSquareUpper(1, 0)]).toEqual([1, 0, NaN]);
});
