// The pure parts of the workbench: settings of a run, selection, axis meaning, what was tried.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMeaning } from '../../../renderer/screens/explore/axisCaption.ts';
import { betterThan, closeCalls } from '../../../renderer/screens/explore/closeCalls.ts';
import { cellParts } from '../../../renderer/screens/explore/rfmCellParts.ts';
import { maskOf, mixOf } from '../../../renderer/screens/explore/selectionOf.ts';
import { readPercentile, writePercentile } from '../../../renderer/screens/explore/percentiles.ts';
import { draftRule, readRule } from '../../../renderer/screens/explore/ownRules.ts';
import { draftOf, isSameRun, missingFor, runSettings } from '../../../renderer/screens/explore/settings.ts';
import { readShares, writeShares } from '../../../renderer/screens/explore/tierShares.ts';
import { triedAcross } from '../../../renderer/screens/explore/triedAcross.ts';
import { createExploreView } from '../../../renderer/screens/explore/view.ts';
import { figuresOf } from '../../../renderer/ui/figures.ts';
import type { OwnSegment } from '../../../shared/model/division.ts';
import { METHODS } from '../../../shared/model/method.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { ClusterSettings, Segmentation, TriedK } from '../../../shared/model/segmentation.ts';

const EN = figuresOf('en');
const SETTINGS: ClusterSettings = {
  method: 'kmeans',
  features: ['recency', 'Age'],
  k: { from: 2, to: 6 },
  scale: 'robust',
  logs: false,
  seed: 7,
};

const row = (k: number, value: number, standardError = 0): TriedK => ({
  k,
  scores: {
    inertia: 1,
    silhouette: { value, n: 100, sampled: standardError > 0, standardError },
    calinskiHarabasz: null,
    daviesBouldin: null,
  },
  smallestShare: 0.2,
});

function solution(change: Partial<Segmentation>): Segmentation {
  return {
    id: 1,
    runId: 1,
    createdAt: '2025-11-01T10:00:00Z',
    settings: SETTINGS,
    k: 3,
    customers: 100,
    excluded: 0,
    imputed: 0,
    columns: [],
    centroids: [],
    sizes: [],
    clusterSilhouettes: [],
    scores: row(3, 0.4).scores,
    tried: [],
    groups: null,
    explainedVariance: [],
    active: false,
    ...change,
  };
}

const feature = (name: string, chosen: boolean): Feature => ({
  name,
  label: name,
  builtIn: false,
  criterion: 'behavioural',
  type: 'number',
  unit: 'none',
  chosen,
  log: false,
  missing: 0,
  distinct: 2,
  mean: 0,
  sd: 1,
  min: 0,
  median: 0,
  max: 1,
  bars: [],
  twin: null,
});

describe('settings of a run', () => {
  it('repeats a solution from its own draft, whatever the order of features', () => {
    const features = [feature('Age', true), feature('Spend', false), feature('recency', true)];
    const again = runSettings(draftOf(solution({})), features, 7);
    expect(again).toEqual({ ...SETTINGS, features: ['Age', 'recency'] });
    expect(isSameRun(again, solution({}))).toBe(true);
  });

  it.each([
    { scale: 'z' as const },
    { logs: true },
    { seed: 8 },
    { k: 3 },
    { k: { from: 2, to: 7 } },
    { features: ['Age'] },
  ])('differs after a change of %o', (change) => {
    expect(isSameRun({ ...SETTINGS, ...change }, solution({}))).toBe(false);
  });

  it('asks for one number when the draft says so', () => {
    const draft = { ...draftOf(null), mode: 'one' as const, k: 5 };
    expect(runSettings(draft, [feature('Age', true)], 1)).toEqual({
      method: 'kmeans',
      features: ['Age'],
      k: 5,
      scale: 'z',
      logs: true,
      seed: 1,
    });
  });
});

