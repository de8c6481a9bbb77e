// A small but complete report for the tests of the writers, with figures from the plan's own arithmetic.
import type { ActionInput, Campaign, CampaignAction, PlanTotals } from '../../../shared/model/campaign.ts';
import {
  actionFigures,
  planTotals,
  type PlanFigures,
} from '../../../electron/engine/writing/planArithmetic.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Persona, PersonaPhrase } from '../../../shared/model/persona.ts';
import type { PlanReport, ReportSegment } from '../../../electron/engine/export/report.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

export function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    feature: 'recency',
    label: 'Days since last order',
    kind: 'mean',
    here: 34,
    all: 90,
    unit: 'days',
    index: 38,
    indexLow: 36,
    indexHigh: 41,
    d: -0.9,
    n: 1179,
    pAdjusted: 0.0001,
    ...change,
  };
}

const BASKET = evidence({
  feature: 'basket',
  label: 'Average order',
  here: 61.2,
  all: 46.6,
  unit: 'money',
  index: 131,
  indexLow: 127,
  indexHigh: 135,
  d: 0.6,
});
const MOBILE = evidence({
  feature: 'device',
  label: 'Device',
  category: 'mobile',
  kind: 'share',
  here: 0.67,
  all: 0.58,
  unit: 'share',
  index: 115,
  indexLow: 103,
  indexHigh: 127,
  d: 0.19,
  n: 402,
});
const BALANCE = evidence({
  feature: 'balance',
  label: 'Balance',
  here: 12,
  all: 0,
  unit: 'none',
  index: null,
  indexLow: null,
  indexHigh: null,
  d: 0.4,
});

function segment(
  id: number,
  colour: ReportSegment['colour'],
  name: string,
  share: number,
  revenueShare: number,
  top: readonly Evidence[],
): ReportSegment {
  return {
    id,
    letter: colour,
    colour,
    name,
    note: '',
    customers: Math.round(share * 4338),
    share,
    revenue: revenueShare * 2_020_000,
    revenueShare,
    top,
    rule: {
      alternatives: [
        {
          conditions: [
            { feature: 'recency', label: 'Days since last order', op: '<', value: 100 },
            { feature: 'device', label: 'Device', op: 'is', value: 'mobile' },
          ],
          precision: 0.81,
          matches: 1116,
          hits: 909,
        },
      ],
      precision: 0.81,
      recall: 0.77,
      coverage: 0.26,
      matches: 1116,
      hits: 909,
    },
  };
}

function phrase(
  id: string,
  text: string,
  items: readonly Evidence[],
  support: PersonaPhrase['support'] = 'firm',
  edited = false,
): PersonaPhrase {
  return { id, text, drafted: text, edited, evidence: [...items], support };
}

const MARTA: Persona = {
  id: 1,
  segmentId: 1,
  name: 'Marta',
  locale: 'en',
  portraitSeed: 'marta',
  sections: [
    {
      section: 'who',
      phrases: [
        phrase('a', 'In her early thirties', [
          evidence({
            label: 'Age',
            here: 32,
            all: 36,
            unit: 'years',
            index: 89,
            indexLow: 87,
            indexHigh: 90,
            d: -0.4,
            n: 1101,
          }),
        ]),
      ],
    },
    {
      section: 'does',
      phrases: [
        phrase('b', 'Ordered within the last weeks', [evidence()]),
        phrase('c', 'Shops on her phone', [MOBILE], 'fading'),
      ],
    },
    {
      section: 'message',
      phrases: [phrase('d', 'Reserve tonight, collect on the way home.', [], 'firm', true)],
    },
  ],
  quote: { text: 'If it comes in my size, I’ll take it tonight.', edited: false },
  leftOut: [],
  cannotSay: ['What she earns.', 'Why she sends things back.'],
};

/** The figures as the engine computes them. */
function computed(action: ActionInput, reach: number) {
  return actionFigures({
    reach,
    holdoutShare: 0,
    contactsEach: action.contacts,
    costPerContactCents: action.costPerContactCents,
    fixedCostCents: action.fixedCostCents,
    responseLow: action.responseLow,
    responseHigh: action.responseHigh,
    averageBasketCents: action.averageBasketCents,
    marginShare: action.margin,
  });
}

type Computed = Pick<
  PlanFigures,
  'contacts' | 'costCents' | 'extraOrders' | 'revenueCents' | 'marginCents' | 'roi'
>;

function flat(figures: Computed, customers: number, reach: number): PlanTotals {
  return {
    customers,
    reach,
    contactsSent: figures.contacts,
    costCents: figures.costCents,
    ordersLow: figures.extraOrders.low,
    ordersHigh: figures.extraOrders.high,
    revenueLowCents: figures.revenueCents.low,
    revenueHighCents: figures.revenueCents.high,
    marginLowCents: figures.marginCents.low,
    marginHighCents: figures.marginCents.high,
    roiLow: figures.roi?.low ?? null,
    roiHigh: figures.roi?.high ?? null,
  };
}

