// The computed features of the current sources and settings: found by signature, so that undoing an import brings the
// former ones back at once. Arrays have one entry per analysed customer.
import type { Feature, FeatureSet } from '../../../shared/model/feature.ts';
import type { ReadDb } from './open.ts';
import { readColumn, readStrings } from './columns.ts';
import { finishedRuns, latestRun, readRun, runBySignature } from './runs.ts';
import { sql } from './schema.ts';
import { readDefinitions, readSettings } from './settings.ts';
import { readPersonPairs } from './persons.ts';
import { readSources } from './sources.ts';
import { readSteps } from './steps.ts';

/** A described feature before the analyst's choices; `proposed` and `proposedLog` are our suggestions. */
export type FeatureFacts = Omit<Feature, 'chosen' | 'log'> & {
  readonly proposed: boolean;
  readonly proposedLog: boolean;
};

export interface FeaturesSummary extends Omit<FeatureSet, 'runId' | 'features'> {
  readonly features: readonly FeatureFacts[];
  /** Channels for which reach is known from consent or contact columns. */
  readonly channels: readonly string[];
  /** The feature that counts as revenue; null when nothing does. */
  readonly revenueFeature: string | null;
  readonly newest: string | null;
  /** Header of the column of base weights; null when no source has one. */
  readonly baseWeight: string | null;
}

export const KEYS_COLUMN = 'keys';
export const numberColumn = (name: string): string => `number:${name}`;
export const codesColumn = (name: string): string => `codes:${name}`;
export const levelsColumn = (name: string): string => `levels:${name}`;
export const reachColumn = (channel: string): string => `reach:${channel}`;

/** Everything the features depend on; the same signature → the same features. Bump the version when they change. */
export function featuresSignature(db: ReadDb): string {
  const { analysisDate, returns, more } = readSettings(db);
  const definitions = readDefinitions(db);
  const sources = readSources(db).map(({ id, runId, kind, fields }) => ({
    runId,
    kind,
    steps: readSteps(db, id).map(({ step }) => step),
    fields: fields.map(({ position, name, type, role, criterion }) => [
      position,
      name,
      type,
      role,
      criterion,
    ]),
  }));
  const same = readPersonPairs(db)
    .filter(({ verdict }) => verdict === 'same')
    .map(({ kept, gone }) => [kept, gone]);
  const own = definitions.length > 0 ? definitions : undefined;
  return JSON.stringify({ version: 10, analysisDate, returns, sources, same, more, definitions: own });
}

export interface FeatureRun {
  readonly runId: number;
  readonly summary: FeaturesSummary;
}

/** Null while the computation is missing or there is nothing to compute from. */
export function currentFeatures(db: ReadDb): FeatureRun | null {
  const run = runBySignature(db, 'features', featuresSignature(db));
  return run ? { runId: run.id, summary: JSON.parse(run.summary) as FeaturesSummary } : null;
}

export function featureRun(db: ReadDb, runId: number): FeatureRun | null {
  const run = readRun(db, runId);
  return run ? { runId, summary: JSON.parse(run.summary) as FeaturesSummary } : null;
}

/** The newest run that differs from the current sources and settings in nothing but the definitions. */
export function formerFeatures(db: ReadDb): FeatureRun | null {
  const { definitions: _now, ...wanted } = JSON.parse(featuresSignature(db)) as {
    readonly definitions?: unknown;
  };
  const same = (signature: string): boolean => {
    const { definitions: _then, ...rest } = JSON.parse(signature) as { readonly definitions?: unknown };
    return JSON.stringify(rest) === JSON.stringify(wanted);
  };
  const run = finishedRuns(db, 'features').find(({ signature }) => same(signature));
  return run ? { runId: run.id, summary: JSON.parse(run.summary) as FeaturesSummary } : null;
}

/** The newest features, be they of the current sources and settings or of former ones; null when none were computed. */
export function latestFeatures(db: ReadDb): FeatureRun | null {
  const run = latestRun(db, 'features');
  return run ? { runId: run.id, summary: JSON.parse(run.summary) as FeaturesSummary } : null;
}

/** The features with the analyst's choices. */
export function chosenFeatures(db: ReadDb, { summary }: FeatureRun): Feature[] {
  const choices = new Map(db.all(sql.selectFrom('feature_choice').selectAll()).map((row) => [row.id, row]));
  return summary.features.map(({ proposed, proposedLog, ...facts }) => {
    const choice = choices.get(facts.name);
    return {
      ...facts,
      chosen: choice ? choice.chosen === 1 : proposed,
      log: choice ? choice.log === 1 : proposedLog,
    };
  });
}

export interface NumberFeature {
  readonly facts: FeatureFacts;
  /** NaN = missing. */
  readonly values: Float64Array;
}
export interface CategoryFeature {
  readonly facts: FeatureFacts;
  /** −1 = missing. */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}
export interface FeatureTable {
  readonly runId: number;
  readonly summary: FeaturesSummary;
  readonly numbers: readonly NumberFeature[];
  readonly categories: readonly CategoryFeature[];
}

/** Loads all features of a run (values on shared memory). Keys are apart: `readKeys`. */
export function loadFeatures(db: ReadDb, run: FeatureRun): FeatureTable {
  return loadFeatureColumns(db, run, () => true);
}

/** Some of them. */
export function loadFeatureColumns(
  db: ReadDb,
  { runId, summary }: FeatureRun,
  wanted: (name: string) => boolean,
): FeatureTable {
  const numbers: NumberFeature[] = [];
  const categories: CategoryFeature[] = [];
  for (const facts of summary.features.filter(({ name }) => wanted(name))) {
    if (facts.type === 'category') {
      const codes = readColumn(db, runId, codesColumn(facts.name), 'int32') ?? new Int32Array(0);
      categories.push({ facts, codes, levels: readStrings(db, runId, levelsColumn(facts.name)) });
    } else {
      numbers.push({
        facts,
        values: readColumn(db, runId, numberColumn(facts.name), 'float64') ?? new Float64Array(0),
      });
    }
  }
  return { runId, summary, numbers, categories };
}

export function readKeys(db: ReadDb, runId: number): string[] {
  return readStrings(db, runId, KEYS_COLUMN);
}

/** 1 = can be contacted there and consented; null = the project does not know, so everyone counts. */
export function readReach(db: ReadDb, runId: number, channel: string): Uint8Array | null {
  return readColumn(db, runId, reachColumn(channel), 'uint8');
}
