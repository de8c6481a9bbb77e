// The first version of the project file.
import type { Migration } from '../migrate.ts';

export const first: Migration = {
  version: 1,
  sql: `
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, status TEXT NOT NULL, signature TEXT NOT NULL,
  created_at TEXT NOT NULL, settings TEXT NOT NULL, summary TEXT NOT NULL) STRICT;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, run_id INTEGER NOT NULL) STRICT;
CREATE TABLE field (id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, position INTEGER NOT NULL, header TEXT NOT NULL,
  name TEXT NOT NULL, type TEXT NOT NULL, role TEXT NOT NULL, criterion TEXT, decimal TEXT NOT NULL, thousands TEXT NOT NULL,
  date_order TEXT NOT NULL, pii TEXT) STRICT;
CREATE INDEX field_source ON field (source_id, position);
CREATE TABLE reject (run_id INTEGER NOT NULL, n INTEGER NOT NULL, record INTEGER NOT NULL, line INTEGER NOT NULL,
  column_name TEXT, value TEXT, code TEXT NOT NULL, args TEXT NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (run_id, n)) STRICT, WITHOUT ROWID;
CREATE TABLE column_chunk (run_id INTEGER NOT NULL, name TEXT NOT NULL, chunk INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX column_chunk_key ON column_chunk (run_id, name, chunk);
CREATE TABLE feature_choice (id TEXT PRIMARY KEY, chosen INTEGER NOT NULL, log INTEGER NOT NULL) STRICT;
CREATE TABLE segmentation (id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL) STRICT;
CREATE TABLE segment (id INTEGER PRIMARY KEY, segmentation_id INTEGER NOT NULL, position INTEGER NOT NULL, clusters TEXT NOT NULL,
  colour TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TABLE persona (id INTEGER PRIMARY KEY, segment_id INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE campaign (id INTEGER PRIMARY KEY, name TEXT NOT NULL, start_date TEXT NOT NULL) STRICT;
CREATE TABLE action (id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, detail TEXT NOT NULL, at TEXT NOT NULL,
  undone INTEGER NOT NULL) STRICT;
CREATE TABLE change_row (seq INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL, table_name TEXT NOT NULL,
  before TEXT, after TEXT) STRICT;
CREATE INDEX change_row_change ON change_row (change_id);
CREATE TABLE journal_state (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER) STRICT;
INSERT INTO journal_state VALUES (1, NULL);
`,
};
