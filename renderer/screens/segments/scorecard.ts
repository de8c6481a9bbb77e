// Is the segment distinct, meaningful, actionable? Plain thresholds on numbers that the detail already holds.
import { differsClearly, MIN_CUSTOMERS, supportOf, type Evidence } from '../../../shared/model/evidence.ts';
import type { SegmentDetail } from '../../../shared/model/segmentation.ts';

export type Verdict = 'yes' | 'partly' | 'no' | 'unknown';

export interface Scorecard {
  readonly distinct: Verdict;
  readonly meaningful: Verdict;
  readonly actionable: Verdict;
  /** Statements that differ clearly, and all of them. */
  readonly clear: number;
  readonly compared: number;
  /** Index of spend per customer; null without transactions. */
  readonly spendIndex: number | null;
  readonly borderShare: number;
}

/** Kaufman & Rousseeuw (1990): below 0.25 a silhouette shows no substantial structure. */
export const MIN_SILHOUETTE = 0.25;
export const MAX_BORDER_SHARE = 0.15;
/** Hennig (2007): from 0.75 a segment holds. */
export const MIN_STABILITY = 0.75;
export const MIN_SHARE = 0.05;
export const MIN_CLEAR = 3;
export const MIN_REACHABLE = 0.5;
export const MIN_PRECISION = 0.7;

const judge = (...tests: readonly boolean[]): Verdict =>
  tests.every(Boolean) ? 'yes' : tests.some(Boolean) ? 'partly' : 'no';

const clearlyDifferent = (evidence: Evidence): boolean =>
  differsClearly(evidence) && supportOf(evidence) === 'firm';

/**
 * Judges one segment; `unknown` where what is needed was not measured.
 * @param stability Jaccard similarity over resamples, 0..1; null where it was not measured, and then it does not count
 */
export function scoreSegment(segment: SegmentDetail, stability: number | null = null): Scorecard {
  const { customers, share, silhouette, border, evidence, reachable, rule } = segment;
  const borderShare = customers > 0 ? border.count / customers : 0;
  const clear = evidence.filter(clearlyDifferent).length;
  const large = share >= MIN_SHARE && customers >= MIN_CUSTOMERS;
  const ruled = rule !== null && rule.precision >= MIN_PRECISION;
  // Whom nobody knows how to contact is not reached yet, and not out of reach either.
  const reached = reachable !== null && customers > 0 && reachable / customers >= MIN_REACHABLE;
  const spend = evidence.find((one) => one.feature === 'monetary' && one.kind === 'mean');
  return {
    distinct:
      silhouette === null
        ? 'unknown'
        : judge(
            silhouette >= MIN_SILHOUETTE,
            borderShare <= MAX_BORDER_SHARE,
            ...(stability === null ? [] : [stability >= MIN_STABILITY]),
          ),
    meaningful: large && clear >= MIN_CLEAR ? 'yes' : clear > 0 ? 'partly' : 'no',
    actionable: reachable === null && !ruled ? 'unknown' : judge(reached, ruled),
    clear,
    compared: evidence.length,
    spendIndex: spend?.index ?? null,
    borderShare,
  };
}
