// Features that the analyst defines: tried out, kept, renamed, taken away; and which features say nearly the same.
import { AppError, toErrorData } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import { similarPairs } from '../analysis/features/redundancy.ts';
import { Random, sampleIndices } from '../analysis/random.ts';
import { takeWeights, type Weights } from '../analysis/weights.ts';
import { currentFeatures, latestFeatures } from '../db/featureTable.ts';
import type { FeatureRun } from '../db/featureTable.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import { readDefinitions, writeDefinitions } from '../db/settings.ts';
import { storedWeights, wantedWeights } from '../db/weightsRun.ts';
import { makeFeature } from '../jobs/features/defined.ts';
import type { Ingredient, Ingredients } from '../jobs/features/ingredients.ts';
import { neededBy, needsItself, needsOf, renamed } from '../jobs/features/definitionOrder.ts';
import { describeFeature } from '../jobs/features/describe.ts';
import { spelling } from '../jobs/features/spelling.ts';
import { type Rows, storedIngredients } from '../jobs/features/storedColumns.ts';
import type { Command, Query } from '../procedures.ts';

/** The stored features of the data, and the definitions on top of them, made when they are asked for. */
function ingredientsOf(
  db: ReadDb,
  run: FeatureRun,
  definitions: readonly FeatureDefinition[],
  rows: Rows,
): Ingredients {
  const { customers, features } = run.summary;
  const ofData = features.filter(({ definition }) => !definition);
  const stored = storedIngredients(db, run.runId, customers, ofData, rows);
  const made = new Map<string, Ingredient>();
  const find = (name: string): Ingredient | undefined => {
    const known = stored.find(name) ?? made.get(name);
    const definition = known ? undefined : definitions.find((one) => one.name === name);
    if (!definition) return known;
    const { draft } = makeFeature(definition, { customers: stored.customers, find });
    const { type, unit, criterion } = draft;
    const column =
      draft.type === 'category' ? { codes: draft.codes, levels: draft.levels } : { values: draft.values };
    made.set(name, { name, type, unit, criterion, column: () => column });
    return made.get(name);
  };
  return { customers: stored.customers, find };
}

/** Enough for a picture, and for correlations within ±0.01. */
const MOST_ROWS = 20_000;
/** Enough to meet what a definition is refused for. */
const TRIED_ROWS = 1_000;
const SAMPLE_SEED = 1;

function rowsToLookAt(customers: number): 'all' | Int32Array {
  return customers <= MOST_ROWS ? 'all' : sampleIndices(customers, MOST_ROWS, new Random(SAMPLE_SEED)).sort();
}

interface Asked {
  readonly definition: FeatureDefinition;
  readonly replaces?: string | undefined;
}

/** @throws AppError FEATURE-EXISTS, FORMULA-CYCLE, FORMULA-…, FEATURE-UNKNOWN, FEATURE-UNFIT, NO-CUSTOMERS */
function tryOut(db: ReadDb, run: FeatureRun | null, { definition: asked, replaces }: Asked, rows: Rows) {
  if (!run) throw new AppError('NO-CUSTOMERS');
  const all = readDefinitions(db);
  if (replaces !== undefined && !all.some(({ name }) => name === replaces))
    throw new AppError('FEATURE-UNKNOWN', { feature: replaces });
  const others = all
    .filter(({ name }) => name !== replaces)
    .map((one) => renamed(one, replaces ?? '', asked.name));
  const names = [...run.summary.features.filter((one) => !one.definition), ...others].map(({ name }) => name);
  if (names.includes(asked.name)) throw new AppError('FEATURE-EXISTS', { name: asked.name });
  const definition = spelling(asked, names);
  needsOf(definition);
  if (needsItself(definition, others)) throw new AppError('FORMULA-CYCLE', { name: definition.name });
  return { made: makeFeature(definition, ingredientsOf(db, run, others, rows)), definition, all };
}

