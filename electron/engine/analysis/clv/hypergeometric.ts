// Gauss's hypergeometric function where the purchase models need it: arguments from 0 to below 1.

const MAX_TERMS = 200_000;
const PRECISION = 1e-15;
const MAX_PARTIALS = 500_000;

/**
 * ₂F₁(a, b; c; z) by its power series (DLMF 15.2.1). The callers use Euler's transformation (DLMF 15.8.1) first, so
 * that the terms neither overflow nor cancel.
 * @param c above 0; @param z 0 ≤ z < 1
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MAX_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) break;
  }
  return sum;
}

/**
 * ₂F₁(1, b; c; z) by Gauss's continued fraction (DLMF 15.7.1), evaluated after Lentz. Towards z = 1 the power series takes
 * some 35 / (1 − z) terms and loses digits; this takes some 20 / √(1 − z) and keeps them.
 * @param b above 0; @param c above b; @param z 0 ≤ z < 1
 */
export function hypergeometricOne(b: number, c: number, z: number): number {
  let fraction = 1;
  let upper = 1;
  let lower = 0;
  for (let n = 1; n < MAX_PARTIALS; n++) {
    const m = n >> 1;
    const even = n % 2 === 0;
    const numerator = even ? m * (c - b + m - 1) : (b + m) * (c - 1 + m);
    const part = (numerator / ((c + n - 2) * (c + n - 1))) * z;
    lower = 1 / (1 - part * lower);
    upper = 1 - part / upper;
    const factor = upper * lower;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 1 / fraction;
}
