// Distributions of one feature by segment, on bins that all segments share.
import type { Labels } from './matrix.ts';
import { type SortedValues, sortedWithWeights, weightedQuantile } from './stats/quantiles.ts';
import type { Weights } from './weights.ts';

export interface HistogramSet {
  /** bins + 1 edges, ascending. The first and last bin also hold what lies beyond. */
  readonly edges: readonly number[];
  /** Customers per bin (with weights, what they weigh), of everyone with a value. */
  readonly everyone: readonly number[];
  /** Customers per bin of each segment 0..k−1. */
  readonly segments: readonly (readonly number[])[];
  /** Customers without a value. */
  readonly missing: number;
}

/**
 * Equal bins between the 1 % and the 99 % quantile, so that one huge customer does not squeeze all
 * others into one bar. Whole numbers with few values get one bin each. No values, or some near the largest number there is: no bins.
 */
export function histograms(
  values: ArrayLike<number>,
  labels: Labels,
  k: number,
  { bins = 24, weights = null }: { readonly bins?: number; readonly weights?: Weights } = {},
): HistogramSet {
  const sorted = sortedWithWeights(values, weights);
  const edges = binEdges(sorted, bins);
  const count = Math.max(0, edges.length - 1);
  const zeros = (): number[] => Array.from({ length: count }, () => 0);
  const everyone = zeros();
  const segments = Array.from({ length: k }, zeros);
  const low = edges[0] ?? 0;
  const width = (edges[1] ?? 1) - low;
  let known = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    const bin = Math.max(0, Math.min(count - 1, Math.floor((value - low) / width)));
    const weight = weights === null ? 1 : weights[row]!;
    known++;
    if (count === 0) continue;
    everyone[bin]! += weight;
    const segment = segments[labels[row] ?? -1];
    if (segment !== undefined) segment[bin]! += weight;
  }
  return { edges, everyone, segments, missing: values.length - known };
}

function binEdges(sorted: SortedValues, bins: number): readonly number[] {
  if (sorted.values.length === 0) return [];
  const low = weightedQuantile(sorted, 0.01);
  const high = weightedQuantile(sorted, 0.99);
  if (!(Math.max(-low, high) < Number.MAX_VALUE / 4)) return [];
  if (sorted.values.every(Number.isInteger) && high - low < bins) {
    const first = Math.floor(low);
    return Array.from({ length: Math.ceil(high) - first + 2 }, (_, index) => first + index - 0.5);
  }
  // As good as constant: bins narrower than the precision of the numbers would all be one.
  const margin = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
  if (high - low <= margin || high - low < Number.MIN_VALUE * 2 ** 60) {
    const half = Math.max(0.5, margin);
    return [low - half, low + half];
  }
  return Array.from({ length: bins + 1 }, (_, index) => low + ((high - low) * index) / bins);
}
