// The methods' own settings and dialogs: the RFM table, own rules, tiers, what a mixture tells.
import { useState } from 'react';
import type { Feature } from '../../../shared/model/feature.ts';
import { FIVE_SCORES } from '../../../shared/model/division.ts';
import { COMPARED_SHAPES, type Method } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { type Answers, AnswersProvider } from '../../data/index.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { MixturePane } from './MixturePane.tsx';
import { FactsPane } from './FactsPane.tsx';
import { OwnScales } from './OwnScales.tsx';
import { RfmGridPane } from './RfmGridPane.tsx';
import { RfmSetup } from './RfmSetup.tsx';
import { RfmTable } from './RfmTable.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { TreePane } from './TreePane.tsx';
import { draftOf } from './settings.ts';
import { SettingsPane } from './SettingsPane.tsx';
import type { Draft } from './view.ts';

const nothing = (): void => undefined;
const nameOf = (name: string): string => name;

const feature = (name: string, type: Feature['type'], unit: Feature['unit']): Feature => ({
  name,
  label: name,
  builtIn: false,
  criterion: 'behavioural',
  type,
  unit,
  chosen: true,
  log: false,
  missing: 0,
  distinct: 9,
  mean: 1,
  sd: 1,
  min: 0,
  median: 1,
  max: 4,
  bars: [{ label: 'Porto', from: null, to: null, count: 3 }],
  twin: null,
});

const FEATURES = [
  feature('recency', 'number', 'days'),
  feature('frequency', 'number', 'count'),
  feature('monetary', 'number', 'money'),
  feature('City', 'category', 'none'),
];

function Pane({ method, customers = 1200 }: { readonly method: Method; readonly customers?: number }) {
  const [draft, edit] = useState<Draft>({ ...draftOf(null), method, miniBatch: customers > 1200 });
  return (
    <SettingsPane
      features={FEATURES}
      customers={customers}
      nameOf={nameOf}
      onChoose={nothing}
      onLog={nothing}
      usualMissing="median"
      analysisDate={null}
      onAnalysisDate={nothing}
      currency="EUR"
      draft={draft}
      onDraft={edit}
      tried={[]}
      state={{ kind: 'notRun' }}
      onRun={nothing}
      onCancel={nothing}
    />
  );
}

const mixture: Segmentation = {
  id: 1,
  runId: 1,
  createdAt: '2025-11-01T14:30:00Z',
  settings: { method: 'gmm', features: ['recency', 'City'], k: 3, scale: 'z', logs: true, seed: 1 },
  k: 3,
  customers: 1200,
  excluded: 0,
  imputed: 0,
  columns: ['recency', 'City: Porto'],
  centroids: [],
  sizes: [600, 400, 200],
  clusterSilhouettes: [],
  scores: { inertia: 1, silhouette: null, calinskiHarabasz: null, daviesBouldin: null, bic: 8123 },
  tried: [],
  groups: null,
  explainedVariance: [],
  facts: { bic: 8123, icl: 8240, covariance: 'full', leftOutColumns: [1], sampledRows: 50_000 },
  capped: 24,
  active: false,
};

const CELLS = {
  counts: [
    [310, 120, 40],
    [150, 180, 90],
    [0, 110, 140],
  ],
  monetary: [
    [1.2, 1.7, 2.2],
    [1.4, 2, 2.6],
    [null, 2.2, 2.8],
  ],
  clusters: [
    [[{ cluster: 2, n: 310 }], [{ cluster: 2, n: 120 }], [{ cluster: 1, n: 40 }]],
    [
      [{ cluster: 2, n: 150 }],
      [
        { cluster: 1, n: 150 },
        { cluster: 2, n: 30 },
      ],
      [{ cluster: 1, n: 90 }],
    ],
    [[], [{ cluster: 1, n: 110 }], [{ cluster: 0, n: 140 }]],
  ],
};
const BARS = ['Champions', 'Loyal', 'Lost'].map((name, slot) => {
  const count = [140, 390, 610][slot] ?? 0;
  return { key: String(slot), slot, name, count, share: count / 1140 };
});

const division = (method: Method, facts: Segmentation['facts']): Segmentation => ({
  ...mixture,
  settings: {
    ...mixture.settings,
    method,
    tiers: { value: 'monetary', by: 'shares', shares: [0.8, 0.15], groups: 10 },
  },
  facts,
  capped: 0,
});
const CUTS = { recency: [21, 49.5, 97], frequency: { 0: [2, 4, 7] }, monetary: { 0: [48.2, 112, 260] } };

