// A plan's numbers, term by term, so that the screen and the workbook can show the same arithmetic. Money is in whole
// minor units (cents) and rounded at each named term, as a spreadsheet with ROUND would do it.

export interface PlanTerms {
  /** Customers who can be contacted: address and consent. */
  readonly reach: number;
  /** Share of the reach held out as control, 0..1. */
  readonly holdoutShare: number;
  /** Contacts per contacted customer over the whole action. */
  readonly contactsEach: number;
  /** May be a fraction of a cent. */
  readonly costPerContactCents: number;
  readonly fixedCostCents: number;
  /** Orders per contacted customer that would not have come without the action, 0..1. */
  readonly responseLow: number;
  readonly responseHigh: number;
  readonly averageBasketCents: number;
  /** What is left of revenue after goods, shipping and offer, 0..1. */
  readonly marginShare: number;
}

export interface PlanRange {
  readonly low: number;
  readonly high: number;
}

export interface PlanFigures {
  readonly heldOut: number;
  /** reach − held out */
  readonly contacted: number;
  /** contacted × contacts each */
  readonly contacts: number;
  /** contacts × cost per contact */
  readonly contactCostCents: number;
  /** contact cost + fixed cost */
  readonly costCents: number;
  /** contacted × response; not rounded */
  readonly extraOrders: PlanRange;
  /** extra orders × average basket */
  readonly revenueCents: PlanRange;
  /** revenue × margin share */
  readonly marginCents: PlanRange;
  /** margin − cost */
  readonly profitCents: PlanRange;
  /** profit ÷ cost: 0 pays back exactly, 1 brings back twice the cost; null when nothing is spent */
  readonly roi: PlanRange | null;
  /** cost ÷ (contacted × average basket × margin share): the response at which the action pays for itself; null when no order could bring margin */
  readonly breakEvenResponse: number | null;
}

function range(low: number, high: number): PlanRange {
  return { low, high };
}

function over(values: PlanRange, change: (value: number) => number): PlanRange {
  return range(change(values.low), change(values.high));
}

function roiOf(profit: PlanRange, costCents: number): PlanRange | null {
  return costCents === 0 ? null : over(profit, (value) => value / costCents);
}

/** All terms of one action. With nobody to contact it is not run and costs nothing, fixed cost included. */
export function actionFigures(terms: PlanTerms): PlanFigures {
  const heldOut = Math.round(terms.reach * terms.holdoutShare);
  const contacted = terms.reach - heldOut;
  const contacts = contacted * terms.contactsEach;
  const contactCostCents = Math.round(contacts * terms.costPerContactCents);
  const costCents = contacted === 0 ? 0 : contactCostCents + terms.fixedCostCents;
  const extraOrders = range(contacted * terms.responseLow, contacted * terms.responseHigh);
  const revenueCents = over(extraOrders, (orders) => Math.round(orders * terms.averageBasketCents));
  const marginCents = over(revenueCents, (revenue) => Math.round(revenue * terms.marginShare));
  const profitCents = over(marginCents, (margin) => margin - costCents);
  const marginAtFullResponse = contacted * terms.averageBasketCents * terms.marginShare;
  return {
    heldOut,
    contacted,
    contacts,
    contactCostCents,
    costCents,
    extraOrders,
    revenueCents,
    marginCents,
    profitCents,
    roi: roiOf(profitCents, costCents),
    breakEvenResponse: marginAtFullResponse === 0 ? null : costCents / marginAtFullResponse,
  };
}

export interface PlanTotals {
  readonly contacted: number;
  readonly contacts: number;
  readonly costCents: number;
  readonly extraOrders: PlanRange;
  readonly revenueCents: PlanRange;
  readonly marginCents: PlanRange;
  readonly profitCents: PlanRange;
  readonly roi: PlanRange | null;
  /** The plain sums of lows and of highs, for comparison: as if all actions did badly, or well, together. */
  readonly revenueSumCents: PlanRange;
}

/**
 * Combines ranges as independent: the middles are added, the half widths as roots of their squares
 * (propagation of independent errors). The total is therefore narrower than the sum of the lows and of the highs.
 */
export function combineRanges(ranges: readonly PlanRange[]): PlanRange {
  const middle = ranges.reduce((sum, { low, high }) => sum + (low + high) / 2, 0);
  const half = Math.sqrt(ranges.reduce((sum, { low, high }) => sum + ((high - low) / 2) ** 2, 0));
  return range(middle - half, middle + half);
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Totals of a plan. Costs and contacts are sums; ranges are combined as independent. */
export function planTotals(figures: readonly PlanFigures[]): PlanTotals {
  const costCents = sumOf(figures, (figure) => figure.costCents);
  const marginCents = over(combineRanges(figures.map((figure) => figure.marginCents)), Math.round);
  const profitCents = over(marginCents, (margin) => margin - costCents);
  return {
    contacted: sumOf(figures, (figure) => figure.contacted),
    contacts: sumOf(figures, (figure) => figure.contacts),
    costCents,
    extraOrders: combineRanges(figures.map((figure) => figure.extraOrders)),
    revenueCents: over(combineRanges(figures.map((figure) => figure.revenueCents)), Math.round),
    marginCents,
    profitCents,
    roi: roiOf(profitCents, costCents),
    revenueSumCents: range(
      sumOf(figures, (figure) => figure.revenueCents.low),
      sumOf(figures, (figure) => figure.revenueCents.high),
    ),
  };
}
