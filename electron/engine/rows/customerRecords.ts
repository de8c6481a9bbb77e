// The records of a source that name a customer, and the keys that a source knows.
import type { Field } from '../../../shared/model/source.ts';
import { readStrings } from '../db/columns.ts';
import type { ReadDb } from '../db/open.ts';
import type { Prepared } from '../preparing/prepared.ts';
import { storedColumns } from './storedColumns.ts';

export const keyField = ({ fields }: Pick<Prepared, 'fields'>): Field | undefined =>
  fields.find((field) => field.role === 'customerKey');

/** Places (from 0) of the records whose key is one of the given, in order; none for a source without a key. */
export function placesOfCustomer(db: ReadDb, prepared: Prepared, keys: ReadonlySet<string>): number[] {
  const field = keyField(prepared);
  const places: number[] = [];
  if (field) {
    storedColumns(db, prepared).eachText(field, (text, row) => {
      if (text !== null && keys.has(text.trim())) places.push(row);
    });
  }
  return places;
}

/** The keys of a source; none when it has no key column. */
export function keysOf(db: ReadDb, prepared: Prepared): readonly string[] {
  const field = keyField(prepared);
  if (!field) return [];
  const name = `dictionary:${field.position}`;
  const own = readStrings(db, prepared.runId, name);
  return own.length > 0 ? own : readStrings(db, prepared.importRunId, name);
}
