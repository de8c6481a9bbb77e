import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance } from '../../../../electron/engine/analysis/choosing/balance.ts';
import { concentration, contrast } from '../../../../electron/engine/analysis/choosing/contrast.ts';
import { dunn } from '../../../../electron/engine/analysis/choosing/dunn.ts';
import { meanSilhouette, pairDistances } from '../../../../electron/engine/analysis/choosing/silhouettes.ts';
import { matrixFromRows, runToEnd } from '../../../../electron/engine/analysis/matrix.ts';
import { Random } from '../../../../electron/engine/analysis/random.ts';
import { silhouette } from '../../../../electron/engine/analysis/silhouette.ts';

const all = { limit: 1_000, seed: 1 };

test('Dunn by hand: the smallest gap over the largest diameter', () => {
  const line = matrixFromRows([[0], [2], [99], [10], [13]]);
  const labels = Int16Array.of(0, 0, -1, 1, 1);
  expect(runToEnd(dunn(line, labels, all))).toEqual({ value: 8 / 3, n: 4, sampled: false });
});

test('Dunn that is not defined, and Dunn of a sample', () => {
  const pair = matrixFromRows([[0], [1]]);
  expect(runToEnd(dunn(pair, Int16Array.of(0, 0), all)).value).toBeNull();
  expect(runToEnd(dunn(pair, Int16Array.of(0, 1), all)).value).toBeNull();
  expect(runToEnd(dunn(matrixFromRows([]), new Int16Array(0), all))).toEqual({
    value: null,
    n: 0,
    sampled: false,
  });
  const many = matrixFromRows(Array.from({ length: 50 }, (_, row) => [row % 2 ? row : row + 1_000]));
  const labels = Int16Array.from({ length: 50 }, (_, row) => row % 2);
  const some = runToEnd(dunn(many, labels, { limit: 20, seed: 3 }));
  expect(some).toMatchObject({ n: 20, sampled: true });
  expect(some.value).toBeGreaterThanOrEqual(runToEnd(dunn(many, labels, all)).value!);
});

test('the quick silhouette is the exact one, with weights too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(2), fc.integer({ min: 1, max: 3 })), {
        minLength: 3,
        maxLength: 30,
      }),
      (rows) => {
        const matrix = matrixFromRows(rows.map(([value]) => [value, value % 3]));
        const labels = Int16Array.from(rows, ([, label]) => label);
        const weights = Float64Array.from(rows, ([, , weight]) => weight);
        for (const given of [null, weights]) {
          const exact = runToEnd(silhouette(matrix, labels, 3, { seed: 1, weights: given })).value ?? 0;
          expect(meanSilhouette(pairDistances(matrix), labels, 3, given)).toBeCloseTo(exact, 5);
        }
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});

// η² of iris' petal length by species is .9413717 (NumPy, sums of squares); here a small table by hand.
test('η² by hand, and undefined without differences', () => {
  const labels = Int16Array.of(0, 0, 1, 1, -1);
  const found = contrast([1, 3, 5, 7, 1_000], labels, 2);
  expect(found).toMatchObject({ etaSquared: 0.8, n: 4 });
  // Influence of every customer: (ratio·(y − ȳ)² − (y − ȳₛ)²)/T with T = 5, ratio .2, and all weigh alike.
  const spread = Math.sqrt((2 * ((0.2 * 9 - 1) / 5) ** 2 + 2 * ((0.2 * 1 - 1) / 5) ** 2) / 4 / 4);
  expect(found!.low).toBeCloseTo(0.8 - 1.959963984540054 * spread, 12);
  expect(found!.high).toBeCloseTo(0.8 + 1.959963984540054 * spread, 12);
  expect(contrast([4, 4, 4], Int16Array.of(0, 1, 1), 2)).toBeNull();
  expect(contrast([1, 2, 3], Int16Array.of(0, 0, 0), 2)).toBeNull();
  expect(contrast([NaN, NaN], Int16Array.of(0, 1), 2)).toBeNull();
  expect(contrast([], new Int16Array(0), 2)).toBeNull();
});

