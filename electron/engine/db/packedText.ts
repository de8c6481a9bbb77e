// The cells of one column for some rows, packed into one piece of memory: a header of ends, then the UTF-8 bytes.
// Storing these instead of rows of SQL is what makes an import fast: binding value by value costs most of it.

/** High bit of an end: the cell is absent (null), which is not the same as an empty text. */
const ABSENT = 0x8000_0000;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Packed cells: `rows` (uint32), the end of each cell's bytes (uint32, high bit = absent), the bytes. Little endian. */
export class PackedText {
  readonly rows: number;
  readonly #ends: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #ascii: boolean;

  /** @param blob as `packText` made it */
  constructor(blob: Uint8Array) {
    // A BLOB's bytes may start anywhere; whole numbers must not.
    const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
    this.rows = new Uint32Array(aligned.buffer, aligned.byteOffset, 1)[0] ?? 0;
    this.#ends = new Uint32Array(aligned.buffer, aligned.byteOffset + 4, this.rows);
    this.#bytes = aligned.subarray(4 + 4 * this.rows);
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

/** True when ends and bytes agree: each end after the one before, the last at the end of the bytes. */
export function isPackedText(blob: Uint8Array): boolean {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const rows = blob.byteLength < 4 ? -1 : view.getUint32(0, true);
  const bytes = blob.byteLength - 4 - 4 * rows;
  if (rows < 0 || bytes < 0) return false;
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const end = (view.getUint32(4 + 4 * row, true) & ~ABSENT) >>> 0;
    if (end < before) return false;
    before = end;
  }
  return before === bytes;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 127) return false;
  return true;
}

/** @param ends one per row, absolute in `bytes`; `absent` says which rows have no cell */
export function packEnds(ends: Uint32Array, rows: number, bytes: Uint8Array): Buffer {
  const blob = Buffer.allocUnsafeSlow(4 + 4 * rows + bytes.byteLength);
  new Uint32Array(blob.buffer, blob.byteOffset, 1)[0] = rows;
  new Uint32Array(blob.buffer, blob.byteOffset + 4, rows).set(ends.subarray(0, rows));
  blob.set(bytes, 4 + 4 * rows);
  return blob;
}

/** Packs cells; null = absent. Lone surrogates become U+FFFD, as everywhere in UTF-8. */
export function packText(cells: readonly (string | null)[]): Buffer {
  const ends = new Uint32Array(cells.length);
  let size = 0;
  for (const [row, cell] of cells.entries()) {
    if (cell !== null) size += Buffer.byteLength(cell);
    ends[row] = cell === null ? (size | ABSENT) >>> 0 : size;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const cell of cells) if (cell !== null) at += bytes.write(cell, at);
  return packEnds(ends, cells.length, bytes);
}