const BASE: ActionInput = {
  segmentId: 1,
  objective: 'grow',
  offer: 'Early access, 48 hours',
  message: '“Yours before Friday”',
  channel: 'email',
  startDate: '2026-11-03',
  endDate: '2026-11-14',
  contacts: 2,
  costPerContactCents: 8,
  fixedCostCents: 5000,
  responseLow: 0.012,
  responseHigh: 0.024,
  averageBasketCents: 9600,
  margin: 0.45,
};

export function actionOf(
  id: number,
  change: Partial<ActionInput>,
  customers: number,
  reach: number,
): CampaignAction {
  const input = { ...BASE, ...change };
  const figures = computed(input, reach);
  return {
    ...input,
    id,
    sources: [`Response: playbook default ${id}`, 'Margin: project'],
    figures: { ...flat(figures, customers, reach), breakEvenResponse: figures.breakEvenResponse },
  };
}

export function campaignOf(actions: readonly CampaignAction[], currency = 'EUR'): Campaign {
  const sum = (name: 'customers' | 'reach') =>
    actions.reduce((total, action) => total + action.figures[name], 0);
  const totals = planTotals(actions.map((action) => computed(action, action.figures.reach)));
  return {
    id: 1,
    name: 'Autumn plan',
    startDate: '2026-11-03',
    currency,
    actions: [...actions],
    totals: flat(totals, sum('customers'), sum('reach')),
  };
}

export function sampleReport(locale: Locale = 'en', change: Partial<PlanReport> = {}): PlanReport {
  return {
    project: {
      name: 'Alba & Ros, 2026',
      locale,
      currency: 'EUR',
      customers: 4338,
      orders: 18532,
      analysisDate: '2026-10-31',
      seed: 4127,
    },
    segments: [
      segment(1, 'A', 'Young urban professionals', 0.272, 0.356, [evidence(), BASKET, MOBILE]),
      segment(2, 'B', 'Comfort-first families', 0.255, 0.366, [BASKET, BALANCE]),
      segment(3, 'C', 'Trend-seeking teens', 0.153, 0.084, [MOBILE]),
      segment(4, 'D', 'Lapsed big spenders', 0.091, 0.155, [
        evidence({ here: 210, index: 233, indexLow: 220, indexHigh: 246 }),
      ]),
      {
        ...segment(5, 'E', 'One-time gift buyers', 0.229, 0.039, []),
        rule: null,
        note: 'Look again in spring.',
      },
    ],
    personas: [MARTA, { ...MARTA, id: 2, segmentId: 2, name: 'Roser' }],
    campaign: campaignOf([
      actionOf(1, {}, 1179, 861),
      actionOf(
        2,
        {
          segmentId: 2,
          objective: 'crossSell',
          offer: 'Catalogue, €10 voucher',
          message: '“Warm all week”',
          channel: 'post',
          startDate: '2026-11-10',
          endDate: '2026-12-01',
          contacts: 1,
          costPerContactCents: 135,
          responseLow: 0.01,
          responseHigh: 0.04,
        },
        1105,
        903,
      ),
      actionOf(
        3,
        {
          segmentId: 4,
          objective: 'winBack',
          offer: 'A call from their shop',
          message: '“We kept your size”',
          channel: 'phone',
          startDate: '2026-11-20',
          endDate: '2026-11-24',
          contacts: 1,
          costPerContactCents: 740,
          responseLow: 0.02,
          responseHigh: 0.08,
        },
        393,
        289,
      ),
    ]),
    method: {
      settings: {
        method: 'kmeans',
        features: ['recency', 'frequency', 'monetary'],
        k: 5,
        scale: 'z',
        logs: true,
        seed: 4127,
      },
      k: 5,
      customers: 4338,
      excluded: 0,
      imputed: 12,
      scores: {
        inertia: 8123.4,
        silhouette: { value: 0.231, n: 4338, sampled: false, standardError: 0.003 },
        calinskiHarabasz: 812.5,
        daviesBouldin: 1.31,
      },
      groups: {
        verdict: 'clear',
        k: 3,
        againstCrowd: { observed: 0.231, copies: [0.09, 0.1], p: 1 / 3 },
        againstEven: { observed: 0.231, copies: [0.08, 0.11], p: 1 / 3 },
        stability: { observed: 0.9, copies: [0.4, 0.5], p: 1 / 3 },
        gapBox: { gap: [0.1, 0.2], error: [0.01, 0.01], first: 1, overall: 2 },
        gapAligned: { gap: [0.1, 0.2], error: [0.01, 0.01], first: 1, overall: 2 },
        rows: 600,
      },
      stability: { resamples: 40, drawn: 4338, placed: 4338, jaccard: [0.97, 0.91, 0.84], ari: 0.9 },
    },
    quality: null,
    notes: ['Groups under 30 customers are not described.'],
    ...change,
  };
}
