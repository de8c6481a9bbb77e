// Pareto/NBD: as BG/NBD, but a customer may leave at any moment, at a gamma-distributed rate. Schmittlein, Morrison &
// Colombo (1987), Management Science 33; likelihood as Fader & Hardie (2005, "A Note on Deriving the Pareto/NBD Model").
import { hypergeometricOne } from './hypergeometric.ts';
import { minimise } from './minimise.ts';
import type { FittedModel, PurchaseModel, Purchases } from './purchaseModel.ts';
import { meanWeeks } from './bgNbd.ts';
import type { PurchaseGroups } from './purchases.ts';
import { lnGamma } from '../stats/distributions.ts';

export interface ParetoNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * ln of ₂F₁(r+s+x, b; r+s+x+1; (high − low)/(high + time)) / (high + time)^(r+s+x), b = s+1 or r+x by which of α and β
 * is higher, after Euler's transformation.
 */
function logPart({ r, alpha, s, beta }: ParetoNbdParameters, x: number, time: number): number {
  const [high, low, b] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
  const sum = r + s + x;
  const z = (high - low) / (high + time);
  const series = hypergeometricOne(sum + 1 - b, sum + 1, z);
  return Math.log(series) + (1 - b) * Math.log1p(-z) - sum * Math.log(high + time);
}

/**
 * ln of (s/(r+s+x))·A₀·(α+T)^(r+x)·(β+T)^s: the odds that the customer has left.
 * @param early `logPart` at the last purchase; @param late at the end of the time that was watched
 */
function logOddsGone(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { repeats: x, watched }: Purchases,
  early: number,
  late: number,
): number {
  const difference = early + Math.log(-Math.expm1(Math.min(-1e-300, late - early)));
  return (
    Math.log(s / (r + s + x)) +
    difference +
    (r + x) * Math.log(alpha + watched) +
    s * Math.log(beta + watched)
  );
}

export function paretoNbdModel(parameters: ParetoNbdParameters): PurchaseModel {
  const { r, alpha, s, beta } = parameters;
  const alive = (of: Purchases): number => {
    if (!(of.last < of.watched)) return 1;
    const [early, late] = [
      logPart(parameters, of.repeats, of.last),
      logPart(parameters, of.repeats, of.watched),
    ];
    return 1 / (1 + Math.exp(logOddsGone(parameters, of, early, late)));
  };
  /** ∫ of the chance to stay: [1 − (β/(β+t))^(s−1)] / (s − 1), at s = 1 a logarithm. */
  const staying = (from: number, time: number): number => {
    const log = Math.log(from / (from + time));
    return Math.abs(s - 1) < 1e-9 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
  };
  const expectedIfAlive = (of: Purchases, time: number): number =>
    (((r + of.repeats) * (beta + of.watched)) / (alpha + of.watched)) * staying(beta + of.watched, time);
  return {
    name: 'paretonbd',
    parameters: { ...parameters },
    alive,
    expectedIfAlive,
    expected: (of, time) => alive(of) * expectedIfAlive(of, time),
    expectedOfNew: (time) => ((r * beta) / alpha) * staying(beta, time),
  };
}

interface History extends Purchases {
  readonly customers: number;
  /** Places in the list of the different pairs of purchases and time. */
  readonly early: number;
  readonly late: number;
}

interface Pair {
  readonly repeats: number;
  readonly time: number;
}

/** The groups that have customers, and the pairs that their likelihoods need: each takes the time, many share it. */
function historiesOf(groups: PurchaseGroups): {
  readonly histories: readonly History[];
  readonly pairs: readonly Pair[];
} {
  const places = new Map<string, number>();
  const pairs: Pair[] = [];
  const placeOf = (repeats: number, time: number): number => {
    const key = `${repeats} ${time}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, pairs.length);
    return pairs.push({ repeats, time }) - 1;
  };
  const histories: History[] = [];
  groups.count.forEach((customers, group) => {
    if (customers === 0) return;
    const repeats = groups.repeats[group]!;
    const last = groups.lastWeeks[group]!;
    const watched = groups.watchedWeeks[group]!;
    const gone = last < watched;
    const [early, late] = gone ? [placeOf(repeats, last), placeOf(repeats, watched)] : [-1, -1];
    histories.push({ customers, repeats, last, watched, early, late });
  });
  return { histories, pairs };
}

/** Some of these take milliseconds, where α and β are far apart. */
const PAIRS_PER_STEP = 64;

/** @returns the log-likelihood of all customers; it yields many times a second */
export function paretoNbdLikelihood(
  groups: PurchaseGroups,
): (parameters: ParetoNbdParameters) => Generator<void, number> {
  const { histories, pairs } = historiesOf(groups);
  const parts = new Float64Array(pairs.length);
  return function* likelihood(parameters) {
    const { r, alpha, s, beta } = parameters;
    for (const [place, { repeats, time }] of pairs.entries()) {
      parts[place] = logPart(parameters, repeats, time);
      if (place % PAIRS_PER_STEP === PAIRS_PER_STEP - 1) yield;
    }
    const base = r * Math.log(alpha) + s * Math.log(beta) - lnGamma(r);
    let sum = 0;
    for (const of of histories) {
      const stayed = (r + of.repeats) * Math.log(alpha + of.watched) + s * Math.log(beta + of.watched);
      const odds = of.late < 0 ? -Infinity : logOddsGone(parameters, of, parts[of.early]!, parts[of.late]!);
      const either = odds > 30 ? odds : Math.log1p(Math.exp(odds));
      sum += of.customers * (base + lnGamma(r + of.repeats) - stayed + either);
    }
    return sum;
  };
}

/** Where nobody leaves, or all are alike, the best parameters lie at infinity; this far is as good. */
const LIMIT = 10;

/** Maximum likelihood over the logarithms of the parameters. Yields a guess at the share done. */
export function* fitParetoNbd(groups: PurchaseGroups): Generator<number, FittedModel> {
  const likelihood = paretoNbdLikelihood(groups);
  const read = (at: readonly number[]): ParetoNbdParameters => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = at.map(Math.exp);
    return { r, alpha, s, beta };
  };
  const customers = groups.count.reduce((sum, count) => sum + count, 0);
  const measure = function* (at: readonly number[]): Generator<void, number> {
    if (at.some((value) => Math.abs(value) > LIMIT)) return Infinity;
    return -(yield* likelihood(read(at))) / customers;
  };
  const start = Math.log(meanWeeks(groups));
  const found = yield* minimise(measure, [0, start, -0.5, start], {
    tolerance: 1e-10,
    maxEvaluations: 1_500,
  });
  return {
    model: paretoNbdModel(read(found.at)),
    logLikelihood: -found.value * customers,
    converged: found.converged,
  };
}
