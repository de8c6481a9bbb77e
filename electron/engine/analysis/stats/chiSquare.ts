// The χ² distribution's upper tail, through the regularised incomplete gamma function.
import { lnGamma } from './distributions.ts';

const MAX_TERMS = 1_000;
const PRECISION = 1e-16;
const TINY = 1e-300;

/** Lower tail P(a, x) by its power series (DLMF 8.11.4); converges fast for x below a + 1. */
function lowerSeries(a: number, x: number, front: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * front;
}

/** Upper tail Q(a, x) by Legendre's continued fraction (DLMF 8.9.2, evaluated by Lentz's method). */
function upperFraction(a: number, x: number, front: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b || TINY);
    c = b + step / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction * front;
}

/**
 * P(X ≥ x) for X of a χ² distribution.
 * @param degrees above 0
 * @returns 1 for x ≤ 0, 0 for infinite x, NaN without degrees of freedom
 */
export function chiSquareUpper(x: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = degrees / 2;
  const half = x / 2;
  const front = Math.exp(a * Math.log(half) - half - lnGamma(a));
  return half < a + 1 ? 1 - lowerSeries(a, half, front) : upperFraction(a, half, front);
}
