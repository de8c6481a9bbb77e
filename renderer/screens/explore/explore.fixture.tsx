// The workbench with simulated customers: a sound solution, one without groups behind it, nothing run yet, a run under way.
import { useState } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { NotRunYet, NothingToExplore } from './Gate.tsx';
import { maskOf, mixOf, type MapPoints } from './selectionOf.ts';
import { draftOf } from './settings.ts';
import type { RunState } from './SettingsPane.tsx';
import type { Draft, Selection } from './view.ts';
import type { MapKind } from './MapView.tsx';
import { Workbench } from './Workbench.tsx';

const NAMES = [
  'Recent regulars',
  'Big spenders on mobile',
  'One-time gift buyers',
  'Lapsed bargain hunters',
] as const;
const CENTRES = [
  [-1.6, 1.1],
  [1.5, 1.4],
  [1.8, -1.5],
  [-1.2, -1.4],
] as const;
const SIZES = [420, 310, 260, 210] as const;
const LABELS = [
  'Days since the last order',
  'Orders',
  'Spend',
  'Order value',
  'Share bought at a discount',
  'Mobile share',
  'Age',
  'Trend score',
  'Distance to shop',
] as const;
const CRITERIA_OF = [
  'behavioural',
  'behavioural',
  'behavioural',
  'behavioural',
  'behavioural',
  'behavioural',
  'demographic',
  'psychographic',
  'geographic',
] as const;

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function simulate(): MapPoints {
  const next = generator(4127);
  const total = SIZES.reduce((sum, size) => sum + size, 0);
  const points = { x: new Float32Array(total), y: new Float32Array(total), segment: new Uint8Array(total) };
  let row = 0;
  SIZES.forEach((size, segment) => {
    for (let i = 0; i < size; i++, row++) {
      const [cx, cy] = CENTRES[segment] ?? [0, 0];
      const radius = Math.sqrt(-2 * Math.log(next() + 1e-9)) * 0.7;
      const angle = next() * 2 * Math.PI;
      points.x[row] = cx + radius * Math.cos(angle);
      points.y[row] = cy + radius * Math.sin(angle);
      points.segment[row] = segment;
    }
  });
  return points;
}

const POINTS = simulate();
/** Every sixtieth customer: too few to draw. */
const TWENTY: MapPoints = {
  x: POINTS.x.filter((_, row) => row % 60 === 0),
  y: POINTS.y.filter((_, row) => row % 60 === 0),
  segment: POINTS.segment.filter((_, row) => row % 60 === 0),
};
const nextValue = generator(7);
const wave = (): number => Math.round((nextValue() * 3.4 - 1.7) * 100) / 100;
const MEANS = NAMES.map(() => LABELS.map(wave));

const feature = (label: string, index: number): Feature => ({
  name: label,
  label,
  builtIn: false,
  criterion: CRITERIA_OF[index] ?? 'behavioural',
  type: 'number',
  unit: 'none',
  chosen: index !== 3,
  log: index < 4,
  missing: index === 7 ? 180 : 0,
  distinct: 400,
  mean: 1,
  sd: 1,
  min: 0,
  median: 1,
  max: 4,
  bars: [],
  twin: index === 3 ? { name: 'Spend', r: 0.93 } : null,
});

const tried = [0.31, 0.34, 0.41, 0.37, 0.33, 0.29, 0.27].map((value, index) => ({
  k: index + 2,
  scores: {
    inertia: 7200 / (index + 2),
    silhouette: { value, n: 1200, sampled: false, standardError: 0 },
    calinskiHarabasz: 620 - index * 31,
    daviesBouldin: 0.9 + index * 0.06,
  },
  smallestShare: 0.42 / (index + 2),
}));

const copies = (low: number): number[] => Array.from({ length: 29 }, (_, at) => low + (at % 7) * 0.006);
const GAP = {
  gap: [0.1, 0.2, 0.3, 0.4, 0.3, 0.3, 0.3, 0.3, 0.3],
  error: new Array<number>(9).fill(0.01),
  first: 1,
  overall: 4,
};

const solution = (id: number, pass: boolean, active: boolean): Segmentation => ({
  id,
  runId: id,
  createdAt: `2025-11-0${id}T14:30:00Z`,
  settings: {
    method: 'kmeans',
    features: LABELS.filter((_, index) => index !== 3),
    k: { from: 2, to: 8 },
    scale: 'z',
    logs: true,
    seed: 4127,
  },
  k: 4,
  customers: pass ? 1200 : 64,
  excluded: 0,
  imputed: 180,
  missing: { method: 'median', indicators: ['Age'], features: [{ feature: 'Age', count: 180 }] },
  columns: [],
  centroids: [],
  clusterSilhouettes: [],
  sizes: [...SIZES],
  scores: tried[2]?.scores ?? { inertia: 0, silhouette: null, calinskiHarabasz: null, daviesBouldin: null },
  tried,
  groups: {
    verdict: pass ? 'clear' : 'none',
    k: pass ? 4 : 6,
    againstCrowd: { observed: pass ? 0.41 : 0.13, copies: copies(0.11), p: pass ? 1 / 30 : 0.4 },
    againstEven: { observed: pass ? 0.41 : 0.13, copies: copies(0.1).slice(0, 19), p: pass ? 0.05 : 0.6 },
    stability: { observed: pass ? 0.86 : 0.44, copies: copies(0.4), p: 0.03 },
    gapBox: GAP,
    gapAligned: GAP,
    rows: pass ? 600 : 64,
  },
  stability: { resamples: 40, drawn: 1200, placed: 1200, jaccard: [0.94, 0.88, 0.71, 0.54], ari: 0.82 },
  explainedVariance: [0.34, 0.21],
  ...(!pass && { outdated: true }),
  active,
});

