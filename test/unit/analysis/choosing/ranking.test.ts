import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  paretoFront,
  rank,
  type Rankable,
  shortfalls,
  type Values,
  valuesOf,
} from '../../../../electron/engine/analysis/choosing/ranking.ts';
import type { Judged } from '../../../../shared/model/tournament.ts';

const JUDGED: Judged = {
  silhouette: 0.3,
  silhouetteRows: 100,
  standardError: 0,
  calinskiHarabasz: 1,
  daviesBouldin: 1,
  dunn: 0.1,
  fidelity: 0.9,
  leaves: 6,
  contrast: { etaSquared: 0.4, low: 0.3, high: 0.5, n: 100 },
  concentration: 0.2,
  smallestShare: 0.1,
  evenness: 0.9,
  reach: null,
};

function entry(k: number, judged: Partial<Judged>, jaccard: readonly number[] | null): Rankable {
  const stability = jaccard && { resamples: 10, jaccard: [...jaccard], ari: 0.5 };
  const which = { id: `kmeans:${k}:z:all`, method: 'kmeans', k, scale: 'z', subset: 'all' } as const;
  return { ...which, judged: { ...JUDGED, ...judged }, stability };
}

const eta = (etaSquared: number) => ({ contrast: { etaSquared, low: 0, high: 1, n: 100 } });
/** As in a shop: two segments separate best, five are good at everything, four change with the sample. */
const BOARD = [
  entry(2, { silhouette: 0.4, ...eta(0.05) }, [0.99, 0.99]),
  entry(4, { silhouette: 0.28, ...eta(0.36) }, [0.82, 0.7, 0.7, 0.7]),
  entry(5, { silhouette: 0.25, fidelity: 0.88, ...eta(0.4) }, [0.95, 0.96, 0.97, 0.96, 0.96]),
  entry(6, { silhouette: 0.1, ...eta(0.42) }, null),
];

test('the one that is good at everything is recommended, with the reasons', () => {
  const { entries, recommended } = rank(BOARD);
  expect(entries.map(({ k }) => k)).toEqual([4, 5, 2, 6]);
  expect(recommended).toEqual({
    entryId: 'kmeans:4:z:all',
    reasons: [
      { code: 'allRound', shortfall: expect.closeTo(0.3, 6), only: true },
      { code: 'bestOn', criteria: ['separation', 'explainability'] },
      { code: 'twoSeparate', value: 0.4 },
    ],
  });
  const rivals = rank(BOARD.filter(({ k }) => k !== 2));
  expect(rivals.recommended).toEqual({
    entryId: 'kmeans:5:z:all',
    reasons: [
      { code: 'allRound', shortfall: expect.closeTo(1 - 0.25 / 0.28, 12), only: true },
      { code: 'bestOn', criteria: ['stability', 'contrast'] },
      {
        code: 'rival',
        method: 'kmeans',
        k: 4,
        scale: 'z',
        subset: 'all',
        better: 'separation',
        betterValue: 0.28,
        worse: 'stability',
        worseValue: expect.closeTo(0.73, 12),
      },
    ],
  });
});

test('a segment that dissolves keeps a solution from being recommended while another one holds', () => {
  const good = entry(3, { silhouette: 0.31 }, [0.9, 0.9, 0.5]);
  const holds = entry(4, { silhouette: 0.2 }, [0.7, 0.7, 0.7, 0.7]);
  expect(rank([good, holds]).recommended?.entryId).toBe(holds.id);
  expect(rank([good]).recommended).toEqual({
    entryId: good.id,
    reasons: [
      { code: 'allRound', shortfall: 0, only: true },
      { code: 'bestOn', criteria: ['separation', 'stability', 'explainability', 'contrast'] },
      { code: 'unsteady', lowest: 0.5 },
    ],
  });
});

test('nothing to recommend before a stability is known, and two segments when there are no others', () => {
  expect(rank([])).toEqual({ entries: [], recommended: null });
  expect(rank([entry(3, {}, null)]).recommended).toBeNull();
  expect(rank([entry(2, {}, [0.9, 0.9])]).recommended?.entryId).toBe('kmeans:2:z:all');
});

test('criteria that not everyone has, or that say nothing, do not count', () => {
  const without = [entry(3, { contrast: null }, [1, 1, 1]), entry(4, { contrast: null }, [1, 1, 1, 1])];
  expect(rank(without).entries.map(({ shortfall, pareto }) => [shortfall, pareto])).toEqual([
    [0, true],
    [0, true],
  ]);
  const noise = [entry(3, eta(0.001), [1, 1, 1]), entry(4, eta(0.009), [1, 1, 1, 1])];
  expect(rank(noise).entries.map(({ shortfall }) => shortfall)).toEqual([0, 0]);
  expect(valuesOf(entry(3, { silhouette: -0.2, smallestShare: 0.025 }, [0.4, 0.6]))).toEqual({
    separation: 0,
    stability: 0.5,
    explainability: 0.9,
    contrast: 0.4,
    balance: 0.5,
  });
});

const values: fc.Arbitrary<Values> = fc.record({
  separation: fc.integer({ min: 1, max: 9 }),
  stability: fc.integer({ min: 1, max: 9 }),
  explainability: fc.constant(null),
  contrast: fc.integer({ min: 1, max: 9 }),
  balance: fc.integer({ min: 1, max: 9 }),
});

test('the front is never empty, and whoever is not on it is dominated by someone who is', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 20 }), (all) => {
      const front = paretoFront(all);
      const at = (one: Values) => [one.separation, one.stability, one.contrast, one.balance].map(Number);
      const winners = all.filter((_, index) => front[index]);
      expect(winners.length).toBeGreaterThan(0);
      all.forEach((own, index) => {
        if (!front[index])
          expect(winners.some((other) => at(other).every((value, axis) => value >= at(own)[axis]!))).toBe(
            true,
          );
      });
      expect(Math.min(...shortfalls(all))).toBeLessThan(1);
      expect(Math.max(...shortfalls(all))).toBeLessThanOrEqual(1);
    }),
    { seed: 3 },
  );
});

test('the order does not depend on who came first', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(BOARD, { minLength: BOARD.length }), (shuffled) => {
      expect(rank(shuffled)).toEqual(rank(BOARD));
    }),
    { seed: 4 },
  );
});
