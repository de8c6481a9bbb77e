// Reference distributions as stored: decisions, one per feature.
import type { Reference, ReferenceShare } from '../../../shared/model/reference.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';

export function readReferences(db: ReadDb): Reference[] {
  return db.all(sql.selectFrom('reference').selectAll().orderBy('id')).map((row) => ({
    id: row.id,
    feature: row.field,
    name: row.name,
    source: row.source,
    shares: JSON.parse(row.shares) as ReferenceShare[],
  }));
}

/** Takes the place of the feature's former reference. */
export function writeReference(db: WriteDb, { feature, name, source, shares }: Omit<Reference, 'id'>): void {
  const values = { name, source, shares: JSON.stringify(shares) };
  const known = db.get(sql.selectFrom('reference').select('id').where('field', '=', feature));
  if (known) db.run(sql.updateTable('reference').set(values).where('id', '=', known.id));
  else db.run(sql.insertInto('reference').values({ field: feature, ...values }));
}

/** @throws AppError REFERENCE-UNKNOWN */
export function removeReference(db: WriteDb, referenceId: number): void {
  const { changes } = db.run(sql.deleteFrom('reference').where('id', '=', referenceId));
  if (changes === 0) throw new AppError('REFERENCE-UNKNOWN');
}