test('the interval of η² holds the true value about 95 times of 100, also for skewed outcomes', () => {
  // Exponential outcomes with means 1, 2, 3 in equal groups: W = (1 + 4 + 9)/3, B = 2/3, η² = 1/8.
  let held = 0;
  for (let run = 0; run < 400; run++) {
    const random = new Random(run);
    const labels = Int16Array.from({ length: 900 }, (_, row) => row % 3);
    const outcome = Array.from(labels, (label) => -(label + 1) * Math.log(1 - random.next()));
    const { low, high } = contrast(outcome, labels, 3)!;
    if (low <= 1 / 8 && high >= 1 / 8) held++;
  }
  expect(held).toBe(386);
});

test('a weight of 2 is the customer twice for η² and concentration', () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(2), fc.integer({ min: 1, max: 3 })),
    {
      minLength: 2,
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const twice = given.flatMap(([value, label, weight]) =>
        Array.from({ length: weight }, () => [value, label] as const),
      );
      const weights = Float64Array.from(given, ([, , weight]) => weight);
      const outcome = given.map(([value]) => value);
      const labels = Int16Array.from(given, ([, label]) => label);
      const outcomes = twice.map(([value]) => value);
      const repeated = Int16Array.from(twice, ([, label]) => label);
      const weighted = contrast(outcome, labels, 3, weights);
      const plain = contrast(outcomes, repeated, 3);
      expect(weighted?.etaSquared ?? -1).toBeCloseTo(plain?.etaSquared ?? -1, 10);
      expect(concentration(outcome, labels, 3, weights) ?? -1).toBeCloseTo(
        concentration(outcomes, repeated, 3) ?? -1,
        10,
      );
    }),
    { seed: 11 },
  );
});

test('the interval of η² with weights rests on the effective number of customers', () => {
  const labels = Int16Array.of(0, 0, 1, 1);
  const weights = Float64Array.of(3, 1, 1, 1);
  const found = contrast([1, 3, 5, 7], labels, 2, weights)!;
  // Means 1.5, 6 and 3 of weight 6: W = (.75 + 2.25 + 1 + 1)/6, T = (12 + 0 + 4 + 16)/6; Kish's n = 36/12.
  const ratio = 5 / 32;
  expect(found.etaSquared).toBeCloseTo(1 - ratio, 12);
  const influence = [4 * ratio - 0.25, -2.25, 4 * ratio - 1, 16 * ratio - 1];
  const spread = influence.reduce((sum, one, at) => sum + weights[at]! * (one / (32 / 6)) ** 2, 0) / 6;
  expect(found.low).toBeCloseTo(1 - ratio - 1.959963984540054 * Math.sqrt(spread / 3), 12);
  expect(
    contrast(
      [1, 3, 5, 7],
      labels,
      2,
      weights.map((weight) => 10 * weight),
    )!.low,
  ).toBeCloseTo(found.low, 12);
});

test('concentration: equal segments 0, one that earns everything nearly all', () => {
  expect(concentration([5, 5, 5, 5], Int16Array.of(0, 0, 1, 1), 2)).toBe(0);
  expect(concentration([0, 0, 0, 10], Int16Array.of(0, 0, 0, 1), 2)).toBe(0.75);
  expect(concentration([0, 0], Int16Array.of(0, 1), 2)).toBeNull();
  expect(concentration([-9, 20], Int16Array.of(0, 1), 2)).toBeNull();
});

test('balance', () => {
  expect(balance([50, 50])).toEqual({ smallestShare: 0.5, evenness: 1 });
  expect(balance([3])).toEqual({ smallestShare: 1, evenness: 1 });
  expect(balance([])).toEqual({ smallestShare: 0, evenness: 0 });
  expect(balance([8, 0]).smallestShare).toBe(0);
  expect(balance([75, 25]).evenness).toBeCloseTo(0.8112781244591328, 12);
});
