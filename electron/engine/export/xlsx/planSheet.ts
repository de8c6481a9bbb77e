// The plan as a sheet: one row per action. Every figure is a formula over the input cells of its row, so that the
// reader can change a response or a cost and see the plan follow.
import type { CampaignAction } from '../../../../shared/model/campaign.ts';
import { segmentOf, type PlanReport } from '../report.ts';
import { dateOf, type Words } from '../words.ts';
import {
  INPUT_COLUMNS,
  INPUT_STYLES,
  inputValue,
  letterOf,
  PLAN_COLUMNS,
  RANGE_NAMES,
  RESPONSE_FACTOR,
  RESULT_COLUMNS,
  RESULT_STYLES,
  resultValue,
  rowFormula,
  totalFormula,
  type PlanColumn,
  type ResultColumn,
} from './planColumns.ts';
import { formula, number, text, type XlsxCell, type XlsxName, type XlsxSheet } from './port.ts';

/** Title, project, hint, response factor, an empty row: then the header. */
export const HEADER_ROW = 6;
const FACTOR_ROW = 4;
const TEXT_WIDTHS: Partial<Record<PlanColumn, number>> = {
  segment: 24,
  offer: 34,
  message: 40,
  objective: 16,
};
const LEFT: readonly PlanColumn[] = ['segment', 'objective', 'offer', 'message', 'channel'];

export function planSheet(
  report: PlanReport,
  words: Words,
): { readonly sheet: XlsxSheet; readonly names: readonly XlsxName[] } {
  const { t } = words;
  const { actions } = report.campaign;
  const name = t('exports.sheet.plan');
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + actions.length;
  const header = PLAN_COLUMNS.map((column) =>
    text(t(`exports.column.${column}`), LEFT.includes(column) ? 'header' : 'headerRight'),
  );
  const rows: (readonly (XlsxCell | null)[])[] = [
    ...titleRows(report, words),
    [],
    header,
    ...actions.map((action, index) => actionRow(report, action, first + index, words)),
    totalRow(report, words, first, last),
    [text(t('exports.page.totalNote'), 'muted')],
    ...(report.campaign.totals.reachAssumed ? [[text(t('exports.page.reachAssumed'), 'strong')]] : []),
  ];
  const sheet: XlsxSheet = {
    name,
    widths: PLAN_COLUMNS.map((column) => TEXT_WIDTHS[column] ?? 13),
    frozen: { rows: HEADER_ROW, columns: 1 },
    rows,
  };
  return { sheet, names: namesOf(name, first, last) };
}

function titleRows(report: PlanReport, words: Words): (readonly (XlsxCell | null)[])[] {
  const { t } = words;
  const { name, analysisDate } = report.project;
  const snapshot =
    analysisDate === null ? '' : `, ${t('exports.page.snapshot', { date: words.day(analysisDate) })}`;
  const factor = [text(t('exports.column.responseFactor'), 'muted'), null, null, null];
  return [
    [text(report.campaign.name, 'title')],
    [text(`${name}${snapshot}`, 'muted')],
    [text(t('exports.column.inputs'), 'muted')],
    [...factor, number(1, 'inputPercent')],
  ];
}

function actionRow(
  report: PlanReport,
  action: CampaignAction,
  row: number,
  words: Words,
): (XlsxCell | null)[] {
  const { t } = words;
  const segment = segmentOf(report, action.segmentId);
  return [
    text(segment === null ? '' : `${segment.letter} ${segment.name}`, 'strong'),
    text(t(`exports.objective.${action.objective}`), 'text'),
    text(action.offer, 'wrap'),
    text(action.message, 'wrap'),
    text(t(`exports.channel.${action.channel}`), 'text'),
    { kind: 'date', value: dateOf(action.startDate), style: 'inputDate' },
    { kind: 'date', value: dateOf(action.endDate), style: 'inputDate' },
    number(action.figures.customers, 'integer'),
    ...INPUT_COLUMNS.map((column) => number(inputValue(action, column), INPUT_STYLES[column])),
    ...RESULT_COLUMNS.map((column) =>
      formula(rowFormula(column, row), resultValue(action.figures, column), RESULT_STYLES[column][0]),
    ),
  ];
}

function totalRow(report: PlanReport, words: Words, first: number, last: number): (XlsxCell | null)[] {
  const { totals } = report.campaign;
  return PLAN_COLUMNS.map((column): XlsxCell | null => {
    if (column === 'segment') return text(words.t('exports.column.total'), 'totalText');
    // Distinct customers, which no formula over the rows could give.
    if (column === 'customers') return number(totals.customers, 'totalInteger');
    if (column === 'reach') return number(totals.reach, 'totalInteger');
    if (column === 'breakEven' || !isResult(column)) return text('', 'totalText');
    const style = RESULT_STYLES[column][1];
    const isRatio = column === 'roiLow' || column === 'roiHigh';
    if (last < first && !isRatio) return number(0, style);
    return formula(totalFormula(column, first, last), resultValue(totals, column), style);
  });
}

function isResult(column: PlanColumn): column is ResultColumn {
  return RESULT_COLUMNS.some((name) => name === column);
}

function namesOf(sheet: string, first: number, last: number): XlsxName[] {
  const factor: XlsxName = { name: RESPONSE_FACTOR, sheet, range: `$E$${FACTOR_ROW}` };
  if (last < first) return [factor];
  const inputs = INPUT_COLUMNS.map((column) => {
    const letter = letterOf(column);
    return { name: RANGE_NAMES[column], sheet, range: `$${letter}$${first}:$${letter}$${last}` };
  });
  const cost = letterOf('cost');
  return [factor, ...inputs, { name: 'TotalCost', sheet, range: `$${cost}$${last + 1}` }];
}
