// Texts of a coded column beyond those that are numbered in memory: their fingerprints wait in a file of our own until
// all records are read, and are then compared part by part, each part a sixty-fourth of all. Exact like a table in memory.
import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { diskFull } from '../diskSpace.ts';
import { Fingerprints, LANES } from '../files/index.ts';
import { letGo } from '../letGo.ts';
import { RankedBits } from '../rankedBits.ts';

/** By the upper bits of the second lane; the table of a part goes by the lower bits of the first. */
const PART_BITS = 6;
const PARTS = 1 << PART_BITS;
/** A row and its fingerprint; once its part is settled, the row and the row that had the text first. */
const FIELDS = 1 + LANES;
const BYTES_PER_FIELD = 4;
const FIRST_TEXTS = 1 << 12;

/** One chunk of rows in the file, sorted by part. */
interface Batch {
  readonly first: number;
  /** Where each part begins, in entries from the batch's beginning; one more for the end. */
  readonly starts: Uint32Array;
}

const partOf = (hashes: Int32Array, entry: number): number =>
  (hashes[LANES * entry + 1] as number) >>> (32 - PART_BITS);

/** Rows are those of the run. Call `add` in their order, then `settle`, then ask. */
export class SpilledTexts {
  readonly #beside: string;
  readonly #file: number;
  readonly #batches: Batch[] = [];
  #entries = 0;
  /** Rows that are the first with their text. */
  #firsts = new RankedBits(0);

  /** @param beside the file is made next to this one, and its name is taken away at once: nothing can be left behind */
  constructor(beside: string) {
    this.#beside = beside;
    const path = `${beside}-${randomUUID()}.part`;
    this.#file = openSync(path, 'wx+', 0o600);
    rmSync(path, { force: true });
  }

  /** @param rows of one chunk, rising; @param hashes their fingerprints, three numbers each */
  add(rows: Int32Array, hashes: Int32Array, count: number): void {
    if (count === 0) return;
    const starts = new Uint32Array(PARTS + 1);
    for (let entry = 0; entry < count; entry++) starts[partOf(hashes, entry) + 1]! += 1;
    for (let part = 0; part < PARTS; part++) starts[part + 1]! += starts[part] as number;
    const next = starts.slice();
    const sorted = new Int32Array(FIELDS * count);
    for (let entry = 0; entry < count; entry++) {
      const part = partOf(hashes, entry);
      const at = FIELDS * (next[part] as number);
      next[part]! += 1;
      sorted[at] = rows[entry] as number;
      for (let lane = 0; lane < LANES; lane++) sorted[at + 1 + lane] = hashes[LANES * entry + lane] as number;
    }
    this.#write(sorted, this.#entries);
    letGo(sorted);
    this.#batches.push({ first: this.#entries, starts });
    this.#entries += count;
  }

  /** Finds the first row of every text. Each step takes some ten milliseconds. @param rows of the run */
  *settle(rows: number): Generator<void> {
    this.#firsts = new RankedBits(rows);
    for (let part = 0; part < PARTS; part++) yield* this.#settlePart(part);
    this.#firsts.seal();
  }

  /** Whether the row is the first with its text; the texts of such rows in their order are the texts by their numbers. */
  isFirst(row: number): boolean {
    return this.#firsts.has(row);
  }

  /** The rows of one chunk after another, in no order, and the numbers of their texts from 0; valid until the next. */
  *numbered(): Generator<{ readonly rows: Int32Array; readonly numbers: Int32Array }> {
    for (const { first, starts } of this.#batches) {
      const count = starts[PARTS] as number;
      const entries = this.#read(first, count);
      const rows = new Int32Array(count);
      const numbers = new Int32Array(count);
      for (let entry = 0; entry < count; entry++) {
        rows[entry] = entries[FIELDS * entry] as number;
        numbers[entry] = this.#firsts.rank(entries[FIELDS * entry + 1] as number);
      }
      letGo(entries);
      yield { rows, numbers };
      letGo(rows);
      letGo(numbers);
    }
  }

  /** Gives disk and memory back. */
  close(): void {
    ftruncateSync(this.#file);
    closeSync(this.#file);
    this.#firsts.close();
  }

  *#settlePart(part: number): Generator<void> {
    const known = new Fingerprints();
    let rowOf = new Int32Array(FIRST_TEXTS);
    for (const { first, starts } of this.#batches) {
      const from = first + (starts[part] as number);
      const entries = this.#read(from, first + (starts[part + 1] as number) - from);
      for (let at = 0; at < entries.length; at += FIELDS) {
        const row = entries[at] as number;
        const met = known.size;
        const number = known.add(entries, at + 1);
        if (number === rowOf.length) rowOf = longer(rowOf);
        if (number === met) {
          rowOf[number] = row;
          this.#firsts.set(row);
        }
        entries[at + 1] = rowOf[number] as number;
      }
      this.#write(entries, from);
      letGo(entries);
      yield;
    }
    known.close();
    letGo(rowOf);
  }

  #read(entry: number, count: number): Int32Array {
    const entries = new Int32Array(FIELDS * count);
    const bytes = new Uint8Array(entries.buffer);
    const from = FIELDS * BYTES_PER_FIELD * entry;
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(this.#file, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new Error('the file of texts ends too early');
      at += read;
    }
    return entries;
  }

  /** @throws AppError DISK-FULL */
  #write(entries: Int32Array, entry: number): void {
    const bytes = new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength);
    const from = FIELDS * BYTES_PER_FIELD * entry;
    try {
      for (let at = 0; at < bytes.length; )
        at += writeSync(this.#file, bytes, at, bytes.length - at, from + at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      throw code === 'ENOSPC' || code === 'EDQUOT' ? diskFull(this.#beside, bytes.length) : error;
    }
  }
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * array.length);
  twice.set(array);
  letGo(array);
  return twice;
}
