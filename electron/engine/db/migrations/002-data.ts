// Records move from one SQL table per import to packed columns; snapshots, steps, people and erasures get their tables.
import { readRun } from '../runs.ts';
import { packRecords, RECORDS_PER_CHUNK, writeRecords } from '../records.ts';
import type { Migration } from '../migrate.ts';
import type { WriteDb } from '../open.ts';

function packRows(db: WriteDb, runId: number): void {
  const table = `rows_${runId}`;
  if (readRun(db, runId)?.status === 'done') {
    const names = db
      .allRaw<{ name: string }>(`SELECT name FROM pragma_table_info('${table}') WHERE name LIKE 'c%'`)
      .map((column) => column.name);
    const positions = names.map((name) => Number(name.slice(1)));
    const page = `SELECT record, line, ${names.join(', ')} FROM ${table} ORDER BY n LIMIT ? OFFSET ?`;
    for (let first = 0; ; first += RECORDS_PER_CHUNK) {
      const rows = [...db.iterateRaw(page, RECORDS_PER_CHUNK, first)];
      if (rows.length === 0) break;
      const records = rows.map(([record, line, ...cells]) => ({
        record: Number(record),
        line: Number(line),
        cells: cells as (string | null)[],
      }));
      writeRecords(db, runId, first, positions, packRecords(records, positions.length));
    }
  }
  db.exec(`DROP TABLE ${table}`);
}

export const data: Migration = {
  version: 2,
  sql: `
CREATE TABLE snapshot (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, run_id INTEGER NOT NULL, as_of TEXT) STRICT;
CREATE INDEX snapshot_source ON snapshot (source_id);
INSERT INTO snapshot (source_id, run_id, as_of)
  SELECT source.id, run_id, json_extract(summary, '$.asOf') FROM source JOIN run ON run.id = run_id ORDER BY source.id;
CREATE TABLE step (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX step_source ON step (source_id, position);
CREATE TABLE person_pair (id INTEGER PRIMARY KEY, kept TEXT NOT NULL, gone TEXT NOT NULL, verdict TEXT NOT NULL) STRICT;
CREATE TABLE reference (id INTEGER PRIMARY KEY, name TEXT NOT NULL, field TEXT NOT NULL UNIQUE, shares TEXT NOT NULL,
  source TEXT NOT NULL) STRICT;
CREATE TABLE erased (hash TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
`,
  then: (db) => {
    const tables = db.allRaw<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'rows_[0-9]*'`,
    );
    for (const { name } of tables) packRows(db, Number(name.slice('rows_'.length)));
  },
};
