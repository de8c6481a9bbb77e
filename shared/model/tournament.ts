// The tournament between solutions: many divisions of the same customers, each judged by the same five criteria.
import { z } from 'zod';
import { Groups } from './groups.ts';
import { Scale } from './segmentation.ts';

/** Methods that are told how many segments to make, the quick ones first. */
export const TOURNAMENT_METHODS = ['kmeans', 'gmm', 'ward', 'kmedoids', 'kprototypes'] as const;
export const TournamentMethod = z.enum(TOURNAMENT_METHODS);
export type TournamentMethod = z.infer<typeof TournamentMethod>;

/** Which of the chosen features a solution is made from. */
export const SUBSETS = [
  'all',
  'withoutTwins',
  'behavioural',
  'demographic',
  'geographic',
  'psychographic',
] as const;
export const Subset = z.enum(SUBSETS);
export type Subset = z.infer<typeof Subset>;

export const CRITERIA = ['separation', 'stability', 'explainability', 'contrast', 'balance'] as const;
export const Criterion = z.enum(CRITERIA);
export type Criterion = z.infer<typeof Criterion>;

export const TournamentSettings = z.strictObject({
  features: z.array(z.string()).min(1).max(200),
  methods: z.array(TournamentMethod).min(1),
  /** k = from … to. */
  from: z.number().int().min(2).max(20),
  to: z.number().int().min(2).max(20),
  scales: z.array(Scale).min(1),
  subsets: z.array(Subset).min(1),
  logs: z.boolean(),
  /** Per solution; a stability of fewer is shown as it comes. */
  resamples: z.number().int().min(10).max(200),
  seed: z.number().int().min(0).max(2147483647),
});
export type TournamentSettings = z.infer<typeof TournamentSettings>;

/** A share of variance with its 95 % interval. */
const Contrast = z.strictObject({
  etaSquared: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.number().int(),
});

export const Judged = z.strictObject({
  /** Mean silhouette over all chosen features as z-scores: one ruler for every solution. */
  silhouette: z.number().nullable(),
  silhouetteRows: z.number().int(),
  standardError: z.number(),
  calinskiHarabasz: z.number().nullable(),
  daviesBouldin: z.number().nullable(),
  dunn: z.number().nullable(),
  /** Share of customers whom a small tree puts in their segment, and its leaves. */
  fidelity: z.number().nullable(),
  leaves: z.number().int(),
  /** Null without an outcome. */
  contrast: Contrast.nullable(),
  /** Gini coefficient of the outcome between segments. */
  concentration: z.number().nullable(),
  smallestShare: z.number(),
  evenness: z.number(),
  /** The smallest share of a segment that can be reached; null when the project does not know. */
  reach: z.number().nullable(),
});
export type Judged = z.infer<typeof Judged>;

export const Stability = z.strictObject({
  resamples: z.number().int(),
  /** Mean Jaccard similarity per segment. */
  jaccard: z.array(z.number()),
  /** Mean adjusted Rand index between pairs of resamples. */
  ari: z.number(),
});
export type Stability = z.infer<typeof Stability>;

export const TournamentEntry = z.strictObject({
  /** `method:k:scale:subset`, with a dash for the scaling of methods that have none. */
  id: z.string(),
  method: TournamentMethod,
  k: z.number().int(),
  /** Null for methods that know no scaling: they take part once for each set of features. */
  scale: Scale.nullable(),
  subset: Subset,
  features: z.array(z.string()),
  sizes: z.array(z.number().int()),
  judged: Judged,
  /** Null until its first resamples are done. */
  stability: Stability.nullable(),
  /** True when no other solution is as good on every criterion and better on one. */
  pareto: z.boolean(),
  /** How far it stays behind the best on its worst criterion, 0..1; null until its stability is known. */
  shortfall: z.number().nullable(),
});
export type TournamentEntry = z.infer<typeof TournamentEntry>;

/** Divisions that search for nothing, measured by the same ruler: what a clustering has to be better than. */
export const BASELINES = ['tiers', 'rfm'] as const;
export const Baseline = z.strictObject({
  /** Its method. */
  id: z.enum(BASELINES),
  method: z.enum(BASELINES),
  k: z.number().int(),
  /** What it is cut by. */
  features: z.array(z.string()),
  sizes: z.array(z.number().int()),
  judged: Judged,
});
export type Baseline = z.infer<typeof Baseline>;

/** Why a solution is recommended; the interface turns these into sentences. */
export const Reason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('allRound'), shortfall: z.number(), only: z.boolean() }),
  z.strictObject({ code: z.literal('bestOn'), criteria: z.array(Criterion).min(1) }),
  z.strictObject({
    code: z.literal('rival'),
    method: TournamentMethod,
    k: z.number().int(),
    scale: Scale.nullable(),
    subset: Subset,
    better: Criterion,
    betterValue: z.number(),
    worse: Criterion,
    worseValue: z.number(),
  }),
  z.strictObject({ code: z.literal('twoSeparate'), value: z.number() }),
  z.strictObject({ code: z.literal('unsteady'), lowest: z.number() }),
  /** Of a baseline: there is nothing to find. */
  z.strictObject({ code: z.literal('noGroups'), other: z.enum(BASELINES).nullable() }),
]);
export type Reason = z.infer<typeof Reason>;

/** What is recommended where there is nothing to find: tiers before RFM; null where the project knows no one's worth. */
export function insteadOfGroups(
  baselines: readonly Pick<Baseline, 'id'>[],
): { entryId: string; reasons: Reason[] } | null {
  const [first, second] = baselines;
  return first ? { entryId: first.id, reasons: [{ code: 'noGroups', other: second?.id ?? null }] } : null;
}

export const Tournament = z.strictObject({
  runId: z.number().int(),
  startedAt: z.string(),
  settings: TournamentSettings,
  customers: z.number().int(),
  /** Customers that the solutions were made from, when not all. */
  sampledRows: z.number().int().nullable(),
  /** The feature that counts as the outcome; null when there is none. */
  outcome: z.string().nullable(),
  /** Best first. */
  entries: z.array(TournamentEntry),
  /** Of these two, those that the project has the features for. */
  baselines: z.array(Baseline),
  /** Solutions that the settings ask for, those that cannot be made (fewer different customers) left out. */
  planned: z.number().int(),
  complete: z.boolean(),
  groups: Groups.nullable(),
  /** An entry, or a baseline when there are no groups; null until that is known, and where neither is honest. */
  recommended: z.strictObject({ entryId: z.string(), reasons: z.array(Reason) }).nullable(),
  /** The data or the features changed since. */
  stale: z.boolean(),
});
export type Tournament = z.infer<typeof Tournament>;

/** Two solutions: customers by segment of the first (rows) and of the second (columns). */
export const Comparison = z.strictObject({
  counts: z.array(z.array(z.number().int())),
  /** Adjusted Rand index. */
  ari: z.number(),
  customers: z.number().int(),
});
export type Comparison = z.infer<typeof Comparison>;
