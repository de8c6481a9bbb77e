// Typed columns of runs, stored in chunks. Computing from these is what makes features fast: GROUP BY over rows is
// nine times slower.
import { letGo } from '../letGo.ts';
import { PackedText, packText, rowsOfPacked } from './packedText.ts';
import { TextPacker } from './textPacker.ts';
import type { ReadDb, WriteDb } from './open.ts';

const BYTES = { float64: 8, float32: 4, int32: 4, uint8: 1 } as const;

interface ArrayOf {
  readonly float64: Float64Array;
  readonly float32: Float32Array;
  readonly int32: Int32Array;
  readonly uint8: Uint8Array;
}
export type ColumnType = keyof ArrayOf;

export function writeChunk(
  db: WriteDb,
  runId: number,
  name: string,
  chunk: number,
  data: ArrayBufferView,
): void {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  db.runRaw(
    'INSERT INTO column_chunk (run_id, name, chunk, data) VALUES (?, ?, ?, ?)',
    runId,
    name,
    chunk,
    bytes,
  );
}

/** Writes other values over a chunk of an unfinished run. @param change is given them to be changed in place */
export function rewriteChunk(
  db: WriteDb,
  runId: number,
  name: string,
  chunk: number,
  change: (data: Buffer) => void,
): void {
  const place = [runId, name, chunk];
  const query = 'SELECT data FROM column_chunk WHERE run_id = ? AND name = ? AND chunk = ?';
  const data = db.allRaw<{ data: Buffer }>(query, ...place)[0]?.data;
  if (!data) return;
  change(data);
  db.runRaw('UPDATE column_chunk SET data = ? WHERE run_id = ? AND name = ? AND chunk = ?', data, ...place);
  letGo(data);
}

/** A whole column at once. JSON is for dictionaries and keys. */
export function writeColumn(
  db: WriteDb,
  runId: number,
  name: string,
  data: ArrayBufferView | readonly string[],
): void {
  const isView = ArrayBuffer.isView(data);
  writeChunk(db, runId, name, 0, isView ? data : Buffer.from(JSON.stringify(data), 'utf8'));
}

/** Chunks copied in one transaction: 8 MB of numbers. */
const CHUNKS_PER_COPY = 16;

