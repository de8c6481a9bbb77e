// The quality report of the present data and settings, found by what it was made from; and the limits it judges by.
import { DEFAULT_LIMITS, QualityLimits, type QualityReport } from '../../../shared/model/quality.ts';
import { duplicatesSignature } from './duplicates.ts';
import { featuresSignature } from './featureTable.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { runBySignature } from './runs.ts';
import { sql } from './schema.ts';
import { readQualityLimits, readSettings, writeQualityLimits } from './settings.ts';

/** What a run keeps; whether it is stale is known when it is read. */
export type StoredReport = Omit<QualityReport, 'stale'>;

export function readLimits(db: ReadDb): QualityLimits {
  return QualityLimits.parse({ ...DEFAULT_LIMITS, ...(readQualityLimits(db) as object | null) });
}

/** A key left out, or undefined, keeps its value. */
type Change = { readonly [K in keyof QualityLimits]?: QualityLimits[K] | undefined };

export function changeLimits(db: WriteDb, change: Change): void {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  writeQualityLimits(db, { ...readLimits(db), ...Object.fromEntries(given) });
}

/** Bump the version when the checks change. */
export function qualitySignature(db: ReadDb): string {
  const pairs = db.all(sql.selectFrom('person_pair').select(['kept', 'gone', 'verdict']).orderBy('id'));
  return JSON.stringify({
    version: 1,
    sources: db.all(sql.selectFrom('source').select(['id', 'name']).orderBy('id')),
    features: featuresSignature(db),
    duplicates: duplicatesSignature(db),
    fields: db.all(sql.selectFrom('field').select(['id', 'header', 'pii']).orderBy('id')),
    limits: readLimits(db),
    pairs,
    references: db.all(sql.selectFrom('reference').selectAll().orderBy('id')),
    weighting: readSettings(db).weighting,
  });
}

/** The report for what is there now; else the newest one, marked stale; null before the first check. */
export function readReport(db: ReadDb): QualityReport | null {
  const run = runBySignature(db, 'quality', qualitySignature(db));
  const last =
    run ??
    db.get(
      sql
        .selectFrom('run')
        .selectAll()
        .where('kind', '=', 'quality')
        .where('status', '=', 'done')
        .orderBy('id', 'desc')
        .limit(1),
    );
  if (!last) return null;
  return { ...(JSON.parse(last.summary) as StoredReport), stale: run === undefined };
}
