// The weights that every statistic of a features run uses: as stored by a job, else made on the spot (raking works on
// cells of like customers, so that takes milliseconds) and kept per connection.
import { type Checkpoint, runToEnd } from '../analysis/matrix.ts';
import { rake, type RakingResult } from '../analysis/raking.ts';
import { baseWeights, type Weights } from '../analysis/weights.ts';
import { readColumn } from '../db/columns.ts';
import type { FeatureTable } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { BASE_WEIGHT_COLUMN, storedWeights, wantedWeights } from '../db/weightsRun.ts';
import type { WeightsWanted } from '../db/weightsRun.ts';
import { placeReference } from './referenceCodes.ts';
import type { PlacedReference } from './referenceCodes.ts';

export interface Weighing {
  readonly placed: readonly PlacedReference[];
  readonly base: Weights;
  readonly raked: RakingResult;
}

/** @throws never: contradictory targets are named in the result */
export function* weigh(
  db: ReadDb,
  features: FeatureTable,
  { references, cap }: Pick<WeightsWanted, 'references' | 'cap'>,
): Generator<Checkpoint, Weighing> {
  const placed = references.flatMap((reference) => placeReference(features, reference) ?? []);
  const given = readColumn(db, features.runId, BASE_WEIGHT_COLUMN, 'float64');
  const base = given && baseWeights(given);
  const margins = placed.map(({ codes, reference }) => ({
    codes,
    targets: reference.shares.map(({ share }) => share),
  }));
  return { placed, base, raked: yield* rake(margins, features.summary.customers, { cap, base }) };
}

const KEPT = 4;
const kept = new WeakMap<ReadDb, Map<string, Float64Array>>();

/** Weights with what they were made from; null while statistics are not weighted. */
export interface WeightsUsed {
  readonly weights: Float64Array;
  readonly signature: string;
}

export function weightsOf(db: ReadDb, features: FeatureTable): WeightsUsed | null {
  const wanted = wantedWeights(db, features);
  if (!wanted) return null;
  const { signature } = wanted;
  const cache = kept.get(db) ?? new Map<string, Float64Array>();
  kept.set(db, cache);
  const known = cache.get(signature);
  if (known) return { weights: known, signature };
  const weights = storedWeights(db, wanted) ?? runToEnd(weigh(db, features, wanted)).raked.weights;
  const oldest = cache.keys().next().value;
  if (cache.size >= KEPT && oldest !== undefined) cache.delete(oldest);
  cache.set(signature, weights);
  return { weights, signature };
}
