// The weights of the customers of a features run as stored: found by what they were made from, so that undoing a
// decision brings the former ones back at once.
import type { Feature } from '../../../shared/model/feature.ts';
import type { Reference } from '../../../shared/model/reference.ts';
import type { FeaturesSummary } from './featureTable.ts';
import { readColumn } from './columns.ts';
import type { ReadDb } from './open.ts';
import { readReferences } from './referenceTable.ts';
import { runBySignature } from './runs.ts';
import { readSettings } from './settings.ts';

export const WEIGHT_COLUMN = 'weight';
/** Of a features run: the base weights of a source with a column of weights. */
export const BASE_WEIGHT_COLUMN = 'baseWeight';

/** A feature's figures as they are with weights. */
export type WeightedFacts = Pick<Feature, 'mean' | 'sd' | 'median' | 'twin'>;

export interface WeightsSummary {
  readonly effectiveN: number;
  /** By feature; categories are left out. */
  readonly facts: Readonly<Record<string, WeightedFacts>>;
}

/** What weights are made from; null when there is nothing to weight by, or weighting is off. */
export interface WeightsWanted {
  readonly signature: string;
  readonly cap: number;
  readonly references: readonly Reference[];
}

export interface FeaturesRun {
  readonly runId: number;
  readonly summary: Pick<FeaturesSummary, 'baseWeight' | 'features'>;
}

/** @param even also while weighting is off: to say what it would do */
export function wantedWeights(
  db: ReadDb,
  { runId, summary }: FeaturesRun,
  even = false,
): WeightsWanted | null {
  const { on, cap } = readSettings(db).weighting;
  if (!on && !even) return null;
  const known = new Set(summary.features.map(({ name }) => name));
  const references = readReferences(db).filter(({ feature }) => known.has(feature));
  if (references.length === 0 && !summary.baseWeight) return null;
  const made = references.map(({ feature, shares }) => [feature, shares]);
  return { signature: JSON.stringify({ version: 1, runId, cap, references: made }), cap, references };
}

export interface StoredWeights {
  readonly weights: Float64Array;
  readonly summary: WeightsSummary;
}

export function storedSummary(db: ReadDb, { signature }: WeightsWanted): WeightsSummary | null {
  const run = runBySignature(db, 'weights', signature);
  return run ? (JSON.parse(run.summary) as WeightsSummary) : null;
}

export function storedWeights(db: ReadDb, { signature }: WeightsWanted): Float64Array | null {
  const run = runBySignature(db, 'weights', signature);
  return run ? readColumn(db, run.id, WEIGHT_COLUMN, 'float64') : null;
}
