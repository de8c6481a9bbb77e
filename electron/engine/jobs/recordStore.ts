// Where an import's records go: one STRICT table per run with the cells' text exactly as read, and the rejects.
import type { ColumnMapping, Reject } from '../../../shared/model/source.ts';
import type { Value, WriteDb } from '../db/open.ts';
import { rowsTable } from '../db/runs.ts';
import { sql } from '../db/schema.ts';

/** Measured: larger statements gain nothing, and SQLite allows 32,766 parameters. */
const ROWS_PER_STATEMENT = 100;
const MAX_PARAMETERS = 32_000;

export interface StoredRecord {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

export function createRowsTable(db: WriteDb, runId: number, columns: readonly ColumnMapping[]): void {
  const cells = columns.map((column) => `c${column.position} TEXT`).join(', ');
  db.exec(
    `CREATE TABLE ${rowsTable(runId)} (n INTEGER PRIMARY KEY, record INTEGER NOT NULL, line INTEGER NOT NULL, ${cells}) STRICT`,
  );
}

export interface RecordStore {
  readonly add: (records: readonly StoredRecord[]) => void;
  readonly reject: (rejects: readonly Reject[]) => void;
}

export function createRecordStore(
  db: WriteDb,
  runId: number,
  columns: readonly ColumnMapping[],
): RecordStore {
  // `n` is left to SQLite, which counts from 1 in a fresh table: one value less to bind, the dearest part of an import.
  const width = columns.length + 2;
  const perStatement = Math.max(1, Math.min(ROWS_PER_STATEMENT, Math.floor(MAX_PARAMETERS / width)));
  const names = ['record', 'line', ...columns.map((column) => `c${column.position}`)].join(',');
  const marks = `(${'?,'.repeat(width - 1)}?)`;
  const insert = (rows: number): string =>
    `INSERT INTO ${rowsTable(runId)} (${names}) VALUES ${`${marks},`.repeat(rows - 1)}${marks}`;
  let rejected = 0;
  return {
    add: (records) => {
      for (let from = 0; from < records.length; from += perStatement) {
        const to = Math.min(records.length, from + perStatement);
        const values: Value[] = [];
        for (let at = from; at < to; at++) {
          const { record, line, cells } = records[at] as StoredRecord;
          values.push(record, line);
          for (let column = 0; column < columns.length; column++) values.push(cells[column] ?? null);
        }
        db.runRaw(insert(to - from), ...values);
      }
    },
    reject: (rejects) => {
      for (const { record, line, column, value, code, args, cells } of rejects) {
        const row = {
          run_id: runId,
          n: ++rejected,
          record,
          line,
          column_name: column ?? null,
          value: value ?? null,
          code,
        };
        db.run(
          sql
            .insertInto('reject')
            .values({ ...row, args: JSON.stringify(args), cells: JSON.stringify(cells) }),
        );
      }
    },
  };
}
