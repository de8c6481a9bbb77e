// Features and which of them are used.
import { AppError } from '../../../shared/errors.ts';
import { chosenFeatures, currentFeatures } from '../db/featureTable.ts';
import type { FeatureRun } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import { storedSummary, wantedWeights } from '../db/weightsRun.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { Command, Query } from '../procedures.ts';

/** With weights the figures are those computed with them; null until that has been done. */
function withWeights(db: ReadDb, run: FeatureRun): Feature[] | null {
  const features = chosenFeatures(db, run);
  const wanted = wantedWeights(db, run);
  if (!wanted) return features;
  const stored = storedSummary(db, wanted);
  return stored && features.map((feature) => ({ ...feature, ...stored.facts[feature.name] }));
}

export const getFeatures: Query<'features.get'> = (db) => {
  const run = currentFeatures(db);
  const features = run && withWeights(db, run);
  if (!run || !features) return null;
  const { customers, orders, revenue, analysisDate, leftOut, made, unmade, customerValue } = run.summary;
  return {
    runId: run.runId,
    customers,
    orders,
    revenue,
    analysisDate,
    leftOut,
    features,
    ...(made && { made }),
    ...(unmade && { unmade }),
    ...(customerValue && { customerValue }),
  };
};

export const chooseFeature: Command<'features.choose'> = {
  detail: (_db, { name }) => name,
  run: (db, { name, chosen, log }) => {
    const run = currentFeatures(db);
    const now = run && chosenFeatures(db, run).find((feature) => feature.name === name);
    if (!now) throw new AppError('FEATURE-UNKNOWN', { feature: name });
    const row = { chosen: Number(chosen ?? now.chosen), log: Number(log ?? now.log) };
    db.run(
      sql
        .insertInto('feature_choice')
        .values({ id: name, ...row })
        .onConflict((clash) => clash.column('id').doUpdateSet(row)),
    );
  },
};
