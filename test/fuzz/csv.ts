// Thousands of generated text files: what is read is what was written, or the record is kept aside, or the file is
// refused by its code; read = loaded + rejected + blank every time, also under detected settings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { ColumnMapping, RecordCounts } from '../../shared/model/source.ts';
import type { ReadSettings } from '../../shared/model/readSettings.ts';
import { inspectFile, readRecords } from '../../electron/engine/files/index.ts';
import { type CsvFile, type ExpectedRecord, makeCsv } from './csvFile.ts';

export interface CsvFuzzCounts {
  files: number;
  read: number;
  loaded: number;
  rejected: number;
  blank: number;
  /** Files refused under their true settings, all of them cut off inside a quote or a sequence. */
  refused: number;
  /** Under detected settings: every cell as written, or the analyst is asked, or the file is refused, or read otherwise. */
  detected: number;
  asked: number;
  detectedRefused: number;
  otherwise: number;
}

interface Outcome {
  readonly counts: RecordCounts;
  readonly cells: readonly (readonly (string | null)[])[];
  readonly rejects: number;
}

function textColumns(width: number): readonly ColumnMapping[] {
  return Array.from({ length: width }, (_unused, position) => ({
    position,
    name: `c${position}`,
    type: 'text',
    role: 'feature',
    criterion: null,
    decimal: '.',
    thousands: ',',
    dateOrder: 'dmy',
  }));
}

async function readAll(path: string, settings: ReadSettings, width: number): Promise<Outcome> {
  const reader = readRecords(path, settings, textColumns(width));
  const cells: (readonly (string | null)[])[] = [];
  let rejects = 0;
  for (;;) {
    const step = await reader.next();
    if (step.done === true) return { counts: step.value.counts, cells, rejects };
    for (const record of step.value.records) cells.push(record.cells);
    rejects += step.value.rejects.length;
  }
}

/** Stored cells of a record: absent and blank ones are missing. */
function storedCells({ cells }: ExpectedRecord, width: number): readonly (string | null)[] {
  return Array.from({ length: width }, (_unused, at) => (cells[at]?.trim() ? (cells[at] ?? null) : null));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function checkConserved({ counts, cells, rejects }: Outcome): void {
  if (counts.read !== counts.loaded + counts.rejected + counts.blank) throw new Error('not conserved');
  if (cells.length !== counts.loaded || rejects !== counts.rejected) throw new Error('counts do not agree');
}

/** A short record of one cell may be taken for one with another delimiter. */
function fateOf(record: ExpectedRecord, file: CsvFile): readonly ExpectedRecord['fate'][] {
  return file.damage === 'short' && record.cells.length === 1 ? ['loaded', 'rejected'] : [record.fate];
}

function checkWhole(file: CsvFile, outcome: Outcome): void {
  const kept = file.records.filter((record) => fateOf(record, file).includes('loaded'));
  const exact = kept.map((record) => storedCells(record, file.width));
  const strict = kept.filter((record) => !fateOf(record, file).includes('rejected'));
  const fewer = strict.map((record) => storedCells(record, file.width));
  if (!same(outcome.cells, exact) && !same(outcome.cells, fewer)) throw new Error('cells differ');
  if (outcome.counts.read !== file.records.length) throw new Error('records differ');
}

/** Of a file that was cut off, everything before its last record is as it was. */
function checkCut(file: CsvFile, outcome: Outcome): void {
  const exact = file.records
    .filter(({ fate }) => fate === 'loaded')
    .map((one) => storedCells(one, file.width));
  const sure = outcome.cells.slice(0, -1);
  if (!same(sure, exact.slice(0, sure.length))) throw new Error('cells before the cut differ');
}

async function outcomeOf(attempt: Promise<Outcome>): Promise<Outcome | string> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

async function readAsDetected(path: string, file: CsvFile, tally: CsvFuzzCounts): Promise<void> {
  try {
    const { settings, asks } = await inspectFile(path, {});
    const outcome = await readAll(path, { ...settings, headerRow: 1 }, file.width);
    checkConserved(outcome);
    const exact = file.records
      .filter(({ fate }) => fate === 'loaded')
      .map((one) => storedCells(one, file.width));
    if (same(outcome.cells, exact)) tally.detected++;
    else if (asks.includes('encoding')) tally.asked++;
    else tally.otherwise++;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tally.detectedRefused++;
  }
}

async function tryOne(path: string, file: CsvFile, tally: CsvFuzzCounts): Promise<void> {
  const outcome = await outcomeOf(readAll(path, file.settings, file.width));
  if (typeof outcome === 'string') {
    if (file.damage !== 'cut' || outcome !== 'CSV-UNCLOSED-QUOTE') throw new Error(`refused: ${outcome}`);
    tally.refused++;
  } else {
    checkConserved(outcome);
    if (file.damage === 'cut') checkCut(file, outcome);
    else checkWhole(file, outcome);
    tally.read += outcome.counts.read;
    tally.loaded += outcome.counts.loaded;
    tally.rejected += outcome.counts.rejected;
    tally.blank += outcome.counts.blank;
  }
  if (file.damage !== 'cut') await readAsDetected(path, file, tally);
}

/**
 * Makes and reads the files with the numbers `first` to `first + count - 1`.
 * @throws Error that names the number of a file that was read wrongly.
 */
export async function fuzzCsv(count: number, first = 1): Promise<CsvFuzzCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-fuzz-'));
  const none = { read: 0, loaded: 0, rejected: 0, blank: 0, refused: 0 };
  const tally = { files: 0, ...none, detected: 0, asked: 0, detectedRefused: 0, otherwise: 0 };
  const path = join(folder, 'fuzz.csv');
  try {
    for (let seed = first; seed < first + count; seed++) {
      const file = makeCsv(seed);
      writeFileSync(path, file.bytes);
      try {
        await tryOne(path, file, tally);
      } catch (error) {
        throw new Error(`file ${seed} (${file.damage}, ${JSON.stringify(file.settings)})`, { cause: error });
      }
      tally.files++;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
