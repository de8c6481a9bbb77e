// Reference distributions, the weights that follow from them, and what those change.
import { z } from 'zod';
import {
  FeatureLevels,
  ReadReference,
  Reference,
  ReferenceInput,
  Representativeness,
  WeightsInUse,
} from '../model/reference.ts';
import { command, Id, Nothing, query } from './kinds.ts';

export const references = {
  list: query(Nothing, z.array(Reference)),
  /** Replaces the feature's reference, if it has one. Levels of a number without bands are read from their words. */
  set: command(ReferenceInput, Nothing),
  remove: command(z.strictObject({ referenceId: Id }), Nothing),
  /** Levels and shares out of a small file: the column with the most numbers, and the first other one. */
  read: query(z.strictObject({ file: z.string() }), ReadReference),
  /** The present distribution of a feature; `cuts` are ascending points between the bands of a number. */
  levels: query(
    z.strictObject({ feature: z.string(), cuts: z.array(z.number()).max(50).optional() }),
    FeatureLevels,
  ),
  /** Distances before and after weighting, and the statistics that weights change most; null without customers. */
  report: query(Nothing, Representativeness.nullable()),
  /** Null while statistics are not weighted. */
  inUse: query(Nothing, WeightsInUse.nullable()),
};
