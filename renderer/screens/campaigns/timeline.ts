// Where each action stands on the timeline: rows by channel, lanes where actions of one channel overlap.
import type { CampaignAction } from '../../../shared/model/campaign.ts';
import { ACTION_CHANNELS, type ActionChannel } from '../../../shared/model/playbook.ts';

export interface TimelineBar {
  readonly action: CampaignAction;
  /** Start and length as shares of the whole width. */
  readonly start: number;
  readonly length: number;
  /** From 0; bars of one lane do not overlap. */
  readonly lane: number;
}

export interface TimelineRow {
  readonly channel: ActionChannel;
  readonly lanes: number;
  readonly bars: readonly TimelineBar[];
}

export interface Timeline {
  /** First and last day shown (yyyy-mm-dd). */
  readonly from: string;
  readonly to: string;
  /** Mondays, as shares of the width. */
  readonly ticks: readonly { readonly day: string; readonly at: number }[];
  readonly rows: readonly TimelineRow[];
}

export const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const MOST_TICKS = 10;

/** Days since 1970-01-01 of a yyyy-mm-dd day. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** The reverse of `dayNumber`. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** The Monday on or before a day: 1970-01-05 was one. */
export const mondayOf = (day: number): number => day - ((((day - 4) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);

/** The first lane whose last bar ended before this action starts. */
function laneFor(ends: number[], start: number, end: number): number {
  const free = ends.findIndex((last) => last < start);
  const lane = free < 0 ? ends.length : free;
  ends[lane] = end;
  return lane;
}

function rowOf(channel: ActionChannel, actions: readonly CampaignAction[], from: number, days: number) {
  const ends: number[] = [];
  const ordered = actions
    .filter((action) => action.channel === channel)
    .toSorted((a, b) => dayNumber(a.startDate) - dayNumber(b.startDate) || a.id - b.id);
  const bars = ordered.map((action): TimelineBar => {
    const start = dayNumber(action.startDate);
    const end = dayNumber(action.endDate);
    return {
      action,
      start: (start - from) / days,
      length: (end + 1 - start) / days,
      lane: laneFor(ends, start, end),
    };
  });
  return { channel, lanes: ends.length, bars };
}

/** Lays out a plan's actions from the Monday before the first to the Sunday after the last; null without actions. */
export function layOut(actions: readonly CampaignAction[]): Timeline | null {
  if (actions.length === 0) return null;
  const from = mondayOf(Math.min(...actions.map((action) => dayNumber(action.startDate))));
  const to = mondayOf(Math.max(...actions.map((action) => dayNumber(action.endDate)))) + WEEK_DAYS;
  const days = to - from;
  const step = WEEK_DAYS * Math.ceil(days / WEEK_DAYS / MOST_TICKS);
  const ticks = Array.from({ length: Math.ceil(days / step) }, (_, at) => ({
    day: isoDay(from + at * step),
    at: (at * step) / days,
  }));
  const rows = ACTION_CHANNELS.map((channel) => rowOf(channel, actions, from, days)).filter(
    (row) => row.lanes > 0,
  );
  return { from: isoDay(from), to: isoDay(to - 1), ticks, rows };
}
