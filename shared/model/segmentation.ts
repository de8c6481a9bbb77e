// Segmentations (ways of dividing customers) and their segments.
import { z } from 'zod';
import { RfmSettings, RuleSettings, TierSettings } from './division.ts';
import { Evidence } from './evidence.ts';
import { Groups } from './groups.ts';
import { CovarianceChoice, Method, MethodFacts } from './method.ts';

export const SCALES = ['z', 'robust', 'minMax', 'rank', 'none'] as const;
export const Scale = z.enum(SCALES);
export type Scale = z.infer<typeof Scale>;

/** What becomes of customers with a gap in a chosen feature. */
export const MISSING_POLICIES = ['median', 'nearest', 'exclude'] as const;
export const MissingPolicy = z.enum(MISSING_POLICIES);
export type MissingPolicy = z.infer<typeof MissingPolicy>;

export const ClusterSettings = z.strictObject({
  method: Method,
  features: z.array(z.string()).min(1).max(200),
  /** One k, or the range from which the best silhouette is taken. */
  k: z.union([
    z.number().int().min(1).max(50),
    z.strictObject({ from: z.number().int().min(2), to: z.number().int().max(20) }),
  ]),
  scale: Scale,
  /** Features that are scaled otherwise than the rest. */
  scales: z.record(z.string(), Scale).optional(),
  /**
   * median: the median, of categories and yes/no the most frequent value; nearest: the five most similar customers.
   * `indicators` adds a yes/no per feature that has gaps. Left out: as the project's settings say, without these.
   */
  missing: z.strictObject({ method: MissingPolicy, indicators: z.boolean() }).optional(),
  /** Log before scaling for features marked so; off = every feature as it is. */
  logs: z.boolean(),
  seed: z.number().int().min(0).max(2147483647),
  /** Outliers: numbers beyond these quantiles are set to them, before scaling. Left out = never. */
  winsorise: z
    .strictObject({ low: z.number().min(0).max(0.25), high: z.number().min(0.75).max(1) })
    .optional(),
  /** kmeans of very many customers: learnt from mini-batches instead of passes over everyone. Left out = never. */
  miniBatch: z.boolean().optional(),
  /** gmm; left out = the best of the three. */
  covariance: CovarianceChoice.optional(),
  /** The divisions that are set out; `k` counts for none of them. */
  rfm: RfmSettings.optional(),
  tiers: TierSettings.optional(),
  rules: RuleSettings.optional(),
});
export type ClusterSettings = z.infer<typeof ClusterSettings>;

export const Silhouette = z.strictObject({
  value: z.number(),
  n: z.number().int(),
  sampled: z.boolean(),
  standardError: z.number(),
});
export type Silhouette = z.infer<typeof Silhouette>;

export const Scores = z.strictObject({
  inertia: z.number(),
  silhouette: Silhouette.nullable(),
  calinskiHarabasz: z.number().nullable(),
  daviesBouldin: z.number().nullable(),
  /** Mixtures only: lower is better. */
  bic: z.number().optional(),
});
export type Scores = z.infer<typeof Scores>;

/** One k that was tried. */
export const TriedK = z.strictObject({ k: z.number().int(), scores: Scores, smallestShare: z.number() });
export type TriedK = z.infer<typeof TriedK>;

/** How well the segments come back when customers are drawn again with replacement. */
export const SegmentStability = z.strictObject({
  resamples: z.number().int(),
  /** Customers per resample, and customers placed by what was found in it. */
  drawn: z.number().int(),
  placed: z.number().int(),
  /** Mean Jaccard similarity per cluster (Hennig 2007), by cluster number. */
  jaccard: z.array(z.number()),
  /** Mean adjusted Rand index between pairs of resamples. */
  ari: z.number(),
});
export type SegmentStability = z.infer<typeof SegmentStability>;

export const MissingReport = z.strictObject({
  /** `skipped`: left out of the distances, by the methods for mixed data; `none`: the method looks at no gaps. */
  method: z.enum([...MISSING_POLICIES, 'skipped', 'none']),
  /** Features whose gaps have a yes/no of their own. */
  indicators: z.array(z.string()),
  /** Customers without a value (with `exclude` they are left out, else it was filled or skipped); those with any. */
  features: z.array(z.strictObject({ feature: z.string(), count: z.number().int() })),
});
export type MissingReport = z.infer<typeof MissingReport>;

