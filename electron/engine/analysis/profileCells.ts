// One figure of a segment's profile: a mean or a share here, against everyone, with its uncertainty.
import { tQuantile } from './stats/distributions.ts';
import { arcsineInterval, type Estimate, riskRatio, standardisedInterval } from './stats/effects.ts';
import { mergeSummaries } from './stats/merge.ts';
import { informationOf, type MeanSummary, weightOf } from './stats/moments.ts';
import { proportionTest, wilson } from './stats/proportions.ts';
import { welch } from './stats/welch.ts';

/** A mean in one segment. `null` = cannot be said from these numbers (too few values, no spread, sign change). */
export interface MeanCell {
  readonly segment: number;
  readonly feature: number;
  /** Customers of the segment with a value. */
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** 100 · mean here / mean of everyone. */
  readonly index: number | null;
  /** 95 % interval of the index. */
  readonly indexLow: number | null;
  readonly indexHigh: number | null;
  /** Cohen's d against the rest: difference of means in pooled standard deviations. */
  readonly effect: number | null;
  /** 95 % interval of the effect. */
  readonly effectLow: number | null;
  readonly effectHigh: number | null;
  /** (mean here − mean of everyone) / standard deviation of everyone; for the heat map. */
  readonly standardised: number | null;
  /** Welch test against the rest, two-sided. */
  readonly p: number | null;
  /** The same after Benjamini–Hochberg over the whole profile. */
  readonly pAdjusted: number | null;
}

/** A category's share in one segment. */
export interface ShareCell {
  readonly segment: number;
  readonly category: number;
  readonly level: number;
  /** Customers of the segment with this level, and with any. */
  readonly count: number;
  readonly n: number;
  /** 0..1, with its 95 % Wilson interval; null without customers. */
  readonly share: number | null;
  readonly shareLow: number | null;
  readonly shareHigh: number | null;
  readonly shareOfAll: number;
  /** 100 · share here / share of everyone; the interval is the share's, divided by the share of everyone. */
  readonly index: number | null;
  readonly indexLow: number | null;
  readonly indexHigh: number | null;
  /** Cohen's h against the rest: difference of 2·asin(√share). */
  readonly effect: number | null;
  /** 95 % interval of the effect. */
  readonly effectLow: number | null;
  readonly effectHigh: number | null;
  /** Share here / share of the rest with its 95 % interval; null when nobody on one side has the level. */
  readonly ratio: Estimate | null;
  /** Two-sided z test against the rest. */
  readonly p: number | null;
  readonly pAdjusted: number | null;
}

/** `here` and `rest` must be disjoint; `median` is the segment's. `pAdjusted` is left null. */
export function meanCell(
  place: { readonly segment: number; readonly feature: number },
  here: MeanSummary,
  rest: MeanSummary,
  median: number,
): MeanCell {
  const all = mergeSummaries([here, rest]);
  const allSd = Math.sqrt(all.variance);
  const own = weightOf(here);
  const others = weightOf(rest);
  const pooledSd = Math.sqrt(((own - 1) * here.variance + (others - 1) * rest.variance) / (own + others - 2));
  const effect = (here.mean - rest.mean) / pooledSd;
  const interval = standardisedInterval(effect, informationOf(here), informationOf(rest));
  return {
    ...place,
    n: here.n,
    mean: finite(here.mean),
    median: finite(median),
    ...meanIndex(here, rest, all),
    effect: finite(effect),
    effectLow: interval?.low ?? null,
    effectHigh: interval?.high ?? null,
    standardised: finite((here.mean - all.mean) / allSd),
    p: welch(here, rest)?.p ?? null,
    pAdjusted: null,
  };
}

/**
 * The index and its interval. Everyone contains the segment: mean of all M = w·m + (1 − w)·r with
 * w the segment's share and r the mean of the rest. The delta method on m / M gives the variance
 * ((1 − w) / M²)² · (r²·v_m + m²·v_r), v the squared standard errors; t with Welch's degrees of freedom.
 * @returns nulls when M is 0 or m has the other sign: such a quotient means nothing.
 */
function meanIndex(
  here: MeanSummary,
  rest: MeanSummary,
  all: MeanSummary,
): Pick<MeanCell, 'index' | 'indexLow' | 'indexHigh'> {
  if (here.n === 0 || all.mean === 0 || here.mean * all.mean < 0)
    return { index: null, indexLow: null, indexHigh: null };
  const index = (100 * here.mean) / all.mean;
  const test = welch(here, rest);
  if (test === null) return { index: finite(index), indexLow: null, indexHigh: null };
  const weight = weightOf(here) / weightOf(all);
  const slope = (1 - weight) / (all.mean * all.mean);
  const spread =
    (rest.mean * rest.mean * here.variance) / informationOf(here) +
    (here.mean * here.mean * rest.variance) / informationOf(rest);
  const half = 100 * tQuantile(0.975, test.degrees) * slope * Math.sqrt(spread);
  if (!Number.isFinite(half)) return { index: finite(index), indexLow: null, indexHigh: null };
  return { index, indexLow: index - half, indexHigh: index + half };
}

/** A level among customers with any level of the category. */
export interface ShareGroup {
  readonly count: number;
  readonly n: number;
  /** What those with the level weigh, and all of them; `count` and `n` without weights. */
  readonly levelWeight: number;
  readonly weight: number;
  /** Kish's effective number of customers; `n` without weights. */
  readonly effectiveN: number;
}

/** Tests and intervals treat a weighted share as if observed on the effective number of customers. */
const successes = ({ levelWeight, weight, effectiveN }: ShareGroup): number =>
  levelWeight === weight ? effectiveN : levelWeight * (effectiveN / weight);

/** `rest` is everyone outside the segment. */
export function shareCell(
  place: { readonly segment: number; readonly category: number; readonly level: number },
  here: ShareGroup,
  rest: ShareGroup,
): ShareCell {
  const shareOfAll = (here.levelWeight + rest.levelWeight) / (here.weight + rest.weight);
  const interval = wilson(successes(here), here.effectiveN);
  const known = here.effectiveN > 0;
  const scaled = (share: number): number | null =>
    known && shareOfAll > 0 ? (100 * share) / shareOfAll : null;
  const angle = (share: number): number => 2 * Math.asin(Math.sqrt(share));
  const effect = angle(interval.share) - angle(rest.levelWeight / rest.weight);
  const range = arcsineInterval(effect, here.effectiveN, rest.effectiveN);
  return {
    ...place,
    count: here.count,
    n: here.n,
    share: known ? interval.share : null,
    shareLow: known ? interval.low : null,
    shareHigh: known ? interval.high : null,
    shareOfAll,
    index: scaled(interval.share),
    indexLow: scaled(interval.low),
    indexHigh: scaled(interval.high),
    effect: finite(effect),
    effectLow: range?.low ?? null,
    effectHigh: range?.high ?? null,
    ratio: riskRatio(successes(here), here.effectiveN, successes(rest), rest.effectiveN),
    p: proportionTest(successes(here), here.effectiveN, successes(rest), rest.effectiveN)?.p ?? null,
    pAdjusted: null,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
