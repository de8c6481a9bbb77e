// The actions on a time axis: one lane each, with weeks as ticks.
import type { CampaignAction } from '../../../../shared/model/campaign.ts';
import { segmentOf, type PlanReport } from '../report.ts';
import { dateOf, type Words } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { reached } from './reached.ts';

const WIDTH = 960;
const LEFT = 150;
const LANE = 32;
const TOP = 24;
const DAY_MS = 86_400_000;
const MAX_TICKS = 9;
/** Widths of a letter at 12 px, on average: enough to know whether a label fits into its bar. */
const LETTER = 6.6;

export function timelineSection(report: PlanReport, words: Words): Markup | null {
  const { actions } = report.campaign;
  if (actions.length === 0) return null;
  const starts = actions.map((action) => dateOf(action.startDate).getTime());
  const ends = actions.map((action) => dateOf(action.endDate).getTime() + DAY_MS);
  const from = Math.min(...starts);
  const to = Math.max(...ends, from + 7 * DAY_MS);
  const place = (time: number) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT);
  const height = TOP + actions.length * LANE;
  const title = words.t('exports.page.timeline');
  return html`<section><div class="head"><h2>${title}</h2></div>
<svg class="lane" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">${ticks(from, to, place, height, words)}
${actions.map((action, index) => lane(report, action, TOP + index * LANE, place, words))}</svg></section>`;
}

function ticks(
  from: number,
  to: number,
  place: (time: number) => number,
  height: number,
  words: Words,
): Markup[] {
  const weeks = Math.max(1, Math.ceil((to - from) / DAY_MS / 7 / MAX_TICKS));
  const marks: Markup[] = [];
  for (let time = from; time < to; time += weeks * 7 * DAY_MS) {
    const x = place(time).toFixed(1);
    const day = words.shortDay(new Date(time).toISOString().slice(0, 10));
    marks.push(
      html`<path class="grid" d="M${x} 18V${height}"/><text class="tick" x="${x}" y="11">${day}</text>`,
    );
  }
  return marks;
}

function lane(
  report: PlanReport,
  action: CampaignAction,
  y: number,
  place: (time: number) => number,
  words: Words,
): Markup {
  const segment = segmentOf(report, action.segmentId);
  const colour = segment?.colour ?? 'other';
  const x = place(dateOf(action.startDate).getTime());
  const width = Math.max(6, place(dateOf(action.endDate).getTime() + DAY_MS) - x);
  const reach = reached(action.figures, words);
  const label = `${segment?.letter ?? ''} ${words.t(`exports.objective.${action.objective}`)}`.trim();
  const needed = (label.length + reach.length + 3) * LETTER;
  const inside = needed < width;
  // A label that does not fit goes beside its bar, on the side with room.
  const before = !inside && x + width + needed > WIDTH;
  const at = inside ? x + 10 : before ? x - 8 : x + width + 8;
  return html`<path class="grid" d="M0 ${y}H${WIDTH}"/><text class="lane-t" x="0" y="${y + 20}">${words.t(`exports.channel.${action.channel}`)}</text><g class="s-${colour}"><rect class="lane-bg" x="${x.toFixed(1)}" y="${y + 5}" width="${width.toFixed(1)}" height="22" rx="3"/><rect class="fill" x="${x.toFixed(1)}" y="${y + 5}" width="4" height="22"/></g><text class="lane-t" x="${at.toFixed(1)}" y="${y + 20}" text-anchor="${before ? 'end' : 'start'}">${label} <tspan class="lane-m">${reach}</tspan></text>`;
}
