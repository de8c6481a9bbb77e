// Values far from the rest of a column, judged by two robust rules at once so that a long tail alone is no alarm.
import { quantile, sortedFinite } from '../stats/quantiles.ts';
import { skewness } from '../stats/moments.ts';

/** Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers: modified z-score above 3.5. */
const MOST_ROBUST_Z = 3.5;
/** The normal distribution's 0.75 quantile: makes the MAD comparable with a standard deviation. */
const MAD_TO_SD = 0.6745;
/** Tukey (1977), outer fences. */
const FENCES = 3;
const LEAST_VALUES = 30;
const LEAST_DISTINCT = 10;
const SKEWED = 1;
/** Left aside at both ends when the shape is judged: a single wild value must not make a column look skewed. */
const TRIMMED = 0.02;

export interface OutlierLimits {
  /** `log`: judged on logarithms, because the values are positive and their distribution has a long right tail. */
  readonly scale: 'plain' | 'log';
  readonly median: number;
  /** The last values that still belong; −Infinity when nothing can lie below. */
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly above: number;
}

function distinctUpTo(sorted: Float64Array, most: number): number {
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let at = 1; at < sorted.length && distinct < most; at++) if (sorted[at] !== sorted[at - 1]) distinct++;
  return distinct;
}

/** Skewness without the outermost two hundredths on either side. @param sorted ascending */
function isSkewed(sorted: Float64Array): boolean {
  const cut = Math.ceil(TRIMMED * sorted.length);
  return skewness(sorted.subarray(cut, sorted.length - cut)) > SKEWED;
}

/** Both rules must call a value far, so the wider limit of the two counts on each side. */
function limitsOf(sorted: Float64Array): { low: number; high: number; median: number } | null {
  const median = quantile(sorted, 0.5);
  const deviations = sorted.map((value) => Math.abs(value - median)).sort();
  const mad = quantile(deviations, 0.5);
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const spread = q3 - q1;
  if (!(mad > 0) || !(spread > 0)) return null;
  const reach = (MOST_ROBUST_Z * mad) / MAD_TO_SD;
  return {
    median,
    low: Math.min(median - reach, q1 - FENCES * spread),
    high: Math.max(median + reach, q3 + FENCES * spread),
  };
}

/**
 * Limits beyond which a value counts as an outlier, and how many values lie there.
 * @param values NaN = missing
 * @returns null when the column is too short (30 values, 10 of them different) or half of it is one value
 */
export function outlierLimits(values: ArrayLike<number>): OutlierLimits | null {
  const sorted = sortedFinite(values);
  if (sorted.length < LEAST_VALUES || distinctUpTo(sorted, LEAST_DISTINCT) < LEAST_DISTINCT) return null;
  const positive = sorted.subarray(sorted.findIndex((value) => value > 0));
  const log = (sorted[0] as number) >= 0 && positive.length >= LEAST_VALUES && isSkewed(positive);
  const found = limitsOf(log ? positive.map(Math.log) : sorted);
  if (!found) return null;
  const back = (value: number): number => (log ? Math.exp(value) : value);
  const [low, high] = [back(found.low), back(found.high)];
  let below = 0;
  let above = 0;
  for (const value of log ? positive : sorted) {
    if (value < low) below++;
    else if (value > high) above++;
  }
  return { scale: log ? 'log' : 'plain', median: back(found.median), low, high, below, above };
}
