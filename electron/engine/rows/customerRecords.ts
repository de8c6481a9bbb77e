// The records of a source that name a customer, found through the typed copy of its key column.
import type { Field, Source } from '../../../shared/model/source.ts';
import { readColumn, readStrings } from '../db/columns.ts';
import type { ReadDb } from '../db/open.ts';
import { textChunks } from '../db/records.ts';

export const keyField = (source: Source): Field | undefined =>
  source.fields.find((field) => field.role === 'customerKey');

/** Row numbers (from 0) whose key is one of the given, in the file's order; none for a source without a key. */
export function rowsOfCustomer(db: ReadDb, source: Source, keys: ReadonlySet<string>): number[] {
  const field = keyField(source);
  if (!field) return [];
  const rows: number[] = [];
  const codes = readColumn(db, source.runId, `code:${field.position}`, 'int32');
  if (codes) {
    const wanted = new Set<number>();
    for (const [code, word] of readStrings(db, source.runId, `dictionary:${field.position}`).entries())
      if (keys.has(word)) wanted.add(code);
    if (wanted.size > 0) codes.forEach((code, row) => wanted.has(code) && rows.push(row));
    return rows;
  }
  for (const { first, text } of textChunks(db, source.runId, field.position))
    for (let row = 0; row < text.rows; row++)
      if (keys.has(text.text(row)?.trim() ?? '')) rows.push(first + row);
  return rows;
}
