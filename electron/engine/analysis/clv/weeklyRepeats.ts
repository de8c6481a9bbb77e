// Repeated purchases added up week by week: those that came, and those that a model expects of the same customers.
import type { TransactionColumns } from '../rfm.ts';
import { eachPurchase } from './eachPurchase.ts';
import type { PurchaseModel } from './purchaseModel.ts';
import { DAYS_PER_WEEK } from './purchases.ts';

/** Cumulative. */
export interface WeeklyPoint {
  /** From the first day of the holdout: 0 = all that the model saw. */
  readonly week: number;
  readonly actual: number;
  readonly expected: number;
}

/** Days since 1970 of the customers who bought first until a given day. */
export interface RepeatDays {
  /** How many customers bought first on a day. */
  readonly first: ReadonlyMap<number, number>;
  /** How many bought again on a day. */
  readonly repeated: ReadonlyMap<number, number>;
}

/** Customer and day in one number of 53 bits: sorted, they are the histories. */
const DAYS = 2 ** 22;

/** @param last first purchases until this day count (days since 1970), repeated ones until `lastDay` */
export function repeatDays(
  transactions: Iterable<TransactionColumns>,
  last: number,
  lastDay: number,
): RepeatDays {
  let keys = new Float64Array(1024);
  let used = 0;
  for (const rows of transactions)
    eachPurchase(rows, lastDay, (who, day) => {
      if (used === keys.length) {
        const old = keys;
        keys = new Float64Array(2 * used);
        keys.set(old);
      }
      keys[used++] = who * DAYS + day + DAYS / 2;
    });
  const sorted = keys.subarray(0, used).sort();
  const first = new Map<number, number>();
  const repeated = new Map<number, number>();
  const add = (to: Map<number, number>, day: number): void => void to.set(day, (to.get(day) ?? 0) + 1);
  let customer = -1;
  let counts = false;
  for (let at = 0; at < used; at++) {
    const key = sorted[at]!;
    if (key === sorted[at - 1]) continue;
    const who = Math.floor(key / DAYS);
    const day = (key % DAYS) - DAYS / 2;
    if (who !== customer) counts = day <= last;
    if (counts) add(who === customer ? repeated : first, day);
    customer = who;
  }
  return { first, repeated };
}

/** More points are no clearer. */
const MOST_POINTS = 60;

/** Week ends before and after the last day that the model saw, thinned where there are many. */
function weekEnds(firstDay: number, split: number, lastDay: number): readonly number[] {
  const [before, after] = [split - firstDay, lastDay - split].map((days) => Math.floor(days / DAYS_PER_WEEK));
  const every = Math.ceil((before! + after! + 1) / MOST_POINTS);
  const weeks: number[] = [];
  for (let week = -Math.floor(before! / every) * every; week < after!; week += every) weeks.push(week);
  return [...weeks, after!];
}

/**
 * The tracking plot of Fader, Hardie & Lee (2005): each customer adds what the model expects of a new one in the time
 * since the first purchase. Yields the share done.
 * @param split last day that the model saw (days since 1970)
 */
export function* weeklyRepeats(
  model: Pick<PurchaseModel, 'expectedOfNew'>,
  { first, repeated }: RepeatDays,
  split: number,
  lastDay: number,
): Generator<number, readonly WeeklyPoint[]> {
  const ends = weekEnds(Math.min(split, ...first.keys()), split, lastDay);
  const known = new Map<number, number>();
  const expectedAfter = (days: number): number => {
    const found = known.get(days) ?? model.expectedOfNew(days / DAYS_PER_WEEK);
    known.set(days, found);
    return found;
  };
  const points: WeeklyPoint[] = [];
  for (const week of ends) {
    const end = split + week * DAYS_PER_WEEK;
    let [actual, expected] = [0, 0];
    for (const [day, count] of repeated) if (day <= end) actual += count;
    for (const [day, count] of first) if (day < end) expected += count * expectedAfter(end - day);
    points.push({ week, actual, expected });
    yield points.length / ends.length;
  }
  return points;
}
