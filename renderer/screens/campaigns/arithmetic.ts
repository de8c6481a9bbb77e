// The arithmetic of an action, term by term, so that each figure can be checked with a pocket calculator.
import { useTranslations } from 'use-intl';
import type { CampaignAction } from '../../../shared/model/campaign.ts';
import type { PlanWords } from './money.ts';

export const TERMS = ['cost', 'extraOrders', 'extraRevenue', 'extraMargin', 'roi', 'breakEven'] as const;
export type Term = (typeof TERMS)[number];

export interface Sum {
  readonly term: Term;
  readonly label: string;
  /** The terms, e.g. `861 × 2 × €0.08 + €50.00`. */
  readonly how: string;
  readonly result: string;
}

/** What the playbook said about its numbers; null for an action that was added by hand. */
export interface ProposedSources {
  readonly reason: string;
  readonly cost: string;
  readonly response: string;
  readonly margin: string;
}

/** A proposed action carries its reason and the notes of cost, response and margin, in this order. */
export function proposedSources({ sources }: CampaignAction): ProposedSources | null {
  const [reason, cost, response, margin] = sources;
  if (reason === undefined || cost === undefined || response === undefined || margin === undefined)
    return null;
  return { reason, cost, response, margin };
}

function costTerms(action: CampaignAction, words: PlanWords): string {
  const { figures, contacts, costPerContactCents, fixedCostCents } = action;
  const { count } = words.figures;
  // With nobody to reach, the action is not run and its fixed cost is not spent.
  const fixed = figures.reach > 0 && fixedCostCents > 0 ? ` + ${words.exact(fixedCostCents)}` : '';
  return `${count(figures.reach)} × ${count(contacts)} × ${words.exact(costPerContactCents)}${fixed}`;
}

/** Builds the six sums of an action, each with its values filled in. */
export function useArithmetic(words: PlanWords): (action: CampaignAction) => readonly Sum[] {
  const t = useTranslations('exports.page');
  const { count, share } = words.figures;
  return (action) => {
    const { figures } = action;
    const reach = count(figures.reach);
    const orders = words.orders(figures.ordersLow, figures.ordersHigh);
    const revenue = words.exactRange(figures.revenueLowCents, figures.revenueHighCents);
    const margin = words.exactRange(figures.marginLowCents, figures.marginHighCents);
    const cost = words.exact(figures.costCents);
    const basket = words.exact(action.averageBasketCents);
    const breakEven = figures.breakEvenResponse;
    const results: Readonly<Record<Term, readonly [how: string, result: string]>> = {
      cost: [costTerms(action, words), cost],
      extraOrders: [`${reach} × ${words.responseRange(action.responseLow, action.responseHigh)}`, orders],
      extraRevenue: [`${orders} × ${basket}`, revenue],
      extraMargin: [`${revenue} × ${share(action.margin, 0)}`, margin],
      roi: [`(${margin} − ${cost}) ÷ ${cost}`, words.roi(figures.roiLow, figures.roiHigh)],
      breakEven: [
        `${cost} ÷ (${reach} × ${basket} × ${share(action.margin, 0)})`,
        breakEven === null ? t('never') : share(breakEven, 2),
      ],
    };
    return TERMS.map((term) => ({
      term,
      label: t(term),
      how: results[term][0],
      result: results[term][1],
    }));
  };
}
