// Gauss's hypergeometric function where the purchase models need it: arguments from 0 to below 1.

const MAX_TERMS = 200_000;
const PRECISION = 1e-15;

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
