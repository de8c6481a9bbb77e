// What the purchase models know of a customer, and customers with the same history taken together: a million customers
// are some thousands of different histories.

/** One entry per customer. A purchase is a day with an order: several orders of one day are one. */
export interface PurchaseHistory {
  /** x: purchases after the first; −1 = no purchase at all. */
  readonly repeats: Int32Array;
  /** t_x in days: from the first purchase to the last; 0 without repeats. */
  readonly lastDays: Int32Array;
  /** T in days: from the first purchase to the end of the time that was watched. */
  readonly watchedDays: Int32Array;
  /** Mean amount of the repeated purchases; NaN without one. */
  readonly meanValue: Float64Array;
}

/** Different histories. `times` are in weeks, the unit of the published parameters. */
export interface PurchaseGroups {
  readonly size: number;
  readonly repeats: Int32Array;
  readonly lastWeeks: Float64Array;
  readonly watchedWeeks: Float64Array;
  /** Customers of each. */
  readonly count: Float64Array;
  /** The group of each customer; −1 = no purchase. */
  readonly groupOf: Int32Array;
}

export const DAYS_PER_WEEK = 7;
/** Days and repeats share one number of 53 bits. */
const DAY_LIMIT = 2 ** 17;

/** Groups are numbered in the order in which customers bring them. */
export function groupPurchases({ repeats, lastDays, watchedDays }: PurchaseHistory): PurchaseGroups {
  let places = new Float64Array(2048).fill(-1);
  let numbers = new Int32Array(2048);
  const keys: number[] = [];
  const counts: number[] = [];
  const find = (key: number): number => {
    const mask = places.length - 1;
    let hash = Math.imul(key | 0, 0x2c1b3c6d) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x297a2d39);
    hash ^= hash >>> 15;
    let at = hash & mask;
    while (places[at] !== -1 && places[at] !== key) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    places = new Float64Array(2 * places.length).fill(-1);
    numbers = new Int32Array(places.length);
    keys.forEach((key, number) => {
      const at = find(key);
      places[at] = key;
      numbers[at] = number;
    });
  };
  const groupOf = repeats.map((x, who) => {
    if (x < 0) return -1;
    const key = (x * DAY_LIMIT + lastDays[who]!) * DAY_LIMIT + watchedDays[who]!;
    let at = find(key);
    if (places[at] === -1) {
      if (2 * (keys.length + 1) > places.length) {
        grow();
        at = find(key);
      }
      places[at] = key;
      numbers[at] = keys.length;
      keys.push(key);
      counts.push(0);
    }
    counts[numbers[at]!]! += 1;
    return numbers[at]!;
  });
  return {
    size: keys.length,
    repeats: Int32Array.from(keys, (key) => Math.floor(key / (DAY_LIMIT * DAY_LIMIT))),
    lastWeeks: Float64Array.from(keys, (key) => (Math.floor(key / DAY_LIMIT) % DAY_LIMIT) / DAYS_PER_WEEK),
    watchedWeeks: Float64Array.from(keys, (key) => (key % DAY_LIMIT) / DAYS_PER_WEEK),
    count: Float64Array.from(counts),
    groupOf,
  };
}
