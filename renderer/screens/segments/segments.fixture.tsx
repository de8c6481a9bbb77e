// Segments of an invented shop: a clear one, one that nothing sets apart, and a merge under way.
import type { RuleForm } from '../../../shared/model/ruleForm.ts';
import { BelongingPane } from './BelongingPane.tsx';
import { LineagePane } from './LineagePane.tsx';
import { type RuleScope, RuleFormsView } from './RuleFormsView.tsx';
import { useState } from 'react';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { SegmentDetail, SegmentSummary, SilhouetteBins } from '../../../shared/model/segmentation.ts';
import type { SegmentLineage } from '../../../shared/model/lineage.ts';
import type { SortOrder } from '../../ui/index.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { AudienceDialog } from '../../handover/index.ts';
import { DetailView } from './DetailView.tsx';
import { useLevels } from '../../evidence/index.ts';
import { SegmentsView } from './SegmentsView.tsx';
import { FormerCustomers, NoSegmentsView } from '../../app/index.ts';

type Row = readonly [
  feature: string,
  label: string,
  unit: Evidence['unit'],
  here: number,
  all: number,
  half: number,
  d: number,
];

const ROWS: readonly Row[] = [
  ['Kids’ items', 'Kids’ items', 'share', 0.063, 0.166, 2, -0.9],
  ['recency', 'recency', 'days', 40, 90, 2, -0.8],
  ['Gift wrap', 'Gift wrap', 'share', 0.09, 0.21, 3, -0.7],
  ['Distance to shop', 'Distance to shop', 'km', 5.3, 11.5, 2, -0.7],
  ['Discount share', 'Discount share', 'share', 0.26, 0.34, 2, -0.4],
  ['monetary', 'monetary', 'money', 610, 466, 4, 0.5],
  ['frequency', 'frequency', 'count', 5.4, 4.3, 3, 0.4],
  ['basket', 'basket', 'money', 113, 108, 3, 0.22],
  ['returnsRate', 'returnsRate', 'share', 0.16, 0.13, 4, 0.3],
  ['Mobile share', 'Mobile share', 'share', 0.67, 0.58, 2, 0.3],
  ['Age', 'Age', 'years', 32, 36, 2, -0.25],
  ['Trend score', 'Trend score', 'points', 3.2, 3.1, 6, 0.06],
];

function evidenceOf([feature, label, unit, here, all, half, d]: Row, effect: number): Evidence {
  const index = 100 + ((here / all) * 100 - 100) * effect;
  const interval = { indexLow: index - half, indexHigh: index + half };
  return {
    feature,
    label,
    kind: 'mean',
    here,
    all,
    unit,
    index,
    ...interval,
    d: d * effect,
    n: 1179,
    pAdjusted: 0.0004,
  };
}

const evidenceFor = (effect: number): Evidence[] => [
  ...ROWS.map((row) => evidenceOf(row, effect)),
  {
    ...evidenceOf(['Channel', 'Channel', 'share', 0.56, 0.47, 2, 0.3], effect),
    kind: 'share',
    category: 'Evening orders',
  },
];

const NAMES = [
  'Young urban professionals',
  'Comfort-first families',
  'Trend-seeking teens',
  'Lapsed big spenders',
  'One-time gift buyers',
] as const;
const SHARES = [0.272, 0.255, 0.153, 0.091, 0.228] as const;
const REVENUE = [0.356, 0.366, 0.084, 0.155, 0.04] as const;
const COLOURS = ['A', 'B', 'C', 'D', 'E'] as const;

const SUMMARIES: readonly SegmentSummary[] = NAMES.map((name, at) => ({
  id: at + 1,
  segmentationId: 1,
  clusters: [at],
  colour: COLOURS[at] ?? 'other',
  name,
  named: at > 0,
  note: '',
  customers: Math.round((SHARES[at] ?? 0) * 4338),
  share: SHARES[at] ?? 0,
  revenue: Math.round((REVENUE[at] ?? 0) * 2_020_000),
  revenueShare: REVENUE[at] ?? 0,
  suggestions: [
    { name, evidence: evidenceFor(1).slice(0, 2) },
    { name: 'Active customers near a shop', evidence: evidenceFor(1).slice(1, 4) },
    { name: 'Frequent buyers', evidence: evidenceFor(1).slice(6, 7) },
  ],
  top: evidenceFor(1).slice(0, 3),
}));

