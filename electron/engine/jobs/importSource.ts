// Import: read → check → store, in short transactions that let commands pass; then the features of all customers.
// Nothing is visible until the last transaction, which is one undoable decision.
import { basename } from 'node:path';
import type { ImportInput } from '../../../shared/contract/sources.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { KeyReport } from '../../../shared/model/snapshot.ts';
import type { ColumnMapping, RecordCounts } from '../../../shared/model/source.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import { record } from '../db/journal.ts';
import { keepFewPages, waitForDisk } from '../db/open.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { mayBeImported, putInUse, sameImport } from '../db/snapshots.ts';
import { readFields, readSource } from '../db/sources.ts';
import type { ImportSummary } from '../db/sources.ts';
import { hashFile, hashHead, refuseUnfit } from '../files/index.ts';
import { compareSnapshots } from './compareSnapshots.ts';
import type { Comparison } from './compareSnapshots.ts';
import { computeFeatures } from './computeFeatures.ts';
import { checkRoom } from './checkRoom.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { columnIssues, importTarget, runColumns } from './importTarget.ts';
import type { ImportTarget } from './importTarget.ts';
import { keptNotices } from './noticed.ts';
import { storeRecords } from './storeRecords.ts';

export interface ImportJobInput extends Omit<ImportInput, 'file'> {
  readonly path: string;
}

export interface ImportResult {
  readonly sourceId: number;
  readonly runId: number;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
  /** Of an import into a source with customer keys. */
  readonly keys?: KeyReport;
}

function addField(db: WriteDb, sourceId: number, column: ColumnMapping): void {
  const { position, name, type, role, criterion, decimal, thousands, dateOrder, header, pii } = column;
  const row = { position, header: header ?? name, name, type, role, criterion, decimal, thousands };
  db.run(
    sql.insertInto('field').values({ ...row, source_id: sourceId, date_order: dateOrder, pii: pii ?? null }),
  );
}

/** The run becomes the snapshot in use, of a source of its own or of the one it goes into. @throws AppError SOURCE-UNKNOWN */
function addSnapshot(
  db: WriteDb,
  input: ImportJobInput,
  { into, stored }: ImportTarget,
  runId: number,
  asOf: string,
): number {
  const { name, kind } = input;
  if (into) readSource(db, into.id);
  const sourceId = into?.id ?? db.run(sql.insertInto('source').values({ name, kind, run_id: runId })).lastId;
  db.run(sql.insertInto('snapshot').values({ source_id: sourceId, run_id: runId, as_of: asOf }));
  // Asked now: an undo may have taken columns out of the source since the import began.
  const known = new Set(readFields(db, sourceId).map(({ position }) => position));
  for (const column of stored) if (!known.has(column.position)) addField(db, sourceId, column);
  if (into) putInUse(db, sourceId, runId);
  return sourceId;
}

/** @throws AppError SRC-ALREADY-IMPORTED */
async function refuseSame(
  db: ReadDb,
  { path, settings }: ImportJobInput,
  headHash: string,
  file: string,
): Promise<void> {
  // Reading a file twice takes its time; what begins otherwise is another one.
  if (!mayBeImported(db, headHash)) return;
  const earlier = sameImport(db, await hashFile(path), settings);
  if (earlier) throw new AppError('SRC-ALREADY-IMPORTED', { ...earlier }, { file });
}

function* comparing(
  db: ReadDb,
  { fields, runId }: NonNullable<ImportTarget['into']>,
  newRunId: number,
): Generator<Progress, Comparison> {
  const steps = compareSnapshots(db, fields, runId, newRunId);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield within('storing', 0.85, 0.85, 1);
  return step.value;
}

/** @throws AppError of the reader (CSV-…, XLSX-…), SRC-…, SNAPSHOT-OTHER-TABLE; the project is then as it was. */
export async function* importSource(
  context: JobContext,
  input: ImportJobInput,
): AsyncGenerator<Progress, ImportResult> {
  const { db, now } = context;
  yield within('reading', 0, 0, 0);
  // An empty file, a web page or a picture is refused here too: a script may come with settings of its own making.
  if (input.settings.format === 'csv') await refuseUnfit(input.path, input.settings);
  checkRoom(db.path, input.path, input.settings.format);
  const headHash = await hashHead(input.path);
  const fileName = basename(input.path);
  if (input.again !== true) await refuseSame(db, input, headHash, fileName);
  const target = importTarget(db, input, fileName);
  // The file's fingerprint is taken while it is read, and signs the run when it is finished.
  const runId = context.write(() => beginRun(db, 'import', '', input.settings, now.toISOString()));
  context.begun(runId);
  waitForDisk(db, false);
  keepFewPages(db);
  const { summary, newest } = yield* storeRecords(context, input, runId, target);
  waitForDisk(db, true);
  const { into } = target;
  const compared = into ? yield* comparing(db, into, runId) : null;
  const found = [...summary.issues, ...columnIssues(target), ...(compared?.issues ?? [])];
  const issues = [...found, ...keptNotices(input.noticed ?? [], found, input.columns)];
  const asOf = input.asOf ?? newest;
  const kept: ImportSummary = {
    fileName,
    fileHash: summary.fileHash,
    headHash,
    records: summary.counts,
    issues,
    asOf,
    columns: runColumns(target),
    ...(compared?.keys ? { keys: compared.keys } : {}),
  };
  const change = { label: 'sources.import', detail: into?.name ?? input.name, at: now.toISOString() };
  const { value: sourceId, tables } = record(db, change, () => {
    finishRun(db, runId, kept, summary.fileHash);
    return addSnapshot(db, input, target, runId, asOf ?? now.toISOString().slice(0, 10));
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  yield* computeFeatures(context, 0.85, 1);
  const keys = compared?.keys;
  return { sourceId, runId, records: summary.counts, issues, ...(keys ? { keys } : {}) };
}
