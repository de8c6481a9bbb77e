import { expect, test } from 'vitest';
import {
  bestOf,
  rowsOf,
  sortEntries,
  testValues,
} from '../../../renderer/screens/explore/compare/boardRows.ts';
import { readBlocks, readRule, type RuleDraft } from '../../../renderer/screens/explore/ownRules.ts';
import { figuresOf } from '../../../renderer/ui/figures.ts';
import type { Baseline, Judged, TournamentEntry } from '../../../shared/model/tournament.ts';

const EN = figuresOf('en');
const JUDGED: Judged = {
  silhouette: 0.2,
  silhouetteRows: 100,
  standardError: 0,
  calinskiHarabasz: 1,
  daviesBouldin: 1,
  dunn: 0.1,
  fidelity: 0.9,
  leaves: 6,
  contrast: { etaSquared: 0.3, low: 0.2, high: 0.4, n: 100 },
  concentration: 0.2,
  smallestShare: 0.1,
  evenness: 0.9,
  reach: null,
};
const entry = (k: number, silhouette: number): TournamentEntry => ({
  id: `kmeans:${k}:z:all`,
  method: 'kmeans',
  k,
  scale: 'z',
  subset: 'all',
  features: ['a'],
  sizes: [50, 50],
  judged: { ...JUDGED, silhouette },
  stability: { resamples: 40, jaccard: [0.8, 0.6], ari: 0.5 },
  pareto: true,
  shortfall: 0.1,
});
const tiers: Baseline = {
  id: 'tiers',
  method: 'tiers',
  k: 3,
  features: ['spend'],
  sizes: [60, 30, 10],
  judged: { ...JUDGED, silhouette: 0.9, contrast: { etaSquared: 0.8, low: 0.7, high: 0.9, n: 100 } },
};
const ENTRIES = [entry(4, 0.3), entry(5, 0.25)];
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

test('what searches for nothing stands below, and above where it is recommended', () => {
  const board = { entries: ENTRIES, baselines: [tiers], recommended: null };
  expect(ids(rowsOf(board))).toEqual(['kmeans:4:z:all', 'kmeans:5:z:all', 'tiers']);
  const none = { ...board, recommended: { entryId: 'tiers', reasons: [] } };
  expect(ids(rowsOf(none))).toEqual(['tiers', 'kmeans:4:z:all', 'kmeans:5:z:all']);
});

test('it has no stability, is sorted like the others, and is the best of none', () => {
  expect(testValues(tiers)).toEqual({
    separation: 0.9,
    stability: null,
    explainability: 0.9,
    contrast: 0.8,
    balance: 0.1,
  });
  expect(testValues(ENTRIES[0]!).stability).toBeCloseTo(0.7, 12);
  const rows = [...ENTRIES, tiers];
  expect(ids(sortEntries(rows, { key: 'contrast', descending: true }))[0]).toBe('tiers');
  expect(ids(sortEntries(rows, { key: 'stability', descending: true })).at(-1)).toBe('tiers');
  expect([bestOf(ENTRIES).contrast, bestOf(ENTRIES).separation]).toEqual([0.3, 0.3]);
});

test('a rule counts before it has a name, but is not finished; half a condition counts for nothing', () => {
  const condition = { id: '1', feature: 'frequency', op: 'ge' as const, text: '6' };
  const draft: RuleDraft = { name: '', any: [[condition]] };
  expect(readBlocks(draft, [], EN)).toEqual([[{ feature: 'frequency', op: '>=', value: 6 }]]);
  expect(readRule(draft, [], EN)).toBeNull();
  expect(readBlocks({ ...draft, any: [[condition, { ...condition, text: '' }]] }, [], EN)).toBeNull();
});
