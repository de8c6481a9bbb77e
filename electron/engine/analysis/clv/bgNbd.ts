// BG/NBD: purchases as a Poisson process of gamma-distributed rates; after each a customer may leave, with a
// beta-distributed chance. Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24.
import { lnGamma } from '../stats/distributions.ts';
import { meanOverDropout } from './dropoutMean.ts';
import { hypergeometric } from './hypergeometric.ts';
import { minimise } from './minimise.ts';
import type { FittedModel, PurchaseModel, Purchases } from './purchaseModel.ts';
import type { PurchaseGroups } from './purchases.ts';

export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The odds that the customer left right after the last purchase. */
function oddsGone({ r, alpha, a, b }: BgNbdParameters, { repeats: x, last, watched }: Purchases): number {
  if (x === 0) return 0;
  return (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + watched) / (alpha + last)));
}

/** Above this the power of 1 − z vanishes while the series overflows. */
const MOST_DROPOUT = 30;
/** The series' first factor below 0 by more than this, times z, makes terms of both signs that cancel. */
const MOST_CANCELLED = 3;

/** Formula (10) of the paper after Euler's transformation: nothing grows with x. */
function expectedIfCounted(
  { r, alpha, a: dropout, b }: BgNbdParameters,
  repeats: number,
  watched: number,
  time: number,
): number {
  // a = 1 is a removable singularity.
  const a = Math.abs(dropout - 1) < 1e-7 ? 1 + 1e-7 : dropout;
  const z = time / (alpha + watched + time);
  if (a > MOST_DROPOUT || (r + 1 - a - b) * z > MOST_CANCELLED)
    return meanOverDropout(dropout, b + repeats, { rates: r + repeats, ratio: time / (alpha + watched) });
  const sum = a + b + repeats - 1;
  const c = Math.abs(sum) < 1e-7 ? 1e-7 : sum;
  const series = hypergeometric(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * (1 - (1 - z) ** (a - 1) * series);
}

export function bgNbdModel(parameters: BgNbdParameters): PurchaseModel {
  const alive = (of: Purchases): number => 1 / (1 + oddsGone(parameters, of));
  const expectedIfAlive = (of: Purchases, time: number): number =>
    expectedIfCounted(parameters, of.repeats, of.watched, time);
  return {
    name: 'bgnbd',
    parameters: { ...parameters },
    alive,
    expectedIfAlive,
    expected: (of, time) => alive(of) * expectedIfAlive(of, time),
    expectedOfNew: (time) => expectedIfCounted(parameters, 0, 0, time),
  };
}

/** Positions in the ascending list of the different values: logarithms are taken once per value. */
function distinct(values: Float64Array): { readonly different: Float64Array; readonly at: Int32Array } {
  const different = Float64Array.from(new Set(values)).sort();
  const place = new Map([...different].map((value, index) => [value, index]));
  return { different, at: Int32Array.from(values, (value) => place.get(value)!) };
}

/**
 * Formula (6) of the paper in logarithms; the terms that depend on one of x, t_x or T come from tables.
 * @returns the log-likelihood of all customers as a function of the parameters
 */
export function bgNbdLikelihood(groups: PurchaseGroups): (parameters: BgNbdParameters) => number {
  const last = distinct(groups.lastWeeks);
  const watched = distinct(groups.watchedWeeks);
  const most = groups.repeats.reduce((high, x) => Math.max(high, x), 0);
  return ({ r, alpha, a, b }) => {
    const logLast = last.different.map((time) => Math.log(alpha + time));
    const logWatched = watched.different.map((time) => Math.log(alpha + time));
    const byRepeats = new Float64Array(most + 1);
    const logDropout = new Float64Array(most + 1);
    // Γ(r + x) / Γ(r) and B(a, b + x) / B(a, b) are products that grow by one factor with each x.
    for (let x = 1; x <= most; x++) {
      byRepeats[x] = byRepeats[x - 1]! + Math.log(((r + x - 1) * (b + x - 1)) / (a + b + x - 1));
      logDropout[x] = Math.log(a / (b + x - 1));
    }
    const base = r * Math.log(alpha);
    let sum = 0;
    for (let group = 0; group < groups.size; group++) {
      const x = groups.repeats[group]!;
      const logTotal = logWatched[watched.at[group]!]!;
      let one = base + byRepeats[x]! - (r + x) * logTotal;
      if (x > 0) {
        const odds = logDropout[x]! + (r + x) * (logTotal - logLast[last.at[group]!]!);
        one += odds > 30 ? odds : Math.log1p(Math.exp(odds));
      }
      sum += groups.count[group]! * one;
    }
    return sum;
  };
}

/** Where nobody leaves, or all are alike, the best parameters lie at infinity; this far is as good. */
const LIMIT = 14;

/** Maximum likelihood over the logarithms of the parameters. Yields a guess at the share done. */
export function* fitBgNbd(groups: PurchaseGroups): Generator<number, FittedModel> {
  const likelihood = bgNbdLikelihood(groups);
  const read = (at: readonly number[]): BgNbdParameters => {
    const [r = 1, alpha = 1, a = 1, b = 1] = at.map(Math.exp);
    return { r, alpha, a, b };
  };
  const customers = groups.count.reduce((sum, count) => sum + count, 0);
  const measure = (at: readonly number[]): number =>
    at.some((value) => Math.abs(value) > LIMIT) ? Infinity : -likelihood(read(at)) / customers;
  const found = yield* minimise(measure, [0, Math.log(meanWeeks(groups)), 0, 0], { tolerance: 1e-11 });
  return {
    model: bgNbdModel(read(found.at)),
    logLikelihood: -found.value * customers,
    converged: found.converged,
  };
}

/** Weeks per repeated purchase, to begin at. */
export function meanWeeks({ repeats, watchedWeeks, count }: PurchaseGroups): number {
  let weeks = 0;
  let purchases = 0;
  count.forEach((customers, group) => {
    weeks += customers * watchedWeeks[group]!;
    purchases += customers * repeats[group]!;
  });
  return Math.min(1e4, Math.max(0.1, weeks / Math.max(1, purchases)));
}

/**
 * P(X(t) = 0), …, P(X(t) = most): how many customers with so many repeated purchases the model expects within `time`
 * after the first one. Formula (8) of the paper.
 */
export function bgNbdCounts({ r, alpha, a, b }: BgNbdParameters, time: number, most: number): Float64Array {
  const share = time / (alpha + time);
  const logBeta = (one: number, other: number): number =>
    lnGamma(one) + lnGamma(other) - lnGamma(one + other);
  const base = logBeta(a, b);
  const chances = new Float64Array(most + 1);
  let poisson = (1 - share) ** r;
  let below = 0;
  for (let x = 0; x <= most; x++) {
    chances[x] = Math.exp(logBeta(a, b + x) - base) * poisson;
    if (x > 0) chances[x]! += Math.exp(logBeta(a + 1, b + x - 1) - base) * Math.max(0, 1 - below);
    below += poisson;
    poisson *= ((r + x) / (x + 1)) * share;
  }
  return chances;
}
