// Features: what is known per customer, and which of it is used.
import { z } from 'zod';
import { FeatureSet } from '../model/feature.ts';
import { command, job, Nothing, query } from './kinds.ts';

export const features = {
  /** Null when nothing is imported, or while the computation for the current sources and settings is missing. */
  get: query(Nothing, FeatureSet.nullable()),
  choose: command(
    z.strictObject({ name: z.string(), chosen: z.boolean().optional(), log: z.boolean().optional() }),
    Nothing,
  ),
  compute: job(z.strictObject({})),
};