const compared: Segmentation = {
  ...mixture,
  facts: {
    ...mixture.facts,
    bic: 8123,
    covariance: 'diagonal',
    mixtures: [2, 3, 4, 5, 6].flatMap((k) =>
      COMPARED_SHAPES.map((shape, at) => {
        const bic =
          shape === 'diagonal' && k === 4
            ? 8123
            : 8200 + 90 * Math.abs(k - 4) + (140 + 30 * at) * Math.abs(at - 1);
        return { k, shape, bic, icl: bic + 60 * k };
      }),
    ),
  },
};
const ward: Segmentation = {
  ...mixture,
  settings: { ...mixture.settings, method: 'ward' },
  facts: {
    tree: {
      sizes: [300, 200, 100, 240, 160, 90, 110],
      clusters: [0, 0, 0, 1, 1, 2, 2],
      merges: [
        { a: 1, b: 2, height: 4 },
        { a: 3, b: 4, height: 6 },
        { a: 5, b: 6, height: 7 },
        { a: 0, b: 7, height: 9 },
        { a: 8, b: 9, height: 24 },
        { a: 10, b: 11, height: 31 },
      ],
    },
  },
};

const RULE_ANSWERS: Answers = {
  'segmentations.ruleCounts': {
    customers: 1200,
    rules: [{ fits: 312, takes: 312 }],
    overlapping: 0,
    others: 888,
  },
};

const PANE = { widthPx: 260, heightPx: 720 } as const;
const DIALOG = { widthPx: 800, heightPx: 680 } as const;

const learnt: Segmentation = {
  ...mixture,
  settings: { ...mixture.settings, method: 'kmeans', miniBatch: true },
  facts: { cost: 1, batches: 114 },
  capped: 0,
};
/** Customers of a later day among the groups of `learnt`. */
const placed: Segmentation = { ...learnt, facts: { fromBatches: true } };

const factsOf = (solutions: readonly Segmentation[]) =>
  solutions.map((one, at) => (
    <FactsPane key={at} segmentation={one} nameOf={nameOf} features={FEATURES} currency="EUR" />
  ));

export const fixtures: readonly Fixture[] = [
  { id: 'explore-method-gmm', render: () => <Pane method="gmm" />, ...PANE },
  { id: 'explore-method-batches', render: () => <Pane method="kmeans" customers={1_240_000} />, ...PANE },
  { id: 'explore-method-rfm', render: () => <Pane method="rfm" />, ...PANE },
  { id: 'explore-method-tiers', render: () => <Pane method="tiers" />, ...PANE },
  {
    id: 'explore-rfm-table',
    render: () => <RfmTable rules={null} scores={FIVE_SCORES} onSave={nothing} onClose={nothing} />,
    ...DIALOG,
  },
  {
    id: 'explore-rfm-setup',
    render: () => (
      <RfmSetup
        cuts={{ recency: [30, 90, 180] }}
        currency="EUR"
        analysisDate="2025-11-01"
        onSave={nothing}
        onClose={nothing}
      />
    ),
    ...DIALOG,
  },
  {
    id: 'explore-rfm-grid',
    render: () => (
      <RfmGridPane cells={CELLS} bars={BARS} clusterKeys={['0', '1', '2']} pickedKey="1" onPick={nothing} />
    ),
    widthPx: 400,
    heightPx: 320,
  },
  {
    id: 'explore-own-scales',
    render: () => (
      <OwnScales
        features={FEATURES}
        nameOf={nameOf}
        scale="z"
        scales={{ monetary: 'rank' }}
        logs
        onLog={nothing}
        onSave={nothing}
        onClose={nothing}
      />
    ),
    ...DIALOG,
  },
  {
    id: 'explore-own-rules',
    render: () => (
      <AnswersProvider answers={RULE_ANSWERS}>
        <RulesEditor
          rules={[
            {
              name: 'Regulars',
              any: [
                [
                  { feature: 'frequency', op: '>=', value: 9 },
                  { feature: 'City', op: 'is', values: ['Porto'] },
                ],
                [{ feature: 'monetary', op: '>', value: 500 }],
              ],
            },
          ]}
          features={FEATURES}
          nameOf={nameOf}
          onSave={nothing}
          onClose={nothing}
        />
      </AnswersProvider>
    ),
    ...DIALOG,
  },
  {
    id: 'explore-mixtures',
    render: () => <MixturePane segmentation={compared} />,
    widthPx: 400,
    heightPx: 320,
  },
  {
    id: 'explore-tree',
    render: () => <TreePane segmentation={ward} slots={[0, 1, 2]} />,
    widthPx: 400,
    heightPx: 300,
  },
  {
    id: 'explore-method-facts',
    render: () => factsOf([mixture, learnt, placed]),
    widthPx: 400,
    heightPx: 440,
  },
  {
    id: 'explore-rfm-cuts',
    render: () =>
      factsOf([division('rfm', { rfmCuts: CUTS }), division('tiers', { tierCuts: [1240.5, 80] })]),
    widthPx: 400,
    heightPx: 260,
  },
];
