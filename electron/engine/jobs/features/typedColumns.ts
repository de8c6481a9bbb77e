// A source's typed columns for computing features. What an import did not keep (the column's role was changed since)
// is made here from the stored text.
import type { Field, Source } from '../../../../shared/model/source.ts';
import { readColumn, readStrings } from '../../db/columns.ts';
import { rowsTable } from '../../db/runs.ts';
import type { JobContext } from '../context.ts';
import { columnName, createColumnBuilder, dictionaryName, formOf } from '../columnBuilder.ts';

const ROWS_PER_WRITE = 5_000;

/** Makes the typed copies that are missing for the fields' present roles. */
export function completeColumns(context: JobContext, source: Source): void {
  const { db } = context;
  const missing = source.fields.filter((field) => {
    const form = formOf(field);
    return form !== null && !hasColumn(context, source.runId, columnName(form, field.position));
  });
  if (missing.length === 0 || source.records.loaded === 0) return;
  const builder = createColumnBuilder(source.runId, missing);
  const cells = missing.map((field) => `c${field.position}`).join(', ');
  const page = `SELECT ${cells} FROM ${rowsTable(source.runId)} WHERE n > ? AND n <= ? ORDER BY n`;
  for (let from = 0; from < source.records.loaded; from += ROWS_PER_WRITE) {
    const rows = [...db.iterateRaw(page, from, from + ROWS_PER_WRITE)];
    context.write(() => {
      for (const row of rows) builder.push(db, row as (string | null)[]);
    });
  }
  context.write(() => builder.finish(db));
}

function hasColumn({ db }: JobContext, runId: number, name: string): boolean {
  return (
    db.allRaw('SELECT 1 FROM column_chunk WHERE run_id = ? AND name = ? LIMIT 1', runId, name).length > 0
  );
}

export interface SourceColumns {
  readonly rows: number;
  readonly values: (field: Field | undefined) => Float64Array | null;
  readonly codes: (
    field: Field | undefined,
  ) => { readonly codes: Int32Array; readonly words: readonly string[] } | null;
  readonly presence: (field: Field | undefined) => Uint8Array | null;
}

export function columnsOf({ db }: JobContext, { runId, records }: Source): SourceColumns {
  return {
    rows: records.loaded,
    values: (field) => (field ? readColumn(db, runId, columnName('value', field.position), 'float64') : null),
    codes: (field) => {
      const codes = field && readColumn(db, runId, columnName('code', field.position), 'int32');
      return codes ? { codes, words: readStrings(db, runId, dictionaryName(field.position)) } : null;
    },
    presence: (field) =>
      field ? readColumn(db, runId, columnName('presence', field.position), 'uint8') : null,
  };
}
