// The plan itself: an overview table with totals, then every action with its arithmetic written out.
import type { CampaignAction } from '../../../../shared/model/campaign.ts';
import { segmentOf, type PlanReport } from '../report.ts';
import type { Words } from '../words.ts';
import { arithmetic, type Sum } from './arithmetic.ts';
import { glyph } from './glyph.ts';
import { fromData, html, type Markup } from './markup.ts';
import { reachedOf } from './reached.ts';

export function actionSection(report: PlanReport, words: Words): Markup {
  const { t } = words;
  return html`<section><div class="head"><h2>${t('exports.page.plan')}</h2><span class="muted">${t('exports.page.planNote')}</span></div>
<div class="wide">${overview(report, words)}</div>
${report.campaign.actions.map((action) => block(report, action, words))}</section>`;
}

function overview(report: PlanReport, words: Words): Markup {
  const { t } = words;
  const { totals } = report.campaign;
  const heads = [
    'page.reach',
    'page.response',
    'page.extraRevenue',
    'page.extraMargin',
    'page.cost',
  ] as const;
  return html`<table class="plan"><thead><tr><th>${t('exports.column.segment')}</th><th>${t('exports.column.objective')}</th><th>${t('exports.column.channel')}</th>${heads.map((head) => html`<th class="num">${t(`exports.${head}`)}</th>`)}<th class="num">ROI</th></tr></thead>
<tbody>${report.campaign.actions.map((action) => {
    const { figures } = action;
    const response = words.range(words.percent(action.responseLow), words.percent(action.responseHigh));
    return html`<tr><td>${mark(report, action)}</td><td>${t(`exports.objective.${action.objective}`)}</td><td>${t(`exports.channel.${action.channel}`)}</td><td class="num">${reachedOf(figures, words)}</td><td class="num">${response}</td>${sums(figures, words)}</tr>
`;
  })}</tbody>
<tfoot><tr><td colspan="3">${t('exports.page.total')}</td><td class="num">${reachedOf(totals, words)}</td><td></td>${sums(totals, words)}</tr></tfoot></table>
${report.campaign.actions.length > 1 ? html`<p class="small muted">${t('exports.page.totalNote')}</p>` : null}${totals.reachAssumed ? html`<p class="small">${t('exports.page.reachAssumed')}</p>` : null}`;
}

type Figures = Pick<
  CampaignAction['figures'],
  | 'revenueLowCents'
  | 'revenueHighCents'
  | 'marginLowCents'
  | 'marginHighCents'
  | 'costCents'
  | 'roiLow'
  | 'roiHigh'
>;

function sums(figures: Figures, words: Words): Markup[] {
  const range = (low: number, high: number) => words.range(words.money(low / 100), words.money(high / 100));
  const roi =
    figures.roiLow === null || figures.roiHigh === null
      ? '–'
      : `${words.range(words.decimal(figures.roiLow), words.decimal(figures.roiHigh))}×`;
  return [
    html`<td class="num">${range(figures.revenueLowCents, figures.revenueHighCents)}</td>`,
    html`<td class="num">${range(figures.marginLowCents, figures.marginHighCents)}</td>`,
    html`<td class="num">${words.money(figures.costCents / 100)}</td>`,
    html`<td class="num"><b>${roi}</b></td>`,
  ];
}

function mark(report: PlanReport, action: CampaignAction): Markup | null {
  const segment = segmentOf(report, action.segmentId);
  return segment === null ? null : html`${glyph(segment.colour, segment.letter)} ${fromData(segment.name)}`;
}

function block(report: PlanReport, action: CampaignAction, words: Words): Markup {
  const { t } = words;
  const when = `${words.shortDay(action.startDate)} – ${words.shortDay(action.endDate)}`;
  const how = `${t(`exports.channel.${action.channel}`)}, ${t('exports.count.contacts', { count: action.contacts })}, ${when}`;
  return html`<article class="action"><div class="action-head"><div><h3>${mark(report, action)} · ${t(`exports.objective.${action.objective}`)}</h3>
<p class="offer">${fromData(action.offer)} <span class="muted">${how}</span></p>
<p class="draft">${fromData(action.message)}</p></div>${verdict(action, words)}</div>
<div class="sums">${arithmetic(action, words).map(sumBlock)}</div></article>
`;
}

function sumBlock({ label, how, result }: Sum): Markup {
  return html`<div class="sum"><span class="small muted">${label}</span><b>${result}</b><span class="how">${how}</span></div>`;
}

function verdict({ figures }: CampaignAction, words: Words): Markup | null {
  if (figures.roiLow === null || figures.roiHigh === null) return null;
  const { t } = words;
  if (figures.roiLow >= 0) return html`<span class="verdict all">${t('exports.page.paysAll')}</span>`;
  if (figures.roiHigh < 0) return html`<span class="verdict never">${t('exports.page.doesNotPay')}</span>`;
  return html`<span class="verdict some">${t('exports.page.paysSome')}</span>`;
}