export const Segmentation = z.strictObject({
  id: z.number().int(),
  runId: z.number().int(),
  createdAt: z.string(),
  settings: ClusterSettings,
  k: z.number().int(),
  customers: z.number().int(),
  /** Customers left out for missing values. */
  excluded: z.number().int(),
  imputed: z.number().int(),
  /** The clustered columns: a feature's name, or `feature: level` for a category. */
  columns: z.array(z.string()),
  /** k × columns, in the features' own units (mean of the members; for a level its share). */
  centroids: z.array(z.array(z.number())),
  sizes: z.array(z.number().int()),
  /** Mean silhouette per cluster. */
  clusterSilhouettes: z.array(z.number().nullable()),
  scores: Scores,
  tried: z.array(TriedK),
  /**
   * Whether its features hold groups at all. Null for segments that are set out, for fewer than 30 customers, and in
   * solutions of earlier versions, whose test took correlated crowds for groups.
   */
  groups: Groups.nullable(),
  /** Absent for segments that are set out, for fewer than 30 customers, and in solutions of earlier versions. */
  stability: SegmentStability.optional(),
  explainedVariance: z.array(z.number()),
  /** What the method found; absent in solutions of earlier versions. */
  facts: MethodFacts.optional(),
  /** What became of missing values, feature by feature; absent in solutions of earlier versions. */
  missing: MissingReport.optional(),
  /** Values that were capped as outliers. */
  capped: z.number().int().optional(),
  /** The weights that it was made with; absent when there were none. */
  weighting: z.strictObject({ cap: z.number(), effectiveN: z.number() }).optional(),
  /** True when the customers or their features changed since: the segments are those of former data. */
  outdated: z.boolean().optional(),
  /** True for the one whose segments the later steps use. */
  active: z.boolean(),
});
export type Segmentation = z.infer<typeof Segmentation>;

/** A principal component of the scaled features. */
export const Component = z.strictObject({
  /** Of the variance of all features, 0..1. */
  explained: z.number(),
  loadings: z.array(z.strictObject({ feature: z.string(), loading: z.number() })),
});
export type Component = z.infer<typeof Component>;

/** Columns for the customer map, one entry per clustered customer, in the run's order. */
export const MapColumns = z.strictObject({
  n: z.number().int(),
  /** PCA scores. */
  x: z.instanceof(Float32Array),
  y: z.instanceof(Float32Array),
  /** The segment's ordinal. */
  segment: z.instanceof(Uint8Array),
  /** The features that pull hardest along each axis, with their loadings. */
  axes: z.array(z.array(z.strictObject({ feature: z.string(), loading: z.number() }))),
  explainedVariance: z.array(z.number()),
  /** Up to six, all features in each, in the order of the segmentation's columns. */
  components: z.array(Component),
});
export type MapColumns = z.infer<typeof MapColumns>;

/** A second map, on which near customers are near and distances between far groups mean little. */
export const NearnessMap = z.strictObject({
  n: z.number().int(),
  /** Customers that were laid out; the others were placed among them. */
  sampled: z.number().int(),
  /** In the order of the first map. */
  x: z.instanceof(Float32Array),
  y: z.instanceof(Float32Array),
});
export type NearnessMap = z.infer<typeof NearnessMap>;

/** Standardised means (heat map) and medians as percentile ranks (profile lines), segments × features. */
export const ProfileTable = z.strictObject({
  features: z.array(z.string()),
  means: z.array(z.array(z.number())),
  ranks: z.array(z.array(z.number())),
});
export type ProfileTable = z.infer<typeof ProfileTable>;

export const SEGMENT_COLOURS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'other'] as const;
export const SegmentColour = z.enum(SEGMENT_COLOURS);
export type SegmentColour = z.infer<typeof SegmentColour>;