describe('gaps, scalings and caps', () => {
  const features = [feature('Age', true), feature('Spend', true)];
  const draft = {
    ...draftOf(null),
    scales: { Age: 'rank', Spend: 'z', Gone: 'none' } as const,
    missing: { method: 'nearest', indicators: true } as const,
    outliers: true,
    caps: { low: 0.025, high: 0.9 },
  };

  it('are asked for where the method looks at them', () => {
    const asked = (method: ClusterSettings['method']) => {
      const { scales, missing, winsorise } = runSettings({ ...draft, method }, features, 1);
      return [scales, missing, winsorise];
    };
    const own = [{ Age: 'rank' }, { method: 'nearest', indicators: true }, { low: 0.025, high: 0.9 }];
    expect([asked('kmeans'), asked('ward'), asked('gmm')]).toEqual([own, own, own]);
    const mixed = [undefined, { method: 'median', indicators: false }, own[2]];
    expect([asked('kmedoids'), asked('kprototypes')]).toEqual([mixed, mixed]);
    expect(asked('tiers')).toEqual([undefined, undefined, undefined]);
  });

  it('are remembered with the solution, and a change of one is another run', () => {
    const settings = runSettings(draft, features, 7);
    const again = draftOf(solution({ settings }));
    expect([again.scales, again.missing, again.outliers, again.caps]).toEqual([
      { Age: 'rank' },
      draft.missing,
      true,
      draft.caps,
    ]);
    expect(isSameRun(runSettings(again, features, 7), solution({ settings }))).toBe(true);
    for (const change of [
      { scales: {} },
      { missing: null },
      { missing: { method: 'nearest' as const, indicators: false } },
      { caps: { low: 0.025, high: 0.95 } },
    ])
      expect(isSameRun(runSettings({ ...again, ...change }, features, 7), solution({ settings }))).toBe(
        false,
      );
  });

  it.each([
    ['1', 'low', 0.01],
    ['2,5 %', 'low', 0.025],
    ['0', 'low', 0],
    ['26', 'low', null],
    ['', 'low', null],
    ['99.5', 'high', 0.995],
    ['70', 'high', null],
    ['x', 'high', null],
  ] as const)('reads the percentile %s (%s)', (text, end, share) => {
    expect(readPercentile(text, end, EN)).toBe(share);
    if (share !== null) expect(readPercentile(writePercentile(share, EN), end, EN)).toBe(share);
  });
});

