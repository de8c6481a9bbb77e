// The first screen of the page: what plan this is, its sums, and how customers and revenue divide over the segments.
import type { PlanReport, ReportSegment } from '../report.ts';
import type { Words } from '../words.ts';
import { glyph } from './glyph.ts';
import { fromData, html, type Markup } from './markup.ts';
import { reached } from './reached.ts';

const WIDTH = 960;
const GAP = 2;

export function cover(report: PlanReport, words: Words): Markup {
  const { t } = words;
  const { project, campaign, segments } = report;
  const facts = [
    fromData(project.name),
    html`${t('exports.count.customers', { count: project.customers })}`,
    ...(project.orders > 0 ? [html`${t('exports.count.orders', { count: project.orders })}`] : []),
    ...(project.analysisDate === null
      ? []
      : [html`${t('exports.page.snapshot', { date: words.day(project.analysisDate) })}`]),
  ];
  return html`<header>
<p class="kicker">${t('exports.page.kicker')}</p>
<h1>${fromData(campaign.name)}</h1>
<p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
${kpis(report, words)}
${segments.length === 0 ? null : stacks(segments, words)}
</header>`;
}

function kpis(report: PlanReport, words: Words): Markup {
  const { t } = words;
  const { totals } = report.campaign;
  const range = (low: number, high: number) => words.range(words.money(low / 100), words.money(high / 100));
  const roi =
    totals.roiLow === null || totals.roiHigh === null
      ? '–'
      : `${words.range(words.decimal(totals.roiLow), words.decimal(totals.roiHigh))}×`;
  const items: readonly (readonly [string, string])[] = [
    [t('exports.page.reach'), reached(totals, words)],
    [t('exports.page.cost'), words.money(totals.costCents / 100)],
    [t('exports.page.revenue'), range(totals.revenueLowCents, totals.revenueHighCents)],
    [t('exports.page.margin'), range(totals.marginLowCents, totals.marginHighCents)],
    [t('exports.page.roi'), roi],
  ];
  return html`<div class="kpis">${items.map(([label, value]) => html`<div class="kpi"><span class="small muted">${label}</span><b>${value}</b></div>`)}</div>`;
}

function stacks(segments: readonly ReportSegment[], words: Words): Markup {
  const { t } = words;
  const withRevenue = segments.some((segment) => segment.revenueShare !== null);
  const customers = stack(segments, (segment) => segment.share, 18);
  const revenue = stack(segments, (segment) => Math.max(0, segment.revenueShare ?? 0), 8);
  return html`<svg class="stack" viewBox="0 0 ${WIDTH} ${withRevenue ? 30 : 18}" role="img" aria-label="${t('exports.page.segments')}"><g>${customers}</g>${withRevenue ? html`<g transform="translate(0 22)" opacity=".75">${revenue}</g>` : null}</svg>
<p class="legend">${segments.map((segment) => {
    const shares = [
      `${words.percent(segment.share)} ${t('exports.page.ofCustomers')}`,
      ...(segment.revenueShare === null
        ? []
        : [`${words.percent(segment.revenueShare)} ${t('exports.page.ofRevenue')}`]),
    ].join(', ');
    return html`<span>${glyph(segment.colour, segment.letter)}${fromData(segment.name)} <span class="muted">${shares}</span></span>`;
  })}</p>`;
}

function stack(
  segments: readonly ReportSegment[],
  shareOf: (segment: ReportSegment) => number,
  height: number,
): Markup[] {
  let left = 0;
  return segments.map((segment) => {
    const width = shareOf(segment) * WIDTH;
    const bar = html`<rect class="fill s-${segment.colour}" x="${left.toFixed(1)}" y="0" width="${Math.max(0, width - GAP).toFixed(1)}" height="${height}"/>`;
    left += width;
    return bar;
  });
}
