// A plan of an invented shop: actions that pay, that may, that do not, and one that reaches nobody; and no plan yet.
import { useState } from 'react';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ActionFigures, ActionInput, Campaign, CampaignAction } from '../../../shared/model/campaign.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { EmptyState } from '../../ui/index.ts';
import { PlanView } from './PlanView.tsx';
import { ProposeDialog, ProposeForm } from './ProposeForm.tsx';

const NAMES = [
  'Young urban professionals',
  'Comfort-first families',
  'Trend-seeking teens',
  'Lapsed big spenders',
  'One-time gift buyers',
] as const;
const COLOURS = ['A', 'B', 'C', 'D', 'E'] as const;
const CUSTOMERS = [1179, 1107, 664, 397, 991] as const;

const SEGMENTS: readonly SegmentSummary[] = NAMES.map((name, at) => ({
  id: at + 1,
  segmentationId: 1,
  clusters: [at],
  colour: COLOURS[at] ?? 'other',
  name,
  named: true,
  note: '',
  customers: CUSTOMERS[at] ?? 0,
  share: 0.2,
  revenue: 400_000,
  revenueShare: 0.2,
  suggestions: [],
  top: [],
}));

function figuresOf(input: ActionInput, customers: number, reach: number): ActionFigures {
  const { contacts, costPerContactCents, fixedCostCents, averageBasketCents, margin } = input;
  const costCents = reach === 0 ? 0 : Math.round(reach * contacts * costPerContactCents) + fixedCostCents;
  const revenue = (response: number): number => Math.round(reach * response * averageBasketCents);
  const marginOf = (response: number): number => Math.round(revenue(response) * margin);
  const full = reach * averageBasketCents * margin;
  const roi = (response: number): number | null =>
    costCents === 0 ? null : (marginOf(response) - costCents) / costCents;
  return {
    customers,
    reach,
    contactsSent: reach * contacts,
    costCents,
    ordersLow: reach * input.responseLow,
    ordersHigh: reach * input.responseHigh,
    revenueLowCents: revenue(input.responseLow),
    revenueHighCents: revenue(input.responseHigh),
    marginLowCents: marginOf(input.responseLow),
    marginHighCents: marginOf(input.responseHigh),
    roiLow: roi(input.responseLow),
    roiHigh: roi(input.responseHigh),
    breakEvenResponse: full === 0 ? null : costCents / full,
  };
}

const SOURCES = [
  'Because: high spend, bought recently',
  'Planning default: a usual price of one contact through this channel. Replace it with your own invoices.',
  'Planning default, not measured on your customers. Replace it with the difference from a holdout of your own campaigns.',
  'Planning default for clothing retail, after goods, shipping and the offer. Replace it with your own margin.',
];

type Row = readonly [
  objective: ActionInput['objective'],
  offer: string,
  message: string,
  channel: ActionInput['channel'],
  start: string,
  end: string,
  contacts: number,
  cost: number,
  fixed: number,
  low: number,
  high: number,
  basket: number,
  reach: number,
];
const ROWS: readonly Row[] = [
  [
    'retain',
    'Early access for 48 hours',
    'Yours before Friday',
    'email',
    '2026-01-12',
    '2026-02-08',
    2,
    4,
    6000,
    0.01,
    0.04,
    8930,
    861,
  ],
  [
    'crossSell',
    'Everything for one child in one box',
    'Sorted for the term',
    'email',
    '2026-01-16',
    '2026-02-12',
    2,
    4,
    6000,
    0.01,
    0.03,
    7413,
    903,
  ],
  [
    'grow',
    'New arrivals a day early',
    'Before it is on the street',
    'sms',
    '2026-01-24',
    '2026-02-22',
    3,
    8,
    4000,
    0.008,
    0.025,
    3486,
    602,
  ],
  [
    'winBack',
    'Private preview with a personal adviser',
    'We kept your size',
    'post',
    '2026-01-28',
    '2026-03-10',
    2,
    130,
    15000,
    0.02,
    0.04,
    9836,
    289,
  ],
  [
    'reduceCost',
    'No paid mailings',
    'What is new, once a season',
    'phone',
    '2026-02-02',
    '2026-02-15',
    1,
    400,
    0,
    0.002,
    0.008,
    6010,
    0,
  ],
];

