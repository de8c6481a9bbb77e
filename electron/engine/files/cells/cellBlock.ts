// Some records of a file as places in a piece of memory: nothing is copied, and no string is made, before it is needed.

/** Records of a block at most, and cells: what a processor's cache holds, for every column goes over them once more. */
const MOST_ROWS = 1024;
const MOST_CELLS = 1 << 15;
const FIRST_OWN_BYTES = 1 << 16;

/**
 * Records' cells as ranges of `bytes` (UTF-8). The cell at `position` of `row` starts at
 * `bounds[row * stride + 2 * position]` and ends at the number after it; an empty range is a missing cell.
 */
export class CellBlock {
  /** Cells of a record of the file. */
  readonly width: number;
  readonly stride: number;
  readonly capacity: number;
  readonly bounds: Uint32Array;
  readonly records: Int32Array;
  readonly lines: Int32Array;
  /** Empty cells beyond the width, per record. */
  readonly extras: Uint16Array;
  /** The text that is read lies in the first `window` bytes; records written here come behind. */
  bytes: Buffer;
  rows = 0;
  #window: number;
  #used: number;

  constructor(width: number, window: number) {
    this.width = width;
    this.stride = 2 * width;
    this.capacity = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / width)));
    this.bounds = new Uint32Array(this.capacity * this.stride);
    this.records = new Int32Array(this.capacity);
    this.lines = new Int32Array(this.capacity);
    this.extras = new Uint16Array(this.capacity);
    this.#window = window;
    this.#used = window;
    this.bytes = Buffer.allocUnsafeSlow(window + FIRST_OWN_BYTES);
  }

  /** Empties the block. The window keeps its bytes. */
  clear(): void {
    this.rows = 0;
    this.#used = this.#window;
  }

  /** Makes room for `bytes` in the window of an empty block. */
  widen(bytes: number): void {
    if (bytes <= this.#window) return;
    const wider = Buffer.allocUnsafeSlow(bytes + FIRST_OWN_BYTES);
    wider.set(this.bytes.subarray(0, this.#window));
    this.bytes = wider;
    this.#window = bytes;
    this.#used = bytes;
  }

  get window(): number {
    return this.#window;
  }

  /** Writes a cell of the record at `row` behind the window. */
  write(row: number, position: number, text: string): void {
    const at = row * this.stride + 2 * position;
    const start = this.#used;
    if (start + 3 * text.length > this.bytes.length) this.#extend(start + 3 * text.length);
    this.#used += this.bytes.write(text, start);
    this.bounds[at] = start;
    this.bounds[at + 1] = this.#used;
  }

  /** Makes the record at `row` one of missing cells. */
  blank(row: number): void {
    this.bounds.fill(0, row * this.stride, (row + 1) * this.stride);
    this.extras[row] = 0;
  }

  /** Moves a record to an earlier row. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.bounds.copyWithin(to * this.stride, from * this.stride, (from + 1) * this.stride);
    this.lines[to] = this.lines[from] as number;
    this.extras[to] = this.extras[from] as number;
  }

  /** The cells of the record at `row` as they stand in the file. */
  texts(row: number): string[] {
    const cells: string[] = [];
    for (let at = row * this.stride; at < (row + 1) * this.stride; at += 2) {
      cells.push(this.bytes.toString('utf8', this.bounds[at], this.bounds[at + 1]));
    }
    for (let extra = this.extras[row] ?? 0; extra > 0; extra--) cells.push('');
    return cells;
  }

  #extend(size: number): void {
    const longer = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.bytes.length));
    longer.set(this.bytes);
    this.bytes = longer;
  }
}