export const previewFeature: Query<'features.preview'> = (db, asked) => {
  const run = latestFeatures(db);
  const rows = rowsToLookAt(run?.summary.customers ?? 0);
  const customers = rows === 'all' ? (run?.summary.customers ?? 0) : rows.length;
  try {
    const { made, definition } = tryOut(db, run, asked, rows);
    const {
      informative: _,
      proposedLog: log,
      ...facts
    } = describeFeature(made.draft, { definition, report: made.report });
    const feature: Feature = { ...facts, twin: null, chosen: false, log };
    return { feature, problem: null, customers };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, args, place } = toErrorData(error);
    return { feature: null, customers, problem: { code, args: { ...args }, place: { ...place } } };
  }
};

/** The choices for a feature follow its name. */
function moveChoice(db: WriteDb, from: string, to: string): void {
  db.run(sql.deleteFrom('feature_choice').where('id', '=', to));
  db.run(sql.updateTable('feature_choice').set({ id: to }).where('id', '=', from));
}

export const defineFeature: Command<'features.define'> = {
  detail: (_db, { definition }) => definition.name,
  run: (db, asked) => {
    const { all, definition } = tryOut(db, latestFeatures(db), asked, TRIED_ROWS);
    const { replaces } = asked;
    if (replaces === undefined) return writeDefinitions(db, [...all, definition]);
    writeDefinitions(
      db,
      all.map((one) => (one.name === replaces ? definition : renamed(one, replaces, definition.name))),
    );
    if (replaces !== definition.name) moveChoice(db, replaces, definition.name);
  },
};

function definitionNamed(db: ReadDb, name: string): FeatureDefinition {
  const definition = readDefinitions(db).find((one) => one.name === name);
  if (!definition) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  return definition;
}

export const renameFeature: Command<'features.rename'> = {
  detail: (_db, { to }) => to,
  run: (db, { name, to }) => {
    definitionNamed(db, name);
    const wanted = to.trim();
    const definitions = readDefinitions(db);
    const known = latestFeatures(db)?.summary.features.filter((one) => !one.definition) ?? [];
    if (wanted !== name && [...known, ...definitions].some((one) => one.name === wanted))
      throw new AppError('FEATURE-EXISTS', { name: wanted });
    writeDefinitions(
      db,
      definitions.map((one) => renamed(one, name, wanted)),
    );
    if (wanted !== name) moveChoice(db, name, wanted);
  },
};

export const removeFeature: Command<'features.remove'> = {
  detail: (_db, { name }) => name,
  run: (db, { name }) => {
    definitionNamed(db, name);
    const definitions = readDefinitions(db);
    const by = neededBy(name, definitions);
    if (by !== null) throw new AppError('FEATURE-NEEDED', { name, by });
    writeDefinitions(
      db,
      definitions.filter((one) => one.name !== name),
    );
    db.run(sql.deleteFrom('feature_choice').where('id', '=', name));
  },
};

const takeStored = (weights: Weights, rows: 'all' | Int32Array): Weights =>
  rows === 'all' ? weights : takeWeights(weights, rows);

export const similarFeatures: Query<'features.similar'> = (db, asked) => {
  const run = currentFeatures(db);
  if (!run) return null;
  const { features, customers } = run.summary;
  const rows = rowsToLookAt(customers);
  const wanted = wantedWeights(db, run);
  const stored = storedIngredients(db, run.runId, customers, features, rows);
  const columns = features.map(({ name }) => ({ name, ...stored.find(name)?.column() }));
  const pairs = similarPairs(
    columns.flatMap(({ name, ...column }) => ('values' in column ? [{ name, values: column.values }] : [])),
    columns.flatMap(({ name, ...column }) =>
      'codes' in column ? [{ name, codes: column.codes, levels: column.levels.length }] : [],
    ),
    {
      weights: wanted && takeStored(storedWeights(db, wanted), rows),
      ...(asked && { strength: asked.least }),
    },
  );
  return { pairs: [...pairs], customers: stored.customers, sampled: rows !== 'all' };
};
