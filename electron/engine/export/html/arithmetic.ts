// The arithmetic of an action in figures, so that a reader can check each with a pocket calculator.
import type { CampaignAction } from '../../../../shared/model/campaign.ts';
import type { Words } from '../words.ts';

export interface Sum {
  readonly label: string;
  /** The terms, e.g. `861 × 2 × €0.08 + €50.00`. */
  readonly how: string;
  readonly result: string;
}

/** Cost, orders, revenue, margin, return and break-even of one action. */
export function arithmetic(action: CampaignAction, words: Words): Sum[] {
  const { t, cents, integer, decimal, percent, range } = words;
  const { figures } = action;
  const money = (low: number, high: number) => range(cents(low), cents(high));
  const reach = integer(figures.reach);
  const orders = range(decimal(figures.ordersLow), decimal(figures.ordersHigh));
  const revenue = money(figures.revenueLowCents, figures.revenueHighCents);
  const cost = cents(figures.costCents);
  const basket = cents(action.averageBasketCents);
  // With nobody to reach, the action is not run and its fixed cost is not spent.
  const isRun = figures.reach > 0 && action.fixedCostCents > 0;
  const fixed = isRun ? ` + ${cents(action.fixedCostCents)}` : '';
  return [
    {
      label: t('exports.page.cost'),
      how: `${reach} × ${integer(action.contacts)} × ${cents(action.costPerContactCents)}${fixed}`,
      result: cost,
    },
    {
      label: t('exports.page.extraOrders'),
      how: `${reach} × ${range(percent(action.responseLow, 2), percent(action.responseHigh, 2))}`,
      result: orders,
    },
    { label: t('exports.page.extraRevenue'), how: `${orders} × ${basket}`, result: revenue },
    {
      label: t('exports.page.extraMargin'),
      how: `${revenue} × ${percent(action.margin)}`,
      result: money(figures.marginLowCents, figures.marginHighCents),
    },
    {
      label: t('exports.page.roi'),
      how: `(${money(figures.marginLowCents, figures.marginHighCents)} − ${cost}) ÷ ${cost}`,
      result:
        figures.roiLow === null || figures.roiHigh === null
          ? '–'
          : `${range(decimal(figures.roiLow, 2), decimal(figures.roiHigh, 2))}×`,
    },
    {
      label: t('exports.page.breakEven'),
      how: `${cost} ÷ (${reach} × ${basket} × ${percent(action.margin)})`,
      result:
        figures.breakEvenResponse === null ? t('exports.page.never') : percent(figures.breakEvenResponse, 2),
    },
  ];
}