const bell = (centre: number, spread: number, size: number): number[] =>
  Array.from({ length: 14 }, (_, bin) => Math.round(size * Math.exp(-(((bin - centre) / spread) ** 2))));

const histogram = (feature: string, from: number, step: number, centre: number) => ({
  feature,
  label: feature,
  edges: Array.from({ length: 15 }, (_, edge) => from + edge * step),
  here: bell(centre, 2, 200),
  all: bell(centre + 2, 4, 420),
});

function detailOf(effect: number, rule: boolean): SegmentDetail {
  const [first, second] = SUMMARIES;
  if (!first || !second) throw new Error('no fixture');
  return {
    ...first,
    evidence: evidenceFor(effect),
    rule: rule
      ? {
          alternatives: [
            {
              conditions: [
                { feature: 'Kids’ items', label: 'Kids’ items', op: '<', value: 0.15 },
                { feature: 'recency', label: 'recency', op: '<', value: 100 },
                { feature: 'Age', label: 'Age', op: '>=', value: 22 },
              ],
              precision: 0.842,
              matches: 880,
              hits: 741,
            },
            {
              conditions: [{ feature: 'basket', label: 'basket', op: '>=', value: 90 }],
              precision: 0.71,
              matches: 236,
              hits: 168,
            },
          ],
          precision: 0.814,
          recall: 0.771,
          coverage: 0.257,
          matches: 1116,
          hits: 909,
        }
      : null,
    histograms: [
      histogram('Age', 14, 4, 4),
      histogram('basket', 0, 24, 5),
      histogram('Distance to shop', 0, 3, 2),
      histogram('Mobile share', 0, 0.07, 8),
    ],
    typical: ['C-9F31', 'C-2B7E', 'C-D048', 'C-61A9', 'C-7C5D'].map((key, at) => ({
      key,
      values: [34 - at, 34 + at * 3, 5, 96 + at * 8, 0.64, null],
    })),
    typicalFeatures: ['Age', 'recency', 'frequency', 'basket', 'Mobile share', 'Distance to shop'],
    silhouette: rule ? 0.31 : 0.08,
    border: {
      count: rule ? 99 : 410,
      shares: [
        { segmentId: 3, count: 46 },
        { segmentId: 2, count: 35 },
      ],
    },
    reachable: rule ? 861 : 210,
  };
}

const UNITS: Readonly<Record<string, Evidence['unit']>> = {
  recency: 'days',
  Age: 'years',
  basket: 'money',
  'Kids’ items': 'share',
  'Mobile share': 'share',
  'Distance to shop': 'km',
};
const nothing = (): void => undefined;

const SILHOUETTE_EDGES = Array.from({ length: 41 }, (_, edge) => edge / 20 - 1);
const BINS: SilhouetteBins = {
  n: 4334,
  sampled: false,
  edges: SILHOUETTE_EDGES,
  segments: SUMMARIES.map(({ id }, at) => ({
    segmentId: id,
    counts: SILHOUETTE_EDGES.slice(1).map((edge) =>
      Math.round(120 * Math.exp(-(((edge - 0.35 + at / 20) / 0.16) ** 2))),
    ),
    negative: 34 + at,
    mean: 0.31,
  })),
};

function BelongingDemo() {
  const [sort, setSort] = useState<SortOrder>({ key: 'silhouette', descending: false });
  return (
    <BelongingPane
      segmentId={1}
      segments={SUMMARIES}
      bins={BINS}
      customers={['C-9F31', 'C-2B7E', 'C-D048', 'C-61A9'].map((key, at) => ({
        key,
        silhouette: at === 3 ? null : at / 10 - 0.12,
        margin: at / 12 - 0.04,
        distance: 2.1 - at / 5,
        nextSegmentId: 2 + (at % 2),
      }))}
      total={1180}
      sort={sort}
      onSort={setSort}
      onMore={nothing}
    />
  );
}

