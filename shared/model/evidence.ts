// Evidence: one measured difference between a segment and everyone. Every name, phrase and proposal rests on some.
import { z } from 'zod';

/** What the two levels are counted in. `money` is in whole units of the project's currency, `share` is 0..1. */
export const EVIDENCE_UNITS = ['none', 'count', 'share', 'money', 'days', 'years', 'km', 'points'] as const;
export const EvidenceUnit = z.enum(EVIDENCE_UNITS);
export type EvidenceUnit = z.infer<typeof EvidenceUnit>;

/**
 * One statement: a mean of a feature, or the share of a category (then `category` names it), here and for everyone.
 * `index` is 100 × here ÷ all with its 95 % interval; all three are null where a ratio has no meaning
 * (everyone's level is zero, or the signs differ): then `d` and `pAdjusted` decide alone.
 */
export const Evidence = z.strictObject({
  /** Built-in: recency, frequency, monetary, tenure, basket, returnsRate, interPurchase, age; else the column's header. */
  feature: z.string(),
  /** The feature's name as shown; for the customer's own columns the header text. */
  label: z.string(),
  kind: z.enum(['mean', 'share']),
  here: z.number(),
  all: z.number(),
  unit: EvidenceUnit,
  index: z.number().nullable(),
  indexLow: z.number().nullable(),
  indexHigh: z.number().nullable(),
  /** Standardised difference against the rest (Cohen's d; for shares the difference of arcsine roots, h). */
  d: z.number(),
  /** 95 % interval of d. Evidence of earlier versions has none, nor do groups of one. */
  dLow: z.number().optional(),
  dHigh: z.number().optional(),
  /** Customers of the segment with a value. */
  n: z.number().int().min(0),
  /** After control of the false discovery rate over all statements of the segmentation. */
  pAdjusted: z.number().min(0).max(1),
  category: z.string().optional(),
  /** Of a category: how many times as often as among the others, with its 95 % interval. */
  ratio: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).optional(),
  /** Of a category: Cramér's V of the whole feature with the segments, 0..1. */
  association: z.number().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What a statement needs before it may be said. */
export const MIN_EFFECT = 0.2;
export const MIN_CUSTOMERS = 30;

export const SUPPORTS = ['firm', 'fading', 'weak'] as const;
export const Support = z.enum(SUPPORTS);
export type Support = z.infer<typeof Support>;

/** True when the index interval excludes 100; without an index, when the adjusted p is below 0.05. */
export function differsClearly(evidence: Evidence): boolean {
  const { indexLow, indexHigh } = evidence;
  if (indexLow === null || indexHigh === null) return evidence.pAdjusted < 0.05;
  return indexLow > 100 || indexHigh < 100;
}

/**
 * How far a statement is supported: `firm` when it differs clearly, |d| ≥ 0.2 and n ≥ 30;
 * `fading` when there are enough customers and at least half that effect; else `weak`.
 */
export function supportOf(evidence: Evidence): Support {
  if (evidence.n < MIN_CUSTOMERS) return 'weak';
  if (differsClearly(evidence) && Math.abs(evidence.d) >= MIN_EFFECT) return 'firm';
  return Math.abs(evidence.d) >= MIN_EFFECT / 2 ? 'fading' : 'weak';
}
