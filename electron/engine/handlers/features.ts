// Features and which of them are used.
import { AppError } from '../../../shared/errors.ts';
import { chosenFeatures, currentFeatures } from '../db/featureTable.ts';
import { sql } from '../db/schema.ts';
import type { Command, Query } from '../procedures.ts';

export const getFeatures: Query<'features.get'> = (db) => {
  const run = currentFeatures(db);
  if (!run) return null;
  const { customers, orders, revenue, analysisDate, leftOut } = run.summary;
  return {
    runId: run.runId,
    customers,
    orders,
    revenue,
    analysisDate,
    leftOut,
    features: chosenFeatures(db, run),
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
