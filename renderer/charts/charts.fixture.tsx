// All charts with simulated customers (a fixed generator, so that pictures never change).
import { useMemo, useState } from 'react';
import type { Fixture } from '../gallery/fixture.ts';
import { Panel } from '../ui/index.ts';
import {
  Chart,
  END_LABELS_PX,
  histogramOption,
  HistogramPair,
  IndexBars,
  IndexDot,
  lineOption,
  NullHistogram,
  ParallelProfiles,
  ProfileHeatmap,
  RangeBars,
  ScatterMap,
  SizeBars,
  Sparkline,
} from './index.ts';

const NAMES = [
  'Young urban professionals',
  'Comfort-first families',
  'Trend-seeking teens',
  'Lapsed big spenders',
  'One-time gift buyers',
] as const;
const FEATURES = [
  'Recency',
  'Orders',
  'Order value',
  'Discount share',
  'Mobile share',
  'Kids’ items',
  'Gift wrap',
  'Age',
  'Trend score',
  'Distance to shop',
] as const;
const CENTRES = [
  [-0.6, 0],
  [0.2, 1.3],
  [-1.6, -1.2],
  [1.1, 0.6],
  [1.8, -1.1],
] as const;
const MEANS = [
  [-0.5, 0.5, 0.2, -0.4, 0.4, -0.5, -0.5, -0.4, 0.4, -0.7],
  [-0.5, 0.7, 0.2, 0.4, -0.5, 1.3, -0.4, 0.4, -0.8, 0.4],
  [-0.6, 0.2, -1.0, 1.1, 1.2, -0.7, -0.6, -1.4, 1.2, -0.1],
  [1.1, -0.2, 1.7, -1.0, -1.2, -0.4, -0.2, 0.8, -0.1, -0.3],
  [1.2, -1.5, -0.4, -0.2, -0.2, -0.2, 1.5, 0.6, -0.3, 0.5],
] as const;

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
}

function simulate(count: number) {
  const random = generator(4127);
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const segment = new Int16Array(count);
  for (let i = 0; i < count; i++) {
    const of = Math.floor(random() * 5);
    const [cx, cy] = CENTRES[of] ?? [0, 0];
    segment[i] = of;
    x[i] = cx + normal() * 0.5;
    y[i] = cy + normal() * 0.45;
  }
  return { x, y, segment };
}

function MapOf({ count }: { readonly count: number }) {
  const data = useMemo(() => simulate(count), [count]);
  const [selected, setSelected] = useState<Uint8Array | null>(null);
  const segments = NAMES.map((name, slot) => ({ slot, name, count: Math.round(count / 5) }));
  return (
    <div style={{ height: 520, display: 'flex' }}>
      <ScatterMap
        {...data}
        segments={segments}
        selected={selected}
        onSelect={(mask, held) => setSelected(held ? mask : null)}
        summary={`Customer map of ${count}`}
        captions={{
          left: 'More mobile, higher trend score',
          right: 'Longer since last order, more gift wrap',
          up: 'More kids’ items',
        }}
      />
    </div>
  );
}

const rank = (mean: number): number => 1 / (1 + Math.exp(-1.7 * mean));

const Profiles = () => (
  <Panel title="Profiles" note="lines: segment medians; cells: means in standard deviations">
    <ParallelProfiles
      endWidthPx={END_LABELS_PX}
      features={FEATURES}
      series={NAMES.map((name, slot) => ({ key: name, name, slot, ranks: (MEANS[slot] ?? []).map(rank) }))}
      selection={{
        ranks: FEATURES.map((_, i) => 0.4 + (i % 3) * 0.1),
        low: FEATURES.map(() => 0.25),
        high: FEATURES.map(() => 0.75),
      }}
      summary="Profiles"
    />
    <ProfileHeatmap
      endWidthPx={END_LABELS_PX}
      features={FEATURES}
      rows={NAMES.map((name, slot) => ({ key: name, name, slot, means: MEANS[slot] ?? [] }))}
      selection={{ count: 277, means: FEATURES.map((_, i) => (i % 4) / 10 - 0.1) }}
      onPick={() => undefined}
      pickedKey={NAMES[1]}
      summary="Standardised means"
    />
  </Panel>
);

const INDEX_ROWS = [
  { key: 'kids', name: 'Kids’ items', here: '6%', everyone: '17%', index: 38, low: 36, high: 40 },
  { key: 'recency', name: 'Recency', here: '40 d', everyone: '90 d', index: 44, low: 42, high: 46 },
  { key: 'click', name: 'Click & collect', here: '34%', everyone: '26%', index: 132, low: 128, high: 136 },
  { key: 'orders', name: 'Orders', here: '5.4', everyone: '4.3', index: 127, low: 124, high: 130 },
  { key: 'fading', name: 'Via Instagram', here: '31%', everyone: '26%', index: 119, low: 95, high: 143 },
] as const;

