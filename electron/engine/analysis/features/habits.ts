// When customers buy: is it growing, at which time of the year, on which days. In one pass over the transactions.
import { eachPurchase } from '../clv/eachPurchase.ts';
import type { TransactionColumns } from '../rfm.ts';

const DAY_MS = 86_400_000;
const DAYS_PER_YEAR = 365.2425;
/** Half a year. */
const HALF_DAYS = 182;
/** Fewer order lines say nothing about the time of the year. */
const MIN_FOR_SEASON = 4;

export interface HabitOptions {
  readonly customers: number;
  /** The last day that counts (days since 1970). */
  readonly lastDay: number;
}

/** One entry per customer; NaN where there is nothing to tell from. Amounts above zero only. */
export interface Habits {
  /**
   * Slope of the spending since the first day, over its mean: 0 = even, +1 rising from the middle by as much as the
   * mean at the end, −1 fading so. The first day itself, which is there by definition, is left out.
   */
  readonly trend: Float64Array;
  /** (last 182 days − the 182 before) / both: −1 … 1. */
  readonly recentChange: Float64Array;
  /** Length of the mean direction of amounts around the year: 0 = even, 1 = always at the same time of the year. */
  readonly seasonality: Float64Array;
  /** Share of the amounts on Saturdays and Sundays. */
  readonly weekendShare: Float64Array;
  /** Shares of the amounts by day of the week, Monday first; by the date as it is written (UTC). */
  readonly weekdays: readonly Float64Array[];
  /** Shares of the amounts by calendar quarter. */
  readonly quarters: readonly Float64Array[];
  /** Days from the first transaction of all to the last day. */
  readonly spanDays: number;
}

export interface HabitTally {
  readonly add: (rows: TransactionColumns) => void;
  /** Once: the sums become the shares. */
  readonly finish: () => Habits;
}

/** Where a day lies in the year and in the week. */
interface DayPlace {
  readonly sine: number;
  readonly cosine: number;
  /** 0–3 */
  readonly quarter: number;
  /** 0 = Monday */
  readonly weekday: number;
}

function placeOf(day: number): DayPlace {
  const angle = ((day % DAYS_PER_YEAR) / DAYS_PER_YEAR) * 2 * Math.PI;
  return {
    sine: Math.sin(angle),
    cosine: Math.cos(angle),
    quarter: Math.floor(new Date(day * DAY_MS).getUTCMonth() / 3),
    // 1 January 1970 was a Thursday.
    weekday: (((day + 3) % 7) + 7) % 7,
  };
}

export function createHabitTally({ customers, lastDay }: HabitOptions): HabitTally {
  const column = (): Float64Array => new Float64Array(customers);
  const [total, firstValue, moment, recent, before] = [column(), column(), column(), column(), column()];
  const [sine, cosine] = [column(), column()];
  const quarters = Array.from({ length: 4 }, column);
  const weekdays = Array.from({ length: 7 }, column);
  const first = new Int32Array(customers).fill(2 ** 31 - 1);
  const lines = new Int32Array(customers);
  /** By age, as far as they were needed: the rows of a year have 365 days between them. */
  const places: DayPlace[] = [];
  let earliest = lastDay;
  const addSeason = (
    who: number,
    { sine: up, cosine: right, quarter, weekday }: DayPlace,
    value: number,
  ): void => {
    sine[who]! += value * up;
    cosine[who]! += value * right;
    quarters[quarter]![who]! += value;
    weekdays[weekday]![who]! += value;
  };
  const addRow = (who: number, day: number, value: number): void => {
    if (day < first[who]!) {
      first[who] = day;
      firstValue[who] = value;
    } else if (day === first[who]) firstValue[who]! += value;
    if (day < earliest) earliest = day;
    total[who]! += value;
    moment[who]! += value * (lastDay - day);
    lines[who]! += 1;
    const age = lastDay - day;
    if (age < HALF_DAYS) recent[who]! += value;
    else if (age < 2 * HALF_DAYS) before[who]! += value;
    addSeason(who, (places[age] ??= placeOf(day)), value);
  };
  const toShares = (parts: Float64Array): Float64Array => {
    for (let who = 0; who < customers; who++) parts[who] = total[who]! > 0 ? parts[who]! / total[who]! : NaN;
    return parts;
  };
  return {
    add: (rows) => eachPurchase(rows, lastDay, addRow),
    finish: () => ({
      trend: total.map((all, who) => {
        const span = lastDay - first[who]!;
        const later = all - firstValue[who]!;
        if (!(later > 1e-9 * all) || span < 1) return NaN;
        const meanAge = (moment[who]! - firstValue[who]! * span) / later;
        // A density rising by β from −1 to 1 has its centre at β/3.
        return 3 * (1 - (2 * meanAge) / span);
      }),
      recentChange: recent.map((now, who) => {
        const both = now + before[who]!;
        return both > 0 && lastDay - first[who]! >= HALF_DAYS ? (now - before[who]!) / both : NaN;
      }),
      seasonality: total.map((all, who) =>
        all > 0 && lines[who]! >= MIN_FOR_SEASON
          ? Math.min(1, Math.hypot(sine[who]!, cosine[who]!) / all)
          : NaN,
      ),
      // Before the days themselves become shares.
      weekendShare: toShares(
        Float64Array.from({ length: customers }, (_, who) => weekdays[5]![who]! + weekdays[6]![who]!),
      ),
      weekdays: weekdays.map(toShares),
      quarters: quarters.map(toShares),
      spanDays: lastDay - earliest,
    }),
  };
}
