import type { Feature, FeatureSet } from '../../../shared/model/feature.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { SplitPane } from '../../ui/index.ts';
import { FeatureTable } from './FeatureTable.tsx';
import { SettingsPane } from './SettingsPane.tsx';

const nothing = (): void => undefined;

function feature(name: string, over: Partial<Feature>): Feature {
  return {
    name,
    label: name,
    builtIn: false,
    criterion: 'behavioural',
    type: 'number',
    unit: 'none',
    chosen: false,
    log: false,
    missing: 0,
    distinct: 120,
    mean: 3.2,
    sd: 1.1,
    min: 1,
    median: 3,
    max: 5,
    bars: [4, 9, 14, 11, 7, 4, 2, 1].map((count, bin) => ({
      label: String(bin),
      from: bin,
      to: bin + 1,
      count,
    })),
    twin: null,
    ...over,
  };
}

const set: FeatureSet = {
  runId: 1,
  customers: 4338,
  orders: 18532,
  revenue: 2_022_351,
  analysisDate: '2025-11-01',
  leftOut: { withoutKey: 135_080, withoutDate: 0, withoutAmount: 0, later: 0, zero: 40, returns: 8905 },
  features: [
    feature('recency', {
      builtIn: true,
      unit: 'days',
      chosen: true,
      log: true,
      mean: 92.5,
      sd: 100,
      min: 1,
      median: 51,
      max: 374,
    }),
    feature('frequency', {
      builtIn: true,
      unit: 'count',
      chosen: true,
      log: true,
      mean: 4.27,
      sd: 7.7,
      median: 2,
      max: 209,
      twin: { name: 'monetary', r: 0.93 },
    }),
    feature('monetary', {
      builtIn: true,
      unit: 'money',
      chosen: true,
      log: true,
      mean: 466.2,
      sd: 2040,
      min: 3.75,
      median: 153,
      max: 68_035,
    }),
    feature('returnsRate', {
      builtIn: true,
      unit: 'share',
      mean: 0.034,
      sd: 0.06,
      min: 0,
      median: 0,
      max: 0.8,
    }),
    feature('Channel', {
      type: 'category',
      distinct: 3,
      mean: null,
      sd: null,
      min: null,
      median: null,
      max: null,
      bars: [2603, 1084, 651].map((count, at) => ({
        label: ['web', 'store', 'mobile'][at] ?? '',
        from: null,
        to: null,
        count,
      })),
    }),
    feature('Age', {
      criterion: 'demographic',
      unit: 'none',
      chosen: true,
      missing: 364,
      mean: 44.1,
      sd: 14.8,
      min: 18,
      median: 43,
      max: 92,
    }),
    feature('City', {
      criterion: 'geographic',
      type: 'category',
      missing: 134,
      distinct: 10,
      mean: null,
      sd: null,
      min: null,
      median: null,
      max: null,
      bars: [900, 800, 700, 400].map((count, at) => ({
        label: ['Barcelona', 'Vic', 'Lleida', 'Berga'][at] ?? '',
        from: null,
        to: null,
        count,
      })),
    }),
    feature('Follows trends', { criterion: 'psychographic', missing: 1627 }),
    feature('Newsletter', {
      criterion: 'psychographic',
      type: 'boolean',
      distinct: 2,
      mean: 0.31,
      sd: null,
      median: null,
    }),
  ],
};

export const fixtures: readonly Fixture[] = [
  {
    id: 'features-table',
    render: () => (
      <div style={{ display: 'flex', height: '100%' }}>
        <SplitPane
          widthPx={300}
          aside={
            <SettingsPane
              settings={{ analysisDate: null, returns: 'exclude', missing: 'median', currency: 'GBP' }}
              set={set}
              transactionRows={541_909}
              onChange={nothing}
            />
          }
        >
          <FeatureTable
            set={set}
            shown={set.features}
            currency="EUR"
            stale={false}
            onChoose={nothing}
            onEdit={nothing}
          />
        </SplitPane>
      </div>
    ),
  },
];
