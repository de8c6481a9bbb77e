// An action added by hand starts from what is known: the segment's own order value, and costs of a like action.
import type { ActionInput, Campaign } from '../../../shared/model/campaign.ts';
import { dayNumber, isoDay } from './timeline.ts';

const TWO_WEEKS_DAYS = 14;
const PLAIN = {
  objective: 'grow',
  channel: 'email',
  contacts: 1,
  costPerContactCents: 0,
  fixedCostCents: 0,
  responseLow: 0,
  responseHigh: 0,
  averageBasketCents: 0,
  margin: 0,
} as const;

/** @param words offer and message until the analyst writes them */
export function newAction(
  campaign: Campaign,
  segmentId: number,
  words: Pick<ActionInput, 'offer' | 'message'>,
): ActionInput {
  const own = campaign.actions.findLast((action) => action.segmentId === segmentId);
  const like = own ?? campaign.actions.find((action) => action.channel === PLAIN.channel);
  const { startDate } = campaign;
  const numbers = like
    ? {
        channel: like.channel,
        contacts: like.contacts,
        costPerContactCents: like.costPerContactCents,
        fixedCostCents: like.fixedCostCents,
        responseLow: like.responseLow,
        responseHigh: like.responseHigh,
        margin: like.margin,
      }
    : {};
  return {
    ...PLAIN,
    ...numbers,
    ...words,
    averageBasketCents: own?.averageBasketCents ?? like?.averageBasketCents ?? PLAIN.averageBasketCents,
    segmentId,
    startDate,
    endDate: isoDay(dayNumber(startDate) + TWO_WEEKS_DAYS - 1),
  };
}
