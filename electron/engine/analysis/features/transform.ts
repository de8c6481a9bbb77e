// One column made from another: logarithm, standard scores, ranks, capped tails. Missing stays missing.
import type { Transform } from '../../../../shared/model/featureTransform.ts';
import { summarise } from '../stats/moments.ts';
import { quantile, sortedFinite } from '../stats/quantiles.ts';

export interface Transformed {
  readonly values: Float64Array;
  /** Values that were moved to a limit; above 0 only for `winsor`. */
  readonly capped: number;
  /** Values that have no logarithm (−1 and below), or no scale (a spread beyond all numbers). */
  readonly undefined: number;
}

/** (value − centre) / spread; a column without spread becomes 0. */
function scaled(values: Float64Array, centre: number, spread: number): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? (spread > 0 ? (value - centre) / spread : 0) : NaN));
}

/** Percentile ranks from 0 to 1: (values below + half of the equal ones, itself among them) / n. Equal values share one. */
export function percentRanks(values: Float64Array): Float64Array {
  const sorted = sortedFinite(values);
  const firstAt = (value: number, after: boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (after && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.map((value) =>
    Number.isFinite(value) ? (firstAt(value, false) + firstAt(value, true)) / 2 / sorted.length : NaN,
  );
}

/**
 * Winsorising: values beyond the quantiles `share` and 1 − `share` (type 7) become those quantiles.
 * @param share 0 ≤ share < 0.5, for instance 0.01
 */
export function winsorise(values: Float64Array, share: number): Pick<Transformed, 'values' | 'capped'> {
  const sorted = sortedFinite(values);
  const [low, high] = [quantile(sorted, share), quantile(sorted, 1 - share)];
  let capped = 0;
  const moved = values.map((value) => {
    if (!Number.isFinite(value)) return NaN;
    if (value >= low && value <= high) return value;
    capped++;
    return value < low ? low : high;
  });
  return { values: moved, capped };
}

function centreAndSpread(values: Float64Array, method: 'z' | 'minMax' | 'robust'): readonly [number, number] {
  const { n, mean, variance, min, max } = summarise(values);
  if (method === 'z') return [mean, Math.sqrt((variance * (n - 1)) / n)];
  if (method === 'minMax') return [min, max - min];
  const sorted = sortedFinite(values);
  return [quantile(sorted, 0.5), quantile(sorted, 0.75) - quantile(sorted, 0.25)];
}

/** z with the population standard deviation; robust: median and interquartile range; rank: percentile ranks. */
export function transform(values: Float64Array, method: Transform, winsorShare = 0.01): Transformed {
  const plain = { capped: 0, undefined: 0 };
  if (method === 'winsor') return { ...plain, ...winsorise(values, winsorShare) };
  if (method === 'rank') return { ...plain, values: percentRanks(values) };
  if (method === 'log1p') {
    let none = 0;
    const logs = values.map((value) => {
      if (Number.isFinite(value) && value <= -1) none++;
      return Number.isFinite(value) && value > -1 ? Math.log1p(value) : NaN;
    });
    return { ...plain, values: logs, undefined: none };
  }
  const [centre, spread] = centreAndSpread(values, method);
  // A spread beyond all numbers would make every value 0.
  if (spread === Infinity)
    return { ...plain, values: values.map(() => NaN), undefined: sortedFinite(values).length };
  return { ...plain, values: scaled(values, centre, spread) };
}
