// Features cut into few steps, so that a rule is searched in counts and not in rows.
import type { CategoryColumn } from './oneHot.ts';
import { sortedWithWeights, weightedQuantile } from './stats/quantiles.ts';
import type { Weights } from './weights.ts';

/** One column to make conditions on. */
export interface RuleColumn {
  /** Step of each row: value < cuts[0] is 0, … ; for a category its code. −1 = missing, never satisfies. */
  readonly bins: Int16Array;
  readonly count: number;
  /** Numeric columns: lower bound of steps 1, 2, …; null for a category. */
  readonly cuts: readonly number[] | null;
}

const MAX_CUTS = 48;
/** A category with more levels than this makes no readable rule. */
const MAX_LEVELS = 1_000;

/**
 * Steps of a numeric column, at quantiles rounded to three digits so that rules read well. The rows
 * are then sorted into the rounded steps: precision and recall are those of the rule as written.
 */
export function numericColumn(values: ArrayLike<number>, weights: Weights = null): RuleColumn {
  const ranked = sortedWithWeights(values, weights);
  const sorted = ranked.values;
  const whole = sorted.every(Number.isInteger);
  const found = new Set<number>();
  for (let step = 1; step < MAX_CUTS + 1 && sorted.length > 0; step++) {
    const rounded = roundCut(weightedQuantile(ranked, step / (MAX_CUTS + 1)), whole);
    if (rounded > sorted[0]! && rounded <= sorted.at(-1)!) found.add(rounded);
  }
  const cuts = [...found].sort((a, b) => a - b);
  const bins = Int16Array.from(values, (value) => (Number.isFinite(value) ? binOf(value, cuts) : -1));
  return { bins, count: cuts.length + 1, cuts };
}

/** A category as it is; one with too many levels gets no conditions (count 0). */
export function categoryColumn({ codes, levels }: CategoryColumn): RuleColumn {
  const usable = levels <= MAX_LEVELS;
  return {
    bins: Int16Array.from(codes, (code) => (usable ? code : -1)),
    count: usable ? levels : 0,
    cuts: null,
  };
}

/** Three significant digits; whole numbers stay whole, upwards: the same rows satisfy "at least". */
function roundCut(value: number, whole: boolean): number {
  if (whole && Math.abs(value) < 1_000) return Math.ceil(value);
  return Number(value.toPrecision(3));
}

/** Number of cuts at or below the value. */
function binOf(value: number, cuts: readonly number[]): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
