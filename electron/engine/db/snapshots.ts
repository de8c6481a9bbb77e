// The imports of a source, oldest first, and which of them is in use.
import { AppError } from '../../../shared/errors.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { readRun } from './runs.ts';
import { sql } from './schema.ts';
import type { ImportSummary } from './sources.ts';

export function readSnapshots(db: ReadDb, sourceId: number): Snapshot[] {
  const rows = db.all(
    sql
      .selectFrom('snapshot')
      .innerJoin('run', 'run.id', 'snapshot.run_id')
      .innerJoin('source', 'source.id', 'snapshot.source_id')
      .select(['snapshot.run_id', 'snapshot.as_of', 'run.created_at', 'run.summary', 'source.run_id as used'])
      .where('snapshot.source_id', '=', sourceId)
      .orderBy('snapshot.id'),
  );
  return rows.map((row) => {
    const summary = JSON.parse(row.summary) as ImportSummary;
    return {
      runId: row.run_id,
      fileName: summary.fileName,
      importedAt: row.created_at,
      asOf: row.as_of,
      inUse: row.run_id === row.used,
      records: summary.records,
      keys: summary.keys ?? null,
    };
  });
}

export interface EarlierImport {
  readonly source: string;
  /** Day of the import, yyyy-mm-dd. */
  readonly date: string;
}

/** Whether a file that begins so may have been imported; imports of older versions do not tell. */
export function mayBeImported(db: ReadDb, headHash: string): boolean {
  const query = `SELECT 1 FROM run WHERE kind = 'import' AND status = 'done'
    AND coalesce(json_extract(summary, '$.headHash'), ?) = ? LIMIT 1`;
  return db.allRaw(query, headHash, headHash).length > 0;
}

/** Where the project holds the same table of the same file: equal bytes, sheet and first line. */
export function sameImport(
  db: ReadDb,
  fileHash: string,
  { sheet, startLine }: Pick<ReadSettings, 'sheet' | 'startLine'>,
): EarlierImport | null {
  const rows = db.all(
    sql
      .selectFrom('snapshot')
      .innerJoin('run', 'run.id', 'snapshot.run_id')
      .innerJoin('source', 'source.id', 'snapshot.source_id')
      .select(['source.name', 'run.created_at', 'run.settings'])
      .where('run.signature', '=', fileHash)
      .orderBy('snapshot.id', 'desc'),
  );
  const same = rows.find(({ settings }) => {
    const read = JSON.parse(settings) as ReadSettings;
    return read.sheet === sheet && read.startLine === startLine;
  });
  return same ? { source: same.name, date: same.created_at.slice(0, 10) } : null;
}

/** Makes a snapshot the one in use; its columns are read again as they stood in its file. @throws AppError SNAPSHOT-UNKNOWN */
export function putInUse(db: WriteDb, sourceId: number, runId: number): void {
  if (!readSnapshots(db, sourceId).some((one) => one.runId === runId)) throw new AppError('SNAPSHOT-UNKNOWN');
  db.run(sql.updateTable('source').set({ run_id: runId }).where('id', '=', sourceId));
  const { columns = [] } = JSON.parse(readRun(db, runId)?.summary ?? '{}') as Partial<ImportSummary>;
  for (const { position, at, decimal, thousands, dateOrder } of columns) {
    if (at === null) continue;
    db.run(
      sql
        .updateTable('field')
        .set({ decimal, thousands, date_order: dateOrder })
        .where('source_id', '=', sourceId)
        .where('position', '=', position),
    );
  }
}
