// Where an import's records go: packed columns of exactly the text that was read, and the rejects.
import type { ColumnMapping, Reject } from '../../../shared/model/source.ts';
import type { WriteDb } from '../db/open.ts';
import { CHARACTERS_PER_CHUNK, packRecords, RECORDS_PER_CHUNK, writeRecords } from '../db/records.ts';
import type { StoredRecord } from '../db/records.ts';
import { sql } from '../db/schema.ts';

export interface RecordStore {
  /** Call within transactions: full chunks are written, the rest waits for `finish`. */
  readonly add: (records: readonly StoredRecord[]) => void;
  readonly reject: (rejects: readonly Reject[]) => void;
  readonly finish: () => void;
}

const charactersOf = (record: StoredRecord): number =>
  record.cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);

export function createRecordStore(
  db: WriteDb,
  runId: number,
  columns: readonly ColumnMapping[],
): RecordStore {
  const positions = columns.map((column) => column.position);
  let held: StoredRecord[] = [];
  let characters = 0;
  let first = 0;
  let rejected = 0;
  const flush = (): void => {
    if (held.length === 0) return;
    writeRecords(db, runId, first, positions, packRecords(held, positions.length));
    first += held.length;
    held = [];
    characters = 0;
  };
  return {
    add: (records) => {
      for (const one of records) {
        held.push(one);
        characters += charactersOf(one);
        if (held.length === RECORDS_PER_CHUNK || characters >= CHARACTERS_PER_CHUNK) flush();
      }
    },
    finish: flush,
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
