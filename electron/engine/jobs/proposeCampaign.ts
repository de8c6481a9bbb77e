// A first campaign plan from the playbook: one action per segment, chosen by the segment's character.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ProposedAction } from '../../../shared/model/playbook.ts';
import { addAction } from '../db/campaignTable.ts';
import type { StoredAction } from '../db/campaignTable.ts';
import { record } from '../db/journal.ts';
import { sql } from '../db/schema.ts';
import { reachOf } from '../profiles/campaigns.ts';
import { activeSegmentation } from '../profiles/segmentationModel.ts';
import type { SegmentationModel } from '../profiles/segmentationModel.ts';
import { statementsOf } from '../profiles/statements.ts';
import { summariesOf } from '../profiles/summaries.ts';
import { characterOf, proposeActions, retailPlaybook } from '../writing/index.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

const DAY_MS = 86_400_000;
/** Actions start a few days apart, so that one team can carry them out and a calendar can be read. */
const DAYS_BETWEEN = 4;
const MIN_DAYS = 7;
const FALLBACK_BASKET_CENTS = 0;

const isoDay = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

/** Mean basket of a segment's customers in cents; 0 when the project knows no amounts. */
function averageBaskets({ features, labels, segments }: SegmentationModel): number[] {
  const sums = segments.map(() => ({ money: 0, orders: 0 }));
  const money = features.numbers.find((feature) => feature.facts.name === 'monetary')?.values;
  const orders = features.numbers.find((feature) => feature.facts.name === 'frequency')?.values;
  labels.forEach((label, row) => {
    const segment = sums[label];
    if (!segment || !money || !orders) return;
    segment.money += money[row] ?? 0;
    segment.orders += orders[row] ?? 0;
  });
  return sums.map((sum) =>
    sum.orders > 0 ? Math.max(0, Math.round((100 * sum.money) / sum.orders)) : FALLBACK_BASKET_CENTS,
  );
}

function storedOf(action: ProposedAction, at: number, startDate: string): StoredAction {
  const start = Date.parse(`${startDate}T00:00:00Z`) + at * DAYS_BETWEEN * DAY_MS;
  const days = Math.max(MIN_DAYS, action.rhythm.contacts * action.rhythm.everyDays);
  return {
    segmentId: action.segmentId,
    objective: action.objective,
    offer: action.offer,
    message: action.message,
    channel: action.channel,
    startDate: isoDay(start),
    endDate: isoDay(start + (days - 1) * DAY_MS),
    contacts: action.rhythm.contacts,
    costPerContactCents: action.costPerContactCents,
    fixedCostCents: action.fixedCostCents,
    responseLow: action.responseLow,
    responseHigh: action.responseHigh,
    averageBasketCents: action.averageBasketCents,
    margin: action.marginShare,
    sources: [action.reason, action.sources.cost, action.sources.response, action.sources.margin],
  };
}

/** @throws AppError NO-SEGMENTS, PLAYBOOK-BROKEN, INPUT-INVALID */
export async function* proposeCampaign(
  context: JobContext,
  { name, startDate }: { readonly name: string; readonly startDate: string },
): AsyncGenerator<Progress, { campaignId: number }> {
  const { db, now } = context;
  if (Number.isNaN(Date.parse(startDate))) throw new AppError('INPUT-INVALID');
  yield within('profiling', 0, 0.6, 0);
  const model = activeSegmentation(db);
  if (!model) throw new AppError('NO-SEGMENTS');
  const statements = statementsOf(db, model);
  const summaries = summariesOf(db, model);
  const reached = reachOf(db, model);
  const baskets = averageBaskets(model);
  yield within('drafting', 0.6, 0.9, 0);
  const characters = summaries.map((segment, at) =>
    characterOf({
      segmentId: segment.id,
      name: segment.name,
      customers: segment.customers,
      contactable: reached[at]?.reach ?? { email: 0, post: 0, phone: 0, sms: 0, inStore: 0 },
      averageBasketCents: baskets[at] ?? 0,
      evidence: statements.evidence[at] ?? [],
    }),
  );
  const { locale, currency } = model.settings;
  const actions = proposeActions(characters, retailPlaybook(), { locale, currency });
  const change = { label: 'campaigns.propose', detail: name, at: now.toISOString() };
  const { value: campaignId, tables } = context.write(() =>
    record(db, change, () => {
      const { lastId } = db.run(sql.insertInto('campaign').values({ name, start_date: startDate }));
      actions.forEach((action, at) => addAction(db, lastId, storedOf(action, at, startDate)));
      return lastId;
    }),
  );
  context.changed([...tables, 'change']);
  return { campaignId };
}
