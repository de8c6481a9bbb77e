// The import's view of a file: typed-checked records in batches, whatever the format. Nothing is dropped unseen:
// read = loaded + rejected + blank holds after every batch.
import { AppError } from '../../../shared/errors.ts';
import type { ColumnMapping, RecordCounts } from '../../../shared/model/source.ts';
import type { Issue, Reject } from '../../../shared/model/issue.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import type { RecordCheck } from './checkRecord.ts';
import { closeFile, type OpenedFile, progressOf } from './openFile.ts';
import { openAs } from './openSource.ts';
import type { RawReader, RawRecord } from './rawRecord.ts';
import { TablePipeline } from './tablePipeline.ts';
import { readText } from './text/readText.ts';
import { readSheet } from './sheets/readSheet.ts';

/** One loaded record; `cells` are in the order of the mapped columns, exactly as written, null = absent or missing. */
export interface LoadedRecord {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

function stopIfAborted(signal: CancelSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('JOB-CANCELLED');
}

/** About 2,000 records, with how far the file has been read. */
export interface RecordBatch {
  readonly records: readonly LoadedRecord[];
  readonly rejects: readonly Reject[];
  readonly blank: number;
  readonly bytesRead: number;
  readonly totalBytes: number;
}

export interface ReadSummary {
  readonly counts: RecordCounts;
  readonly issues: readonly Issue[];
}

/** Set `aborted` and the reader stops at the next batch with JOB-CANCELLED. */
export interface CancelSignal {
  readonly aborted: boolean;
}

const BATCH_RECORDS = 2000;

/** The raw records of a file, by its format. */
export function openRawReader(file: OpenedFile, settings: ReadSettings): RawReader {
  return settings.format === 'csv' ? readText(file, settings) : readSheet(file, settings);
}

/** Collects checked records and hands them out in batches. */
class Batches {
  records: LoadedRecord[] = [];
  rejects: Reject[] = [];
  blank = 0;
  #number = 0;
  #counts = { read: 0, loaded: 0, rejected: 0, blank: 0 };

  get counts(): RecordCounts {
    return this.#counts;
  }

  get pending(): number {
    return this.records.length + this.rejects.length + this.blank;
  }

  add(raw: RawRecord, check: RecordCheck): void {
    const record = ++this.#number;
    this.#counts.read++;
    const checked = check.check(raw, record);
    if (checked === null) {
      this.blank++;
      this.#counts.blank++;
    } else if (Array.isArray(checked)) {
      this.records.push({ record, line: raw.line, cells: checked });
      this.#counts.loaded++;
    } else {
      this.rejects.push(checked);
      this.#counts.rejected++;
    }
  }

  take(progress: Pick<RecordBatch, 'bytesRead' | 'totalBytes'>): RecordBatch {
    const batch = { records: this.records, rejects: this.rejects, blank: this.blank, ...progress };
    this.records = [];
    this.rejects = [];
    this.blank = 0;
    return batch;
  }
}

/**
 * Reads a file record by record under the given settings and column meanings.
 * A record whose cell cannot be read as its column's type is kept aside whole (`rejects`), with line and reason.
 * Memory is bounded whatever the size of the file.
 * @throws AppError SRC-*, CSV-*, XLSX-*, ZIP-*, JOB-CANCELLED.
 */
export async function* readRecords(
  path: string,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
  signal?: CancelSignal,
): AsyncGenerator<RecordBatch, ReadSummary> {
  const file = await openAs(path, settings.format);
  const reader = openRawReader(file, settings);
  try {
    const pipeline = new TablePipeline(settings, columns);
    const batches = new Batches();
    for (;;) {
      stopIfAborted(signal);
      const step = await reader.next();
      const records = step.done === true ? pipeline.finish() : pipeline.push(step.value.records, false);
      const bytesRead = step.done === true ? file.bytes : step.value.bytesRead;
      for (const record of records) {
        if (pipeline.table !== null) batches.add(record, pipeline.table.check);
        if (batches.pending >= BATCH_RECORDS) {
          yield batches.take(progressOf(file, bytesRead));
          stopIfAborted(signal);
        }
      }
      if (step.done === true) {
        if (batches.pending > 0) yield batches.take(progressOf(file, file.bytes));
        return { counts: batches.counts, issues: [...step.value, ...pipeline.tally.list()] };
      }
    }
  } finally {
    await reader.return([]); // a cancelled reader gives back what it holds: a package, a process
    await closeFile(file);
  }
}
