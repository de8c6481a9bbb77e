// A source's typed columns for computing features, with its recorded fixes applied. What an import did not keep (the
// column's role was changed since) is made here from the stored text.
import type { Field, Source } from '../../../../shared/model/source.ts';
import { countStrings, readColumn, readStrings } from '../../db/columns.ts';
import type { ReadDb } from '../../db/open.ts';
import { recordCells, textColumn } from '../../db/records.ts';
import type { Prepared } from '../../preparing/prepared.ts';
import type { JobContext } from '../context.ts';
import { columnName, createColumnBuilder, dictionaryName, formOf } from '../columnBuilder.ts';

const ROWS_PER_WRITE = 5_000;

/** Makes the typed copies that are missing for the fields' present roles. A column that the snapshot lacks stays out. */
export function completeColumns(context: JobContext, source: Source): void {
  const { db } = context;
  const missing = source.fields.filter((field) => {
    const form = formOf(field);
    const has = (name: string): boolean => hasColumn(db, source.runId, name);
    return form !== null && !has(columnName(form, field.position)) && has(textColumn(field.position));
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

function hasColumn(db: ReadDb, runId: number, name: string): boolean {
  return (
    db.allRaw('SELECT 1 FROM column_chunk WHERE run_id = ? AND name = ? LIMIT 1', runId, name).length > 0
  );
}

export interface CodedColumn {
  readonly codes: Int32Array;
  /** Read when asked for: a million order numbers as strings take more memory than all else. */
  readonly words: readonly string[];
  /** How many words there are. */
  readonly count: number;
}

export interface SourceColumns {
  readonly rows: number;
  readonly values: (field: Field | undefined) => Float64Array | null;
  readonly codes: (field: Field | undefined) => CodedColumn | null;
  readonly presence: (field: Field | undefined) => Uint8Array | null;
}

function codedColumn(db: ReadDb, runId: number, codes: Int32Array, name: string): CodedColumn {
  let words: readonly string[] | null = null;
  return {
    codes,
    get words() {
      words ??= readStrings(db, runId, name);
      return words;
    },
    get count() {
      return words?.length ?? countStrings(db, runId, name);
    },
  };
}

/** The columns as the analysis uses them: the prepared run's, or the import's where no step touched them. */
export function columnsOf(db: ReadDb, prepared: Prepared): SourceColumns {
  const holding = (name: string): number =>
    hasColumn(db, prepared.runId, name) ? prepared.runId : prepared.importRunId;
  return {
    rows: prepared.rows,
    values: (field) => {
      const name = field && columnName('value', field.position);
      return name === undefined ? null : readColumn(db, holding(name), name, 'float64');
    },
    codes: (field) => {
      const name = field && columnName('code', field.position);
      if (name === undefined) return null;
      const runId = holding(name);
      const codes = readColumn(db, runId, name, 'int32');
      return codes && codedColumn(db, runId, codes, dictionaryName(field?.position ?? 0));
    },
    presence: (field) => {
      const name = field && columnName('presence', field.position);
      return name === undefined ? null : readColumn(db, holding(name), name, 'uint8');
    },
  };
}
