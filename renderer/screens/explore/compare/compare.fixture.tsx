// The board with made-up solutions: complete with clear groups, under way, and without groups.
import { useState } from 'react';
import { scalesFeatures } from '../../../../shared/model/method.ts';
import type { Baseline, Tournament, TournamentEntry } from '../../../../shared/model/tournament.ts';
import type { Fixture } from '../../../gallery/fixture.ts';
import { Comparing } from './Comparing.tsx';
import { draftOf } from './draft.ts';

const FEATURES = ['Days since the last order', 'Orders', 'Order value', 'Age'];

type Line = readonly [TournamentEntry['method'], number, number, number | null, number, number, number];
const LINES: readonly Line[] = [
  ['kmeans', 5, 0.23, 0.98, 0.85, 0.39, 0.091],
  ['gmm', 5, 0.21, 0.95, 0.89, 0.37, 0.09],
  ['kmeans', 4, 0.25, 0.82, 0.84, 0.35, 0.133],
  ['gmm', 3, 0.22, 0.91, 0.94, 0.31, 0.227],
  ['ward', 5, 0.22, 0.72, 0.82, 0.38, 0.068],
  ['kmedoids', 7, 0.16, 0.82, 0.71, 0.4, 0.086],
  ['kmeans', 2, 0.31, 0.99, 0.97, 0.12, 0.31],
  ['ward', 7, 0.11, null, 0.73, 0.38, 0.07],
];

function entryOf(
  [method, k, silhouette, stability, fidelity, etaSquared, smallest]: Line,
  at: number,
): TournamentEntry {
  const sizes = Array.from({ length: k }, (_, segment) =>
    Math.round(1_200 * (segment === k - 1 ? smallest : (1 - smallest) / (k - 1))),
  );
  return {
    id: `${method}:${k}:${scalesFeatures(method) ? 'z' : '-'}:all`,
    method,
    k,
    scale: scalesFeatures(method) ? 'z' : null,
    subset: at === 5 ? 'behavioural' : 'all',
    features: FEATURES,
    sizes,
    judged: {
      silhouette,
      silhouetteRows: 1_200,
      standardError: 0,
      calinskiHarabasz: 900 - 31 * at,
      daviesBouldin: 1.1 + at / 20,
      dunn: 0.04,
      fidelity,
      leaves: 3 * k,
      contrast: { etaSquared, low: etaSquared - 0.04, high: etaSquared + 0.04, n: 1_200 },
      concentration: 0.3,
      smallestShare: smallest,
      evenness: 0.9,
      reach: 0.62,
    },
    stability:
      stability === null
        ? null
        : { resamples: 40, jaccard: sizes.map((_, one) => stability - one / 60), ari: stability - 0.04 },
    pareto: at < 4,
    shortfall: stability === null ? null : 0.1 + at / 20,
  };
}

function baselineOf(method: Baseline['method'], k: number): Baseline {
  const { judged, sizes } = entryOf(
    ['kmeans', k, 0.08, null, 0.9, method === 'tiers' ? 0.61 : 0.44, 0.03],
    9,
  );
  return {
    id: method,
    method,
    k,
    features: method === 'tiers' ? ['Spend'] : ['Orders', 'Spend'],
    sizes,
    judged,
  };
}

const copies = (low: number): number[] => Array.from({ length: 29 }, (_, at) => low + (at % 9) * 0.006);
const GAP = { gap: [0.1, 0.2, 0.3], error: [0.01, 0.01, 0.01], first: 1, overall: 5 };

function tournamentOf(kind: 'clear' | 'weak' | 'none', lines: number, complete: boolean): Tournament {
  const chosen = draftOf(null, []);
  const observed = kind === 'none' ? 0.12 : 0.23;
  return {
    runId: 1,
    startedAt: '2025-11-01T14:30:00Z',
    settings: {
      features: FEATURES,
      methods: [...chosen.methods],
      from: 2,
      to: 8,
      scales: ['z'],
      subsets: ['all'],
      logs: true,
      resamples: 40,
      seed: 4127,
    },
    customers: 1_200,
    sampledRows: null,
    outcome: 'Spend',
    entries: LINES.slice(0, lines).map(entryOf),
    baselines: complete ? [baselineOf('tiers', 3), baselineOf('rfm', 10)] : [],
    planned: LINES.length,
    complete,
    groups: complete
      ? {
          verdict: kind,
          k: 5,
          againstCrowd: { observed, copies: copies(0.1), p: kind === 'none' ? 0.4 : 0.03 },
          againstEven: { observed, copies: copies(0.09), p: kind === 'none' ? 0.6 : 0.05 },
          stability: { observed: kind === 'clear' ? 0.88 : 0.51, copies: copies(0.4), p: 0.03 },
          gapBox: GAP,
          gapAligned: GAP,
          rows: 600,
        }
      : null,
    recommended: !complete
      ? null
      : kind === 'none'
        ? { entryId: 'tiers', reasons: [{ code: 'noGroups', other: 'rfm' }] }
        : {
            entryId: 'kmeans:5:z:all',
            reasons: [
              { code: 'allRound', shortfall: 0.12, only: true },
              { code: 'bestOn', criteria: ['stability', 'contrast'] },
              {
                code: 'rival',
                method: 'kmeans',
                k: 4,
                scale: 'z',
                subset: 'all',
                better: 'separation',
                betterValue: 0.25,
                worse: 'stability',
                worseValue: 0.82,
              },
              { code: 'twoSeparate', value: 0.31 },
            ],
          },
    stale: kind === 'weak',
  };
}

const COMPARISON = {
  counts: [
    [310, 4, 0],
    [12, 290, 8],
    [0, 41, 250],
  ],
  ari: 0.84,
  customers: 915,
};
const nothing = (): void => undefined;

function Demo({
  tournament,
  running = false,
  worth = true,
}: {
  readonly tournament: Tournament | null;
  readonly running?: boolean;
  readonly worth?: boolean;
}) {
  const [marked, setMarked] = useState<readonly string[]>(
    tournament?.complete ? ['kmeans:5:z:all', 'kmeans:4:z:all'] : [],
  );
  const [draft, setDraft] = useState(draftOf(null, []));
  return (
    <Comparing
      settings={{
        chosen: [],
        draft,
        onDraft: setDraft,
        planned: 28,
        progress: running ? { phase: 'choosing', share: 0.4 } : null,
        canContinue: running,
        computing: false,
        complete: tournament?.complete ?? false,
        onRun: nothing,
        onCancel: nothing,
      }}
      tournament={tournament}
      marked={marked}
      onMarked={setMarked}
      comparison={COMPARISON}
      nameOf={(feature) => feature}
      using={false}
      onUse={nothing}
      tiers={{ possible: worth, start: nothing }}
      onBack={nothing}
    />
  );
}

export const fixtures: readonly Fixture[] = [
  { id: 'compare-clear', render: () => <Demo tournament={tournamentOf('clear', LINES.length, true)} /> },
  { id: 'compare-weak', render: () => <Demo tournament={tournamentOf('weak', LINES.length, true)} /> },
  { id: 'compare-none', render: () => <Demo tournament={tournamentOf('none', LINES.length, true)} /> },
  {
    id: 'compare-none-bare',
    render: () => (
      <Demo
        tournament={{ ...tournamentOf('none', LINES.length, true), baselines: [], recommended: null }}
        worth={false}
      />
    ),
  },
  { id: 'compare-running', render: () => <Demo tournament={tournamentOf('clear', 3, false)} running /> },
  { id: 'compare-empty', render: () => <Demo tournament={null} /> },
];
