// Means and spreads of a column. Missing values (NaN, ±Infinity) are left out and counted out.
import type { Weights } from '../weights.ts';

export interface MeanSummary {
  /** Values, whatever they weigh. */
  readonly n: number;
  /** With weights only: Σw of the values, and the effective number of them (Kish). */
  readonly weight?: number;
  readonly effectiveN?: number;
  readonly mean: number;
  /** Sample variance, n − 1 (with weights Σw − 1) in the denominator; NaN below two values. */
  readonly variance: number;
  readonly min: number;
  readonly max: number;
}

/**
 * n, mean, variance and range in two passes (the second pass removes the cancellation that a
 * one-pass sum of squares suffers from). All fields but `n` are NaN for a column without values.
 */
export function summarise(values: ArrayLike<number>): MeanSummary {
  let n = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    n++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (n === 0) return { n, mean: NaN, variance: NaN, min: NaN, max: NaN };
  const centre = sum / n;
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isFinite(value)) squares += (value - centre) * (value - centre);
  }
  return { n, mean: centre, variance: n < 2 ? NaN : squares / (n - 1), min, max };
}

/**
 * The same with weights. A weight of 2 is the value twice: the mean is Σwx/Σw, the variance
 * Σw(x − mean)²/(Σw − 1). Values with weight 0 count for nothing, not even for the range.
 */
export function summariseWeighted(values: ArrayLike<number>, weights: Weights): MeanSummary {
  if (weights === null) return summarise(values);
  let n = 0;
  let weight = 0;
  let weightSquares = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const own = weights[index]!;
    if (!Number.isFinite(value) || own === 0) continue;
    n++;
    weight += own;
    weightSquares += own * own;
    sum += own * value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (n === 0) return { n, weight, effectiveN: 0, mean: NaN, variance: NaN, min: NaN, max: NaN };
  const centre = sum / weight;
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isFinite(value)) squares += weights[index]! * (value - centre) * (value - centre);
  }
  const variance = weight > 1 ? squares / (weight - 1) : NaN;
  return { n, weight, effectiveN: (weight * weight) / weightSquares, mean: centre, variance, min, max };
}

/** What the values of a summary weigh; their number without weights. */
export const weightOf = ({ n, weight }: MeanSummary): number => weight ?? n;

/** How many equally weighted values would tell as much: what standard errors divide by. */
export const informationOf = ({ n, effectiveN }: MeanSummary): number => effectiveN ?? n;

/** Arithmetic mean of the finite values; NaN when there is none. */
export function mean(values: ArrayLike<number>): number {
  return summarise(values).mean;
}

/** Sample variance (n − 1); NaN below two finite values. */
export function variance(values: ArrayLike<number>): number {
  return summarise(values).variance;
}

/** Sample standard deviation (n − 1); NaN below two finite values. */
export function sd(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/** Moment skewness m₃ / m₂^1.5; 0 for a constant column, NaN without values. */
export function skewness(values: ArrayLike<number>): number {
  const { n, mean: centre } = summarise(values);
  let second = 0;
  let third = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    const distance = value - centre;
    second += distance * distance;
    third += distance * distance * distance;
  }
  if (n === 0) return NaN;
  const spread = second / n;
  // Not spread ** 1.5: powers differ in the last digit between JavaScript engines, square roots do not.
  return spread === 0 ? 0 : third / n / (spread * Math.sqrt(spread));
}
