// Whom own rules would take while they are being written: only the columns that the rules look at are read.
import { AppError } from '../../../shared/errors.ts';
import { countRules } from '../analysis/methods/ownRules.ts';
import { currentFeatures, loadFeatureColumns } from '../db/featureTable.ts';
import type { Query } from '../procedures.ts';

export const ruleCounts: Query<'segmentations.ruleCounts'> = (db, { rules }) => {
  const run = currentFeatures(db);
  if (!run) throw new AppError('NO-CUSTOMERS');
  const names = new Set(rules.flatMap(({ any }) => any.flat().map(({ feature }) => feature)));
  const { numbers, categories } = loadFeatureColumns(db, run, (name) => names.has(name));
  const table = {
    rows: run.summary.customers,
    numbers: numbers.map(({ facts, values }) => ({ name: facts.name, values, log: false })),
    categories: categories.map(({ facts, codes, levels }) => ({ name: facts.name, codes, levels })),
  };
  return { customers: table.rows, ...countRules(table, rules) };
};