const COMPONENTS = [0.34, 0.21, 0.17].map((explained, at) => ({
  explained,
  loadings: LABELS.map((name, index) => ({ feature: name, loading: Math.cos(index + 2 * at) / 2 })),
}));

interface DemoProps {
  readonly pass?: boolean;
  readonly run?: RunState;
  readonly empty?: boolean;
  readonly map?: MapKind;
  readonly points?: MapPoints;
}

const nothing = (): void => undefined;

function Demo({ pass = true, run, empty = false, map = 'pca', points = POINTS }: DemoProps) {
  const [kind, setKind] = useState<MapKind>(map);
  const [selection, select] = useState<Selection | null>(null);
  const [draft, edit] = useState<Draft | null>(null);
  const found = solution(3, pass, false);
  const segmentation = points === POINTS ? found : { ...found, customers: points.x.length, groups: null };
  const mask = maskOf(selection, points.segment);
  const labels = NAMES.map((name, slot) => ({ slot, name, count: SIZES[slot] ?? 0 }));
  const picked = selection?.kind === 'segment' ? String(selection.ordinal) : null;
  return (
    <Workbench
      settings={{
        features: LABELS.map(feature),
        customers: 1200,
        nameOf: (name) => name,
        onChoose: run?.kind === 'computing' ? null : nothing,
        onLog: run?.kind === 'computing' ? null : nothing,
        usualMissing: 'median',
        analysisDate: null,
        onAnalysisDate: nothing,
        currency: 'EUR',
        draft: draft ?? draftOf(empty ? null : segmentation),
        onDraft: edit,
        tried: empty ? [] : tried,
        state: run ?? (empty ? { kind: 'notRun' } : { kind: draft ? 'outdated' : 'upToDate', when: '14:30' }),
        onRun: nothing,
        onCancel: nothing,
      }}
      solutions={[segmentation, solution(2, true, true)]}
      shown={
        empty
          ? null
          : {
              segmentation,
              map: {
                points,
                segments: labels,
                axes: [
                  [
                    { feature: 'Mobile share', loading: 0.6 },
                    { feature: 'Age', loading: -0.5 },
                  ],
                  [{ feature: 'Spend', loading: 0.7 }],
                ],
                explainedVariance: [0.34, 0.21],
                components: COMPONENTS,
                kind,
                onKind: setKind,
                nearness: { sampled: null, share: 0.4, onCancel: () => setKind('pca') },
                nameOf: (name) => name,
                mask,
                mix: mask ? mixOf(mask, points.segment, NAMES.length) : null,
                onLasso: (chosen, count) =>
                  select(count === 0 ? null : { kind: 'lasso', mask: chosen, count }),
                onClear: () => select(null),
              },
              profiles: {
                features: LABELS.filter((_, index) => index !== 3),
                segments: NAMES.map((name, slot) => {
                  const means = (MEANS[slot] ?? []).filter((_, index) => index !== 3);
                  return {
                    key: String(slot),
                    slot,
                    name,
                    means,
                    ranks: means.map((mean) => 1 / (1 + Math.exp(-1.6 * mean))),
                  };
                }),
              },
              bars: labels.map(({ slot, name, count }) => ({
                key: String(slot),
                slot,
                name,
                count,
                share: count / 1200,
                revenueShare: [0.34, 0.41, 0.09, 0.16][slot] ?? 0,
              })),
              clusterSlots: labels.map(({ slot }) => slot),
              clusterKeys: labels.map(({ slot }) => String(slot)),
              stability: labels.map(({ slot, name }) => ({
                key: String(slot),
                slot,
                name,
                jaccard: segmentation.stability?.jaccard[slot] ?? null,
              })),
            }
      }
      pickedKey={picked}
      onPick={(key) => select(key === picked ? null : { kind: 'segment', ordinal: Number(key) })}
      onShow={nothing}
      onRemove={nothing}
      onPrepare={(k) => edit({ ...draftOf(segmentation), mode: 'one', k })}
      onUse={nothing}
      onOpenSegments={nothing}
      onPlace={nothing}
      tiers={{ possible: true, start: nothing }}
      onCompare={nothing}
      empty={<NotRunYet draft={draftOf(null)} />}
    />
  );
}

export const fixtures: readonly Fixture[] = [
  { id: 'explore-mapping', render: () => <Demo map="umap" /> },
  { id: 'explore-workbench', render: () => <Demo /> },
  { id: 'explore-no-groups', render: () => <Demo pass={false} /> },
  { id: 'explore-too-few', render: () => <Demo points={TWENTY} /> },
  { id: 'explore-empty', render: () => <Demo empty /> },
  {
    id: 'explore-running',
    render: () => <Demo run={{ kind: 'running', progress: { phase: 'clustering', share: 0.45 } }} />,
  },
  { id: 'explore-computing', render: () => <Demo run={{ kind: 'computing', share: 0.3, wanted: true }} /> },
  { id: 'explore-no-data', render: () => <NothingToExplore onOpenData={nothing} /> },
];
