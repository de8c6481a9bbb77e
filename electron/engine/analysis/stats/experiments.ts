// How many customers a comparison of two groups needs, and how likely it is to find a difference that is there.
import { incompleteBeta, normalCdf, normalQuantile, tQuantile } from './distributions.ts';

export interface Asked {
  /** Chance to find the difference; 0.8 when left out. */
  readonly power?: number;
  /** Two-sided; 0.05 when left out. */
  readonly alpha?: number;
}

/**
 * Customers per group so that two shares are told apart by the z test with pooled variance (Fleiss, Levin & Paik 2003,
 * without continuity correction; R's `power.prop.test`). Not rounded.
 * @returns Infinity for equal shares
 */
export function sampleSizeOfShares(
  p1: number,
  p2: number,
  { power = 0.8, alpha = 0.05 }: Asked = {},
): number {
  const pooled = (p1 + p2) / 2;
  const spread =
    normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return p1 === p2 ? Infinity : (spread / (p1 - p2)) ** 2;
}

/** The same question the other way round: the chance that `n` customers per group show the difference. */
export function powerOfShares(n: number, p1: number, p2: number, alpha = 0.05): number {
  const pooled = (p1 + p2) / 2;
  const margin = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  return normalCdf((Math.sqrt(n) * Math.abs(p1 - p2) - margin) / Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)));
}

/**
 * Customers per group by Cohen's h (1988, §6.4), the difference of 2·asin(√share); the tail on the wrong side counts, as
 * in the R package `pwr`.
 */
export function sampleSizeByArcsine(
  p1: number,
  p2: number,
  { power = 0.8, alpha = 0.05 }: Asked = {},
): number {
  const h = Math.abs(2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)));
  const critical = normalQuantile(1 - alpha / 2);
  return smallestFor(power, (n) => {
    const shift = h * Math.sqrt(n / 2);
    return normalCdf(shift - critical) + normalCdf(-shift - critical);
  });
}

/** Customers per group so that a t test tells means apart that differ by `d` standard deviations. Not rounded. */
export function sampleSizeOfMeans(d: number, { power = 0.8, alpha = 0.05 }: Asked = {}): number {
  return smallestFor(power, (n) => powerOfMeans(n, d, alpha));
}

/** The chance that a two-sided t test with `n` customers per group finds a difference of `d` standard deviations. */
export function powerOfMeans(n: number, d: number, alpha = 0.05): number {
  const degrees = 2 * n - 2;
  const critical = tQuantile(1 - alpha / 2, degrees);
  const shift = Math.abs(d) * Math.sqrt(n / 2);
  return 1 - noncentralTCdf(critical, degrees, shift) + noncentralTCdf(-critical, degrees, shift);
}

const MAX_TERMS = 2_000;

/** P(T ≤ t) of the noncentral t distribution, for a shift below 37 (Lenth 1989, AS 243). */
export function noncentralTCdf(t: number, degrees: number, shift: number): number {
  if (t < 0) return 1 - noncentralTCdf(-t, degrees, -shift);
  const x = (t * t) / (t * t + degrees);
  const half = (shift * shift) / 2;
  let p = Math.exp(-half) / 2;
  let q = (Math.sqrt(2 / Math.PI) * shift * Math.exp(-half)) / 2;
  let left = 0.5 - p;
  let sum = 0;
  for (let term = 0; term < MAX_TERMS && x > 0; term++) {
    const odd = incompleteBeta(x, term + 0.5, degrees / 2);
    sum += p * odd + q * incompleteBeta(x, term + 1, degrees / 2);
    if (2 * left * odd < 1e-14) break;
    p *= half / (term + 1);
    q *= half / (term + 1.5);
    left -= p;
  }
  return Math.min(1, normalCdf(-shift) + sum);
}

/** The n from 2 on at which a rising chance reaches `power`; Infinity when 10¹² are not enough. */
function smallestFor(power: number, chance: (n: number) => number): number {
  let low = 2;
  let high = 4;
  while (chance(high) < power) {
    low = high;
    high *= 2;
    if (high > 1e12) return Infinity;
  }
  for (let step = 0; step < 200 && high - low > 1e-10 * high; step++) {
    const middle = (low + high) / 2;
    if (chance(middle) < power) low = middle;
    else high = middle;
  }
  return high;
}
