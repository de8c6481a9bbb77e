// The gap statistic: do more clusters bring the customers closer together than they would without any structure?
import { summarise } from '../stats/moments.ts';
import type { Fits } from './fits.ts';

export interface GapCurve {
  /** Per k from 1 on: E*[ln W*] − ln W, W the inertia. */
  readonly gap: readonly number[];
  /** Per k: the copies' standard deviation (n in the denominator) × √(1 + 1/copies). */
  readonly error: readonly number[];
  /** The smallest k with gap(k) ≥ gap(k + 1) − error(k + 1), the last one when none is: the rule of 2001. */
  readonly first: number;
  /** The smallest k whose gap is within one error of the largest (Dudoit & Fridlyand 2002). */
  readonly overall: number;
}

/**
 * Tibshirani, Walther & Hastie (2001).
 * @param copies fits of data without structure, for the same k
 */
export function gapCurve(observed: Fits, copies: readonly Fits[]): GapCurve {
  const ks = observed.logInertia.map((_, at) => at + 1);
  const summaries = ks.map((_, at) => summarise(copies.map(({ logInertia }) => logInertia[at]!)));
  const gap = summaries.map(({ mean }, at) => mean - observed.logInertia[at]!);
  const error = summaries.map(({ variance, n }) =>
    n < 2 ? 0 : Math.sqrt(((variance * (n - 1)) / n) * (1 + 1 / n)),
  );
  const first = ks.find((_, at) => at === ks.length - 1 || gap[at]! >= gap[at + 1]! - error[at + 1]!) ?? 1;
  const top = gap.indexOf(Math.max(...gap));
  const overall = ks.find((_, at) => gap[at]! >= gap[top]! - error[top]!) ?? 1;
  return { gap, error, first, overall };
}
