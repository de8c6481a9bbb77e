// How far a category says what a number says: the correlation ratio η.
import type { Weights } from '../weights.ts';

export interface CorrelationRatio {
  /** √(between / total sum of squares), 0 … 1. NaN when the number or the category does not vary in common rows. */
  readonly eta: number;
  /** η less what chance gives to so many levels, 0 … 1; 0 where everybody has a level of their own. */
  readonly adjusted: number;
  /** Rows where both are known. */
  readonly n: number;
}

/** Kelley's ε² (1935): variances, not sums of squares, within levels and in total. */
function unbiased(etaSquared: number, people: number, levels: number): number {
  if (people <= levels && etaSquared >= 0) return 0;
  return Math.max(0, 1 - ((1 - etaSquared) * (people - 1)) / (people - levels));
}

/** How many rows count, and their weighted mean. */
function meanOf(values: Float64Array, weights: Float64Array) {
  let people = 0;
  let all = 0;
  let mean = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    people++;
    all += weight;
    mean += (weight * (values[row]! - mean)) / all;
  }
  return { people, mean };
}

/**
 * The correlation ratio (Fisher 1925, §45): η² is the share of a number's variance that lies between the levels of a
 * category. By chance alone it is about (levels − 1) / (n − 1), so many levels say the same as any number.
 * @param codes −1 = missing; @param levels how many there may be
 * @param weights rows count as often as they weigh; `n` stays people
 */
export function correlationRatio(
  values: Float64Array,
  codes: Int32Array,
  levels: number,
  weights: Weights = null,
): CorrelationRatio {
  let n = 0;
  const counts = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    if (codes[row]! < 0 || !Number.isFinite(values[row]!)) continue;
    counts[row] = weights === null ? 1 : weights[row]!;
    n++;
  }
  const { people, mean } = meanOf(values, counts);
  const byLevel = new Float64Array(levels);
  const sums = new Float64Array(levels);
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = counts[row]!;
    if (weight === 0) continue;
    const from = values[row]! - mean;
    byLevel[codes[row]!]! += weight;
    sums[codes[row]!]! += weight * from;
    total += weight * from * from;
  }
  let [used, between] = [0, 0];
  for (let level = 0; level < levels; level++) {
    if (byLevel[level] === 0) continue;
    used++;
    between += sums[level]! ** 2 / byLevel[level]!;
  }
  const etaSquared = used > 1 && total > 0 ? Math.min(1, between / total) : NaN;
  return { eta: Math.sqrt(etaSquared), adjusted: Math.sqrt(unbiased(etaSquared, people, used)), n };
}
