// Does an action, or the whole plan, pay? Decided by the break-even response and the ends of the expected range.
import type { CampaignAction, PlanTotals } from '../../../shared/model/campaign.ts';

export type PayVerdict = 'pays' | 'above' | 'never' | 'free' | 'nobody';

/** `above`: only when the response passes the break-even inside the expected range. */
export function payVerdict(
  action: Pick<CampaignAction, 'figures' | 'responseLow' | 'responseHigh'>,
): PayVerdict {
  const { reach, costCents, breakEvenResponse } = action.figures;
  if (reach === 0) return 'nobody';
  if (costCents === 0) return 'free';
  if (breakEvenResponse === null || breakEvenResponse > action.responseHigh) return 'never';
  return breakEvenResponse <= action.responseLow ? 'pays' : 'above';
}

/** `planPays`: margin covers cost at the low end; `planFails`: not even at the high end. */
export function planVerdict(totals: PlanTotals): 'planPays' | 'planMay' | 'planFails' {
  if (totals.marginLowCents >= totals.costCents) return 'planPays';
  return totals.marginHighCents < totals.costCents ? 'planFails' : 'planMay';
}
