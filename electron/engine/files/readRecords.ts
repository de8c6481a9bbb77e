// The import's view of a file: typed-checked records in batches, whatever the format. Nothing is dropped unseen:
// read = loaded + rejected + blank holds after every batch.
import { AppError } from '../../../shared/errors.ts';
import type {
  ColumnMapping,
  Issue,
  ReadSettings,
  RecordCounts,
  Reject,
} from '../../../shared/model/source.ts';
import { RecordCheck } from './checkRecord.ts';
import { IssueTally } from './issueTally.ts';
import { closeFile, type OpenedFile, progressOf } from './openFile.ts';
import { openAs } from './openSource.ts';
import type { RawReader, RawRecord } from './rawRecord.ts';
import { TableWalk } from './tableWalk.ts';
import { repairRecord } from './text/doubleEncoding.ts';
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
  readonly #check: RecordCheck;

  constructor(check: RecordCheck) {
    this.#check = check;
  }

  get counts(): RecordCounts {
    return this.#counts;
  }

  get pending(): number {
    return this.records.length + this.rejects.length + this.blank;
  }

  add(raw: RawRecord): void {
    const record = ++this.#number;
    this.#counts.read++;
    const checked = this.#check.check(raw, record);
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

/** Number of cells of the table's records: the header's, or the last mapped column where there is none. */
function tableWidth(columns: readonly ColumnMapping[], headerWidth: number): number {
  const mapped = columns.reduce((most, column) => Math.max(most, column.position + 1), 0);
  return Math.max(mapped, headerWidth);
}

function lastFilled(cells: readonly string[]): number {
  let size = cells.length;
  while (size > 0 && cells[size - 1]?.trim() === '') size--;
  return size;
}

/** Holds records back until the header has been seen, because the header's width decides how the rest is checked. */
class Pipeline {
  readonly tally = new IssueTally();
  #walk: TableWalk | null = null;
  #batches: Batches | null = null;
  #held: RawRecord[] = [];
  readonly #settings: ReadSettings;
  readonly #columns: readonly ColumnMapping[];

  constructor(settings: ReadSettings, columns: readonly ColumnMapping[]) {
    this.#settings = settings;
    this.#columns = columns;
  }

  /** The next records as the table has them: from its first line on, repaired where asked. */
  push(records: readonly RawRecord[], atEnd: boolean): RawRecord[] {
    const { startLine = 1, repairDoubleEncoding } = this.#settings;
    let own = startLine === 1 ? records : records.filter(({ line }) => line >= startLine);
    if (repairDoubleEncoding === true) {
      own = own.map((record) =>
        repairRecord(record, (line, count) =>
          this.tally.add('DOUBLE-ENCODED-REPAIRED', 'note', { line, count }),
        ),
      );
    }
    return this.#walk === null ? this.#start(own, atEnd) : this.#walk.push(own);
  }

  /** Starts once the header record is there (or the file has ended). */
  #start(records: readonly RawRecord[], atEnd: boolean): RawRecord[] {
    for (const record of records) this.#held.push(record);
    const { headerRow, format, nullWords, totals } = this.#settings;
    if (this.#held.length < headerRow && !atEnd) return [];
    const header = headerRow === 0 ? undefined : this.#held[headerRow - 1];
    const columns = this.#columns;
    const width = tableWidth(columns, header === undefined ? 0 : lastFilled(header.cells));
    const isText = format === 'csv';
    const check = new RecordCheck({ columns, width, sparse: !isText, nullWords }, this.tally);
    this.#batches = new Batches(check);
    const options = { headerRow, width, secondTable: isText && width > 1 };
    this.#walk = new TableWalk(
      totals === 'leaveOut' ? { ...options, leaveOutTotals: columns } : options,
      this.tally,
    );
    const held = this.#held;
    this.#held = [];
    return this.#walk.push(held);
  }

  finish(): RawRecord[] {
    const started = this.#walk === null ? this.push([], true) : [];
    return [...started, ...(this.#walk?.finish() ?? [])];
  }

  get batches(): Batches {
    if (this.#batches === null) throw new Error('the table has not started');
    return this.#batches;
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
    const pipeline = new Pipeline(settings, columns);
    for (;;) {
      stopIfAborted(signal);
      const step = await reader.next();
      const records = step.done === true ? pipeline.finish() : pipeline.push(step.value.records, false);
      const bytesRead = step.done === true ? file.bytes : step.value.bytesRead;
      for (const record of records) {
        pipeline.batches.add(record);
        if (pipeline.batches.pending >= BATCH_RECORDS) {
          yield pipeline.batches.take(progressOf(file, bytesRead));
          stopIfAborted(signal);
        }
      }
      if (step.done === true) {
        if (pipeline.batches.pending > 0) yield pipeline.batches.take(progressOf(file, file.bytes));
        return { counts: pipeline.batches.counts, issues: [...step.value, ...pipeline.tally.list()] };
      }
    }
  } finally {
    await reader.return([]); // a cancelled reader gives back what it holds: a package, a process
    await closeFile(file);
  }
}
