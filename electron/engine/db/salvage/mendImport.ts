// An import of which some chunks are gone: cells that are lost become absent, records that are lost in every column
// are taken out, and the counts follow, so that what is left is a whole import of less.
import { readColumn, readStrings, writeChunk } from '../columns.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { isPackedText, packText, PackedText } from '../packedText.ts';
import type { ImportSummary } from '../sources.ts';

export interface MendedImport {
  readonly runId: number;
  readonly records: number;
  readonly lostRecords: number;
  readonly lostCells: number;
}

interface Chunk {
  readonly name: string;
  readonly chunk: number;
}

const PLACES: readonly string[] = ['record', 'line'];
const isText = (name: string): boolean => name.startsWith('text:');
const isStored = (name: string): boolean => PLACES.includes(name) || isText(name);

function chunksOf(db: ReadDb, runId: number): Chunk[] {
  return db.allRaw<Chunk>('SELECT name, chunk FROM column_chunk WHERE run_id = ? ORDER BY chunk', runId);
}

function dataOf(db: ReadDb, runId: number, { name, chunk }: Chunk): Buffer {
  const query = 'SELECT data FROM column_chunk WHERE run_id = ? AND name = ? AND chunk = ?';
  return db.allRaw<{ data: Buffer }>(query, runId, name, chunk)[0]?.data ?? Buffer.alloc(0);
}

/** Rows of a chunk; null when its bytes are not what was written. What is wrong inside a text cannot be seen. */
function rowsIn(db: ReadDb, runId: number, chunk: Chunk): number | null {
  const data = dataOf(db, runId, chunk);
  if (!isText(chunk.name)) return data.byteLength % 4 === 0 ? data.byteLength / 4 : null;
  return isPackedText(data) ? new PackedText(data).rows : null;
}

/** Texts and places whose bytes contradict themselves are as good as lost. */
function dropBroken(db: WriteDb, runId: number): void {
  for (const chunk of chunksOf(db, runId)) {
    if (!isStored(chunk.name) || rowsIn(db, runId, chunk) !== null) continue;
    db.runRaw(
      'DELETE FROM column_chunk WHERE run_id = ? AND name = ? AND chunk = ?',
      runId,
      chunk.name,
      chunk.chunk,
    );
  }
}

/** Names of the text columns that the run had: those that are left, and those that its source still describes. */
function namesOf(db: ReadDb, runId: number, left: readonly Chunk[]): Set<string> {
  const fields = db.allRaw<{ position: number }>(
    'SELECT position FROM field JOIN source ON source.id = source_id WHERE run_id = ?',
    runId,
  );
  return new Set([
    ...PLACES,
    ...left.map(({ name }) => name).filter(isText),
    ...fields.map(({ position }) => `text:${position}`),
  ]);
}

function fill(db: WriteDb, runId: number, name: string, first: number, rows: number): void {
  const data = isText(name) ? packText(Array.from({ length: rows }, () => null)) : new Int32Array(rows);
  writeChunk(db, runId, name, first, data);
}

/** Bytes per row of the typed copies. */
const WIDTHS: Readonly<Record<string, number>> = { value: 8, code: 4, presence: 1 };

/** A code for which the dictionary has no word means that some of it is gone. */
function hasAllWords(db: ReadDb, runId: number, position: string): boolean {
  const codes = readColumn(db, runId, `code:${position}`, 'int32') ?? [];
  let greatest = -1;
  for (const code of codes) if (code > greatest) greatest = code;
  try {
    return readStrings(db, runId, `dictionary:${position}`).length > greatest;
  } catch {
    return false;
  }
}

/** True when the typed copies that are there are whole; a part of one would be read as a shorter column. */
function typedAreWhole(db: ReadDb, runId: number, rows: number): boolean {
  const query = 'SELECT name, sum(length(data)) AS bytes FROM column_chunk WHERE run_id = ? GROUP BY name';
  return db.allRaw<{ name: string; bytes: number }>(query, runId).every(({ name, bytes }) => {
    const [form = '', position = ''] = name.split(':');
    const width = WIDTHS[form];
    if (width === undefined) return true;
    return bytes === rows * width && (form !== 'code' || hasAllWords(db, runId, position));
  });
}

function dropTyped(db: WriteDb, runId: number): void {
  db.runRaw(
    `DELETE FROM column_chunk WHERE run_id = ? AND name NOT IN ('record', 'line') AND name NOT LIKE 'text:%'`,
    runId,
  );
}

/** Closes the gaps before `chunks` in the numbering of rows, and fills what is missing beside what is left. */
function mendChunks(db: WriteDb, runId: number, loaded: number): Omit<MendedImport, 'runId'> {
  const left = chunksOf(db, runId).filter(({ name }) => isStored(name));
  const names = namesOf(db, runId, left);
  let end = 0;
  let lostRecords = 0;
  let lostCells = 0;
  for (const first of [...new Set(left.map(({ chunk }) => chunk))].sort((a, b) => a - b)) {
    const here = left.filter(({ chunk }) => chunk === first);
    const rows = Math.max(...here.map((chunk) => rowsIn(db, runId, chunk) ?? 0));
    lostRecords += Math.max(0, first - end);
    for (const name of names) {
      if (here.some((chunk) => chunk.name === name)) continue;
      fill(db, runId, name, first, rows);
      if (isText(name)) lostCells += rows;
    }
    if (lostRecords > 0)
      db.runRaw(
        `UPDATE column_chunk SET chunk = ? WHERE run_id = ? AND chunk = ? AND (name IN ('record', 'line') OR name LIKE 'text:%')`,
        first - lostRecords,
        runId,
        first,
      );
    end = first + rows;
  }
  lostRecords += Math.max(0, loaded - end);
  return { records: loaded - lostRecords, lostRecords, lostCells };
}

/** Makes a run of kind `import` whole. Call it after the decisions were copied. */
export function mendImport(db: WriteDb, runId: number, summary: ImportSummary): MendedImport {
  const { counts, mended } = db.transaction(() => {
    dropBroken(db, runId);
    const done = mendChunks(db, runId, summary.records.loaded);
    const { rejected, blank } = summary.records;
    const reads = { read: done.records + rejected + blank, loaded: done.records, rejected, blank };
    const damaged = done.lostRecords > 0 || !typedAreWhole(db, runId, done.records);
    if (damaged) dropTyped(db, runId);
    return { counts: reads, mended: done };
  });
  if (mended.lostRecords > 0)
    db.runRaw(
      'UPDATE run SET summary = ? WHERE id = ?',
      JSON.stringify({ ...summary, records: counts }),
      runId,
    );
  return { runId, ...mended };
}
