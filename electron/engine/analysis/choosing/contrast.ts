// Whether the segments differ in what matters: an outcome such as revenue.
import type { Labels } from '../matrix.ts';
import { normalQuantile } from '../stats/distributions.ts';
import { weightOf, informationOf, summariseWeighted } from '../stats/moments.ts';
import { takeWeights, type Weights } from '../weights.ts';

export interface Contrast {
  /** η²: the share of the outcome's variance that lies between segments, 0..1. */
  readonly etaSquared: number;
  /** 95 % interval, within 0..1. */
  readonly low: number;
  readonly high: number;
  /** Customers with a known outcome. */
  readonly n: number;
}

const Z95 = normalQuantile(0.975);

/** Rows of each segment that have an outcome. */
function rowsOf(outcome: ArrayLike<number>, labels: Labels, k: number): number[][] {
  const groups: number[][] = Array.from({ length: k }, () => []);
  for (let row = 0; row < labels.length; row++)
    if (labels[row]! >= 0 && Number.isFinite(outcome[row])) groups[labels[row]!]!.push(row);
  return groups;
}

/**
 * η² = 1 − W/T with W, T the variances within segments and in total. The interval is the delta method's: each
 * customer's influence is −(y − ȳₛ)²/T + (W/T²)(y − ȳ)², whose spread gives the standard error without assuming that
 * the outcome is normal (revenue never is). With weights the effective number of customers (Kish) counts.
 * @returns null below two segments with customers, or when the outcome does not vary (or beyond all numbers)
 */
export function contrast(
  outcome: ArrayLike<number>,
  labels: Labels,
  k: number,
  weights: Weights = null,
): Contrast | null {
  const groups = rowsOf(outcome, labels, k).filter((rows) => rows.length > 0);
  const rows = groups.flat();
  const valuesOf = (chosen: readonly number[]): Float64Array =>
    Float64Array.from(chosen, (row) => outcome[row]!);
  const own = takeWeights(weights, rows);
  const everyone = summariseWeighted(valuesOf(rows), own);
  if (groups.length < 2 || !(everyone.max > everyone.min)) return null;
  const summaries = groups.map((group) => summariseWeighted(valuesOf(group), takeWeights(weights, group)));
  const all = weightOf(everyone);
  let total = 0;
  let within = 0;
  const squares = (visit: (toOwn: number, toAll: number, weight: number) => void): void => {
    for (const [at, group] of groups.entries())
      for (const row of group) {
        const value = outcome[row]!;
        const weight = weights === null ? 1 : weights[row]!;
        visit((value - summaries[at]!.mean) ** 2, (value - everyone.mean) ** 2, weight);
      }
  };
  squares((toOwn, toAll, weight) => {
    if (weight === 0) return;
    within += (weight * toOwn) / all;
    total += (weight * toAll) / all;
  });
  if (!(total > 0) || !Number.isFinite(total)) return null;
  const ratio = within / total;
  let spread = 0;
  squares((toOwn, toAll, weight) => {
    if (weight > 0) spread += (weight * ((ratio * toAll - toOwn) / total) ** 2) / all;
  });
  const etaSquared = Math.min(1, Math.max(0, 1 - ratio));
  const margin = Z95 * Math.sqrt(spread / informationOf(everyone));
  return {
    etaSquared,
    low: Math.max(0, etaSquared - margin),
    high: Math.min(1, etaSquared + margin),
    n: rows.length,
  };
}

/**
 * Gini coefficient of the outcome between segments: 0 = every segment earns its share of customers, towards 1 = few
 * customers earn everything. Differences inside segments do not count.
 * @returns null without a positive total, or when a segment's total is negative
 */
export function concentration(
  outcome: ArrayLike<number>,
  labels: Labels,
  k: number,
  weights: Weights = null,
): number | null {
  const segments = rowsOf(outcome, labels, k).map((rows) => {
    const worth = rows.map((row) => (weights === null ? 1 : weights[row]!));
    return {
      size: worth.reduce((sum, weight) => sum + weight, 0),
      total: rows.reduce((sum, row, at) => sum + worth[at]! * outcome[row]!, 0),
    };
  });
  const used = segments.filter(({ size }) => size > 0).sort((a, b) => a.total / a.size - b.total / b.size);
  const size = used.reduce((sum, one) => sum + one.size, 0);
  const total = used.reduce((sum, one) => sum + one.total, 0);
  if (!(total > 0) || !Number.isFinite(total) || used.some((one) => one.total < 0)) return null;
  let below = 0;
  let area = 0;
  for (const one of used) {
    area += (one.size / size) * (2 * below + one.total / total);
    below += one.total / total;
  }
  return Math.max(0, 1 - area);
}
