// Comparing two means without assuming equal spread.
import { tCdf, tQuantile } from './distributions.ts';
import { informationOf, type MeanSummary } from './moments.ts';

export interface WelchResult {
  /** mean of the first minus mean of the second */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  /** Welch–Satterthwaite degrees of freedom */
  readonly degrees: number;
  /** two-sided */
  readonly p: number;
}

/**
 * Welch's t test (Welch 1947) with the interval of the difference. Weighted groups count with their effective size.
 * @returns null when either group has fewer than two values, or values whose squares are beyond all numbers. Two constant groups: p is 1 when they
 * are equal and 0 when not.
 */
export function welch(first: MeanSummary, second: MeanSummary, level = 0.95): WelchResult | null {
  const n1 = informationOf(first);
  const n2 = informationOf(second);
  if (n1 < 2 || n2 < 2) return null;
  const difference = first.mean - second.mean;
  const part1 = first.variance / n1;
  const part2 = second.variance / n2;
  const variance = part1 + part2;
  if (variance === 0) {
    const t = difference === 0 ? 0 : Math.sign(difference) * Infinity;
    const degrees = n1 + n2 - 2;
    return { difference, low: difference, high: difference, t, degrees, p: difference === 0 ? 1 : 0 };
  }
  if (!Number.isFinite(variance) || !Number.isFinite(difference)) return null;
  // As shares of the variance: its square may leave the range of numbers.
  const degrees = 1 / ((part1 / variance) ** 2 / (n1 - 1) + (part2 / variance) ** 2 / (n2 - 1));
  const half = tQuantile((1 + level) / 2, degrees) * Math.sqrt(variance);
  const t = difference / Math.sqrt(variance);
  return {
    difference,
    low: difference - half,
    high: difference + half,
    t,
    degrees,
    p: 2 * tCdf(-Math.abs(t), degrees),
  };
}
