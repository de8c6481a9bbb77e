// What is said of solutions that have the same method and number of segments.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf } from '../../../renderer/screens/explore/differences.ts';
import type { RfmRule, RfmSettings } from '../../../shared/model/division.ts';
import type { ClusterSettings, Segmentation } from '../../../shared/model/segmentation.ts';

const SETTINGS: ClusterSettings = {
  method: 'kmeans',
  features: ['recency', 'frequency'],
  k: 5,
  scale: 'z',
  logs: true,
  seed: 7,
};
const RFM: RfmSettings = { groups: 5, ties: 'below', nested: false, cuts: {} };

type Change = Partial<ClusterSettings>;
const solution = (id: number, change: Change = {}, over: Partial<Segmentation> = {}): Segmentation =>
  ({
    id,
    k: 5,
    customers: 100,
    createdAt: '2026-03-01T12:00:00.000Z',
    settings: { ...SETTINGS, ...change },
    ...over,
  }) as Segmentation;
const rfm = (id: number, change: Partial<RfmSettings>): Segmentation =>
  solution(id, { method: 'rfm', rfm: { ...RFM, ...change } });

const told = (...solutions: readonly Segmentation[]) =>
  [...differencesOf(solutions).entries()].toSorted(([a], [b]) => a - b).map(([, differences]) => differences);

test('a name of its own needs no more; another method or number has one', () => {
  expect(told(solution(1))).toEqual([[]]);
  const ward = solution(2, { method: 'ward', scale: 'robust' });
  expect(told(solution(1), ward, solution(3, { logs: false }, { k: 4 }))).toEqual([[], [], []]);
});

test('RFM: scores, own cut points, nested bins, ties, own table', () => {
  expect(told(rfm(1, {}), rfm(2, { groups: 3 }))).toEqual([
    [{ kind: 'scores', counts: [5] }],
    [{ kind: 'scores', counts: [3] }],
  ]);
  expect(told(rfm(1, {}), rfm(2, { ties: 'above' }))).toEqual([
    [{ kind: 'ties', ties: 'below' }],
    [{ kind: 'ties', ties: 'above' }],
  ]);
  const cuts = [10, 20, 30, 40];
  expect(told(rfm(1, {}), rfm(2, { cuts: { recency: cuts } }), rfm(3, { nested: true }))).toEqual([
    [],
    [{ kind: 'cuts', feature: 'recency', at: cuts }],
    [{ kind: 'nested' }],
  ]);
  // The number of segments follows from the scores: it alone would not say which is which.
  const nine = { ...rfm(2, { groups: 3 }), k: 9 };
  expect(told(rfm(1, {}), nine)).toEqual([
    [{ kind: 'scores', counts: [5] }],
    [{ kind: 'scores', counts: [3] }],
  ]);
  expect(told(rfm(1, { cuts: { monetary: [50] } }), rfm(2, {}))).toEqual([
    [{ kind: 'scores', counts: [5, 5, 2] }],
    [{ kind: 'scores', counts: [5] }],
  ]);
  const own: RfmRule[] = [{ name: 'All', recency: [1, 5], frequency: [1, 5], monetary: [1, 5] }];
  expect(told(rfm(1, {}), rfm(2, { rules: own }))).toEqual([[], [{ kind: 'table', rows: 1 }]]);
});