export const SegmentSummary = z.strictObject({
  id: z.number().int(),
  segmentationId: z.number().int(),
  /** The cluster numbers (0-based) that it holds; more than one after a merge. */
  clusters: z.array(z.number().int()),
  colour: SegmentColour,
  name: z.string(),
  /** False while the name is the first suggestion. */
  named: z.boolean(),
  note: z.string(),
  customers: z.number().int(),
  share: z.number(),
  /** Null without transactions or an outcome in money. */
  revenue: z.number().nullable(),
  revenueShare: z.number().nullable(),
  /** The same shares in the reference population; only while statistics are weighted. */
  weighted: z.strictObject({ share: z.number(), revenueShare: z.number().nullable() }).optional(),
  suggestions: z.array(z.strictObject({ name: z.string(), evidence: z.array(Evidence) })),
  top: z.array(Evidence),
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;

/** How much nearer customers are to their own segment than to the next: −1..1. */
export const SilhouetteBins = z.strictObject({
  /** Customers whose silhouette is known, and whether they are a sample. */
  n: z.number().int(),
  sampled: z.boolean(),
  /** n + 1 edges of equal width. */
  edges: z.array(z.number()),
  segments: z.array(
    z.strictObject({
      segmentId: z.number().int(),
      counts: z.array(z.number().int()),
      /** Below zero: nearer to another segment than to their own. */
      negative: z.number().int(),
      mean: z.number().nullable(),
    }),
  ),
});
export type SilhouetteBins = z.infer<typeof SilhouetteBins>;

export const BORDER_SORTS = ['silhouette', 'margin', 'distance'] as const;
export const BorderSort = z.enum(BORDER_SORTS);
export type BorderSort = z.infer<typeof BorderSort>;

/** One customer of a segment, and how firmly they belong to it. */
export const BorderCustomer = z.strictObject({
  key: z.string(),
  /** Null outside the sample, and in a merged segment. */
  silhouette: z.number().nullable(),
  /** To the centre of the own segment, in the space that was clustered. */
  distance: z.number(),
  /** 0 = as near to the next segment's centre, 1 = in the own centre, below 0 = nearer to the other. */
  margin: z.number(),
  nextSegmentId: z.number().int().nullable(),
});
export type BorderCustomer = z.infer<typeof BorderCustomer>;

export const RuleCondition = z.strictObject({
  feature: z.string(),
  label: z.string(),
  op: z.enum(['>=', '<', 'is', 'isNot']),
  value: z.union([z.number(), z.string()]),
});
export type RuleCondition = z.infer<typeof RuleCondition>;

/** Who is in the segment, in short: one of the alternatives must hold, and in it all conditions. */
export const SegmentRule = z.strictObject({
  alternatives: z.array(
    z.strictObject({
      conditions: z.array(RuleCondition),
      /** Of this one alone. */
      precision: z.number(),
      matches: z.number().int(),
      hits: z.number().int(),
    }),
  ),
  precision: z.number(),
  recall: z.number(),
  /** Share of everyone who matches. */
  coverage: z.number(),
  matches: z.number().int(),
  hits: z.number().int(),
});
export type SegmentRule = z.infer<typeof SegmentRule>;

export const SegmentDetail = SegmentSummary.extend({
  /** Every feature, strongest difference first. */
  evidence: z.array(Evidence),
  rule: SegmentRule.nullable(),
  histograms: z.array(
    z.strictObject({
      feature: z.string(),
      label: z.string(),
      edges: z.array(z.number()),
      here: z.array(z.number()),
      all: z.array(z.number()),
    }),
  ),
  /** Nearest to the centre. Keys are shown as the project's own; PII columns are never here. */
  typical: z.array(
    z.strictObject({ key: z.string(), values: z.array(z.union([z.number(), z.string()]).nullable()) }),
  ),
  typicalFeatures: z.array(z.string()),
  silhouette: z.number().nullable(),
  /** Customers nearly as close to another segment, by that segment. */
  border: z.strictObject({
    count: z.number().int(),
    shares: z.array(z.strictObject({ segmentId: z.number().int(), count: z.number().int() })),
  }),
  reachable: z.number().int().nullable(),
});
export type SegmentDetail = z.infer<typeof SegmentDetail>;
