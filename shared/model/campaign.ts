// Campaign plans: actions per segment, with every figure's terms kept so that the arithmetic can be shown.
import { z } from 'zod';
import { ActionChannel, Objective } from './playbook.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What the analyst decides about an action. Costs in minor units (cents); responses and margin as shares. */
export const ActionInput = z.strictObject({
  segmentId: z.number().int(),
  objective: Objective,
  offer: z.string().max(500),
  message: z.string().max(1000),
  channel: ActionChannel,
  startDate: day,
  endDate: day,
  contacts: z.number().int().min(1).max(52),
  costPerContactCents: z.number().min(0).max(100_000_000),
  fixedCostCents: z.number().min(0).max(100_000_000_000),
  /** Extra orders per contacted customer over the action, low and high. */
  responseLow: z.number().min(0).max(1),
  responseHigh: z.number().min(0).max(1),
  averageBasketCents: z.number().min(0).max(100_000_000_000),
  margin: z.number().min(0).max(1),
});
export type ActionInput = z.infer<typeof ActionInput>;

/** The computed side of an action, all in minor units; the arithmetic is in `engine/writing/planArithmetic.ts`. */
export const ActionFigures = z.strictObject({
  customers: z.number().int(),
  reach: z.number().int(),
  /** The data know neither contacts nor consent: everyone is counted, and no reader is told that they can be reached. */
  reachAssumed: z.literal(true).optional(),
  contactsSent: z.number().int(),
  costCents: z.number(),
  ordersLow: z.number(),
  ordersHigh: z.number(),
  revenueLowCents: z.number(),
  revenueHighCents: z.number(),
  marginLowCents: z.number(),
  marginHighCents: z.number(),
  /** (margin − cost) ÷ cost; null when the action costs nothing. */
  roiLow: z.number().nullable(),
  roiHigh: z.number().nullable(),
  /** Response at which margin equals cost; null when it never does. */
  breakEvenResponse: z.number().nullable(),
});
export type ActionFigures = z.infer<typeof ActionFigures>;

export const CampaignAction = ActionInput.extend({
  id: z.number().int(),
  sources: z.array(z.string()),
  figures: ActionFigures,
});
export type CampaignAction = z.infer<typeof CampaignAction>;

export const PlanTotals = ActionFigures.omit({ breakEvenResponse: true });
export type PlanTotals = z.infer<typeof PlanTotals>;

export const Campaign = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  startDate: day,
  currency: z.string(),
  actions: z.array(CampaignAction),
  totals: PlanTotals,
});
export type Campaign = z.infer<typeof Campaign>;
