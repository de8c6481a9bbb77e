// Features: what is known per customer, and which of it is used.
import { z } from 'zod';
import { Expectation, PurchaseRecord } from '../model/customerValue.ts';
import { Feature, FeatureSet, SimilarFeatures } from '../model/feature.ts';
import { FeatureDefinition } from '../model/featureDefinition.ts';
import { ErrorDataSchema } from '../model/job.ts';
import { command, job, Nothing, query } from './kinds.ts';

export const features = {
  /** Null when nothing is imported, or while the computation for the current sources and settings is missing. */
  get: query(Nothing, FeatureSet.nullable()),
  choose: command(
    z.strictObject({ name: z.string(), chosen: z.boolean().optional(), log: z.boolean().optional() }),
    Nothing,
  ),
  /** What a definition would give, on the newest features; a problem that the analyst can mend is an answer, no error. */
  preview: query(
    z.strictObject({ definition: FeatureDefinition, replaces: z.string().optional() }),
    z.strictObject({
      feature: Feature.nullable(),
      problem: ErrorDataSchema.nullable(),
      /** That were looked at: all, or a sample of many. */
      customers: z.number().int(),
    }),
  ),
  /** Adds a feature, or puts it in the place of the one it `replaces`. */
  define: command(
    z.strictObject({ definition: FeatureDefinition, replaces: z.string().optional() }),
    Nothing,
  ),
  /** Of a defined feature; the formulas that use it follow. */
  rename: command(z.strictObject({ name: z.string(), to: z.string() }), Nothing),
  remove: command(z.strictObject({ name: z.string() }), Nothing),
  /** Pairs that say nearly the same, or go together at `least` so strongly; null while the features are missing. */
  similar: query(
    z.strictObject({ least: z.number().min(0.3).max(1) }).optional(),
    SimilarFeatures.nullable(),
  ),
  /** By the models that are fitted to the project's customers; without `of`, of a new customer. @throws NO-CUSTOMER-VALUE */
  expect: query(
    z.strictObject({
      of: PurchaseRecord.optional(),
      weeks: z.array(z.number().positive().max(5_200)).min(1).max(200),
    }),
    Expectation,
  ),
  compute: job(z.strictObject({})),
};
