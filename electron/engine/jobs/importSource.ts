// Import: read → check → store, in short transactions that let commands pass; then the features of all customers.
// Nothing is visible until the last transaction, which is one undoable decision.
import { basename } from 'node:path';
import type { ImportInput } from '../../../shared/contract/sources.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ColumnMapping, Issue, RecordCounts } from '../../../shared/model/source.ts';
import { record } from '../db/journal.ts';
import { waitForDisk } from '../db/open.ts';
import type { WriteDb } from '../db/open.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import type { ImportSummary } from '../db/sources.ts';
import { hashFile, hashHead, inspectFile, readRecords } from '../files/index.ts';
import type { RecordBatch, ReadSummary } from '../files/index.ts';
import { createColumnBuilder } from './columnBuilder.ts';
import type { ColumnBuilder } from './columnBuilder.ts';
import { computeFeatures } from './computeFeatures.ts';
import { checkRoom } from './checkRoom.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { createRecordStore } from './recordStore.ts';

export interface ImportJobInput extends Omit<ImportInput, 'file'> {
  readonly path: string;
}

export interface ImportResult {
  readonly sourceId: number;
  readonly runId: number;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
}

/** Rows per transaction: a few ms of writing, so that a waiting command is served soon. */
const ROWS_PER_WRITE = 500;

function addSource(db: WriteDb, input: ImportJobInput, runId: number, asOf: string | null): number {
  const { lastId } = db.run(
    sql.insertInto('source').values({ name: input.name, kind: input.kind, run_id: runId }),
  );
  db.run(sql.insertInto('snapshot').values({ source_id: lastId, run_id: runId, as_of: asOf }));
  for (const column of input.columns) {
    const { position, name, type, role, criterion, decimal, thousands, dateOrder, header, pii } = column;
    const row = { position, header: header ?? name, name, type, role, criterion, decimal, thousands };
    db.run(
      sql.insertInto('field').values({ ...row, source_id: lastId, date_order: dateOrder, pii: pii ?? null }),
    );
  }
  return lastId;
}

/** Newest date of the date column, for the snapshot's as-of date. */
function newestDay(columns: readonly ColumnMapping[], builder: ColumnBuilder): string | null {
  const at = columns.findIndex((column) => column.role === 'date' && column.type === 'date');
  const epochMs = builder.greatest(at);
  return epochMs === null ? null : new Date(epochMs).toISOString().slice(0, 10);
}

const NOTHING_READ: RecordCounts = { read: 0, loaded: 0, rejected: 0, blank: 0 };

interface Stored {
  readonly summary: ReadSummary;
  readonly asOf: string | null;
}

async function* store(
  context: JobContext,
  input: ImportJobInput,
  runId: number,
): AsyncGenerator<Progress, Stored> {
  const { db, write, signal } = context;
  const records = createRecordStore(db, runId, input.columns);
  const builder = createColumnBuilder(runId, input.columns);
  const reading: AsyncGenerator<RecordBatch, ReadSummary> = readRecords(
    input.path,
    input.settings,
    input.columns,
    signal,
  );
  try {
    for (;;) {
      const step = await reading.next();
      if (step.done) {
        write(() => {
          records.finish();
          builder.finish(db);
        });
        return { summary: step.value, asOf: newestDay(input.columns, builder) };
      }
      const batch = step.value;
      for (let from = 0; from < batch.records.length; from += ROWS_PER_WRITE) {
        const part = batch.records.slice(from, from + ROWS_PER_WRITE);
        write(() => {
          records.add(part);
          for (const one of part) builder.push(db, one.cells);
        });
      }
      if (batch.rejects.length > 0) write(() => records.reject(batch.rejects));
      yield {
        ...within('storing', 0, 0.85, batch.bytesRead / Math.max(1, batch.totalBytes)),
        done: batch.bytesRead,
        total: batch.totalBytes,
      };
    }
  } finally {
    await reading.return({ counts: NOTHING_READ, issues: [] }); // closes the file when a cancel stops us here
  }
}

/** @throws AppError of the reader (CSV-…, XLSX-…, SRC-…); the project is then as it was. */
export async function* importSource(
  context: JobContext,
  input: ImportJobInput,
): AsyncGenerator<Progress, ImportResult> {
  const { db, now } = context;
  yield within('reading', 0, 0, 0);
  // An empty file, a web page or a picture is refused here too: a script may come with settings of its own making.
  if (input.settings.format === 'csv') await inspectFile(input.path, input.settings);
  checkRoom(db.path, input.path, input.settings.format);
  const fileHash = await hashFile(input.path);
  const runId = context.write(() => beginRun(db, 'import', fileHash, input.settings, now.toISOString()));
  context.begun(runId);
  waitForDisk(db, false);
  const { summary, asOf } = yield* store(context, input, runId);
  waitForDisk(db, true);
  const records = summary.counts;
  const kept: ImportSummary = {
    fileName: basename(input.path),
    fileHash,
    headHash: await hashHead(input.path),
    records,
    issues: summary.issues,
    asOf,
  };
  const change = { label: 'sources.import', detail: input.name, at: now.toISOString() };
  const { value: sourceId, tables } = record(db, change, () => {
    finishRun(db, runId, kept);
    return addSource(db, input, runId, asOf);
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  yield* computeFeatures(context, 0.85, 1);
  return { sourceId, runId, records, issues: summary.issues };
}
