// The cells of one column for some rows, packed into one piece of memory: a header of lengths, then the UTF-8 bytes.
// Storing these instead of rows of SQL is what makes an import fast: binding value by value costs most of it.

/** High bit of an end: the cell is absent (null), which is not the same as an empty text. */
const ABSENT = 0x8000_0000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Packed cells. Little endian: `rows` (3 bytes), how the lengths are kept (1 byte), one length or end per row, the bytes.
 * Lengths take 1 or 2 bytes where they fit, with the greatest number for an absent cell; otherwise ends are kept in 4.
 */
export class PackedText {
  readonly rows: number;
  readonly #ends: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #ascii: boolean;

  /** @param blob as `packText` or `packCells` made it */
  constructor(blob: Uint8Array) {
    // A BLOB's bytes may start anywhere; whole numbers must not.
    const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
    const head = new Uint32Array(aligned.buffer, aligned.byteOffset, 1)[0] ?? 0;
    const width = head >>> 24 || 4;
    this.rows = head & 0xff_ffff;
    this.#ends = endsOf(aligned, this.rows, width);
    this.#bytes = aligned.subarray(4 + width * this.rows);
    this.#ascii = isAscii(this.#bytes);
  }

  /** The cell's bytes; null = absent. `row` counts from 0 within the chunk. */
  bytes(row: number): Uint8Array | null {
    const end = this.#ends[row] ?? ABSENT;
    if (end >= ABSENT) return null;
    return this.#bytes.subarray(row === 0 ? 0 : this.#endOf(row - 1), end);
  }

  text(row: number): string | null {
    const bytes = this.bytes(row);
    if (bytes === null) return null;
    if (this.#ascii) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return decoder.decode(bytes);
  }

  /** Rows with a cell that contains the text, without regard to case. @param lower in lower case, not empty */
  find(lower: string): number[] {
    const found: number[] = [];
    if (!this.#ascii) {
      for (let row = 0; row < this.rows; row++)
        if (this.text(row)?.toLowerCase().includes(lower)) found.push(row);
      return found;
    }
    // All cells in one string: a character is a byte here, so a place in it leads to its row.
    const all = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const text = all.toString('latin1').toLowerCase();
    let row = 0;
    for (let at = text.indexOf(lower); at >= 0; ) {
      while (this.#endOf(row) <= at) row++;
      const end = this.#endOf(row);
      if (at + lower.length <= end) {
        found.push(row);
        at = text.indexOf(lower, end);
      } else at = text.indexOf(lower, at + 1); // it reached over the border of two cells
    }
    return found;
  }

  #endOf(row: number): number {
    return (this.#ends[row] ?? ABSENT) & ~ABSENT;
  }
}

/** True when lengths and bytes agree: no end before the one before it, the last at the end of the bytes. */
export function isPackedText(blob: Uint8Array): boolean {
  const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
  if (aligned.byteLength < 4) return false;
  const head = new Uint32Array(aligned.buffer, aligned.byteOffset, 1)[0] ?? 0;
  const width = head >>> 24 || 4;
  const rows = head & 0xff_ffff;
  const bytes = aligned.byteLength - 4 - width * rows;
  if (bytes < 0 || ![1, 2, 4].includes(width)) return false;
  let before = 0;
  for (const end of endsOf(aligned, rows, width)) {
    if ((end & ~ABSENT) < before) return false;
    before = end & ~ABSENT;
  }
  return before === bytes;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 127) return false;
  return true;
}

function endsOf(blob: Uint8Array, rows: number, width: number): Uint32Array {
  const from = blob.byteOffset + 4;
  if (width === 4) return new Uint32Array(blob.buffer, from, rows);
  const lengths =
    width === 1 ? new Uint8Array(blob.buffer, from, rows) : new Uint16Array(blob.buffer, from, rows);
  const absent = width === 1 ? 0xff : 0xffff;
  const ends = new Uint32Array(rows);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] as number;
    if (length !== absent) end += length;
    ends[row] = length === absent ? (end | ABSENT) >>> 0 : end;
  }
  return ends;
}

/** Rows of packed cells. @param head their first four bytes */
export const rowsOfPacked = (head: Buffer): number => head.readUIntLE(0, 3);

/** An absent cell among the lengths given to `packCells`. */
export const NO_CELL = 0xffff_ffff;

/** @param lengths one per row, or `NO_CELL`; @param longest the greatest of them; @param bytes all cells one after another */
export function packCells(lengths: Uint32Array, rows: number, longest: number, bytes: Uint8Array): Buffer {
  const width = longest < 0xff ? 1 : longest < 0xffff ? 2 : 4;
  const blob = Buffer.allocUnsafeSlow(4 + width * rows + bytes.byteLength);
  new Uint32Array(blob.buffer, blob.byteOffset, 1)[0] = (rows | (width === 4 ? 0 : width << 24)) >>> 0;
  const from = blob.byteOffset + 4;
  if (width === 4) setEnds(new Uint32Array(blob.buffer, from, rows), lengths);
  // `NO_CELL` is cut to the greatest number of the narrower array.
  else if (width === 1) new Uint8Array(blob.buffer, from, rows).set(lengths.subarray(0, rows));
  else new Uint16Array(blob.buffer, from, rows).set(lengths.subarray(0, rows));
  blob.set(bytes, 4 + width * rows);
  return blob;
}

function setEnds(ends: Uint32Array, lengths: Uint32Array): void {
  let end = 0;
  for (let row = 0; row < ends.length; row++) {
    const length = lengths[row] as number;
    if (length !== NO_CELL) end += length;
    ends[row] = length === NO_CELL ? (end | ABSENT) >>> 0 : end;
  }
}

/** Packs cells; null = absent. Lone surrogates become U+FFFD, as everywhere in UTF-8. */
export function packText(cells: readonly (string | null)[]): Buffer {
  const lengths = new Uint32Array(cells.length);
  let size = 0;
  let longest = 0;
  for (const [row, cell] of cells.entries()) {
    const length = cell === null ? 0 : Buffer.byteLength(cell);
    lengths[row] = cell === null ? NO_CELL : length;
    size += length;
    if (length > longest) longest = length;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const cell of cells) if (cell !== null) at += bytes.write(cell, at);
  return packCells(lengths, cells.length, longest, bytes);
}