describe('methods', () => {
  const money = { ...feature('Spend', false), unit: 'money' as const };
  const rfm = ['recency', 'frequency', 'monetary'].map((name) => feature(name, false));

  it('asks a method for its own features, and for nothing of another one', () => {
    const draft = draftOf(null);
    const asked = runSettings({ ...draft, method: 'rfm', outliers: true }, rfm, 1);
    expect(asked).toEqual({
      method: 'rfm',
      features: ['recency', 'frequency', 'monetary'],
      k: 1,
      scale: 'z',
      logs: true,
      seed: 1,
      rfm: { groups: 5, ties: 'below', nested: false, cuts: {} },
    });
    const tiers = runSettings({ ...draft, method: 'tiers' }, [feature('Age', true), money], 1);
    expect([tiers.features, tiers.tiers]).toEqual([
      ['Spend'],
      { value: 'Spend', by: 'shares', shares: [0.8, 0.15, 0.05], groups: 10 },
    ]);
    const mixture = runSettings({ ...draft, method: 'gmm', outliers: true }, [feature('Age', true)], 1);
    expect([mixture.winsorise, mixture.covariance]).toEqual([{ low: 0.01, high: 0.99 }, 'best']);
    const batches = { ...draft, miniBatch: true };
    expect(runSettings(batches, [feature('Age', true)], 1).miniBatch).toBe(true);
    expect(runSettings({ ...batches, method: 'ward' }, [feature('Age', true)], 1).miniBatch).toBeUndefined();
    expect(runSettings(draft, [feature('Age', true)], 1).miniBatch).toBeUndefined();
  });

  it('repeats the draft of any method', () => {
    const rules = [{ name: 'Old', any: [[{ feature: 'Age', op: '>' as const, value: 60 }]] }];
    const features = [feature('Age', true), ...rfm];
    for (const method of METHODS) {
      const settings = runSettings({ ...draftOf(null), method, rules, outliers: true }, features, 7);
      const again = runSettings(draftOf(solution({ settings, k: 3 })), features, 7);
      expect(again).toEqual(settings);
      expect(isSameRun(again, solution({ settings }))).toBe(true);
    }
    const learnt = runSettings({ ...draftOf(null), miniBatch: true }, features, 7);
    expect(runSettings(draftOf(solution({ settings: learnt })), features, 7).miniBatch).toBe(true);
    expect(isSameRun(learnt, solution({ settings: { ...learnt, miniBatch: undefined } }))).toBe(false);
  });

  it('says what is missing before a run', () => {
    const draft = draftOf(null);
    expect([
      missingFor(draft, [feature('Age', true)]),
      missingFor(draft, [feature('Age', false)]),
      missingFor({ ...draft, method: 'rfm' }, [feature('Age', true)]),
      missingFor({ ...draft, method: 'rules' }, [feature('Age', true)]),
      missingFor({ ...draft, method: 'tiers' }, [money]),
      // A field that cannot be read: nothing runs with what stood there before.
      missingFor({ ...draft, method: 'tiers', tiers: { ...draft.tiers, shares: [] } }, [money]),
      missingFor({ ...draft, outliers: true, caps: { low: NaN, high: 0.99 } }, [feature('Age', true)]),
      missingFor({ ...draft, outliers: false, caps: { low: NaN, high: 0.99 } }, [feature('Age', true)]),
    ]).toEqual([null, 'features', 'rfm', 'rules', null, 'values', 'values', null]);
  });

  it.each([
    ['80, 15, 5', [0.8, 0.15, 0.05]],
    ['62,5; 30 %', [0.625, 0.3]],
    ['90, 20', null],
    ['', null],
    ['a', null],
    ['-5, 10', null],
  ])('reads the shares %s', (text, shares) => {
    expect(readShares(text, EN)).toEqual(shares);
    if (shares) expect(readShares(writeShares(shares, EN), EN)).toEqual(shares);
  });

  it('reads a rule as it was written, and back', () => {
    const features = [feature('Age', true), { ...feature('City', true), type: 'category' as const }];
    const rule: OwnSegment = {
      name: 'Old in Porto',
      any: [
        [
          { feature: 'Age', op: '>=', value: 60.5 },
          { feature: 'City', op: 'isNot', values: ['Braga', 'Faro'] },
        ],
        [{ feature: 'Age', op: 'missing' }],
      ],
    };
    expect(readRule(draftRule(rule, EN), features, EN)).toEqual(rule);
    const [first] = draftRule(rule, EN).any;
    const half = first?.map((condition) => ({ ...condition, text: '' })) ?? [];
    expect(readRule({ name: 'x', any: [half] }, features, EN)).toBeNull();
    expect(readRule({ name: ' ', any: draftRule(rule, EN).any }, features, EN)).toBeNull();
    expect(readRule({ name: 'x', any: [] }, features, EN)).toBeNull();
  });
});

describe('selection', () => {
  it('marks exactly the customers of a segment', () => {
    const segment = Uint8Array.of(0, 2, 1, 2);
    expect(maskOf({ kind: 'segment', ordinal: 2 }, segment)).toEqual(Uint8Array.of(0, 1, 0, 1));
    expect(maskOf(null, segment)).toBeNull();
  });

  it('drops a lasso drawn over another solution', () => {
    const lasso = { kind: 'lasso' as const, mask: Uint8Array.of(1, 0), count: 1 };
    expect(maskOf(lasso, Uint8Array.of(0, 0, 1))).toBeNull();
  });

  it('counts every selected customer in exactly one segment', () => {
    const customers = fc.array(fc.tuple(fc.nat(3), fc.nat(1)), { maxLength: 60 });
    fc.assert(
      fc.property(customers, (rows) => {
        const segment = Uint8Array.from(rows, ([ordinal]) => ordinal);
        const mask = Uint8Array.from(rows, ([, chosen]) => chosen);
        const mix = mixOf(mask, segment, 4);
        expect(mix.reduce((sum, count) => sum + count, 0)).toBe(mask.reduce((sum, one) => sum + one, 0));
      }),
      { seed: 1 },
    );
  });

  it('selects a segment, and lets go of it when it is picked again', () => {
    const store = createExploreView();
    store.getState().toggleSegment(1);
    expect(store.getState().selection).toEqual({ kind: 'segment', ordinal: 1 });
    store.getState().toggleSegment(1);
    expect(store.getState().selection).toBeNull();
  });

  it('forgets selection and draft when another solution is shown', () => {
    const store = createExploreView();
    store.getState().toggleSegment(0);
    store.getState().edit(draftOf(null));
    store.getState().show(9);
    const { shownId, selection, draft } = store.getState();
    expect({ shownId, selection, draft }).toEqual({ shownId: 9, selection: null, draft: null });
  });
});

