// Pareto/NBD: as BG/NBD, but a customer may leave at any moment, at a gamma-distributed rate. Schmittlein, Morrison &
// Colombo (1987), Management Science 33; likelihood as Fader & Hardie (2005, "A Note on Deriving the Pareto/NBD Model").
import { hypergeometric } from './hypergeometric.ts';
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
  const series = hypergeometric(1, sum + 1 - b, sum + 1, z);
  return Math.log(series) + (1 - b) * Math.log1p(-z) - sum * Math.log(high + time);
}

/** ln of (s/(r+s+x))·A₀·(α+T)^(r+x)·(β+T)^s: the odds that the customer has left. */
function logOddsGone(parameters: ParetoNbdParameters, { repeats: x, last, watched }: Purchases): number {
  const { r, alpha, s, beta } = parameters;
  const early = logPart(parameters, x, last);
  const late = logPart(parameters, x, watched);
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
  const alive = (of: Purchases): number =>
    of.last < of.watched ? 1 / (1 + Math.exp(logOddsGone(parameters, of))) : 1;
  /** ∫ of the chance to stay: [1 − (β/(β+t))^(s−1)] / (s − 1), at s = 1 a logarithm. */
  const staying = (from: number, time: number): number => {
    const log = Math.log(from / (from + time));
    return Math.abs(s - 1) < 1e-9 ? -log : -Math.expm1((s - 1) * log) / (s - 1);
  };
  return {
    name: 'paretonbd',
    parameters: { ...parameters },
    alive,
    expected: (of, time) =>
      alive(of) *
      (((r + of.repeats) * (beta + of.watched)) / (alpha + of.watched)) *
      staying(beta + of.watched, time),
    expectedOfNew: (time) => ((r * beta) / alpha) * staying(beta, time),
  };
}

/** @returns the log-likelihood of all customers */
export function paretoNbdLikelihood(groups: PurchaseGroups): (parameters: ParetoNbdParameters) => number {
  return (parameters) => {
    const { r, alpha, s, beta } = parameters;
    const base = r * Math.log(alpha) + s * Math.log(beta) - lnGamma(r);
    let sum = 0;
    for (let group = 0; group < groups.size; group++) {
      const of = {
        repeats: groups.repeats[group]!,
        last: groups.lastWeeks[group]!,
        watched: groups.watchedWeeks[group]!,
      };
      const stayed = (r + of.repeats) * Math.log(alpha + of.watched) + s * Math.log(beta + of.watched);
      const odds = of.last < of.watched ? logOddsGone(parameters, of) : -Infinity;
      const either = odds > 30 ? odds : Math.log1p(Math.exp(odds));
      sum += groups.count[group]! * (base + lnGamma(r + of.repeats) - stayed + either);
    }
    return sum;
  };
}

/** Where nobody leaves, or all are alike, the best parameters lie at infinity; this far is as good. */
const LIMIT = 10;

/** Maximum likelihood over the logarithms of the parameters. Yields after every evaluation. */
export function* fitParetoNbd(groups: PurchaseGroups): Generator<void, FittedModel> {
  const likelihood = paretoNbdLikelihood(groups);
  const read = (at: readonly number[]): ParetoNbdParameters => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = at.map(Math.exp);
    return { r, alpha, s, beta };
  };
  const customers = groups.count.reduce((sum, count) => sum + count, 0);
  const measure = (at: readonly number[]): number =>
    at.some((value) => Math.abs(value) > LIMIT) ? Infinity : -likelihood(read(at)) / customers;
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
