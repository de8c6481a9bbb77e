// Shares and how sure we can be of them.
import { normalCdf, normalQuantile } from './distributions.ts';

export interface ProportionInterval {
  /** successes / n, 0..1; NaN when n is 0. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval (Wilson 1927), which stays inside 0..1 and holds its level at small n.
 * @param level e.g. 0.95. With n = 0 nothing is known: 0..1.
 */
export function wilson(successes: number, n: number, level = 0.95): ProportionInterval {
  if (n <= 0) return { share: NaN, low: 0, high: 1 };
  const z = normalQuantile((1 + level) / 2);
  const share = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Two-sided z test of two shares with the pooled variance.
 * @returns z and p; p is 1 and z 0 when both groups are all-yes or all-no, null when a group is empty.
 */
export function proportionTest(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
): { readonly z: number; readonly p: number } | null {
  if (n1 <= 0 || n2 <= 0) return null;
  const pooled = (successes1 + successes2) / (n1 + n2);
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  if (variance === 0) return { z: 0, p: 1 };
  const z = (successes1 / n1 - successes2 / n2) / Math.sqrt(variance);
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}

/**
 * Interval of the difference of two shares from the two Wilson intervals (Newcombe 1998, method 10).
 * @returns null when a group is empty
 */
export function newcombe(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  level = 0.95,
): { readonly difference: number; readonly low: number; readonly high: number } | null {
  if (n1 <= 0 || n2 <= 0) return null;
  const first = wilson(successes1, n1, level);
  const second = wilson(successes2, n2, level);
  const difference = first.share - second.share;
  return {
    difference,
    low: difference - Math.hypot(first.share - first.low, second.high - second.share),
    high: difference + Math.hypot(first.high - first.share, second.share - second.low),
  };
}
