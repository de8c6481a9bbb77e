// The quality report and the limits that it judges by.
import { changeLimits, readReport } from '../db/qualityTable.ts';
import type { Command, Query } from '../procedures.ts';

export const qualityReport: Query<'quality.report'> = (db) => readReport(db);

export const setLimits: Command<'quality.setLimits'> = {
  detail: (_db, change) => Object.keys(change).join(', '),
  run: (db, change) => changeLimits(db, change),
};
