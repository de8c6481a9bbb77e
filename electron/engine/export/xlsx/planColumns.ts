// The columns of the plan sheet: where each stands, what it shows, and the formula by which it follows from the others.
// The formulas are those of writing/planArithmetic.ts, rounded to cents at the same terms; letters come from the order here, so moving a column moves them all.
import type { CampaignAction } from '../../../../shared/model/campaign.ts';
import { columnLetter } from './port.ts';
import type { StyleName } from './styles.ts';

export const INPUT_COLUMNS = [
  'reach',
  'contacts',
  'costPerContact',
  'fixedCost',
  'responseLow',
  'responseHigh',
  'averageBasket',
  'margin',
] as const;
export const RESULT_COLUMNS = [
  'contactsSent',
  'cost',
  'ordersLow',
  'ordersHigh',
  'revenueLow',
  'revenueHigh',
  'marginLow',
  'marginHigh',
  'roiLow',
  'roiHigh',
  'breakEven',
] as const;
export const PLAN_COLUMNS = [
  'segment',
  'objective',
  'offer',
  'message',
  'channel',
  'start',
  'end',
  'customers',
  ...INPUT_COLUMNS,
  ...RESULT_COLUMNS,
] as const;
export type PlanColumn = (typeof PLAN_COLUMNS)[number];
export type InputColumn = (typeof INPUT_COLUMNS)[number];
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

/** The cell that scales every response: the name used in formulas and its place. */
export const RESPONSE_FACTOR = 'ResponseFactor';
/** Names of the input ranges; English in every language, because formulas outlive translations. */
export const RANGE_NAMES: Readonly<Record<InputColumn, string>> = {
  reach: 'Reach',
  contacts: 'ContactsPerCustomer',
  costPerContact: 'CostPerContact',
  fixedCost: 'FixedCost',
  responseLow: 'ResponseLow',
  responseHigh: 'ResponseHigh',
  averageBasket: 'AverageOrder',
  margin: 'MarginShare',
};

export function letterOf(column: PlanColumn): string {
  return columnLetter(PLAN_COLUMNS.indexOf(column));
}

/** An input's value in whole units of the currency. */
export function inputValue(action: CampaignAction, column: InputColumn): number {
  switch (column) {
    case 'reach':
      return action.figures.reach;
    case 'contacts':
      return action.contacts;
    case 'costPerContact':
      return action.costPerContactCents / 100;
    case 'fixedCost':
      return action.fixedCostCents / 100;
    case 'averageBasket':
      return action.averageBasketCents / 100;
    default:
      return action[column];
  }
}

type Figures = Omit<CampaignAction['figures'], 'breakEvenResponse'> & {
  readonly breakEvenResponse?: number | null;
};

/** A result's value now, in whole units; null where there is none. */
export function resultValue(figures: Figures, column: ResultColumn): number | null {
  switch (column) {
    case 'cost':
      return figures.costCents / 100;
    case 'revenueLow':
      return figures.revenueLowCents / 100;
    case 'revenueHigh':
      return figures.revenueHighCents / 100;
    case 'marginLow':
      return figures.marginLowCents / 100;
    case 'marginHigh':
      return figures.marginHighCents / 100;
    case 'breakEven':
      return figures.breakEvenResponse ?? null;
    default:
      return figures[column];
  }
}

/** The formula of a result in one row (1-based), without the equals sign. */
export function rowFormula(column: ResultColumn, row: number): string {
  const at = (name: PlanColumn) => `${letterOf(name)}${row}`;
  switch (column) {
    case 'contactsSent':
      return `${at('reach')}*${at('contacts')}`;
    case 'cost':
      // An action that reaches nobody is not run and costs nothing.
      return `IF(${at('contactsSent')}>0,ROUND(${at('contactsSent')}*${at('costPerContact')},2)+${at('fixedCost')},0)`;
    case 'ordersLow':
      return `${at('reach')}*${at('responseLow')}*${RESPONSE_FACTOR}`;
    case 'ordersHigh':
      return `${at('reach')}*${at('responseHigh')}*${RESPONSE_FACTOR}`;
    case 'revenueLow':
      return `ROUND(${at('ordersLow')}*${at('averageBasket')},2)`;
    case 'revenueHigh':
      return `ROUND(${at('ordersHigh')}*${at('averageBasket')},2)`;
    case 'marginLow':
      return `ROUND(${at('revenueLow')}*${at('margin')},2)`;
    case 'marginHigh':
      return `ROUND(${at('revenueHigh')}*${at('margin')},2)`;
    case 'roiLow':
    case 'roiHigh':
      return roiFormula(column, row);
    case 'breakEven': {
      const perResponse = `${at('reach')}*${at('averageBasket')}*${at('margin')}`;
      return `IF(${perResponse}>0,${at('cost')}/(${perResponse}),"")`;
    }
  }
}

/**
 * The formula of a total over the rows `first` to `last`, in the row after them. Contacts and cost are sums; the ends
 * of a range are the sum of the middles ∓ the root of the summed squares of the half widths (independent actions).
 */
export function totalFormula(column: ResultColumn, first: number, last: number): string {
  const cells = (name: PlanColumn) => `${letterOf(name)}${first}:${letterOf(name)}${last}`;
  const end = (low: ResultColumn, high: ResultColumn) => {
    const sign = column === low ? '-' : '+';
    return `(SUM(${cells(low)})+SUM(${cells(high)})${sign}SQRT(SUMXMY2(${cells(high)},${cells(low)})))/2`;
  };
  switch (column) {
    case 'contactsSent':
    case 'cost':
      return `SUM(${cells(column)})`;
    case 'ordersLow':
    case 'ordersHigh':
      return end('ordersLow', 'ordersHigh');
    case 'revenueLow':
    case 'revenueHigh':
      return `ROUND(${end('revenueLow', 'revenueHigh')},2)`;
    case 'marginLow':
    case 'marginHigh':
      return `ROUND(${end('marginLow', 'marginHigh')},2)`;
    case 'roiLow':
    case 'roiHigh':
      return roiFormula(column, last + 1);
    case 'breakEven':
      return '""';
  }
}

/** Of a row or of the totals, where it is the ratio of the totals. */
function roiFormula(column: 'roiLow' | 'roiHigh', row: number): string {
  const cost = `${letterOf('cost')}${row}`;
  const margin = `${letterOf(column === 'roiLow' ? 'marginLow' : 'marginHigh')}${row}`;
  return `IF(${cost}>0,(${margin}-${cost})/${cost},"")`;
}

export const RESULT_STYLES: Readonly<Record<ResultColumn, readonly [row: StyleName, total: StyleName]>> = {
  contactsSent: ['integer', 'totalInteger'],
  cost: ['money', 'totalMoney'],
  ordersLow: ['decimal', 'totalDecimal'],
  ordersHigh: ['decimal', 'totalDecimal'],
  revenueLow: ['money', 'totalMoney'],
  revenueHigh: ['money', 'totalMoney'],
  marginLow: ['money', 'totalMoney'],
  marginHigh: ['money', 'totalMoney'],
  roiLow: ['times', 'totalTimes'],
  roiHigh: ['times', 'totalTimes'],
  breakEven: ['percent', 'totalText'],
};
export const INPUT_STYLES: Readonly<Record<InputColumn, StyleName>> = {
  reach: 'inputInteger',
  contacts: 'inputInteger',
  costPerContact: 'inputMoney',
  fixedCost: 'inputMoney',
  responseLow: 'inputPercent',
  responseHigh: 'inputPercent',
  averageBasket: 'inputMoney',
  margin: 'inputPercent',
};
