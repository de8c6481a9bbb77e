// Chunks of records kept unpacked per reading connection: a page of sorted rows takes rows from a hundred chunks, the
// next page from the same ones. Chunks of a run never change, and no number of a run is given twice.
import type { ReadDb, WriteDb } from './open.ts';

const KEPT_BYTES = 64 * 1024 * 1024;

interface Kept {
  bytes: number;
  /** The chunk used last is at the end. */
  readonly chunks: Map<string, { readonly value: unknown; readonly bytes: number }>;
}
const byConnection = new WeakMap<ReadDb, Kept>();

const isWritable = (db: ReadDb | WriteDb): boolean => 'writable' in db;

/**
 * What `make` makes of a chunk's bytes, made once while it is kept; null when there is no such chunk.
 * A connection that writes keeps nothing: jobs go through a table once.
 */
export function chunkOf<T>(
  db: ReadDb,
  runId: number,
  name: string,
  first: number,
  make: (data: Buffer) => T,
): T | null {
  const read = (): Buffer | undefined => {
    const query = 'SELECT data FROM column_chunk WHERE run_id = ? AND name = ? AND chunk = ?';
    return db.allRaw<{ data: Buffer }>(query, runId, name, first)[0]?.data;
  };
  if (isWritable(db)) {
    const data = read();
    return data ? make(data) : null;
  }
  const kept = byConnection.get(db) ?? { bytes: 0, chunks: new Map() };
  byConnection.set(db, kept);
  const key = `${runId} ${name} ${first}`;
  const known = kept.chunks.get(key);
  if (known) {
    kept.chunks.delete(key);
    kept.chunks.set(key, known);
    return known.value as T;
  }
  const data = read();
  if (!data) return null;
  const value = make(data);
  kept.chunks.set(key, { value, bytes: data.byteLength });
  kept.bytes += data.byteLength;
  for (const [oldest, { bytes }] of kept.chunks) {
    if (kept.bytes <= KEPT_BYTES) break;
    kept.chunks.delete(oldest);
    kept.bytes -= bytes;
  }
  return value;
}