describe('axis meaning', () => {
  const loadings = [
    { feature: 'Spend', loading: 0.5 },
    { feature: 'Age', loading: -0.7 },
    { feature: 'Orders', loading: 0.3 },
    { feature: 'Weight', loading: 0.05 },
  ];

  it('names the two strongest features by direction', () => {
    expect(axisMeaning(loadings, 1)).toEqual({ more: ['Spend'], less: ['Age'] });
    expect(axisMeaning(loadings, -1)).toEqual({ more: ['Age'], less: ['Spend'] });
  });

  it('says nothing about features that hardly turn the axis', () => {
    expect(axisMeaning([{ feature: 'Weight', loading: 0.05 }], 1)).toEqual({ more: [], less: [] });
  });
});

describe('numbers of segments that were tried', () => {
  it('are close calls within two standard errors, never when measured on everyone', () => {
    expect(closeCalls([row(2, 0.36, 0.004), row(3, 0.4, 0.003), row(4, 0.393, 0.004)], 3)).toEqual([4]);
    expect(closeCalls([row(2, 0.4), row(3, 0.4)], 3)).toEqual([]);
  });

  it('are better only when clearly ahead of the shown one', () => {
    const tried = [row(2, 0.4, 0.003), row(3, 0.3, 0.003), row(4, 0.303, 0.003)];
    expect(betterThan(tried, 3)).toEqual(row(2, 0.4, 0.003));
    expect(betterThan(tried.slice(1), 3)).toBeNull();
    expect(betterThan(tried, 2)).toBeNull();
    expect(closeCalls(tried, 3)).toEqual([4]);
  });

  it('are proposed from 3 to 8', () => {
    const { mode, from, to } = draftOf(null);
    expect({ mode, from, to }).toEqual({ mode: 'range', from: 3, to: 8 });
  });

  it('come from all runs of the same question, the shown one first', () => {
    const shown = solution({ id: 2, settings: { ...SETTINGS, k: 3 }, tried: [row(3, 0.41)] });
    const range = solution({ id: 1, tried: [row(2, 0.3), row(3, 0.4)] });
    const otherScale = solution({ id: 3, settings: { ...SETTINGS, scale: 'z' }, tried: [row(5, 0.9)] });
    const otherCustomers = solution({ id: 4, customers: 99, tried: [row(6, 0.9)] });
    const ownWay = {
      missing: { method: 'exclude' as const, indicators: false },
      scales: { Age: 'rank' as const },
    };
    const others = [{ miniBatch: true }, { missing: ownWay.missing }, { scales: ownWay.scales }].map(
      (own, at) => solution({ id: 5 + at, settings: { ...SETTINGS, ...own }, tried: [row(7 + at, 0.9)] }),
    );
    expect(triedAcross(shown, [otherCustomers, otherScale, ...others, shown, range])).toEqual([
      row(2, 0.3),
      row(3, 0.41),
    ]);
  });
});

describe('a cell of the RFM grid', () => {
  const bar = (key: string, slot: number, name: string) => ({ key, slot, name, count: 9, share: 0.1 });
  const bars = [bar('0', 0, 'Champions'), bar('1', 4, 'Lost'), bar('2', 2, 'New')];

  it('counts merged clusters together, the largest segment first, and leaves out who is in none', () => {
    const clusters = [
      { cluster: 0, n: 5 },
      { cluster: 1, n: 4 },
      { cluster: 2, n: 3 },
      { cluster: 3, n: 2 },
    ];
    expect(cellParts(clusters, ['0', '1', '1', null], bars)).toEqual([
      { key: '1', slot: 4, name: 'Lost', n: 7 },
      { key: '0', slot: 0, name: 'Champions', n: 5 },
    ]);
    expect(cellParts([], ['0'], bars)).toEqual([]);
  });
});
