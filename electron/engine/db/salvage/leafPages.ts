// The records of a damaged file without the tree above them: every page that is a leaf of a table is read by itself, as
// SQLite's file format says (https://www.sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2.1). For records whose
// way from the root is lost.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Value } from '../open.ts';

const TABLE_LEAF = 13;
const FILE_HEADER_BYTES = 100;
const LEAF_HEADER_BYTES = 8;
/** No record of ours is longer: a chunk's cells are bounded. */
const LONGEST_RECORD_BYTES = 256 << 20;

interface Varint {
  readonly value: number;
  readonly next: number;
}

/** Big endian, 7 bits a byte, at most nine; null beyond the end or what a number holds exactly. */
function varint(bytes: Buffer, at: number): Varint | null {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value = i === 8 ? value * 256 + byte : value * 128 + (byte & 127);
    if (value > Number.MAX_SAFE_INTEGER) return null;
    if (byte < 128 || i === 8) return { value, next: at + i + 1 };
  }
  return null;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function sizeOf(type: number): number | null {
  if (type < 7) return INTEGER_BYTES[type] ?? 0;
  if (type === 7) return 8;
  if (type < 10) return 0;
  return type < 12 ? null : Math.floor((type - 12) / 2);
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  if (type === 6) return bytes.readBigInt64BE(0);
  if (type === 7) return bytes.readDoubleBE(0);
  if (type < 10) return type - 8;
  return type % 2 === 0 ? bytes : bytes.toString('utf8');
}

/** The values of a record; null when its header and its length contradict each other. */
export function recordValues(payload: Buffer): Value[] | null {
  const head = varint(payload, 0);
  if (head === null || head.value > payload.length) return null;
  const values: Value[] = [];
  let at = head.next;
  let from = head.value;
  while (at < head.value) {
    const type = varint(payload, at);
    const size = type === null ? null : sizeOf(type.value);
    if (type === null || size === null || from + size > payload.length) return null;
    values.push(valueOf(type.value, payload.subarray(from, from + size)));
    at = type.next;
    from += size;
  }
  return at === head.value && from === payload.length ? values : null;
}

/** The pages of a file, those that are whole. */
export class PageFile {
  readonly #file: number;
  readonly #pageBytes: number;
  readonly #usable: number;
  readonly pages: number;

  constructor(path: string, pageBytes: number) {
    this.#file = openSync(path, 'r');
    this.#pageBytes = pageBytes;
    this.pages = Math.floor(statSync(path).size / pageBytes);
    this.#usable = pageBytes - (this.#page(1)?.[20] ?? 0);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Values of all whole records on leaves of tables, whichever table that is. */
  *records(): Generator<Value[]> {
    for (let number = 1; number <= this.pages; number++) {
      const page = this.#page(number);
      const head = number === 1 ? FILE_HEADER_BYTES : 0;
      if (page?.[head] !== TABLE_LEAF) continue;
      const cells = Math.min(page.readUInt16BE(head + 3), page.length >> 2);
      for (let i = 0; i < cells; i++) {
        const pointer = head + LEAF_HEADER_BYTES + 2 * i;
        const payload = pointer + 2 > page.length ? null : this.#payload(page, page.readUInt16BE(pointer));
        const values = payload && recordValues(payload);
        if (values) yield values;
      }
    }
  }

  /** From 1; null beyond the end. */
  #page(number: number): Buffer | null {
    if (number < 1 || number > this.pages) return null;
    const page = Buffer.allocUnsafe(this.#pageBytes);
    const read = readSync(this.#file, page, 0, page.length, (number - 1) * this.#pageBytes);
    return read === page.length ? page : null;
  }

  #payload(page: Buffer, at: number): Buffer | null {
    const length = varint(page, at);
    const rowid = length && varint(page, length.next);
    if (!length || !rowid || length.value > LONGEST_RECORD_BYTES) return null;
    const usable = this.#usable;
    const most = usable - 35;
    if (length.value <= most) return within(page, rowid.next, length.value);
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const spread = least + ((length.value - least) % (usable - 4));
    const size = spread <= most ? spread : least;
    const local = within(page, rowid.next, size);
    if (!local || rowid.next + size + 4 > page.length) return null;
    return this.#chain(local, length.value, page.readUInt32BE(rowid.next + size));
  }

  /** A record that goes on over other pages. A page of zeros in it is one that was lost. */
  #chain(local: Buffer, length: number, first: number): Buffer | null {
    const parts = [local];
    let missing = length - local.length;
    if (missing > this.pages * this.#pageBytes) return null;
    for (let number = first; missing > 0; ) {
      const page = this.#page(number);
      if (!page || page.every((byte) => byte === 0)) return null;
      const part = page.subarray(4, Math.min(this.#usable, 4 + missing));
      parts.push(part);
      missing -= part.length;
      number = page.readUInt32BE(0);
      if (missing === 0 && number !== 0) return null;
    }
    return Buffer.concat(parts);
  }
}

function within(page: Buffer, at: number, size: number): Buffer | null {
  return at + size <= page.length ? page.subarray(at, at + size) : null;
}
