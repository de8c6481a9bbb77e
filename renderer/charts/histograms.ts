// Binning and outlines of histograms; heights are counts or shares, never smoothed.
import { rangeOf, type Range } from './scales.ts';

export interface Bins {
  /** n + 1 ascending edges. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Counts finite values in `count` equal bins over `range` (the values' own by default); the last bin is closed. */
export function binValues(values: readonly number[], count: number, range: Range = rangeOf(values)): Bins {
  const width = (range.high - range.low) / count;
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    if (!Number.isFinite(value) || value < range.low || value > range.high) continue;
    // By its share of the range: the width of a bin may be too small for a double.
    const share = (value - range.low) / (range.high - range.low);
    const bin = Math.min(count - 1, Math.floor(share * count));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: count + 1 }, (_, edge) => range.low + edge * width), counts };
}

/** Counts as shares of their sum; all zero when there is nothing. */
export function sharesOf(counts: readonly number[]): readonly number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => (sum === 0 ? 0 : count / sum));
}

/** SVG path of a stepped outline over equal bins, `width` × `height` px, `most` reaching the top. */
export function stepPath(heights: readonly number[], width: number, height: number, most: number): string {
  const step = width / Math.max(1, heights.length);
  const y = (value: number): string => (height - (most > 0 ? value / most : 0) * height).toFixed(1);
  const tops = heights.map((value, bin) => `V${y(value)}H${((bin + 1) * step).toFixed(1)}`);
  return `M0 ${height}${tops.join('')}V${height}`;
}
