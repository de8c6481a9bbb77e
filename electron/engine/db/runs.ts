// Runs: immutable results of long work (an import, a computation of features, a clustering). A run counts once it is
// `done`; one clean-up serves cancel, failure, crash and power loss: discard what is still `running`.
import { sql } from './schema.ts';
import type { Row } from './schema.ts';
import type { ReadDb, WriteDb } from './open.ts';

export type RunKind = Row<'run'>['kind'];

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

/** @param signature when it was not known at the beginning */
export function finishRun(db: WriteDb, runId: number, summary: unknown, signature?: string): void {
  const signed = signature === undefined ? {} : { signature };
  db.run(
    sql
      .updateTable('run')
      .set({ status: 'done', summary: JSON.stringify(summary), ...signed })
      .where('id', '=', runId),
  );
}

/** Chunks deleted per transaction: some 15 ms, for overwriting them (`secure_delete`) is what takes the time. */
const CHUNKS_PER_DISCARD = 64;

/**
 * Removes everything that belongs to a run, the many chunks of an import in steps so that commands can pass.
 * @param write a transaction that lets waiting commands pass first
 */
export function discardRun(db: WriteDb, runId: number, write: WriteDb['transaction'] = db.transaction): void {
  const some = `DELETE FROM column_chunk WHERE rowid IN (SELECT rowid FROM column_chunk WHERE run_id = ? LIMIT ?)`;
  while (write(() => db.runRaw(some, runId, CHUNKS_PER_DISCARD)).changes === CHUNKS_PER_DISCARD);
  write(() => {
    db.run(sql.deleteFrom('reject').where('run_id', '=', runId));
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
 * that could bring them back. Of the derived features runs the newest three stay, of weights the newest five, of the
 * prepared ones the newest four per import, of searches for duplicates the newest five: undoing further back makes them anew.
 */
export function discardOrphans(db: WriteDb, write: WriteDb['transaction'] = db.transaction): void {
  const orphans = db.allRaw<{ id: number }>(`
    SELECT id FROM run WHERE status = 'done' AND (
      (kind = 'import' AND id NOT IN (SELECT run_id FROM source) AND id NOT IN (SELECT run_id FROM snapshot)
        AND id NOT IN (SELECT json_extract(coalesce(before, after), '$.run_id') FROM change_row
          WHERE table_name IN ('source', 'snapshot')))
      OR (kind = 'segmentation' AND id NOT IN (SELECT run_id FROM segmentation)
        AND id NOT IN (SELECT json_extract(coalesce(before, after), '$.run_id') FROM change_row WHERE table_name = 'segmentation'))
      OR (kind = 'features' AND id NOT IN (SELECT id FROM run WHERE kind = 'features' AND status = 'done' ORDER BY id DESC LIMIT 3)
        AND id NOT IN (SELECT json_extract(settings, '$.featuresRunId') FROM run WHERE kind = 'segmentation'))
      OR (kind = 'prepare' AND (json_extract(settings, '$.runId') NOT IN (SELECT id FROM run WHERE kind = 'import')
        OR id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY json_extract(settings, '$.runId') ORDER BY id DESC) AS age
          FROM run WHERE kind = 'prepare' AND status = 'done') WHERE age > 4)))
      OR (kind = 'weights' AND id NOT IN (SELECT id FROM run WHERE kind = 'weights' AND status = 'done' ORDER BY id DESC LIMIT 5))
      OR (kind = 'duplicates' AND id NOT IN (SELECT id FROM run WHERE kind = 'duplicates' AND status = 'done' ORDER BY id DESC LIMIT 5)))`);
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

/** All finished runs of a kind, the newest first. */
export function finishedRuns(db: ReadDb, kind: RunKind): Row<'run'>[] {
  return db.all(
    sql
      .selectFrom('run')
      .selectAll()
      .where('kind', '=', kind)
      .where('status', '=', 'done')
      .orderBy('id', 'desc'),
  );
}

/** The newest finished run of a kind, whatever it was made from. */
export function latestRun(db: ReadDb, kind: RunKind): Row<'run'> | undefined {
  return db.get(
    sql
      .selectFrom('run')
      .selectAll()
      .where('kind', '=', kind)
      .where('status', '=', 'done')
      .orderBy('id', 'desc')
      .limit(1),
  );
}