const sideOf = ({ id, name, colour, customers }: SegmentSummary) => ({ id, name, colour, customers });
const LINEAGE: SegmentLineage = {
  previousId: 1,
  previousAt: '2026-03-01T10:00:00.000Z',
  placed: false,
  customersInBoth: 3980,
  changes: ['data', 'k', 'missing'],
  moves: { both: 3980, stayed: 3310, byData: 402, bySettings: 211, byBoth: 57, came: 310, left: 48 },
  proposals: SUMMARIES.slice(0, 1).map((segment) => ({
    segmentId: segment.id,
    from: sideOf(segment),
    reason: 'split',
    name: segment.name,
    note: null,
    persona: 'Vera',
  })),
  fates: [
    {
      kind: 'split',
      from: SUMMARIES.slice(0, 1).map(sideOf),
      to: SUMMARIES.slice(0, 2).map(sideOf),
      stayed: null,
    },
    {
      kind: 'kept',
      from: SUMMARIES.slice(2, 3).map(sideOf),
      to: SUMMARIES.slice(2, 3).map(sideOf),
      stayed: 610,
    },
    { kind: 'born', from: [], to: SUMMARIES.slice(3, 4).map(sideOf), stayed: null },
  ],
};

interface DemoProps {
  readonly clear?: boolean;
  readonly merge?: boolean;
  readonly few?: boolean;
}

function Demo({ clear = true, merge = false, few = false }: DemoProps) {
  const detail = detailOf(clear ? 1 : 0.08, clear);
  const evidence = few ? detail.evidence.map((one) => ({ ...one, n: 12 })) : detail.evidence;
  const [openId, setOpenId] = useState(1);
  const [merging, setMerging] = useState<readonly number[] | null>(merge ? [1, 3] : null);
  const write = useLevels('EUR');
  return (
    <SegmentsView
      notice={merge ? <FormerCustomers onPlace={nothing} /> : null}
      lineage={
        <LineagePane
          lineage={LINEAGE}
          nameOf={(id) => SUMMARIES.find((one) => one.id === id)?.name ?? ''}
          onTake={nothing}
          onDismiss={nothing}
        />
      }
      list={{
        segments: SUMMARIES,
        openId,
        onOpen: setOpenId,
        currency: 'EUR',
        merging,
        onMerging: setMerging,
        onMerge: nothing,
      }}
    >
      <DetailView
        segment={{ ...detail, evidence }}
        segments={SUMMARIES}
        stability={clear ? 0.91 : 0.52}
        currency="EUR"
        write={write}
        unitOf={(feature) => UNITS[feature] ?? 'none'}
        headerOf={() => undefined}
        onRename={nothing}
        onRecolour={nothing}
        onNote={nothing}
        onForms={nothing}
        belonging={<BelongingDemo />}
        onMerge={nothing}
        onExport={nothing}
        onCreatePersona={nothing}
        drafting={false}
      />
    </SegmentsView>
  );
}

const SQL = `-- Loyal families
SELECT *
FROM "customers"
WHERE ("recency" < 100 AND "Kids’ items" >= 0.15)
  OR ("basket" >= 90);
`;

function FormsDemo() {
  const [scope, setScope] = useState<RuleScope>('one');
  const [form, setForm] = useState<RuleForm>('sql');
  return (
    <RuleFormsView
      scope={scope}
      form={form}
      text={SQL}
      fidelity={0.934}
      problem={null}
      saving={false}
      onScope={setScope}
      onForm={setForm}
      onSave={nothing}
      onClose={nothing}
    />
  );
}

export const fixtures: readonly Fixture[] = [
  { id: 'segments-detail', render: () => <Demo /> },
  { id: 'segments-unclear', render: () => <Demo clear={false} /> },
  { id: 'segments-few', render: () => <Demo clear={false} few /> },
  { id: 'segments-merge', render: () => <Demo merge /> },
  { id: 'segments-empty', render: () => <NoSegmentsView onOpenExplore={nothing} /> },
  {
    id: 'segments-audience',
    render: () => <AudienceDialog opened customers={1179} onClose={nothing} onExport={nothing} />,
  },
  { id: 'segments-rule-forms', render: () => <FormsDemo /> },
];
