// The import's view of a file: blocks of cells with their typed copies, whatever the format. The records, rejects, counts
// and issues are those of readRecords.ts, of which a test makes sure; only no string is made of the usual cell.
import { createHash } from 'node:crypto';
import { AppError } from '../../../../shared/errors.ts';
import type { ColumnMapping, RecordCounts } from '../../../../shared/model/source.ts';
import type { ReadSettings } from '../../../../shared/model/readSettings.ts';
import type { Reject } from '../../../../shared/model/issue.ts';
import { hashFile } from '../hashFile.ts';
import { checkUnchanged, closeFile, type OpenedFile, progressOf } from '../openFile.ts';
import { openAs } from '../openSource.ts';
import type { RawRecord } from '../rawRecord.ts';
import { type CancelSignal, openRawReader, type ReadSummary } from '../readRecords.ts';
import { TablePipeline } from '../tablePipeline.ts';
import { BlockFiller, type FillerOptions, type RecordGuard } from './blockFiller.ts';
import type { CellBlock } from './cellBlock.ts';
import type { ColumnCells, ColumnForm } from './columnCells.ts';
import { TextCells } from './textCells.ts';
import type { WordLimits } from './wordTable.ts';

/** Valid until the next batch is asked for: the memory is used again. */
export interface CellBatch {
  readonly block: CellBlock;
  /** In the order of the mapping. */
  readonly columns: readonly ColumnCells[];
  readonly rejects: readonly Reject[];
  readonly bytesRead: number;
  readonly totalBytes: number;
}

export interface CellSummary extends ReadSummary {
  /** SHA-256 of the file, as `hashFile` gives it. */
  readonly fileHash: string;
  /** The columns with all their texts; null when the file had no table at all. */
  readonly columns: readonly ColumnCells[];
}

export interface CellOptions {
  /** How the typed copy of each column is kept; null = not at all. */
  readonly forms: readonly (ColumnForm | null)[];
  readonly signal?: CancelSignal;
  /** With a guard every record is looked at as text. */
  readonly guard?: RecordGuard | null;
  /** What the texts of each coded column may take in memory; left out = the same share for each. */
  readonly limits?: WordLimits;
}

const NONE: RecordCounts = { read: 0, loaded: 0, rejected: 0, blank: 0 };

function stopIfAborted(signal: CancelSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('JOB-CANCELLED');
}

function batchOf(filler: BlockFiller, file: OpenedFile, bytesRead: number): CellBatch {
  const { block, columns, rejects } = filler;
  return { block, columns, rejects, ...progressOf(file, bytesRead) };
}

function fillerOptions(
  { nullWords }: ReadSettings,
  { forms, guard = null, limits }: CellOptions,
): FillerOptions {
  return { forms, nullWords, guard, ...(limits && { limits }) };
}

async function* textBatches(
  file: OpenedFile,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
  options: CellOptions,
): AsyncGenerator<CellBatch, CellSummary> {
  const { signal } = options;
  const hash = file.packed === null ? createHash('sha256') : null;
  const text = new TextCells(file, settings, columns, fillerOptions(settings, options), (bytes) =>
    hash?.update(bytes),
  );
  try {
    for (;;) {
      stopIfAborted(signal);
      if (!(await text.advance())) break;
      yield batchOf(text.filled, file, text.bytesRead);
    }
  } finally {
    await text.close();
  }
  await checkUnchanged(file);
  const { counts, columns: read } = text.filled;
  const fileHash = hash?.digest('hex') ?? (await hashFile(file.path));
  return { counts, issues: text.issues(), fileHash, columns: read };
}

async function* sheetBatches(
  file: OpenedFile,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
  options: CellOptions,
): AsyncGenerator<CellBatch, CellSummary> {
  const { signal } = options;
  const pipeline = new TablePipeline(settings, columns);
  const reader = openRawReader(file, settings);
  let filler: BlockFiller | null = null;
  try {
    for (;;) {
      stopIfAborted(signal);
      const step = await reader.next();
      const records: readonly RawRecord[] =
        step.done === true ? pipeline.finish() : pipeline.push(step.value.records, false);
      const { table } = pipeline;
      const bytesRead = step.done === true ? file.bytes : step.value.bytesRead;
      if (table !== null) {
        filler ??= new BlockFiller(table.width, 0, columns, fillerOptions(settings, options));
        for (const record of records) {
          filler.takeRaw(record, table.check);
          if (!filler.isFull) continue;
          yield batchOf(filler, file, bytesRead);
          filler.clear();
          stopIfAborted(signal);
        }
      }
      if (step.done !== true) continue;
      if (filler !== null && !filler.isEmpty) yield batchOf(filler, file, bytesRead);
      const issues = [...step.value, ...pipeline.tally.list()];
      const fileHash = await hashFile(file.path);
      return { counts: filler?.counts ?? NONE, issues, fileHash, columns: filler?.columns ?? [] };
    }
  } finally {
    await reader.return([]); // a cancelled reader gives back what it holds: a package, a process
  }
}

/**
 * Reads a file under the given settings and column meanings, in blocks of up to some thousand records.
 * Memory is bounded whatever the size of the file, apart from the different texts of coded columns.
 * @throws AppError SRC-*, CSV-*, XLSX-*, ZIP-*, JOB-CANCELLED.
 */
export async function* readCells(
  path: string,
  settings: ReadSettings,
  columns: readonly ColumnMapping[],
  options: CellOptions,
): AsyncGenerator<CellBatch, CellSummary> {
  const file = await openAs(path, settings.format);
  try {
    const batches = settings.format === 'csv' ? textBatches : sheetBatches;
    return yield* batches(file, settings, columns, options);
  } finally {
    await closeFile(file);
  }
}
