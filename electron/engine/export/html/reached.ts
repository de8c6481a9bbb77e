// How many customers of an action or a plan can be contacted, or that nobody knows.
import type { ActionFigures } from '../../../../shared/model/campaign.ts';
import type { Words } from '../words.ts';

type Reach = Pick<ActionFigures, 'reach' | 'customers' | 'reachAssumed'>;

/** `861 of 1,179`. */
export function reachedOf({ reach, customers, reachAssumed }: Reach, { t, integer }: Words): string {
  if (reachAssumed) return t('exports.page.notKnown');
  return t('exports.page.reachOf', { reach: integer(reach), customers: integer(customers) });
}

/** The number alone. */
export function reached({ reach, reachAssumed }: Reach, { t, integer }: Words): string {
  return reachAssumed ? t('exports.page.notKnown') : integer(reach);
}
