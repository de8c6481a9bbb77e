// Index bars with their intervals on a logarithmic axis around 100, so that twice and half are equally far.
import type { Evidence } from '../../../../shared/model/evidence.ts';
import { evidenceLabel, type Words } from '../words.ts';
import { fromData, html, type Markup } from './markup.ts';

const WIDTH = 220;
const HEIGHT = 18;
const TICKS = [25, 50, 100, 200, 400];
const REACH = Math.log2(4);

/** Horizontal place of an index; what lies beyond a quarter or four times is drawn at the edge. */
export function indexPosition(index: number): number {
  const steps = index <= 0 ? -REACH : Math.log2(index / 100);
  return ((Math.max(-REACH, Math.min(REACH, steps)) + REACH) / (2 * REACH)) * WIDTH;
}

/** The table of a segment's strongest differences; empty when there are none. */
export function indexTable(evidence: readonly Evidence[], colour: string, words: Words): Markup {
  const { t } = words;
  if (evidence.length === 0) return html`<p class="muted">${t('exports.page.noEvidence')}</p>`;
  return html`<table class="index"><thead><tr><th>${t('exports.column.feature')}</th><th class="num">${t('exports.column.here')}</th><th class="num">${t('exports.column.everyone')}</th><th class="chart">${axis()}</th><th class="num">${t('exports.column.index')}</th><th class="num">${t('exports.column.interval')}</th></tr></thead>
<tbody>${evidence.map((item) => row(item, colour, words))}</tbody></table>`;
}

function row(item: Evidence, colour: string, words: Words): Markup {
  const interval =
    item.indexLow === null || item.indexHigh === null
      ? `n ${words.integer(item.n)}`
      : `${words.integer(item.indexLow)}–${words.integer(item.indexHigh)}`;
  const index = item.index === null ? '–' : words.integer(item.index);
  return html`<tr><td>${fromData(evidenceLabel(item))}</td><td class="num">${words.level(item, item.here)}</td><td class="num muted">${words.level(item, item.all)}</td><td class="chart">${bar(item, colour)}</td><td class="num"><b>${index}</b></td><td class="num muted">${interval}</td></tr>
`;
}

function axis(): Markup {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${[50, 100, 200].map((tick) => html`<text class="tick" x="${indexPosition(tick)}" y="13">${tick}</text>`)}</svg>`;
}

/** Hollow below 100, filled above; the whisker is the 95 % interval. */
function bar(item: Evidence, colour: string): Markup {
  const middle = indexPosition(100);
  const grid = TICKS.map((tick) => line(tick === 100 ? 'axis' : 'grid', indexPosition(tick), -6, HEIGHT + 6));
  if (item.index === null) return svg(grid, null, null);
  const end = indexPosition(item.index);
  const x = Math.min(middle, end);
  const rect = html`<rect class="${item.index < 100 ? 'hollow' : 'fill'} s-${colour}" x="${x.toFixed(1)}" y="4" width="${Math.max(1, Math.abs(end - middle)).toFixed(1)}" height="10"/>`;
  if (item.indexLow === null || item.indexHigh === null) return svg(grid, rect, null);
  const low = indexPosition(item.indexLow).toFixed(1);
  const high = indexPosition(item.indexHigh).toFixed(1);
  return svg(grid, rect, html`<path class="whisker" d="M${low} 9H${high}M${low} 6v6M${high} 6v6"/>`);
}

function svg(grid: readonly Markup[], rect: Markup | null, whisker: Markup | null): Markup {
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${grid}${rect}${whisker}</svg>`;
}

function line(name: string, x: number, from: number, to: number): Markup {
  return html`<path class="${name}" d="M${x.toFixed(1)} ${from}V${to}"/>`;
}