const ACTIONS: readonly CampaignAction[] = ROWS.map((row, at) => {
  const [
    objective,
    offer,
    message,
    channel,
    startDate,
    endDate,
    contacts,
    cost,
    fixed,
    low,
    high,
    basket,
    reach,
  ] = row;
  const input: ActionInput = {
    segmentId: at + 1,
    objective,
    offer,
    message,
    channel,
    startDate,
    endDate,
    contacts,
    costPerContactCents: cost,
    fixedCostCents: fixed,
    responseLow: low,
    responseHigh: high,
    averageBasketCents: basket,
    margin: 0.45,
  };
  return {
    ...input,
    id: at + 1,
    sources: at === 4 ? [] : SOURCES,
    figures: figuresOf(input, CUSTOMERS[at] ?? 0, reach),
  };
});

const sum = (pick: (figures: ActionFigures) => number): number =>
  ACTIONS.reduce((total, action) => total + pick(action.figures), 0);
const COST = sum((figures) => figures.costCents);

const PLAN: Campaign = {
  id: 1,
  name: 'Winter plan',
  startDate: '2026-01-12',
  currency: 'EUR',
  actions: [...ACTIONS],
  totals: {
    customers: sum((figures) => figures.customers),
    reach: sum((figures) => figures.reach),
    contactsSent: sum((figures) => figures.contactsSent),
    costCents: COST,
    ordersLow: 34.2,
    ordersHigh: 61.8,
    revenueLowCents: 241_000,
    revenueHighCents: 489_000,
    marginLowCents: 108_450,
    marginHighCents: 220_050,
    roiLow: (108_450 - COST) / COST,
    roiHigh: (220_050 - COST) / COST,
  },
};

/** The same plan where the data know of no contact. */
const UNKNOWN: Campaign = {
  ...PLAN,
  actions: ACTIONS.map((action) => ({
    ...action,
    figures: { ...figuresOf(action, action.figures.customers, action.figures.customers), reachAssumed: true },
  })),
  totals: { ...PLAN.totals, reachAssumed: true },
};

const nothing = (): void => undefined;

function Demo({ plan = PLAN, second = false }: { readonly plan?: Campaign; readonly second?: boolean }) {
  const [open, setOpen] = useState(plan.id);
  const plans = second ? [plan, { ...plan, id: 2, name: 'Plan B' }] : [plan];
  return (
    <PlanView
      campaign={plans.find((one) => one.id === open) ?? plan}
      campaigns={plans}
      segments={SEGMENTS}
      onOpenPlan={setOpen}
      onRename={nothing}
      onRemove={nothing}
      onNewPlan={nothing}
      onAddAction={nothing}
      onExportPlan={nothing}
      onExportAudience={nothing}
      onChangeAction={nothing}
      onRemoveAction={nothing}
    />
  );
}

function Empty({ proposing = null }: { readonly proposing?: number | null }) {
  const t = useTranslations('campaigns');
  const form = <ProposeForm today="2026-01-07" onPropose={nothing} proposing={proposing} />;
  return (
    <EmptyState icon={IconSpeakerphone} title={t('proposeTitle')} actions={form}>
      {t('proposeText')}
    </EmptyState>
  );
}

export const fixtures: readonly Fixture[] = [
  { id: 'campaigns-plan', render: () => <Demo /> },
  {
    id: 'campaigns-two-plans',
    render: () => <Demo second plan={{ ...PLAN, actions: ACTIONS.slice(0, 3) }} />,
  },
  { id: 'campaigns-reach-unknown', render: () => <Demo plan={UNKNOWN} /> },
  { id: 'campaigns-no-actions', render: () => <Demo plan={{ ...PLAN, actions: [] }} /> },
  { id: 'campaigns-empty', render: () => <Empty /> },
  { id: 'campaigns-proposing', render: () => <Empty proposing={0.6} /> },
  {
    id: 'campaigns-dialog',
    render: () => (
      <ProposeDialog opened onClose={nothing} today="2026-01-07" onPropose={nothing} proposing={null} />
    ),
  },
];
