// Campaign plans with their figures: who can be reached now, and what the plan's arithmetic makes of it.
import type { ActionFigures, Campaign, PlanTotals } from '../../../shared/model/campaign.ts';
import { ACTION_CHANNELS } from '../../../shared/model/playbook.ts';
import type { ActionChannel } from '../../../shared/model/playbook.ts';
import { readCampaigns } from '../db/campaignTable.ts';
import type { StoredAction } from '../db/campaignTable.ts';
import { readReach } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { readSettings } from '../db/settings.ts';
import { actionFigures, planTotals } from '../writing/index.ts';
import type { PlanFigures } from '../writing/index.ts';
import type { SegmentationModel } from './segmentationModel.ts';

export type Reach = Readonly<Record<ActionChannel, number>>;

/** Whether somebody must be contacted there: in the shop everyone can be met. */
export const isRemote = (channel: ActionChannel): boolean => channel !== 'inStore';

interface Reached {
  readonly customers: number;
  readonly reach: Reach;
  /** Channels of which the project does not know who can be contacted: everyone is counted. */
  readonly assumed: readonly ActionChannel[];
}

/** Customers per segment, and those who can be contacted in each channel; everyone where the project does not know. */
export function reachOf(db: ReadDb, model: SegmentationModel): Reached[] {
  const flags = ACTION_CHANNELS.map((channel) => readReach(db, model.features.runId, channel));
  const counts = model.segments.map(() => ({ customers: 0, reach: ACTION_CHANNELS.map(() => 0) }));
  model.labels.forEach((label, row) => {
    const segment = counts[label];
    if (!segment) return;
    segment.customers++;
    flags.forEach((flag, at) => {
      if (!flag || flag[row] === 1) segment.reach[at] = (segment.reach[at] ?? 0) + 1;
    });
  });
  const assumed = ACTION_CHANNELS.filter((channel, at) => isRemote(channel) && !flags[at]);
  return counts.map(({ customers, reach }) => ({
    customers,
    assumed,
    reach: Object.fromEntries(ACTION_CHANNELS.map((channel, at) => [channel, reach[at] ?? 0])) as Record<
      ActionChannel,
      number
    >,
  }));
}

function figuresOf(action: StoredAction, reach: number): PlanFigures {
  const {
    contacts,
    costPerContactCents,
    fixedCostCents,
    responseLow,
    responseHigh,
    averageBasketCents,
    margin,
  } = action;
  const terms = { costPerContactCents, fixedCostCents, responseLow, responseHigh, averageBasketCents };
  return actionFigures({ ...terms, reach, holdoutShare: 0, contactsEach: contacts, marginShare: margin });
}

function shown(
  figures: PlanFigures,
  {
    customers,
    reach,
    assumed,
  }: { readonly customers: number; readonly reach: number; readonly assumed: boolean },
): ActionFigures {
  const { contacts, costCents, extraOrders, revenueCents, marginCents, roi, breakEvenResponse } = figures;
  return {
    customers,
    reach,
    ...(assumed && { reachAssumed: true }),
    contactsSent: contacts,
    costCents,
    ordersLow: extraOrders.low,
    ordersHigh: extraOrders.high,
    revenueLowCents: revenueCents.low,
    revenueHighCents: revenueCents.high,
    marginLowCents: marginCents.low,
    marginHighCents: marginCents.high,
    roiLow: roi?.low ?? null,
    roiHigh: roi?.high ?? null,
    breakEvenResponse,
  };
}

interface Counted {
  readonly figures: PlanFigures;
  readonly shown: ActionFigures;
}

/** Ranges are combined as independent, so the total's range is narrower than the sums of the ends. */
function totalsOf(actions: readonly Counted[]): PlanTotals {
  const totals = planTotals(actions.map((action) => action.figures));
  const sum = (pick: (figures: ActionFigures) => number): number =>
    actions.reduce((total, action) => total + pick(action.shown), 0);
  return {
    customers: sum((figures) => figures.customers),
    reach: sum((figures) => figures.reach),
    ...(actions.some((action) => action.shown.reachAssumed) && { reachAssumed: true }),
    contactsSent: totals.contacts,
    costCents: totals.costCents,
    ordersLow: totals.extraOrders.low,
    ordersHigh: totals.extraOrders.high,
    revenueLowCents: totals.revenueCents.low,
    revenueHighCents: totals.revenueCents.high,
    marginLowCents: totals.marginCents.low,
    marginHighCents: totals.marginCents.high,
    roiLow: totals.roi?.low ?? null,
    roiHigh: totals.roi?.high ?? null,
  };
}

/** @param model the active segmentation; without one nobody is reached */
export function campaignsOf(db: ReadDb, model: SegmentationModel | null): Campaign[] {
  const { currency } = readSettings(db);
  const reached = model ? reachOf(db, model) : [];
  return readCampaigns(db).map(({ id, name, startDate, actions }) => {
    const counted = actions.map((action) => {
      const at = model?.segments.findIndex((segment) => segment.id === action.segmentId) ?? -1;
      const { customers = 0, reach: byChannel, assumed: unknown = [] } = reached[at] ?? {};
      const reach = byChannel?.[action.channel] ?? 0;
      const figures = figuresOf(action, reach);
      const assumed = unknown.includes(action.channel);
      return { action, figures, shown: shown(figures, { customers, reach, assumed }) };
    });
    return {
      id,
      name,
      startDate,
      currency,
      actions: counted.map(({ action, shown: figures }) => ({ ...action, figures })),
      totals: totalsOf(counted),
    };
  });
}
