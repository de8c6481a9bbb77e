// Personas of an invented shop: one with a phrase that fades and one in own words, one not drafted, none at all.
import { useState } from 'react';
import type { Evidence, Support } from '../../../shared/model/evidence.ts';
import type { Persona, PersonaSection } from '../../../shared/model/persona.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { useLevels } from '../../evidence/index.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { PersonasView } from './PersonasView.tsx';
import type { Seat } from './PersonaTabs.tsx';
import { Portrait } from './portrait/Portrait.tsx';
import styles from './personas.module.css';

type Row = readonly [
  label: string,
  unit: Evidence['unit'],
  here: number,
  all: number,
  half: number,
  d: number,
  n: number,
];

const ROWS = {
  age: ['age', 'years', 31, 36, 2, -0.3, 1101],
  distance: ['Distance to shop', 'km', 5.3, 11.5, 2, -0.9, 1136],
  frequency: ['frequency', 'count', 5.4, 4.3, 3, 0.5, 1179],
  gift: ['Gift wrap', 'share', 0.09, 0.21, 3, -0.6, 1179],
  trend: ['Follows trends', 'points', 3.5, 3.1, 2, 0.5, 742],
  returns: ['returnsRate', 'share', 0.16, 0.13, 4, 0.3, 1179],
  discount: ['Discount share', 'share', 0.26, 0.34, 2, -0.4, 1179],
  mobile: ['Channel: mobile', 'share', 0.67, 0.58, 2, 0.4, 1179],
  collect: ['Click and collect', 'share', 0.29, 0.27, 11, 0.12, 24],
  local: ['Locally made', 'share', 0.41, 0.4, 6, 0.04, 412],
} as const satisfies Readonly<Record<string, Row>>;
type RowName = keyof typeof ROWS;

function evidenceOf(name: RowName): Evidence {
  const [label, unit, here, all, half, d, n] = ROWS[name];
  const index = (100 * here) / all;
  return {
    feature: label,
    label,
    kind: 'mean',
    here,
    all,
    unit,
    index,
    indexLow: index - half,
    indexHigh: index + half,
    d,
    n,
    pAdjusted: 0.0003,
  };
}

type Line = readonly [text: string, rests: RowName, support?: Support, own?: string];
const LINES: Readonly<Record<PersonaSection, readonly Line[]>> = {
  who: [
    ['About 31 years old', 'age', 'firm', 'In her early thirties'],
    ['Lives about 5.3 km from a shop', 'distance'],
  ],
  does: [
    ['5.4 orders, everyone 4.3', 'frequency'],
    ['Buys for themselves, seldom gifts: 9%', 'gift'],
  ],
  needs: [
    ['To see new things first', 'trend'],
    ['Quality before price', 'discount'],
  ],
  objections: [
    ['“I expect to send it back.”', 'returns'],
    ['“Everyone has that already.”', 'trend'],
  ],
  channels: [
    ['The phone first: 67%, everyone 58%', 'mobile'],
    ['The shop, to collect', 'collect', 'weak'],
  ],
  message: [['Reserve today, try it on after work', 'distance']],
};

const phrase = ([text, rests, support = 'firm', own]: Line, at: number) => ({
  id: `${rests}${at}`,
  text: own ?? text,
  drafted: text,
  edited: own !== undefined,
  evidence: [evidenceOf(rests)],
  support,
});

const PERSONA: Persona = {
  id: 1,
  segmentId: 1,
  name: 'Marta',
  locale: 'en',
  portraitSeed: '4127:1',
  sections: (Object.keys(LINES) as PersonaSection[]).map((section) => ({
    section,
    phrases: LINES[section].map((line, at) => phrase(line, at)),
  })),
  quote: { text: '“If it comes in my size, I will take it tonight.”', edited: false },
  leftOut: [
    { text: 'Cares where clothes are made', evidence: [evidenceOf('local')] },
    { text: 'Shops at weekends', evidence: [evidenceOf('local')] },
  ],
  cannotSay: [
    'Gender: the name and the portrait are arbitrary.',
    'What they earn: no column says so.',
    'Follows trends is known for 742 of 1,179 customers; phrases on it rest on those.',
  ],
};

const NAMES = [
  'Young urban professionals',
  'Comfort-first families',
  'Trend-seeking teens',
  'Lapsed big spenders',
  'One-time gift buyers',
] as const;
const COLOURS = ['A', 'B', 'C', 'D', 'E'] as const;

const segmentAt = (name: string, at: number): SegmentSummary => ({
  id: at + 1,
  segmentationId: 1,
  clusters: [at],
  colour: COLOURS[at] ?? 'other',
  name,
  named: true,
  note: '',
  customers: 1179 - at * 120,
  share: 0.272 - at * 0.03,
  revenue: 719_000,
  revenueShare: 0.356 - at * 0.06,
  suggestions: [],
  top: [],
});

function seatsOf(personas: number): readonly [Seat, ...Seat[]] {
  const seatAt = (name: string, at: number): Seat => ({
    segment: segmentAt(name, at),
    persona:
      at < personas
        ? {
            ...PERSONA,
            id: at + 1,
            segmentId: at + 1,
            name: ['Marta', 'Roser', 'Nil'][at] ?? 'Pau',
            portraitSeed: `4127:${at + 1}`,
          }
        : null,
  });
  const [first, ...others] = NAMES;
  return [seatAt(first, 0), ...others.map((name, at) => seatAt(name, at + 1))];
}

const nothing = (): void => undefined;

function Demo({
  personas = 3,
  open = 1,
  busy = false,
}: {
  personas?: number;
  open?: number;
  busy?: boolean;
}) {
  const [openId, setOpenId] = useState(open);
  const write = useLevels('EUR');
  return (
    <PersonasView
      seats={seatsOf(personas)}
      openId={openId}
      onOpen={setOpenId}
      drafting={busy ? 0.6 : null}
      onDraft={nothing}
      onExport={nothing}
      onRename={nothing}
      onEditPhrase={nothing}
      onRemovePhrase={nothing}
      onEditQuote={nothing}
      onOpenSegment={nothing}
      write={write}
    />
  );
}

const Portraits = () => (
  <div className={styles.portraits}>
    {Array.from({ length: 32 }, (_, at) => (
      <Portrait key={at} seed={`4127:${at + 1}`} slot={at % 8} label={`Portrait ${at + 1}`} sizePx={136} />
    ))}
  </div>
);

export const fixtures: readonly Fixture[] = [
  { id: 'personas-card', render: () => <Demo /> },
  { id: 'personas-one-missing', render: () => <Demo open={5} /> },
  { id: 'personas-empty', render: () => <Demo personas={0} /> },
  { id: 'personas-drafting', render: () => <Demo personas={0} busy /> },
  { id: 'personas-portraits', render: () => <Portraits /> },
];