test('found in the data: features, scaling, shape, logarithms, outliers, gaps, in this order and no more than needed', () => {
  const robust: Change = { scale: 'robust', logs: false };
  expect(told(solution(1), solution(2, robust))).toEqual([
    [{ kind: 'scale', scale: 'z' }],
    [{ kind: 'scale', scale: 'robust' }],
  ]);
  const four = ['recency', 'frequency', 'Age', 'City', 'Zone', 'Visits'];
  expect(told(solution(1), solution(2, { features: four }))).toEqual([
    [{ kind: 'without', names: { first: ['Age', 'City', 'Visits'], more: 1 } }],
    [{ kind: 'with', names: { first: ['Age', 'City', 'Visits'], more: 1 } }],
  ]);
  expect(told(solution(1), solution(2, { logs: false }))).toEqual([[], [{ kind: 'noLogs' }]]);
  const winsorise = { low: 0.01, high: 0.99 };
  expect(told(solution(1), solution(2, { winsorise }))).toEqual([[], [{ kind: 'capped', ...winsorise }]]);
  expect(told(solution(1), solution(2, { miniBatch: true }))).toEqual([[], [{ kind: 'miniBatch' }]]);
  const gmm = (id: number, covariance?: 'full') =>
    solution(id, { method: 'gmm', ...(covariance && { covariance }) });
  expect(told(gmm(1), gmm(2, 'full'))).toEqual([
    [{ kind: 'shape', shape: 'best' }],
    [{ kind: 'shape', shape: 'full' }],
  ]);
  // Gower's distances know no scaling.
  const medoids = (id: number, change: Change) => solution(id, { method: 'kmedoids', ...change });
  expect(told(medoids(1, {}), medoids(2, { scale: 'rank', seed: 8 }))).toEqual([
    [{ kind: 'seed', seed: 7 }],
    [{ kind: 'seed', seed: 8 }],
  ]);
});

test('value tiers and own rules', () => {
  const tiers = (id: number, change: object) =>
    solution(id, {
      method: 'tiers',
      tiers: { value: 'monetary', by: 'shares', shares: [0.8, 0.15, 0.05], groups: 10, ...change },
    });
  expect(told(tiers(1, {}), tiers(2, { value: 'Paid' }))).toEqual([
    [{ kind: 'value', feature: 'monetary' }],
    [{ kind: 'value', feature: 'Paid' }],
  ]);
  expect(told(tiers(1, {}), tiers(2, { by: 'groups' }))).toEqual([
    [{ kind: 'shares', shares: [0.8, 0.15, 0.05] }],
    [{ kind: 'equalGroups' }],
  ]);
  const rules = (id: number, name: string) =>
    solution(id, { method: 'rules', rules: { segments: [{ name, any: [] }] } });
  expect(told(rules(1, 'Old'), rules(2, 'New'))).toEqual([
    [{ kind: 'rules', names: { first: ['Old'], more: 0 } }],
    [{ kind: 'rules', names: { first: ['New'], more: 0 } }],
  ]);
});

test('the same settings over other customers, with weights, on another day', () => {
  expect(told(solution(1), solution(2, {}, { customers: 120 }))).toEqual([
    [{ kind: 'customers', n: 100 }],
    [{ kind: 'customers', n: 120 }],
  ]);
  expect(told(solution(1), solution(2, {}, { weighting: { cap: 5, effectiveN: 80 } }))).toEqual([
    [],
    [{ kind: 'weighted' }],
  ]);
  expect(told(solution(1), solution(2, {}, { createdAt: '2026-03-02T12:00:00.000Z' }))).toEqual([
    [{ kind: 'date', at: '2026-03-01' }],
    [{ kind: 'date', at: '2026-03-02' }],
  ]);
});

test('whatever differs in scores, ties, cuts, scaling, logarithms or seed is told apart', () => {
  const change = fc.record({
    scale: fc.constantFrom('z' as const, 'robust' as const, 'rank' as const),
    logs: fc.boolean(),
    seed: fc.nat(3),
  });
  const ofRfm = fc.record({
    groups: fc.integer({ min: 2, max: 4 }),
    ties: fc.constantFrom('below' as const, 'above' as const),
    nested: fc.boolean(),
    cuts: fc.record({ recency: fc.constantFrom<number[]>([10], [20], [10, 20]) }, { requiredKeys: [] }),
  });
  const any = fc.oneof(
    change,
    ofRfm.map((settings): Change => ({ method: 'rfm', rfm: settings })),
  );
  fc.assert(
    fc.property(fc.uniqueArray(any, { maxLength: 12, selector: (one) => JSON.stringify(one) }), (changes) => {
      const solutions = changes.map((one, id) => solution(id, one));
      const names = told(...solutions).map((differences, at) => {
        const { method } = solutions[at]!.settings;
        return JSON.stringify([method, differences]);
      });
      expect(new Set(names).size).toBe(names.length);
    }),
    { seed: 1 },
  );
});
