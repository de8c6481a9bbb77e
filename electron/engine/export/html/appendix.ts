// The end of the page: how everything was computed, and where every default came from.
import { methodLines, sourceLines } from '../method.ts';
import type { PlanReport } from '../report.ts';
import type { Words } from '../words.ts';
import { fromData, html, type Markup } from './markup.ts';

export function appendix(report: PlanReport, words: Words): Markup {
  const { t } = words;
  const sources = sourceLines(report, words);
  return html`<section><div class="head"><h2>${t('exports.page.method')}</h2><span class="muted">${t('exports.page.methodNote')}</span></div>
<dl class="method">${methodLines(report, words).map(({ label, shown }) => html`<div><dt>${label}</dt><dd>${fromData(shown)}</dd></div>`)}</dl>
${
  sources.length === 0
    ? null
    : html`<div class="sources"><h4>${t('exports.column.sources')}</h4><dl>${sources.map((line) => html`<dt>${fromData(line.label)}</dt>${line.sources.map((source) => html`<dd>${fromData(source)}</dd>`)}`)}</dl></div>`
}
${
  report.notes.length === 0
    ? null
    : html`<div class="sources"><h4>${t('exports.page.notes')}</h4>${report.notes.map((note) => html`<p>${fromData(note)}</p>`)}</div>`
}
</section><footer>${t('exports.page.offline')}</footer>`;
}
