// A source's typed columns for computing features, with its recorded fixes applied. What an import did not keep (the
// column's role was changed since) is made here from the stored text.
import type { Field, Source } from '../../../../shared/model/source.ts';
import { countStrings, eachString, openColumn, readColumn, readStrings } from '../../db/columns.ts';
import type { ColumnCursor, ColumnType } from '../../db/columns.ts';
import type { ReadDb } from '../../db/open.ts';
import { recordCells, textColumn } from '../../db/records.ts';
import { contactFaultOf } from '../../files/index.ts';
import { preparedCells, type Prepared } from '../../preparing/prepared.ts';
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

/** Reads a column from its beginning, a part at a time. */
export type ColumnParts<T> = () => ColumnCursor<T>;

export interface CodedColumn {
  /** Read when asked for, as are the words: a million order numbers as strings take more memory than all else. */
  readonly codes: Int32Array;
  readonly parts: ColumnParts<Int32Array>;
  readonly words: readonly string[];
  readonly eachWord: () => Iterable<string>;
  /** How many words there are. */
  readonly count: number;
}

export interface SourceColumns {
  readonly rows: number;
  readonly values: (field: Field | undefined) => Float64Array | null;
  readonly codes: (field: Field | undefined) => CodedColumn | null;
  readonly presence: (field: Field | undefined) => Uint8Array | null;
  /** As `values` and `presence`, for whoever goes over the column once. */
  readonly valueParts: (field: Field | undefined) => ColumnParts<Float64Array> | null;
  readonly presenceParts: (field: Field | undefined) => ColumnParts<Uint8Array> | null;
  /** 1 where an address can be used, by the same rule as the quality report; as `presenceParts` for what is no e-mail or phone. */
  readonly addressParts: (field: Field) => ColumnParts<Uint8Array> | null;
}

function codedColumn(db: ReadDb, runId: number, position: number): CodedColumn {
  const column = columnName('code', position);
  const name = dictionaryName(position);
  let codes: Int32Array | null = null;
  let words: readonly string[] | null = null;
  return {
    get codes() {
      codes ??= readColumn(db, runId, column, 'int32') ?? new Int32Array(0);
      return codes;
    },
    parts: () => openColumn(db, runId, column, 'int32'),
    get words() {
      words ??= readStrings(db, runId, name);
      return words;
    },
    eachWord: () => words ?? eachString(db, runId, name),
    get count() {
      return words?.length ?? countStrings(db, runId, name);
    },
  };
}

/** Texts are read and judged as they are asked for: what an import keeps of them says only that there is one. */
function usableParts(
  db: ReadDb,
  prepared: Prepared,
  { position }: Field,
  faultOf: (text: string) => unknown,
): ColumnParts<Uint8Array> {
  return () => {
    const cells = preparedCells(db, prepared, [position]);
    return (count) => {
      const usable = new Uint8Array(count);
      for (let row = 0; row < count; row++) {
        const cell = (cells.next().value as (string | null)[] | undefined)?.[0] ?? null;
        usable[row] = cell !== null && faultOf(cell) === null ? 1 : 0;
      }
      return usable;
    };
  };
}

/** The columns as the analysis uses them: the prepared run's, or the import's where no step touched them. */
export function columnsOf(db: ReadDb, prepared: Prepared): SourceColumns {
  /** The run that has the column; null when there is none. */
  const holding = (name: string | undefined): number | null => {
    if (name === undefined) return null;
    return [prepared.runId, prepared.importRunId].find((runId) => hasColumn(db, runId, name)) ?? null;
  };
  const whole = <T extends ColumnType>(name: string | undefined, type: T) => {
    const runId = holding(name);
    return runId === null ? null : readColumn(db, runId, name ?? '', type);
  };
  const parts = <T extends ColumnType>(name: string | undefined, type: T) => {
    const runId = holding(name);
    return runId === null ? null : () => openColumn(db, runId, name ?? '', type);
  };
  const valueName = (field: Field | undefined) => field && columnName('value', field.position);
  const presenceName = (field: Field | undefined) => field && columnName('presence', field.position);
  return {
    rows: prepared.rows,
    values: (field) => whole(valueName(field), 'float64'),
    codes: (field) => {
      const runId = holding(field && columnName('code', field.position));
      return runId === null ? null : codedColumn(db, runId, field?.position ?? 0);
    },
    presence: (field) => whole(presenceName(field), 'uint8'),
    valueParts: (field) => parts(valueName(field), 'float64'),
    presenceParts: (field) => parts(presenceName(field), 'uint8'),
    addressParts: (field) => {
      const present = parts(presenceName(field), 'uint8');
      const faultOf = contactFaultOf(field);
      return present && faultOf ? usableParts(db, prepared, field, faultOf) : present;
    },
  };
}
