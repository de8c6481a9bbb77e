// Purchase histories from transactions in parts, in any order of time.
import type { TransactionColumns } from '../rfm.ts';
import { eachPurchase } from './eachPurchase.ts';
import type { PurchaseHistory } from './purchases.ts';

export interface PurchaseTallyOptions {
  readonly customers: number;
  /** The last day that counts (days since 1970). */
  readonly lastDay: number;
  /** Remember every day of every customer: needed where a file's rows are not in the order of time. */
  readonly everyDay: boolean;
}

export interface PurchaseTally {
  readonly add: (rows: TransactionColumns) => void;
  /** True when a row fell between a customer's first and last known day without `everyDay`: count again with it. */
  readonly unsure: () => boolean;
  readonly finish: () => PurchaseHistory;
}

/** Days already seen, a chain per customer. */
function createDayChains(customers: number): (who: number, day: number) => boolean {
  const first = new Int32Array(customers);
  let days = new Int32Array(1024);
  let nexts = new Int32Array(1024);
  let used = 0;
  return (who, day) => {
    for (let at = first[who]!; at > 0; at = nexts[at]!) if (days[at] === day) return false;
    if (++used === days.length) {
      const [oldDays, oldNexts] = [days, nexts];
      days = new Int32Array(2 * used);
      nexts = new Int32Array(2 * used);
      days.set(oldDays);
      nexts.set(oldNexts);
    }
    days[used] = day;
    nexts[used] = first[who]!;
    first[who] = used;
    return true;
  };
}

/** Rows with an amount of zero or less are no purchases. */
export function createPurchaseTally({ customers, lastDay, everyDay }: PurchaseTallyOptions): PurchaseTally {
  const first = new Int32Array(customers);
  const last = new Int32Array(customers);
  const purchases = new Int32Array(customers);
  const total = new Float64Array(customers);
  const firstValue = new Float64Array(customers);
  const isNewDay = everyDay ? createDayChains(customers) : null;
  let unsure = false;
  const addDay = (who: number, day: number): void => {
    const known = purchases[who]!;
    const between = known > 0 && day > first[who]! && day < last[who]!;
    if (between && !isNewDay) unsure = true;
    const repeated = known > 0 && (day === first[who]! || day === last[who]!);
    if (isNewDay ? isNewDay(who, day) : !between && !repeated) purchases[who]! += 1;
    if (known === 0 || day > last[who]!) last[who] = day;
  };
  const addRow = (who: number, day: number, value: number): void => {
    const known = purchases[who]! > 0;
    if (!known || day < first[who]!) firstValue[who] = value;
    else if (day === first[who]) firstValue[who]! += value;
    addDay(who, day);
    if (!known || day < first[who]!) first[who] = day;
    total[who]! += value;
  };
  return {
    add: (rows) => eachPurchase(rows, lastDay, addRow),
    unsure: () => unsure,
    finish: () => ({
      repeats: purchases.map((days) => days - 1),
      lastDays: last.map((day, who) => (purchases[who]! > 0 ? day - first[who]! : 0)),
      watchedDays: first.map((day, who) => (purchases[who]! > 0 ? lastDay - day : 0)),
      meanValue: total.map((sum, who) =>
        purchases[who]! > 1 ? (sum - firstValue[who]!) / (purchases[who]! - 1) : NaN,
      ),
    }),
  };
}