const Small = () => {
  const random = generator(7);
  const nulls = Array.from({ length: 200 }, () => 0.06 + (0.04 * (random() + random())) / 2);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 24, padding: 16 }}>
      <Panel title="Sizes">
        <SizeBars
          summary="Sizes"
          pickedKey="0"
          onPick={() => undefined}
          bars={NAMES.map((name, slot) => ({
            key: String(slot),
            slot,
            name,
            count: 1179 - slot * 150,
            share: 0.272 - slot * 0.03,
            revenueShare: 0.356 - slot * 0.06,
          }))}
        />
      </Panel>
      <Panel title="What sets them apart">
        <IndexBars
          rows={INDEX_ROWS}
          slot={0}
          summary="Index"
          onPick={() => undefined}
          pickedKey="kids"
          explanation="6.3% of items bought here are for kids, 16.6% overall."
        />
      </Panel>
      <div style={{ width: 330 }}>
        <IndexBars rows={INDEX_ROWS} slot={1} summary="Index in a narrow pane" />
      </div>
      <Panel title="Could this be chance?">
        <NullHistogram nullScores={nulls} observed={0.23} copies="even" summary="Even copies" />
      </Panel>
      <Panel title="Could this be chance? It could.">
        <NullHistogram
          copies="crowds"
          nullScores={nulls}
          observed={nulls[Math.floor(nulls.length / 2)] ?? 0}
          summary="Shuffled copies"
        />
      </Panel>
      <Panel title="Distributions">
        <HistogramPair
          name="Age"
          edges={[14, 24, 34, 44, 54, 64, 78]}
          counts={[20, 120, 90, 30, 10, 2]}
          everyone={[60, 140, 160, 120, 80, 30]}
          slot={0}
          format={String}
          summary="Age"
        />
      </Panel>
      <Panel title="Can this plan prove anything?">
        <RangeBars
          summary="Effects"
          noteLabel="Chance it shows"
          format={(value) => String(value)}
          bars={NAMES.map((name, slot) => ({
            key: name,
            name,
            slot,
            low: 3 + slot,
            high: 7 + slot * 1.5,
            tick: 6.8 + slot * 0.3,
            note: `${5 + slot} in 10`,
          }))}
        />
      </Panel>
      <Panel title="Trends">
        <Sparkline values={[3, 4, 4.5, 6]} label="up" />
        <Sparkline values={[6, 5, 3, 2]} label="down" tone="warn" />
        <IndexDot index={127} low={118} high={140} range={{ low: 40, high: 200 }} label="127" />
        <IndexDot index={108} low={92} high={119} range={{ low: 40, high: 200 }} label="108" fading />
      </Panel>
      <Panel title="Separation by k">
        <Chart
          summary="Silhouette by k"
          table={{ headers: ['k', 'Silhouette'], rows: [['2', '0.20']] }}
          option={kOption}
          heightPx={180}
        />
      </Panel>
      <Panel title="Fresh?">
        <Chart
          summary="Months since confirmed"
          table={{ headers: ['Month', 'Count'], rows: [] }}
          option={freshOption}
          heightPx={180}
        />
      </Panel>
    </div>
  );
};
const kOption = (palette: Parameters<typeof lineOption>[1]) =>
  lineOption(
    {
      categories: ['2', '3', '4', '5', '6', '7'],
      series: [{ name: 'Silhouette', values: [0.2, 0.22, 0.25, 0.23, 0.19, 0.16] }],
      marked: '5',
      xName: 'k',
      format: (v) => v.toFixed(2),
    },
    palette,
  );
const freshOption = (palette: Parameters<typeof lineOption>[1]) =>
  histogramOption(
    {
      edges: Array.from({ length: 13 }, (_, i) => i * 3),
      counts: [220, 280, 300, 250, 190, 120, 80, 50, 30, 25, 15, 8],
      marks: [
        { value: 24, label: '24', warn: true },
        { value: 7, label: 'median 7' },
      ],
      format: String,
      formatCount: String,
    },
    palette,
  );

export const fixtures: readonly Fixture[] = [
  { id: 'chart-map-4000', render: () => <MapOf count={4_000} /> },
  { id: 'chart-map-50000', render: () => <MapOf count={50_000} /> },
  { id: 'chart-map-million', render: () => <MapOf count={1_000_000} /> },
  { id: 'chart-profiles', render: () => <Profiles /> },
  { id: 'chart-small', render: () => <Small /> },
];
