import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adjustedRand,
  bestJaccard,
  crossTable,
} from '../../../../electron/engine/analysis/choosing/agreement.ts';

const table = (a: number[], b: number[], ka = 3, kb = 3) =>
  crossTable(Int16Array.from(a), Int16Array.from(b), ka, kb);

// Values of scikit-learn 1.2.1, sklearn.metrics.adjusted_rand_score.
test('adjusted Rand index as scikit-learn computes it', () => {
  const a = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2];
  const b = [0, 0, 1, 1, 1, 2, 2, 2, 0, 2];
  expect(adjustedRand(table(a, b))).toBeCloseTo(0.20454545454545456, 12);
  expect(adjustedRand(table([0, 0, 1, 1], [0, 1, 0, 1]))).toBeCloseTo(-0.5, 12);
  expect(adjustedRand(table([0, 0, 0], [1, 1, 1]))).toBe(1);
  expect(adjustedRand(table([0, 1, 2], [2, 0, 1]))).toBe(1);
  expect(adjustedRand(table([], []))).toBe(1);
});

test('the table counts who is where in both, by weight, without those in no cluster', () => {
  const weights = Float64Array.of(2, 1, 1, 5);
  expect(crossTable(Int16Array.of(0, 1, 1, -1), Int16Array.of(1, 1, 0, 0), 2, 2, weights)).toEqual({
    first: 2,
    second: 2,
    counts: Float64Array.of(0, 2, 1, 1),
  });
});

test('Jaccard of each cluster with the most similar one', () => {
  expect(bestJaccard(table([0, 0, 0, 1, 1], [1, 1, 0, 0, 0], 3, 2))).toEqual([2 / 3, 2 / 3, null]);
});

const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 });

test('agreement is symmetric, at most 1, and blind to the numbers of the clusters', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 40 }), (pairs) => {
      const a = pairs.map(([one]) => one);
      const b = pairs.map(([, other]) => other);
      const value = adjustedRand(table(a, b, 4, 4));
      expect(value).toBeLessThanOrEqual(1 + 1e-12);
      expect(adjustedRand(table(b, a, 4, 4))).toBeCloseTo(value, 12);
      expect(
        adjustedRand(
          table(
            a.map((one) => 3 - one),
            b,
            4,
            4,
          ),
        ),
      ).toBeCloseTo(value, 12);
    }),
    { seed: 7 },
  );
  fc.assert(
    fc.property(labels, (a) => {
      expect(adjustedRand(table(a, a, 4, 4))).toBeCloseTo(1, 12);
      expect(new Set(bestJaccard(table(a, a, 4, 4)))).toEqual(
        new Set(Array.from({ length: 4 }, (_, one) => (a.includes(one) ? 1 : null))),
      );
    }),
    { seed: 8 },
  );
});
