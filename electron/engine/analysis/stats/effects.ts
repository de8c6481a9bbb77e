// How large differences are, with 95 % intervals: standardised, between shares, and between whole categories.
import { normalQuantile } from './distributions.ts';

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = normalQuantile(0.975);

/**
 * Interval of Cohen's d from its large-sample variance (n₁+n₂)/(n₁n₂) + d²/(2(n₁+n₂)) (Hedges & Olkin 1985, ch. 5).
 * @param n1 effective numbers where customers have weights
 * @returns null when a group has fewer than two, or d is not finite
 */
export function standardisedInterval(d: number, n1: number, n2: number): Omit<Estimate, 'value'> | null {
  if (!(n1 >= 2 && n2 >= 2) || !Number.isFinite(d)) return null;
  const half = Z * Math.sqrt((n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2)));
  return { low: d - half, high: d + half };
}

/** Interval of Cohen's h, the difference of 2·asin(√share), whose variance is 1/n₁ + 1/n₂ (Cohen 1988, §6.2). */
export function arcsineInterval(h: number, n1: number, n2: number): Omit<Estimate, 'value'> | null {
  if (!(n1 > 0 && n2 > 0) || !Number.isFinite(h)) return null;
  const half = Z * Math.sqrt(1 / n1 + 1 / n2);
  return { low: h - half, high: h + half };
}

/**
 * How many times as often as in the other group, with Katz's logarithmic interval (Katz et al. 1978).
 * @returns null when the level is absent from a group: the ratio is then 0, infinite or unknown
 */
export function riskRatio(count1: number, n1: number, count2: number, n2: number): Estimate | null {
  if (!(count1 > 0 && count2 > 0)) return null;
  const value = count1 / n1 / (count2 / n2);
  const spread = Math.exp(Z * Math.sqrt(1 / count1 - 1 / n1 + 1 / count2 - 1 / n2));
  return { value, low: value / spread, high: value * spread };
}

/**
 * Cramér's V (1946) of a table of counts: √(χ² / (n · (min(rows, columns) − 1))), 0..1; empty rows and columns are left
 * out.
 * @param counts rows × columns, row after row
 * @returns null when fewer than two rows or columns have anybody
 */
export function cramersV(counts: ArrayLike<number>, rows: number, columns: number): number | null {
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  let n = 0;
  for (let cell = 0; cell < rows * columns; cell++) {
    const count = counts[cell]!;
    byRow[Math.floor(cell / columns)]! += count;
    byColumn[cell % columns]! += count;
    n += count;
  }
  const used = (sums: Float64Array): number => sums.reduce((all, sum) => all + (sum > 0 ? 1 : 0), 0);
  const freedom = Math.min(used(byRow), used(byColumn)) - 1;
  if (freedom < 1) return null;
  let chi = 0;
  for (let cell = 0; cell < rows * columns; cell++) {
    const expected = (byRow[Math.floor(cell / columns)]! * byColumn[cell % columns]!) / n;
    if (expected > 0) chi += (counts[cell]! - expected) ** 2 / expected;
  }
  return Math.sqrt(chi / (n * freedom));
}