/** A column for another run, too, some chunks at a time so that commands can pass. */
export function* copyColumn(
  db: WriteDb,
  write: WriteDb['transaction'],
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<void> {
  const copy = `INSERT INTO column_chunk (run_id, name, chunk, data) SELECT ?, name, chunk, data FROM column_chunk
    WHERE run_id = ? AND name = ? AND chunk >= ? AND chunk < ?`;
  const last = db.allRaw<{ last: number | null }>(
    'SELECT max(chunk) AS last FROM column_chunk WHERE run_id = ? AND name = ?',
    from,
    name,
  )[0]?.last;
  for (let chunk = 0; chunk <= (last ?? -1); chunk += CHUNKS_PER_COPY) {
    write(() => db.runRaw(copy, to, from, name, chunk, chunk + CHUNKS_PER_COPY));
    yield;
  }
}

export function columnNames(db: ReadDb, runId: number): readonly string[] {
  const query = 'SELECT DISTINCT name FROM column_chunk WHERE run_id = ? ORDER BY name';
  return db.allRaw<{ name: string }>(query, runId).map(({ name }) => name);
}

/** Values per chunk of `writeParts`. */
const VALUES_PER_CHUNK = 65_536;

/** A whole column in chunks, each in a transaction of its own: what a part of it is read for need not read all. */
export function* writeParts(
  db: WriteDb,
  write: WriteDb['transaction'],
  runId: number,
  name: string,
  data: Float64Array | Int32Array | Uint8Array,
): Generator<void> {
  for (let from = 0; from === 0 || from < data.length; from += VALUES_PER_CHUNK) {
    const part = data.subarray(from, from + VALUES_PER_CHUNK);
    write(() => writeChunk(db, runId, name, from / VALUES_PER_CHUNK, part));
    yield;
  }
}

/** The chunks of a column in order, each valid until the next; the connection is free in between. */
export function* chunksOf(
  db: ReadDb,
  runId: number,
  name: string,
): Generator<{ chunk: number; data: Buffer }> {
  const query =
    'SELECT chunk, data FROM column_chunk WHERE run_id = ? AND name = ? AND chunk > ? ORDER BY chunk LIMIT 1';
  for (let last = -1; ; ) {
    const next = db.allRaw<{ chunk: number; data: Buffer }>(query, runId, name, last)[0];
    if (!next) return;
    last = next.chunk;
    yield next;
    letGo(next.data);
  }
}

function viewOf(buffer: ArrayBufferLike, length: number): ArrayOf {
  return {
    get float64() {
      return new Float64Array(buffer, 0, length);
    },
    get float32() {
      return new Float32Array(buffer, 0, length);
    },
    get int32() {
      return new Int32Array(buffer, 0, length);
    },
    get uint8() {
      return new Uint8Array(buffer, 0, length);
    },
  };
}

/** The column's values on a SharedArrayBuffer, so that compute threads can read them without a copy; null when absent. */
export function readColumn<T extends ColumnType>(
  db: ReadDb,
  runId: number,
  name: string,
  type: T,
): ArrayOf[T] | null {
  const query = 'SELECT sum(length(data)) AS total FROM column_chunk WHERE run_id = ? AND name = ?';
  const total = db.allRaw<{ total: number | null }>(query, runId, name)[0]?.total ?? null;
  if (total === null) return null;
  const shared = new SharedArrayBuffer(total);
  const bytes = new Uint8Array(shared);
  let at = 0;
  for (const { data } of chunksOf(db, runId, name)) {
    bytes.set(data, at);
    at += data.byteLength;
  }
  return viewOf(shared, total / BYTES[type])[type];
}

/** The next so many values of a column, fewer at its end; valid until the next call. */
export type ColumnCursor<T> = (count: number) => T;

/** As `readColumn`, but a part at a time: whoever goes over a column once need not hold it. */
export function openColumn<T extends ColumnType>(
  db: ReadDb,
  runId: number,
  name: string,
  type: T,
): ColumnCursor<ArrayOf[T]> {
  const chunks = chunksOf(db, runId, name);
  let part = new Uint8Array(0);
  let chunk: Uint8Array = part;
  let at = 0;
  const load = (): boolean => {
    const next = chunks.next();
    if (next.done) return false;
    chunk = next.value.data;
    at = 0;
    return true;
  };
  return (count) => {
    const wanted = count * BYTES[type];
    if (part.byteLength < wanted) part = new Uint8Array(wanted);
    let used = 0;
    while (used < wanted && (at < chunk.byteLength || load())) {
      const taken = Math.min(wanted - used, chunk.byteLength - at);
      part.set(chunk.subarray(at, at + taken), used);
      used += taken;
      at += taken;
    }
    return viewOf(part.buffer, used / BYTES[type])[type];
  };
}

/** Texts of a dictionary per chunk. */
const WORDS_PER_CHUNK = 8192;

/** A dictionary's texts: `each` calls back with their bytes, which are valid during the call only. */
export interface Words {
  readonly size: number;
  readonly each: (
    from: number,
    to: number,
    take: (bytes: Uint8Array, start: number, end: number) => void,
  ) => void;
}

/**
 * Writes a dictionary's next texts in chunks, numbered from 1: chunk 0 is a list in JSON, as `writeColumn` stores it.
 * @param first the number of texts written before; @param all whether to write the last ones, too, that fill no chunk
 * @returns the number of texts written now and before
 */
export function* writeWords(
  db: WriteDb,
  write: WriteDb['transaction'],
  runId: number,
  name: string,
  words: Words,
  first = 0,
  all = true,
): Generator<void, number> {
  const end = all ? words.size : words.size - ((words.size - first) % WORDS_PER_CHUNK);
  if (end === first) return first;
  const packer = new TextPacker(WORDS_PER_CHUNK);
  const take = (bytes: Uint8Array, start: number, until: number): void => packer.addOne(bytes, start, until);
  for (let from = first; from < end; from += WORDS_PER_CHUNK) {
    words.each(from, Math.min(end, from + WORDS_PER_CHUNK), take);
    const blob = packer.pack();
    write(() => writeChunk(db, runId, name, 1 + from / WORDS_PER_CHUNK, blob));
    letGo(blob);
    yield;
  }
  return end;
}

/** Writes a list of texts as `writeWords` writes a dictionary; it is never held as a whole. @param before so many texts are written already */
export function* writeStrings(
  db: WriteDb,
  write: WriteDb['transaction'],
  runId: number,
  name: string,
  texts: Iterable<string>,
  before = 0,
): Generator<void> {
  let chunk = 1 + Math.ceil(before / WORDS_PER_CHUNK);
  let held: string[] = [];
  const flush = (): void => {
    const blob = packText(held);
    write(() => writeChunk(db, runId, name, chunk, blob));
    chunk++;
    held = [];
  };
  for (const text of texts) {
    held.push(text);
    if (held.length < WORDS_PER_CHUNK) continue;
    flush();
    yield;
  }
  if (held.length > 0) flush();
}

/** The texts of a dictionary or list of keys one after another, as `writeColumn`, `writeWords` or `writeStrings` stored it. */
export function* eachString(db: ReadDb, runId: number, name: string): Generator<string> {
  for (const { chunk, data } of chunksOf(db, runId, name)) {
    if (chunk === 0) return yield* JSON.parse(data.toString('utf8')) as string[];
    const packed = new PackedText(data);
    for (let row = 0; row < packed.rows; row++) yield packed.text(row) ?? '';
  }
}

/** All texts of `eachString`. */
export function readStrings(db: ReadDb, runId: number, name: string): string[] {
  return [...eachString(db, runId, name)];
}

/** How many texts `readStrings` would return, without reading them where they are packed. */
export function countStrings(db: ReadDb, runId: number, name: string): number {
  const query =
    'SELECT chunk, substr(data, 1, 4) AS head FROM column_chunk WHERE run_id = ? AND name = ? ORDER BY chunk';
  let count = 0;
  for (const { chunk, head } of db.allRaw<{ chunk: number; head: Buffer }>(query, runId, name)) {
    if (chunk === 0) return readStrings(db, runId, name).length;
    count += rowsOfPacked(head);
  }
  return count;
}

/** Writes a column in the place of the one that was called so. */
export function replaceColumn(
  db: WriteDb,
  runId: number,
  name: string,
  data: ArrayBufferView | readonly string[],
): void {
  db.runRaw('DELETE FROM column_chunk WHERE run_id = ? AND name = ?', runId, name);
  writeColumn(db, runId, name, data);
}
