// The segments of the page: size, shares, what sets each apart, and the short rule.
import type { PlanReport, ReportSegment } from '../report.ts';
import type { Words } from '../words.ts';
import { glyph } from './glyph.ts';
import { indexTable } from './indexBars.ts';
import { fromData, html, type Markup } from './markup.ts';

const SHOWN = 8;

export function segmentSection(report: PlanReport, words: Words): Markup | null {
  if (report.segments.length === 0) return null;
  const { t } = words;
  return html`<section><div class="head"><h2>${t('exports.page.segments')}</h2><span class="muted">${t('exports.page.indexNote')}</span></div>
${report.segments.map((segment) => segmentBlock(segment, words))}</section>`;
}

function segmentBlock(segment: ReportSegment, words: Words): Markup {
  const { t } = words;
  const revenue = segment.revenue === null ? null : html`, ${words.money(segment.revenue)}`;
  return html`<article class="segment"><div>
<div class="name">${glyph(segment.colour, segment.letter)}<h3>${fromData(segment.name)}</h3></div>
<p class="small muted">${t('exports.count.customers', { count: segment.customers })}${revenue}</p>
<div class="bars">${shareBar(segment.share, `fill s-${segment.colour}`, t('exports.page.ofCustomers'), words)}${
    segment.revenueShare === null
      ? null
      : shareBar(segment.revenueShare, 'grey', t('exports.page.ofRevenue'), words)
  }</div>
${segment.note === '' ? null : html`<p class="note">${fromData(segment.note)}</p>`}
</div><div><h4>${t('exports.page.apart')}</h4>
${indexTable(segment.top.slice(0, SHOWN), segment.colour, words)}
${rule(segment, words)}</div></article>
`;
}

function shareBar(share: number, look: string, label: string, words: Words): Markup {
  const width = Math.max(0, Math.min(1, share)) * 96;
  return html`<div><svg viewBox="0 0 96 8" aria-hidden="true"><rect class="track" width="96" height="8"/><rect class="${look}" width="${width.toFixed(1)}" height="8"/></svg><span><b>${words.percent(share)}</b> ${label}</span></div>`;
}

function rule({ rule: found }: ReportSegment, words: Words): Markup | null {
  if (found === null) return null;
  const { t } = words;
  const names = {
    '<': t('exports.page.lessThan'),
    '>=': t('exports.page.atLeast'),
    is: t('exports.page.is'),
    isNot: t('exports.page.isNot'),
  };
  const conditions = found.alternatives.map((alternative, at) =>
    alternative.conditions.map(({ label, op, value }, index) => {
      const shown = typeof value === 'number' ? html`${words.decimal(value, 2)}` : fromData(value);
      const first = at === 0 ? t('exports.page.if') : t('exports.page.orIf');
      const link = index === 0 ? first : t('exports.page.and');
      return html`${link} <code>${fromData(label)} ${names[op]} ${shown}</code> `;
    }),
  );
  const fit = t('exports.page.ruleFit', {
    precision: words.percent(found.precision, 0),
    recall: words.percent(found.recall, 0),
    coverage: words.percent(found.coverage, 0),
    matches: words.integer(found.matches),
    hits: words.integer(found.hits),
  });
  return html`<p class="rule"><b>${t('exports.page.rule')}:</b> ${conditions}<br><span class="small muted">${fit}</span></p>`;
}
