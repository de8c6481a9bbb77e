// Where the holdout of a purchase model begins: late enough that it speaks for most customers.
import { tooLittle } from './modelFit.ts';
import type { PurchaseHistory } from './purchases.ts';
import { DAYS_PER_WEEK } from './purchases.ts';

export interface HoldoutSplit {
  /** Customers' histories until the holdout begins. */
  readonly before: PurchaseHistory;
  /** The last day before the holdout (days since 1970). */
  readonly lastDay: number;
  readonly weeks: number;
}

/** The holdout is one part of so many of the whole time: the half, as in Fader, Hardie & Lee (2005), or less. */
const PARTS = [2, 3, 4, 5, 6, 8] as const;
/** A holdout of fewer weeks is mostly chance. */
const MIN_WEEKS = 8;
/** Only who bought before the holdout is judged; of a growing shop the half of the time knows the first few alone. */
const MOST_CUSTOMERS = 0.5;

/**
 * The longest holdout before which half of the customers had bought; where there is none, the one with the most of them.
 * Null where either part of the time holds too little.
 * @param lastDay of the whole time (days since 1970)
 * @param historyUntil histories up to a day
 */
export function splitForHoldout(
  { repeats, watchedDays }: PurchaseHistory,
  lastDay: number,
  historyUntil: (lastDay: number) => PurchaseHistory,
): HoldoutSplit | null {
  const span = watchedDays.reduce((high, days) => Math.max(high, days), 0);
  const customers = repeats.reduce((sum, x) => (x >= 0 ? sum + 1 : sum), 0);
  const knownBefore = (weeks: number): number =>
    repeats.reduce(
      (sum, x, who) => (x >= 0 && watchedDays[who]! >= weeks * DAYS_PER_WEEK ? sum + 1 : sum),
      0,
    );
  const possible = PARTS.map((parts) => Math.round(span / parts / DAYS_PER_WEEK))
    .filter((weeks) => weeks >= MIN_WEEKS)
    .map((weeks) => ({ weeks, most: knownBefore(weeks) >= MOST_CUSTOMERS * customers }));
  const inOrder = [
    ...possible.filter(({ most }) => most),
    ...possible.filter(({ most }) => !most).toReversed(),
  ];
  for (const { weeks } of inOrder) {
    const split = lastDay - weeks * DAYS_PER_WEEK;
    const before = historyUntil(split);
    if (!tooLittle(before)) return { before, lastDay: split, weeks };
  }
  return null;
}
