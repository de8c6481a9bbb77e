// A source's typed columns for computing features. What an import did not keep (the column's role was changed since)
// is made here from the stored text.
import type { Field, Source } from '../../../../shared/model/source.ts';
import { readColumn, readStrings } from '../../db/columns.ts';
import { recordCells } from '../../db/records.ts';
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
  const positions = missing.map((field) => field.position);
  let rows: (string | null)[][] = [];
  const push = (): void => {
    context.write(() => {
      for (const row of rows) builder.push(db, row);
    });
    rows = [];
  };
  for (const cells of recordCells(db, source.runId, positions)) {
    rows.push(cells);
    if (rows.length === ROWS_PER_WRITE) push();
  }
  push();
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
