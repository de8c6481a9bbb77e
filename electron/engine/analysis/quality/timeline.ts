// Dates as a time line: how old values are, stretches without any, and a last month that is not complete.
import { quantile } from '../stats/quantiles.ts';

const DAY_MS = 86_400_000;
export const MONTH_MS = (365.2425 / 12) * DAY_MS;

export interface Freshness {
  readonly known: number;
  /** Months of 30.44 days. */
  readonly medianMonths: number;
  readonly newestMs: number;
  /** Older than the limit. */
  readonly older: number;
  /** Counts by month of age, from 0; the last bin holds everything older still. */
  readonly bins: readonly number[];
}

const MOST_BINS = 60;

/**
 * Ages in months at a moment; dates after it count as age 0.
 * @param epochMs NaN = unknown
 * @returns null without any known date
 */
export function freshness(epochMs: ArrayLike<number>, nowMs: number, limitMonths: number): Freshness | null {
  const ages = new Float64Array(epochMs.length);
  let known = 0;
  let newestMs = -Infinity;
  for (let row = 0; row < epochMs.length; row++) {
    const when = epochMs[row] as number;
    if (!Number.isFinite(when)) continue;
    ages[known++] = Math.max(0, (nowMs - when) / MONTH_MS);
    newestMs = Math.max(newestMs, when);
  }
  if (known === 0) return null;
  const sorted = ages.subarray(0, known).sort();
  const oldest = sorted[known - 1] as number;
  const bins = new Array<number>(Math.min(MOST_BINS, Math.floor(oldest) + 1)).fill(0);
  let older = 0;
  for (const age of sorted) {
    bins[Math.min(bins.length - 1, Math.floor(age))]! += 1;
    if (age > limitMonths) older++;
  }
  return { known, medianMonths: quantile(sorted, 0.5), newestMs, older, bins };
}

/** Whole months since 1970. */
export function monthOf(epochMs: number): number {
  const date = new Date(epochMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export interface MonthCount {
  /** yyyy-mm */
  readonly month: string;
  readonly count: number;
}

/** Months from the first to the last with their counts; empty months count 0. At most 1,200 of them. */
export function monthlyCounts(epochMs: ArrayLike<number>): MonthCount[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < epochMs.length; row++) {
    const when = epochMs[row] as number;
    if (Number.isFinite(when)) counts.set(monthOf(when), (counts.get(monthOf(when)) ?? 0) + 1);
  }
  const months = [...counts.keys()].toSorted((a, b) => a - b);
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined || last - first > 1200) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    month: `${Math.floor((first + at) / 12)}-${String(((first + at) % 12) + 1).padStart(2, '0')}`,
    count: counts.get(first + at) ?? 0,
  }));
}

/** A month that should be busy: the middle month has this many lines. Fewer, and empty months are ordinary. */
const BUSY_MONTH = 20;

/** Months without a single line, where the nearest filled months on both sides have at least 20 lines each. */
export function emptyMonths(months: readonly MonthCount[]): string[] {
  const busy = (one: MonthCount | undefined): boolean => (one?.count ?? 0) >= BUSY_MONTH;
  return months
    .filter(({ count }, at) => {
      if (count > 0) return false;
      const before = months.slice(0, at).findLast((one) => one.count > 0);
      const after = months.slice(at).find((one) => one.count > 0);
      return busy(before) && busy(after);
    })
    .map(({ month }) => month);
}

const MOST_COMPLETE_DAY = 0.8;

/**
 * Whether the last month breaks off: its last date lies before four fifths of the month, and the three months before
 * reached further. Such a month looks like a fall in sales.
 * @returns the day on which it breaks off; null when it does not
 */
export function brokenOffDay(
  epochMs: ArrayLike<number>,
): { readonly lastMs: number; readonly day: number } | null {
  const lastDay = new Map<number, number>();
  let lastMs = -Infinity;
  for (let row = 0; row < epochMs.length; row++) {
    const when = epochMs[row] as number;
    if (!Number.isFinite(when)) continue;
    lastMs = Math.max(lastMs, when);
    const month = monthOf(when);
    lastDay.set(month, Math.max(lastDay.get(month) ?? 0, new Date(when).getUTCDate()));
  }
  if (lastMs === -Infinity) return null;
  const month = monthOf(lastMs);
  const before = [1, 2, 3].map((back) => lastDay.get(month - back));
  const length = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const day = lastDay.get(month) ?? 0;
  const full = before.every((one) => one !== undefined && one >= MOST_COMPLETE_DAY * 28);
  return full && day < MOST_COMPLETE_DAY * length ? { lastMs, day } : null;
}
