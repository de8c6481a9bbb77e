// Where an import's records go: packed columns of exactly the text that was read, and the rejects.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import type { WriteDb } from '../db/open.ts';
import { BYTES_PER_CHUNK, rowsPerChunk, writePlaces, writeText } from '../db/records.ts';
import { sql } from '../db/schema.ts';
import { letGo } from '../letGo.ts';
import { TextPacker } from '../db/textPacker.ts';
import type { CellBatch } from '../files/index.ts';

export interface RecordStore {
  /** Takes over a batch's records, and writes what fills a chunk. */
  readonly add: (batch: CellBatch) => void;
  readonly reject: (rejects: readonly Reject[]) => void;
  /** Writes the records that do not fill a chunk. */
  readonly finish: () => void;
}

/** Text and rejects per transaction: some milliseconds of writing, so that a waiting command is served soon. */
const BYTES_PER_WRITE = 256 * 1024;
const REJECTS_PER_WRITE = 250;

/** @param write a short transaction; @param columns those of the batches, in the same order, by their stored positions */
export function createRecordStore(
  db: WriteDb,
  write: WriteDb['transaction'],
  runId: number,
  columns: readonly ColumnMapping[],
): RecordStore {
  const most = rowsPerChunk(columns.length);
  const packers = columns.map(() => new TextPacker(most));
  const records = new Int32Array(most);
  const lines = new Int32Array(most);
  let rows = 0;
  let first = 0;
  let rejected = 0;

  const take = ({ block, columns: read }: CellBatch, from: number, count: number): void => {
    for (const [at, { mapping }] of read.entries()) {
      const bound = from * block.stride + 2 * mapping.position;
      packers[at]?.add(block.bytes, block.bounds, bound, block.stride, count);
    }
    records.set(block.records.subarray(from, from + count), rows);
    lines.set(block.lines.subarray(from, from + count), rows);
    rows += count;
  };
  /** Packs columns until they are enough for a transaction. @returns the next column */
  const writeSome = (from: number): number => {
    const texts: Buffer[] = [];
    for (let bytes = 0; from + texts.length < columns.length && bytes < BYTES_PER_WRITE; ) {
      const text = packers[from + texts.length]?.pack() ?? Buffer.alloc(0);
      bytes += text.byteLength;
      texts.push(text);
    }
    write(() => {
      if (from === 0) writePlaces(db, runId, first, records.subarray(0, rows), lines.subarray(0, rows));
      for (const [at, text] of texts.entries())
        writeText(db, runId, first, columns[from + at]?.position ?? 0, text);
    });
    texts.forEach(letGo);
    return from + texts.length;
  };
  const flush = (): void => {
    if (rows === 0) return;
    for (let at = writeSome(0); at < columns.length; ) at = writeSome(at);
    first += rows;
    rows = 0;
  };
  const held = (): number => packers.reduce((sum, packer) => sum + packer.used, 0);
  const rejectOne = ({ record, line, column, value, code, args, cells }: Reject): void => {
    const place = { run_id: runId, n: ++rejected, record, line };
    const cell = { column_name: column ?? null, value: value ?? null };
    const why = { code, args: JSON.stringify(args), cells: JSON.stringify(cells) };
    db.run(sql.insertInto('reject').values({ ...place, ...cell, ...why }));
  };
  return {
    add: (batch) => {
      for (let from = 0; from < batch.block.rows; ) {
        const count = Math.min(batch.block.rows - from, most - rows);
        take(batch, from, count);
        from += count;
        if (rows === most || held() >= BYTES_PER_CHUNK) flush();
      }
    },
    finish: flush,
    reject: (rejects) => {
      for (let from = 0; from < rejects.length; from += REJECTS_PER_WRITE)
        write(() => rejects.slice(from, from + REJECTS_PER_WRITE).forEach(rejectOne));
    },
  };
}
