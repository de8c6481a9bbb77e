// Runs: immutable results of long work (an import, a computation of features, a clustering). A run counts once it is
// `done`; one clean-up serves cancel, failure, crash and power loss: discard what is still `running`.
import { sql } from './schema.ts';
import type { Row } from './schema.ts';
import type { ReadDb, WriteDb } from './open.ts';

export type RunKind = Row<'run'>['kind'];

/** The table of an import's records: `n` counts loaded records from 1, then `record`, `line`, `c0`…`cN` as text. */
export const rowsTable = (runId: number): string => `rows_${runId}`;

export function beginRun(
  db: WriteDb,
  kind: RunKind,
  signature: string,
  settings: unknown,
  at: string,
): number {
  const row = {
    kind,
    status: 'running' as const,
    signature,
    created_at: at,
    settings: JSON.stringify(settings),
    summary: '{}',
  };
  return db.run(sql.insertInto('run').values(row)).lastId;
}

export function finishRun(db: WriteDb, runId: number, summary: unknown): void {
  db.run(
    sql
      .updateTable('run')
      .set({ status: 'done', summary: JSON.stringify(summary) })
      .where('id', '=', runId),
  );
}

/** Rows deleted per transaction: some 15 ms, for overwriting them (`secure_delete`) is what takes the time. */
const ROWS_PER_DISCARD = 10_000;

function emptyRows(db: WriteDb, runId: number, write: WriteDb['transaction']): void {
  const table = rowsTable(runId);
  if (db.allRaw('SELECT 1 FROM sqlite_master WHERE name = ?', table).length === 0) return;
  const last = db.allRaw<{ n: number | null }>(`SELECT max(n) AS n FROM ${table}`)[0]?.n ?? 0;
  for (let to = ROWS_PER_DISCARD; to < last; to += ROWS_PER_DISCARD)
    write(() => db.runRaw(`DELETE FROM ${table} WHERE n <= ?`, to));
}

/**
 * Removes everything that belongs to a run, the many rows of an import in steps so that commands can pass.
 * @param write a transaction that lets waiting commands pass first
 */
export function discardRun(db: WriteDb, runId: number, write: WriteDb['transaction'] = db.transaction): void {
  emptyRows(db, runId, write);
  write(() => {
    db.exec(`DROP TABLE IF EXISTS ${rowsTable(runId)}`);
    db.run(sql.deleteFrom('reject').where('run_id', '=', runId));
    db.run(sql.deleteFrom('column_chunk').where('run_id', '=', runId));
    db.run(sql.deleteFrom('run').where('id', '=', runId));
  });
}

export function discardUnfinished(db: WriteDb): number {
  const unfinished = db.all(sql.selectFrom('run').select('id').where('status', '=', 'running'));
  for (const run of unfinished) discardRun(db, run.id);
  return unfinished.length;
}

/**
 * Discards imports and clusterings that nothing refers to any more: not a decision, and not an entry of the history
 * that could bring them back. Of the derived features runs the newest three stay.
 */
export function discardOrphans(db: WriteDb, write: WriteDb['transaction'] = db.transaction): void {
  const orphans = db.allRaw<{ id: number }>(`
    SELECT id FROM run WHERE status = 'done' AND (
      (kind = 'import' AND id NOT IN (SELECT run_id FROM source)
        AND id NOT IN (SELECT json_extract(coalesce(before, after), '$.run_id') FROM change_row WHERE table_name = 'source'))
      OR (kind = 'segmentation' AND id NOT IN (SELECT run_id FROM segmentation)
        AND id NOT IN (SELECT json_extract(coalesce(before, after), '$.run_id') FROM change_row WHERE table_name = 'segmentation'))
      OR (kind = 'features' AND id NOT IN (SELECT id FROM run WHERE kind = 'features' AND status = 'done' ORDER BY id DESC LIMIT 3)
        AND id NOT IN (SELECT json_extract(settings, '$.featuresRunId') FROM run WHERE kind = 'segmentation')))`);
  for (const run of orphans) discardRun(db, run.id, write);
}

export function readRun(db: ReadDb, runId: number): Row<'run'> | undefined {
  return db.get(sql.selectFrom('run').selectAll().where('id', '=', runId));
}

/** The newest finished run of a kind with this signature. */
export function runBySignature(db: ReadDb, kind: RunKind, signature: string): Row<'run'> | undefined {
  return db.get(
    sql
      .selectFrom('run')
      .selectAll()
      .where('kind', '=', kind)
      .where('status', '=', 'done')
      .where('signature', '=', signature)
      .orderBy('id', 'desc')
      .limit(1),
  );
}
