// An import's records as stored: per column chunks of packed text (`text:<position>`), and where each record stood in
// the file (`record`, `line`). All columns of a run are cut at the same rows; a chunk is named by its first row.
import { chunkOf } from './chunkCache.ts';
import { readColumn, writeChunk } from './columns.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { packText, PackedText } from './packedText.ts';

/** Most rows of a chunk: small enough that a page of sorted rows from fifty chunks costs some ten milliseconds. */
export const RECORDS_PER_CHUNK = 4096;
/** Most cells of a chunk: what one of a very wide table takes in memory stays bounded. */
const CELLS_PER_CHUNK = 1 << 20;
/** A chunk also ends when its text has this many bytes: SQLite's longest BLOB is far, memory is not. */
export const BYTES_PER_CHUNK = 8 * 1024 * 1024;

/** Rows of a full chunk of a table with so many columns. */
export const rowsPerChunk = (columns: number): number =>
  Math.min(RECORDS_PER_CHUNK, Math.ceil(CELLS_PER_CHUNK / Math.max(1, columns)));

export const textColumn = (position: number): string => `text:${position}`;
const RECORD = 'record';
const LINE = 'line';

/** One record: its number in the file after the header, its physical line, and its cells by column of the mapping. */
export interface StoredRecord {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

/** A chunk of records, ready to be written. Texts are in the order of `positions`, packed by `packText`. */
export interface PackedRecords {
  readonly rows: number;
  readonly records: Int32Array;
  readonly lines: Int32Array;
  readonly texts: readonly Buffer[];
}

export function writeRecords(
  db: WriteDb,
  runId: number,
  first: number,
  positions: readonly number[],
  packed: PackedRecords,
): void {
  writePlaces(
    db,
    runId,
    first,
    packed.records.subarray(0, packed.rows),
    packed.lines.subarray(0, packed.rows),
  );
  for (const [at, text] of packed.texts.entries()) writeText(db, runId, first, positions[at] as number, text);
}

/** Where the records of a chunk stood in the file. @param first the run's row that the chunk starts with */
export function writePlaces(
  db: WriteDb,
  runId: number,
  first: number,
  records: Int32Array,
  lines: Int32Array,
): void {
  writeChunk(db, runId, RECORD, first, records);
  writeChunk(db, runId, LINE, first, lines);
}

/** One column's cells of a chunk. @param text as `packText` makes it */
export function writeText(db: WriteDb, runId: number, first: number, position: number, text: Buffer): void {
  writeChunk(db, runId, textColumn(position), first, text);
}

export function packRecords(records: readonly StoredRecord[], columns: number): PackedRecords {
  return {
    rows: records.length,
    records: Int32Array.from(records, (one) => one.record),
    lines: Int32Array.from(records, (one) => one.line),
    texts: Array.from({ length: columns }, (_, at) => packText(records.map((one) => one.cells[at] ?? null))),
  };
}

export interface TextChunk {
  /** The run's row (from 0) that the chunk starts with. */
  readonly first: number;
  readonly text: PackedText;
}

/** A whole column, chunk by chunk, in order. */
export function* textChunks(db: ReadDb, runId: number, position: number): Generator<TextChunk> {
  const query = 'SELECT chunk, data FROM column_chunk WHERE run_id = ? AND name = ? ORDER BY chunk';
  for (const [first, data] of db.iterateRaw(query, runId, textColumn(position)))
    yield { first: Number(first), text: new PackedText(data as Buffer) };
}

/** Cells of several columns, row by row in order; the connection is busy for one chunk at a time only. */
export function* recordCells(
  db: ReadDb,
  runId: number,
  positions: readonly number[],
): Generator<(string | null)[]> {
  for (const { first, rows } of chunkSizes(db, runId)) {
    const texts = positions.map((position) => chunkAt(db, runId, textColumn(position), first));
    for (let row = 0; row < rows; row++) yield texts.map((text) => text?.text(row) ?? null);
  }
}

const BYTES_PER_NUMBER = 4;

function chunkSizes(db: ReadDb, runId: number): { first: number; rows: number }[] {
  const query =
    'SELECT chunk, length(data) AS bytes FROM column_chunk WHERE run_id = ? AND name = ? ORDER BY chunk';
  return db
    .allRaw<{ chunk: number; bytes: number }>(query, runId, RECORD)
    .map(({ chunk, bytes }) => ({ first: chunk, rows: bytes / BYTES_PER_NUMBER }));
}

/** Gives a run a column that its file did not have: no cell in any record. */
export function writeAbsent(
  db: WriteDb,
  runId: number,
  position: number,
  write: WriteDb['transaction'] = db.transaction,
): void {
  for (const { first, rows } of chunkSizes(db, runId)) {
    const nothing = packText(Array.from({ length: rows }, () => null));
    write(() => writeChunk(db, runId, textColumn(position), first, nothing));
  }
}

/** First rows of the run's chunks. */
export function chunkStarts(db: ReadDb, runId: number): number[] {
  const query = 'SELECT chunk FROM column_chunk WHERE run_id = ? AND name = ? ORDER BY chunk';
  return db.allRaw<{ chunk: number }>(query, runId, RECORD).map((row) => row.chunk);
}

function chunkAt(db: ReadDb, runId: number, name: string, first: number): PackedText | null {
  return chunkOf(db, runId, name, first, (data) => new PackedText(data));
}

function numbersAt(db: ReadDb, runId: number, name: string, first: number): Int32Array {
  const numbers = chunkOf(db, runId, name, first, (data) => new Int32Array(Uint8Array.from(data).buffer));
  return numbers ?? new Int32Array(0);
}

/** Where each stored row stood in the file. */
export function readPlaces(db: ReadDb, runId: number): { records: Int32Array; lines: Int32Array } {
  const empty = new Int32Array(0);
  return {
    records: readColumn(db, runId, RECORD, 'int32') ?? empty,
    lines: readColumn(db, runId, LINE, 'int32') ?? empty,
  };
}

/**
 * The records at the given rows (from 0), in that order, with the cells of the given columns.
 * Each chunk is read once however many of its rows are asked for.
 */
export function recordsAt(
  db: ReadDb,
  runId: number,
  positions: readonly number[],
  rows: readonly number[],
): { record: number; line: number; cells: (string | null)[] }[] {
  const starts = chunkStarts(db, runId);
  const places = new Map<number, { records: Int32Array; lines: Int32Array; texts: (PackedText | null)[] }>();
  const placesOf = (first: number) => {
    const known = places.get(first);
    if (known) return known;
    const read = {
      records: numbersAt(db, runId, RECORD, first),
      lines: numbersAt(db, runId, LINE, first),
      texts: positions.map((position) => chunkAt(db, runId, textColumn(position), first)),
    };
    places.set(first, read);
    return read;
  };
  return rows.map((row) => {
    const first = startOf(starts, row);
    const { records, lines, texts } = placesOf(first);
    const at = row - first;
    return {
      record: records[at] ?? 0,
      line: lines[at] ?? 0,
      cells: texts.map((text) => text?.text(at) ?? null),
    };
  });
}

/** The last start that is not after the row. */
function startOf(starts: readonly number[], row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= row) low = middle;
    else high = middle - 1;
  }
  return starts[low] ?? 0;
}
