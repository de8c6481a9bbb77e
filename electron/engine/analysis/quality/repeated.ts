// Single values that stand out of a column by how often they occur: defaults of a form or till, and rounded answers.

export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** Different values with their counts, ascending. @param sorted ascending, finite */
export function countValues(sorted: ArrayLike<number>): ValueCount[] {
  const counts: { value: number; count: number }[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] as number;
    const last = counts.at(-1);
    if (last?.value === value) last.count++;
    else counts.push({ value, count: 1 });
  }
  return counts;
}

const NEIGHBOURS = 10;
const TIMES_NEIGHBOURS = 10;
const LEAST_COUNT = 5;
const LEAST_SHARE = 0.005;

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Values that are suspected defaults: ten times as often as the ten values next to them, at least 0.5 % of all, and
 * either one of the usual defaults or at the very end of the column.
 * @param usual values known as defaults for this sort of column (1900-01-01 in ms, 999 …)
 */
export function suspectedDefaults(counts: readonly ValueCount[], usual: ReadonlySet<number>): ValueCount[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (counts.length < NEIGHBOURS) return [];
  return counts.filter(({ value, count }, at) => {
    if (count < Math.max(LEAST_COUNT, LEAST_SHARE * total)) return false;
    const near = [
      ...counts.slice(Math.max(0, at - NEIGHBOURS / 2), at),
      ...counts.slice(at + 1, at + 1 + NEIGHBOURS / 2),
    ];
    if (count < TIMES_NEIGHBOURS * Math.max(1, medianOf(near.map((one) => one.count)))) return false;
    return usual.has(value) || at === counts.length - 1;
  });
}

const HEAPED_AGES = { from: 23, to: 62 } as const;
const LEAST_AGES = 200;
/** United Nations (1990): from 125 on, ages are called rough. */
const ROUGH = 125;

/**
 * Whipple's index of ages that end in 0 or 5, of those from 23 to 62: 100 = as many as there should be, 500 = all.
 * Source: Shryock & Siegel (1976), The Methods and Materials of Demography.
 * @returns null below 200 whole ages in that stretch
 */
export function whippleIndex(ages: ArrayLike<number>): number | null {
  let inRange = 0;
  let heaped = 0;
  for (let at = 0; at < ages.length; at++) {
    const age = ages[at] as number;
    if (!(age >= HEAPED_AGES.from && age <= HEAPED_AGES.to) || !Number.isInteger(age)) continue;
    inRange++;
    if (age % 5 === 0) heaped++;
  }
  return inRange < LEAST_AGES ? null : (heaped / inRange) * 500;
}

export const isHeaped = (index: number | null): boolean => index !== null && index >= ROUGH;

export interface MixedUnits {
  /** 100 or 1,000: the larger cluster's values over the smaller's. */
  readonly factor: number;
  /** Between the two clusters. */
  readonly border: number;
  /** The rarer cluster's values. */
  readonly count: number;
}

const LEAST_CLUSTER = 0.02;
const LEAST_FOR_UNITS = 50;
const WIDEST_RATIO = 1.35;

/**
 * Two clusters of positive amounts with nothing between them (a gap of a factor of 3) whose medians differ by about
 * 100 or 1,000: cents among whole units, or thousands among units.
 */
export function mixedUnits(sorted: Float64Array): MixedUnits | null {
  const positive = sorted.subarray(
    Math.max(
      0,
      sorted.findIndex((value) => value > 0),
    ),
  );
  const n = positive.length;
  if (n < LEAST_FOR_UNITS || !((positive[0] ?? 0) > 0)) return null;
  let best = 0;
  let at = 0;
  const margin = Math.ceil(LEAST_CLUSTER * n);
  for (let index = margin; index <= n - margin; index++) {
    const ratio = (positive[index] ?? NaN) / (positive[index - 1] ?? NaN);
    if (ratio > best) [best, at] = [ratio, index];
  }
  if (best < 3) return null;
  const ratio = (positive[at + ((n - at) >> 1)] ?? NaN) / (positive[at >> 1] ?? NaN);
  const factor = [100, 1000].find((one) => ratio < one * WIDEST_RATIO && ratio > one / WIDEST_RATIO);
  if (factor === undefined) return null;
  const border = Math.sqrt((positive[at] as number) * (positive[at - 1] as number));
  return { factor, border, count: Math.min(at, n - at) };
}
