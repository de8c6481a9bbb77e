// Reference distributions: whom the customers are to stand for, and how far they do.
import { z } from 'zod';
import { FeatureUnit } from './feature.ts';

/**
 * One level of a distribution. For a number (and a yes/no, 1 and 0) it is the band `from ≤ value < to`, open where
 * null; for a category both are null and the level is matched by its word, whatever the case.
 */
export const ReferenceShare = z.strictObject({
  level: z.string().trim().min(1).max(200),
  /** 0 or more; given in any unit (shares, percent, counts), kept as a share of their sum. */
  share: z.number().min(0),
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
});
export type ReferenceShare = z.infer<typeof ReferenceShare>;

export const ReferenceInput = z.strictObject({
  /** Name of a feature; a feature has one reference at most. */
  feature: z.string().min(1),
  /** What the reference is of, e.g. "All clothing buyers". */
  name: z.string().trim().max(200),
  /** Where the numbers come from, e.g. a file's name or a publication. */
  source: z.string().trim().max(500),
  shares: z
    .array(ReferenceShare)
    .min(2)
    .max(200)
    .refine((shares) => shares.some(({ share }) => share > 0)),
});
export type ReferenceInput = z.infer<typeof ReferenceInput>;

export const Reference = z.strictObject({
  id: z.number().int(),
  feature: z.string(),
  name: z.string(),
  source: z.string(),
  shares: z.array(ReferenceShare),
});
export type Reference = z.infer<typeof Reference>;

/** The weights' cap, as a multiple of the mean weight. */
export const Weighting = z.strictObject({ on: z.boolean(), cap: z.number().min(1).max(20) });
export type Weighting = z.infer<typeof Weighting>;

/** Words are the same whatever their case, form and surrounding space. */
export function foldLevel(word: string): string {
  return word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Rows of a small table or of pasted text that became levels, and those that could not. */
export const ReadReference = z.strictObject({
  name: z.string(),
  rows: z.array(z.strictObject({ level: z.string(), share: z.number() })),
  /** Sum before it was brought to 1: about 1, about 100, or the number of people. */
  total: z.number(),
  unreadable: z.array(z.strictObject({ line: z.number().int(), text: z.string() })),
});
export type ReadReference = z.infer<typeof ReadReference>;

export const FeatureKind = z.enum(['category', 'number', 'boolean']);
export type FeatureKind = z.infer<typeof FeatureKind>;

/** The present distribution of a feature, as a starting point for a reference. */
export const FeatureLevels = z.strictObject({
  feature: z.string(),
  label: z.string(),
  builtIn: z.boolean(),
  kind: FeatureKind,
  n: z.number().int(),
  missing: z.number().int(),
  levels: z.array(
    z.strictObject({
      level: z.string(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      count: z.number().int(),
      /** 0..1 of the customers with a value. */
      share: z.number(),
    }),
  ),
});
export type FeatureLevels = z.infer<typeof FeatureLevels>;

/** Shares are 0..1, gaps `here − reference`; `weighted` and what follows from it are with the weights. */
export const ReferenceReport = z.strictObject({
  id: z.number().int(),
  feature: z.string(),
  label: z.string(),
  builtIn: z.boolean(),
  kind: FeatureKind,
  name: z.string(),
  source: z.string(),
  n: z.number().int(),
  /** Customers without a value, or with one that the reference does not name. */
  missing: z.number().int(),
  levels: z.array(
    z.strictObject({
      level: z.string(),
      count: z.number().int(),
      here: z.number(),
      reference: z.number(),
      weighted: z.number(),
      gap: z.number(),
      gapAfter: z.number(),
      /** `absent`: wanted, but nobody is there; `unwanted`: the reference says nobody is. */
      remark: z.enum(['absent', 'unwanted']).nullable(),
    }),
  ),
  /** Total variation: half the sum of the absolute gaps, 0..1. */
  distance: z.number(),
  distanceAfter: z.number(),
  /** Position of the level with the largest gap; −1 when no customer has a known level. */
  largest: z.number().int(),
  /** Null without customers; `value` is null when it has no bound (a level that nobody should have). */
  chiSquare: z
    .strictObject({ value: z.number().nullable(), degrees: z.number().int(), p: z.number() })
    .nullable(),
});
export type ReferenceReport = z.infer<typeof ReferenceReport>;

/** One statistic of everyone, without and with weights. */
export const WeightedChange = z.strictObject({
  feature: z.string(),
  label: z.string(),
  builtIn: z.boolean(),
  unit: FeatureUnit,
  /** The category of a share; null for a mean. */
  level: z.string().nullable(),
  unweighted: z.number(),
  weighted: z.number(),
  /** Difference in standard deviations (shares: of arcsine roots); what the list is sorted by. */
  effect: z.number(),
});
export type WeightedChange = z.infer<typeof WeightedChange>;

export const WEIGHT_STATUS = ['met', 'capped', 'contradictory'] as const;

export const Representativeness = z.strictObject({
  /** True while every statistic uses the weights; the figures here are computed also when it is not. */
  on: z.boolean(),
  cap: z.number(),
  customers: z.number().int(),
  /** Header of the column of base weights, if a source has one. */
  baseWeight: z.string().nullable(),
  references: z.array(ReferenceReport),
  /** References whose feature is not among the present features. */
  unused: z.array(Reference),
  /** Null when there is nothing to weight by. */
  weights: z
    .strictObject({
      status: z.enum(WEIGHT_STATUS),
      /** Kish: as many equally weighted customers would tell as much. */
      effectiveN: z.number(),
      designEffect: z.number(),
      largest: z.number(),
      /** 0..1 of the customers stand at the cap. */
      cappedShare: z.number(),
      /** Largest distance of any variable, 0..1, before and after. */
      distance: z.number(),
      distanceAfter: z.number(),
    })
    .nullable(),
  changes: z.array(WeightedChange),
});
export type Representativeness = z.infer<typeof Representativeness>;

/** What screens need to say that weights are in use. */
export const WeightsInUse = z.strictObject({
  cap: z.number(),
  customers: z.number().int(),
  effectiveN: z.number(),
});
export type WeightsInUse = z.infer<typeof WeightsInUse>;
