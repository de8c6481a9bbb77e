// The pane of an invented clothing shop: with gaps, weighted, without a reference; and the editor.
import { useState } from 'react';
import type { FeatureLevels, ReferenceReport, Representativeness } from '../../shared/model/reference.ts';
import type { Fixture } from '../gallery/fixture.ts';
import { ReferenceForm } from './ReferenceForm.tsx';
import { WhoIsMissingView } from './WhoIsMissingView.tsx';

const AGES = [
  ['15–24', 0.185, 0.162, 0.163],
  ['25–34', 0.278, 0.222, 0.226],
  ['35–44', 0.328, 0.263, 0.268],
  ['45–54', 0.151, 0.185, 0.188],
  ['55–64', 0.046, 0.108, 0.11],
  ['65+', 0.012, 0.06, 0.045],
] as const;
const REGIONS = [
  ['Barcelona', 0.61, 0.55, 0.55],
  ['Girona', 0.22, 0.21, 0.21],
  ['Lleida', 0.17, 0.14, 0.14],
  ['Tarragona', 0, 0.1, 0],
] as const;

const CUSTOMERS = 4338;

function reportOf(
  feature: string,
  rows: readonly (readonly [string, number, number, number])[],
  missing: number,
): ReferenceReport {
  const distance = (at: 1 | 3): number => rows.reduce((sum, row) => sum + Math.abs(row[at] - row[2]), 0) / 2;
  return {
    id: feature.length,
    feature,
    label: feature,
    builtIn: feature === 'age',
    kind: feature === 'age' ? 'number' : 'category',
    name: 'ine_2024.csv',
    source: 'ine_2024.csv',
    n: CUSTOMERS - missing,
    missing,
    levels: rows.map(([level, here, reference, weighted]) => ({
      level,
      count: Math.round(here * CUSTOMERS),
      here,
      reference,
      weighted,
      gap: here - reference,
      gapAfter: weighted - reference,
      remark: here === 0 ? ('absent' as const) : null,
    })),
    distance: distance(1),
    distanceAfter: distance(3),
    largest: 2,
    chiSquare: { value: 612.4, degrees: rows.length - 1, p: 0 },
  };
}

const STATE: Representativeness = {
  on: false,
  cap: 3,
  customers: CUSTOMERS,
  baseWeight: null,
  references: [reportOf('age', AGES, 0), reportOf('Region', REGIONS, 212)],
  unused: [],
  weights: {
    status: 'capped',
    effectiveN: 3698,
    designEffect: 1.173,
    largest: 3,
    cappedShare: 0.012,
    distance: 0.144,
    distanceAfter: 0.023,
  },
  changes: [],
};

const PRESENT: FeatureLevels = {
  feature: 'age',
  label: 'age',
  builtIn: true,
  kind: 'number',
  n: CUSTOMERS,
  missing: 0,
  levels: AGES.map(([level, share], at) => ({
    level,
    from: at === 0 ? null : 15 + 10 * at,
    to: at === AGES.length - 1 ? null : 25 + 10 * at,
    count: Math.round(share * CUSTOMERS),
    share,
  })),
};

function Pane({ state: given }: { readonly state: Representativeness }) {
  const [state, setState] = useState(given);
  return (
    <WhoIsMissingView
      state={state}
      currency="EUR"
      onWeighting={(weighting) => setState({ ...state, ...weighting })}
      onEdit={() => undefined}
    />
  );
}

const nothing = (): void => undefined;

export const fixtures: readonly Fixture[] = [
  { id: 'representativeness-gaps', render: () => <Pane state={STATE} />, widthPx: 440, heightPx: 400 },
  {
    id: 'representativeness-weighted',
    render: () => <Pane state={{ ...STATE, on: true, references: STATE.references.toReversed() }} />,
    widthPx: 440,
    heightPx: 400,
  },
  {
    id: 'representativeness-empty',
    render: () => <Pane state={{ ...STATE, references: [], weights: null }} />,
    widthPx: 440,
    heightPx: 320,
  },
  {
    id: 'representativeness-form',
    render: () => (
      <ReferenceForm
        variables={[{ value: 'age', label: 'Age' }]}
        onVariable={nothing}
        present={PRESENT}
        stored={{
          id: 1,
          feature: 'age',
          name: 'Clothing buyers',
          source: 'ine_2024.csv',
          shares: AGES.map(([level, , share]) => ({ level, share, from: null, to: null })),
        }}
        onCuts={nothing}
        readFile={() => Promise.resolve(null)}
        error={null}
        onSave={nothing}
        onRemove={nothing}
        onClose={nothing}
      />
    ),
    widthPx: 720,
    heightPx: 820,
  },
];
