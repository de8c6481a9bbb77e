// Divisions that the analyst sets out: RFM scores with a rule table, value tiers, own rules. Defaults live here too.
import { z } from 'zod';

const Score = z.number().int().min(1).max(10);
const Scores = z.tuple([Score, Score]);

/** One line of the RFM table: lowest and highest score of each. The first line that fits a customer names the segment. */
export const RfmRule = z.strictObject({
  name: z.string().min(1).max(120),
  recency: Scores,
  frequency: Scores,
  monetary: Scores,
});
export type RfmRule = z.infer<typeof RfmRule>;

const Cuts = z
  .array(z.number())
  .min(1)
  .max(9)
  .refine((cuts) => cuts.every((cut, at) => at === 0 || cut > cuts[at - 1]!));

export const RfmSettings = z.strictObject({
  /** Scores 1..groups; the best customers have the highest. */
  groups: z.number().int().min(2).max(10).default(5),
  /** A value that lies on a quantile: in the bin below it (as the R package `rfm`), or above. */
  ties: z.enum(['below', 'above']).default('below'),
  /** Frequency is cut within each recency score, monetary within each pair of both. */
  nested: z.boolean().default(false),
  /** Own cut points, ascending; type-7 quantiles where left out. */
  cuts: z
    .strictObject({ recency: Cuts.optional(), frequency: Cuts.optional(), monetary: Cuts.optional() })
    .default({}),
  /** Left out: the published table, fitted to the number of scores (`fittedRules`). */
  rules: z.array(RfmRule).min(1).max(30).optional(),
});
export type RfmSettings = z.infer<typeof RfmSettings>;

/** The published segments of the R package `rfm`, in the order of their precedence. */
export const RFM_SEGMENTS = [
  { key: 'champions', recency: [5, 5], frequency: [5, 5], monetary: [5, 5] },
  { key: 'potentialLoyalist', recency: [3, 5], frequency: [3, 5], monetary: [2, 5] },
  { key: 'loyal', recency: [2, 4], frequency: [2, 4], monetary: [2, 4] },
  { key: 'promising', recency: [3, 4], frequency: [1, 3], monetary: [3, 5] },
  { key: 'new', recency: [4, 5], frequency: [1, 3], monetary: [1, 5] },
  { key: 'cannotLose', recency: [1, 2], frequency: [3, 4], monetary: [4, 5] },
  { key: 'atRisk', recency: [1, 2], frequency: [2, 5], monetary: [4, 5] },
  { key: 'needAttention', recency: [1, 3], frequency: [3, 5], monetary: [3, 5] },
  { key: 'aboutToSleep', recency: [2, 3], frequency: [1, 3], monetary: [1, 4] },
  { key: 'lost', recency: [1, 1], frequency: [1, 5], monetary: [1, 5] },
] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number]['key'];

/** How many scores each dimension has. */
export interface ScoreCounts {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Of the published table. */
export const FIVE_SCORES: ScoreCounts = { recency: 5, frequency: 5, monetary: 5 };

/** Own cut points make one score more than they are. */
export function scoreCounts({ groups, cuts }: Pick<RfmSettings, 'groups' | 'cuts'>): ScoreCounts {
  const count = (own: readonly number[] | undefined): number => (own ? own.length + 1 : groups);
  return { recency: count(cuts.recency), frequency: count(cuts.frequency), monetary: count(cuts.monetary) };
}

/** The scores of `to` whose middle lies within the range on a scale of `from`; the nearest one when none does. */
function fittedScores([low, high]: readonly [number, number], from: number, to: number): [number, number] {
  if (from === to) return [low, high];
  const inside = Array.from({ length: to }, (_, at) => at + 1).filter((score) => {
    const middle = ((score - 0.5) / to) * from;
    return middle >= low - 1 && middle <= high;
  });
  const nearest = Math.min(to, Math.max(1, Math.ceil((to * (low - 1 + high)) / 2 / from)));
  return [inside[0] ?? nearest, inside.at(-1) ?? nearest];
}

type Ranges = Pick<RfmRule, 'recency' | 'frequency' | 'monetary'>;

/** A table written for some numbers of scores, for others: each score stands where its middle lies. */
export function fittedRules<R extends { readonly [D in keyof Ranges]: readonly [number, number] }>(
  rules: readonly R[],
  from: ScoreCounts,
  to: ScoreCounts,
): (Omit<R, keyof Ranges> & Ranges)[] {
  return rules.map((rule) => ({
    ...rule,
    recency: fittedScores(rule.recency, from.recency, to.recency),
    frequency: fittedScores(rule.frequency, from.frequency, to.frequency),
    monetary: fittedScores(rule.monetary, from.monetary, to.monetary),
  }));
}

export const TierSettings = z.strictObject({
  /** The feature that says what a customer is worth. */
  value: z.string(),
  /** `shares`: tiers by their part of the whole value (ABC); `groups`: groups of equal size (deciles). */
  by: z.enum(['shares', 'groups']).default('shares'),
  /** Parts of the whole value, best tier first; what is missing to 1 is the last tier's. */
  shares: z.array(z.number().positive().max(1)).min(1).max(8).default([0.8, 0.15, 0.05]),
  groups: z.number().int().min(2).max(20).default(10),
});
export type TierSettings = z.infer<typeof TierSettings>;

/** Numbers are compared, categories named. A customer without the value fits no condition but `missing`. */
export const OwnCondition = z.discriminatedUnion('op', [
  z.strictObject({ feature: z.string(), op: z.enum(['>=', '>', '<=', '<']), value: z.number() }),
  z.strictObject({
    feature: z.string(),
    op: z.enum(['is', 'isNot']),
    /** Any of these. */
    values: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .max(100),
  }),
  z.strictObject({ feature: z.string(), op: z.enum(['missing', 'known']) }),
]);
export type OwnCondition = z.infer<typeof OwnCondition>;

/** OR of groups, AND of the conditions in a group. */
export const OwnSegment = z.strictObject({
  name: z.string().min(1).max(120),
  any: z.array(z.array(OwnCondition).min(1).max(12)).min(1).max(12),
});
export type OwnSegment = z.infer<typeof OwnSegment>;

/** Whom rules would take. */
export const RuleCounts = z.strictObject({
  customers: z.number().int(),
  /** Per rule: whom it fits, and whom it gets because no rule before it fits them. */
  rules: z.array(z.strictObject({ fits: z.number().int(), takes: z.number().int() })),
  /** Customers whom two rules or more fit, and whom none fits. */
  overlapping: z.number().int(),
  others: z.number().int(),
});
export type RuleCounts = z.infer<typeof RuleCounts>;

/** Where rules overlap the first one takes the customer; whom none takes belongs to "Others". */
export const RuleSettings = z.strictObject({ segments: z.array(OwnSegment).min(1).max(30) });
export type RuleSettings = z.infer<typeof RuleSettings>;
