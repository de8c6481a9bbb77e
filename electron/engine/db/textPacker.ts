// One column's cells on their way into a chunk: bytes are added as they come, and packed when the chunk is full.
import { NO_CELL, packCells } from './packedText.ts';

const FIRST_BYTES = 256;

export class TextPacker {
  readonly #lengths: Uint32Array;
  #bytes = new Uint8Array(FIRST_BYTES);
  #used = 0;
  #rows = 0;
  #longest = 0;

  /** @param rows of a chunk at most */
  constructor(rows: number) {
    this.#lengths = new Uint32Array(rows);
  }

  /** Bytes of the cells since the last `pack`. */
  get used(): number {
    return this.#used;
  }

  /**
   * Adds cells that are given as ranges of `source`; an empty range is an absent cell.
   * @param bounds start and end of the first cell at `at`, of the next ones `stride` further on
   */
  add(source: Uint8Array, bounds: Uint32Array, at: number, stride: number, rows: number): void {
    const lengths = this.#lengths;
    const first = this.#rows;
    let used = this.#used;
    let longest = this.#longest;
    let bytes = this.#bytes;
    for (let row = 0, bound = at; row < rows; row++, bound += stride) {
      const start = bounds[bound] as number;
      const length = (bounds[bound + 1] as number) - start;
      lengths[first + row] = length === 0 ? NO_CELL : length;
      if (length > longest) longest = length;
      if (used + length > bytes.length) bytes = this.#grow(used, used + length);
      // Most cells are shorter than a call to copy them would take.
      if (length < 32) for (let i = 0; i < length; i++) bytes[used + i] = source[start + i] as number;
      else bytes.set(source.subarray(start, start + length), used);
      used += length;
    }
    this.#longest = longest;
    this.#used = used;
    this.#rows = first + rows;
  }

  /** As `add`, one cell. */
  addOne(source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    const used = this.#used;
    const bytes = used + length > this.#bytes.length ? this.#grow(used, used + length) : this.#bytes;
    if (length < 32) for (let i = 0; i < length; i++) bytes[used + i] = source[start + i] as number;
    else bytes.set(source.subarray(start, end), used);
    this.#lengths[this.#rows++] = length === 0 ? NO_CELL : length;
    if (length > this.#longest) this.#longest = length;
    this.#used = used + length;
  }

  /** The chunk, and an empty packer again. */
  pack(): Buffer {
    const blob = packCells(this.#lengths, this.#rows, this.#longest, this.#bytes.subarray(0, this.#used));
    this.#used = this.#rows = this.#longest = 0;
    return blob;
  }

  #grow(used: number, size: number): Uint8Array<ArrayBuffer> {
    const wider = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
    wider.set(this.#bytes.subarray(0, used));
    this.#bytes = wider;
    return wider;
  }
}
