// Features: one value per customer. Built-in ones come from transactions, the others are the customer table's columns.
import { z } from 'zod';
import { CustomerValueReport } from './customerValue.ts';
import { DefinitionReport, FeatureDefinition } from './featureDefinition.ts';
import { ErrorDataSchema } from './job.ts';
import { Criterion } from './source.ts';

export const BUILT_IN_FEATURES = [
  'recency',
  'frequency',
  'monetary',
  'tenure',
  'basket',
  'returnsRate',
  'interPurchase',
  'age',
  'trend',
  'recentChange',
  'seasonality',
  'weekendShare',
  'weekday1',
  'weekday2',
  'weekday3',
  'weekday4',
  'weekday5',
  'weekday6',
  'weekday7',
  'quarter1',
  'quarter2',
  'quarter3',
  'quarter4',
  'itemsPerOrder',
  'discountRate',
  'pAlive',
  'expectedPurchases',
  'clv',
] as const;
export type BuiltInFeature = (typeof BUILT_IN_FEATURES)[number];

export const FeatureUnit = z.enum(['days', 'count', 'money', 'share', 'years', 'none']);
export type FeatureUnit = z.infer<typeof FeatureUnit>;

/** `skewed` = a log before scaling is proposed. Numbers are null when no customer has a value. */
export const Feature = z.strictObject({
  name: z.string(),
  /** The built-in's key is translated by the interface; other features carry the header text. */
  label: z.string(),
  builtIn: z.boolean(),
  criterion: Criterion,
  type: z.enum(['number', 'category', 'boolean']),
  unit: FeatureUnit,
  /** Proposed for (or chosen by the analyst for) clustering. */
  chosen: z.boolean(),
  log: z.boolean(),
  missing: z.number().int(),
  distinct: z.number().int(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  min: z.number().nullable(),
  median: z.number().nullable(),
  max: z.number().nullable(),
  /** Equal-width bins for numbers; the most frequent first for categories. */
  bars: z.array(
    z.strictObject({
      label: z.string(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      count: z.number().int(),
    }),
  ),
  /** The feature that says nearly the same (|r| ≥ 0.9), if any. */
  twin: z.strictObject({ name: z.string(), r: z.number() }).nullable(),
  /** How the analyst made it, and what came of it; absent for features of the data. */
  definition: FeatureDefinition.optional(),
  report: DefinitionReport.optional(),
});
export type Feature = z.infer<typeof Feature>;

export const FeatureSet = z.strictObject({
  runId: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
  /** Day used for recency (yyyy-mm-dd); null without transactions. */
  analysisDate: z.string().nullable(),
  /** Rows left out of the computation, each with its count: they are in the source, and nothing is dropped silently. */
  leftOut: z.strictObject({
    withoutKey: z.number().int(),
    withoutDate: z.number().int(),
    withoutAmount: z.number().int(),
    /** After the analysis date. */
    later: z.number().int(),
    /** An amount of exactly zero: a gift or a correction, neither an order nor a return. */
    zero: z.number().int(),
    returns: z.number().int(),
  }),
  features: z.array(Feature),
  /** The ones that were computed, when the others were taken over because only definitions changed. */
  made: z.array(z.string()).optional(),
  /** Definitions that could not be computed, for instance since a column is gone. */
  unmade: z.array(z.strictObject({ definition: FeatureDefinition, problem: ErrorDataSchema })).optional(),
  /** Absent while customer value is not estimated. */
  customerValue: CustomerValueReport.optional(),
});
export type FeatureSet = z.infer<typeof FeatureSet>;

/** A pair of features that say nearly the same. `n` rows in common; Pearson's r, Spearman's ρ, Cramér's V or the correlation ratio η (of ranks). */
export const SimilarPair = z.strictObject({
  first: z.string(),
  second: z.string(),
  measure: z.enum(['pearson', 'spearman', 'cramer', 'eta', 'etaRanks']),
  value: z.number(),
  n: z.number().int(),
});
export type SimilarPair = z.infer<typeof SimilarPair>;

export const SimilarFeatures = z.strictObject({
  pairs: z.array(SimilarPair),
  /** Customers that were looked at: all, or a sample of a stated size. */
  customers: z.number().int(),
  sampled: z.boolean(),
});
export type SimilarFeatures = z.infer<typeof SimilarFeatures>;

/** How customers and transactions meet on the customer key. */
export const JoinReport = z.strictObject({
  customersInTable: z.number().int(),
  customersInTransactions: z.number().int(),
  both: z.number().int(),
  withoutTransactions: z.number().int(),
  withoutCustomerRow: z.number().int(),
  transactionRows: z.number().int(),
  rowsWithoutKey: z.number().int(),
  duplicateKeys: z.number().int(),
});
export type JoinReport = z.infer<typeof JoinReport>;
