// Gamma-Gamma: how much a customer spends per purchase, pulled towards everyone's mean the fewer purchases are known.
// Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
import { lnGamma } from '../stats/distributions.ts';
import { minimise } from './minimise.ts';

export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  /** γ of the paper, v in most software; in the unit of the amounts. */
  readonly v: number;
}

/** Those with a repeated purchase; arrays of equal length. */
export interface Spending {
  readonly repeats: Int32Array;
  /** Mean amount of the repeated purchases, above 0. */
  readonly meanValue: Float64Array;
}

export interface GammaGammaFit {
  readonly parameters: GammaGammaParameters;
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** Correlation between the number of purchases and their mean amount, which the model takes to be none. */
  readonly correlation: number;
}

/** Formula (5): the amount expected per purchase; everyone's mean for who has none repeated. NaN when q ≤ 1 leaves no mean. */
export function expectedSpend({ p, q, v }: GammaGammaParameters, repeats: number, meanValue: number): number {
  const known = repeats > 0 && Number.isFinite(meanValue) ? repeats * meanValue : 0;
  const x = known > 0 ? repeats : 0;
  const below = p * x + q - 1;
  return below > 0 ? (p * (v + known)) / below : NaN;
}

/** @returns the log-likelihood as a function of the parameters (formula (1a)) */
export function gammaGammaLikelihood({
  repeats,
  meanValue,
}: Spending): (parameters: GammaGammaParameters) => number {
  const most = repeats.reduce((high, x) => Math.max(high, x), 0);
  const logValue = meanValue.map(Math.log);
  return ({ p, q, v }) => {
    const byRepeats = new Float64Array(most + 1).fill(NaN);
    let sum = 0;
    for (let who = 0; who < repeats.length; who++) {
      const x = repeats[who]!;
      let fixed = byRepeats[x]!;
      if (Number.isNaN(fixed)) {
        fixed = lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * Math.log(v) + p * x * Math.log(x);
        byRepeats[x] = fixed;
      }
      const value = meanValue[who]!;
      sum += fixed + (p * x - 1) * logValue[who]! - (p * x + q) * Math.log(v + x * value);
    }
    return sum;
  };
}

function correlation({ repeats, meanValue }: Spending): number {
  const n = repeats.length;
  const meanX = repeats.reduce((sum, x) => sum + x, 0) / n;
  const meanY = meanValue.reduce((sum, value) => sum + value, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let who = 0; who < n; who++) {
    const [dx, dy] = [repeats[who]! - meanX, meanValue[who]! - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

const LIMIT = 14;

/** Maximum likelihood over the logarithms of the parameters. Amounts may be of any size. Yields a guess at the share done. */
export function* fitGammaGamma(spending: Spending): Generator<number, GammaGammaFit> {
  const n = spending.repeats.length;
  const scale = spending.meanValue.reduce((sum, value) => sum + value, 0) / n;
  const likelihood = gammaGammaLikelihood({
    repeats: spending.repeats,
    meanValue: spending.meanValue.map((value) => value / scale),
  });
  const read = (at: readonly number[]): GammaGammaParameters => {
    const [p = 1, q = 1, v = 1] = at.map(Math.exp);
    return { p, q, v };
  };
  const measure = (at: readonly number[]): number =>
    at.some((value) => Math.abs(value) > LIMIT) ? Infinity : -likelihood(read(at)) / n;
  const found = yield* minimise(measure, [1, 1, 0], { tolerance: 1e-11 });
  const { p, q, v } = read(found.at);
  return {
    parameters: { p, q, v: v * scale },
    // The density of an amount shrinks as its unit grows.
    logLikelihood: -found.value * n - n * Math.log(scale),
    converged: found.converged,
    correlation: correlation(spending),
  };
}
