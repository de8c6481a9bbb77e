// The records of a file into a run: read → check → text and typed copies, in short transactions that let commands pass.
import type { ImportInput } from '../../../shared/contract/sources.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { writeAbsent } from '../db/records.ts';
import { readCells } from '../files/index.ts';
import type { CellSummary, WordLimits } from '../files/index.ts';
import { formOf } from './columnBuilder.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { createHoldBack } from './holdBack.ts';
import type { ImportTarget } from './importTarget.ts';
import { createRecordStore } from './recordStore.ts';
import { createTypedStore } from './typedStore.ts';
import type { TypedStore } from './typedStore.ts';

/** Newest date of the date column, for the snapshot's as-of date. */
function newestDay(columns: readonly ColumnMapping[], typed: TypedStore): string | null {
  const at = columns.findIndex((column) => column.role === 'date' && column.type === 'date');
  const epochMs = typed.greatest(at);
  return epochMs === null ? null : new Date(epochMs).toISOString().slice(0, 10);
}

const NOTHING_READ: CellSummary = {
  counts: { read: 0, loaded: 0, rejected: 0, blank: 0 },
  issues: [],
  fileHash: '',
  columns: [],
};

interface StoredFile extends Pick<ImportInput, 'settings'> {
  readonly path: string;
}

export interface Stored {
  readonly summary: CellSummary;
  readonly newest: string | null;
}

/**
 * @param limits what the texts of each coded column may take in memory; left out = the usual
 * @throws AppError of the reader (CSV-…, XLSX-…), DISK-FULL; the run is then half written
 */
export async function* storeRecords(
  { db, write, signal }: JobContext,
  { path, settings }: StoredFile,
  runId: number,
  { read, stored, missing }: ImportTarget,
  limits?: WordLimits,
): AsyncGenerator<Progress, Stored> {
  const forms = stored.map(formOf);
  const records = createRecordStore(db, write, runId, stored);
  const typed = createTypedStore(db, write, runId, stored, forms);
  const reading = readCells(path, settings, read, {
    forms,
    signal,
    guard: createHoldBack(db, read),
    ...(limits && { limits }),
  });
  try {
    for (;;) {
      const step = await reading.next();
      if (step.done) {
        records.finish();
        for (const _ of typed.finish(step.value.columns)) yield within('storing', 0, 0.85, 1);
        for (const { position } of missing) writeAbsent(db, runId, position, write);
        return { summary: step.value, newest: newestDay(stored, typed) };
      }
      const batch = step.value;
      records.add(batch);
      typed.add(batch);
      records.reject(batch.rejects);
      yield {
        ...within('storing', 0, 0.85, batch.bytesRead / Math.max(1, batch.totalBytes)),
        done: batch.bytesRead,
        total: batch.totalBytes,
      };
    }
  } finally {
    typed.close();
    await reading.return(NOTHING_READ); // closes the file when a cancel stops us here
  }
}
