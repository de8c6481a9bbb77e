// A text file as blocks of cells. Usual lines are taken by the byte scanner; whatever is unusual (other numbers of cells,
// broken quotes, invalid bytes, all before the header) goes the careful way of the framer, and the result is the same.
import type { ColumnMapping } from '../../../../shared/model/source.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { ReadSettings } from '../../../../shared/model/readSettings.ts';
import { IssueTally } from '../issueTally.ts';
import type { OpenedFile } from '../openFile.ts';
import type { RawRecord } from '../rawRecord.ts';
import { TablePipeline } from '../tablePipeline.ts';
import { CHUNK_BYTES, type TextChunk } from '../text/decodeText.ts';
import { dialectOf } from '../text/readText.ts';
import { RECORD_LIMIT, RecordFramer } from '../text/recordFramer.ts';
import { BlockFiller, type FillerOptions } from './blockFiller.ts';
import { canScan, LineScanner } from './lineScanner.ts';
import { Utf8Window } from './utf8Window.ts';

const WINDOW_BYTES = CHUNK_BYTES + (1 << 18);
/** A file of nothing but unusual lines is framed in pieces of this size, for a call per line would take most of the time. */
const MOST_PIECE = 1 << 16;
/** So many usual lines in a row, and the next unusual one is again taken alone. */
const USUAL_ROWS = 16;
const LF = 10;

export class TextCells {
  readonly #window: Utf8Window;
  readonly #framer: RecordFramer;
  readonly #pipeline: TablePipeline;
  readonly #scanner: LineScanner | null;
  readonly #noticed = new IssueTally();
  readonly #makeFiller: (width: number) => BlockFiller;
  #filler: BlockFiller;
  /** Records of the table that were framed and wait for room in the block. */
  #queue: RawRecord[] = [];
  #queued = 0;
  #pieceBytes = 0;
  /** The framer is inside a record that cannot be read anew. */
  #isFraming = false;
  #isDone = false;

  constructor(
    file: OpenedFile,
    settings: ReadSettings,
    columns: readonly ColumnMapping[],
    options: FillerOptions,
    see: (bytes: Buffer) => void,
  ) {
    const dialect = dialectOf(settings);
    this.#window = new Utf8Window(file, settings.encoding, see);
    this.#framer = new RecordFramer(dialect, file.fileName, (code, line, count, args = {}) =>
      this.#noticed.add(code, 'check', { line, count, args }),
    );
    this.#pipeline = new TablePipeline(settings, columns);
    // A repair and a guard look at every cell as text.
    const isPlain = canScan(dialect) && settings.repairDoubleEncoding !== true && options.guard === null;
    this.#scanner = isPlain ? new LineScanner(dialect) : null;
    this.#makeFiller = (width) => new BlockFiller(width, WINDOW_BYTES, columns, options);
    this.#filler = this.#makeFiller(columns.reduce((most, column) => Math.max(most, column.position + 1), 1));
  }

  /** The block as `advance` has filled it, with the columns' typed copies. */
  get filled(): BlockFiller {
    return this.#filler;
  }

  get bytesRead(): number {
    return this.#window.bytesRead;
  }

  /** What was noticed, once `advance` has returned false. */
  issues(): readonly Issue[] {
    return [...this.#noticed.list(), ...this.#pipeline.tally.list()];
  }

  /**
   * Replaces what is in `filled` by the next records; false when there are no more.
   * @throws AppError CSV-UNCLOSED-QUOTE, CSV-RECORD-TOO-LONG, SRC-UNREADABLE.
   */
  async advance(): Promise<boolean> {
    this.#filler.clear();
    for (;;) {
      this.#drain();
      if (this.#filler.isFull) return true;
      if (this.#isDone) return !this.#filler.isEmpty;
      if (this.#step()) continue;
      if (!this.#filler.isEmpty) return true; // loading moves the bytes that the block refers to
      await this.#load();
    }
  }

  close(): Promise<void> {
    return this.#window.close();
  }

  #drain(): void {
    const check = this.#pipeline.table?.check;
    while (check !== undefined && this.#queued < this.#queue.length && !this.#filler.isFull) {
      this.#filler.takeRaw(this.#queue[this.#queued++] as RawRecord, check);
    }
    if (this.#queued < this.#queue.length) return;
    this.#queue = [];
    this.#queued = 0;
  }

  /** Goes on within the window; false when more of the file is needed. */
  #step(): boolean {
    const { start, sure } = this.#window;
    if (this.#isFraming || start >= sure) return false;
    const scanner = this.#pipeline.table?.walk.settled === true ? this.#scanner : null;
    if (scanner === null) return this.#frame();
    const { rows, end } = this.#scan(scanner);
    if (end === 'full') return true;
    if (rows >= USUAL_ROWS) this.#pieceBytes = 0;
    if (end === 'cut' && sure - this.#window.start <= RECORD_LIMIT) return false;
    if (rows > 0 && this.#filler.isFull) return true;
    return this.#frame();
  }

  #scan(scanner: LineScanner): ReturnType<LineScanner['scan']> {
    const { block } = this.#filler;
    const first = block.rows;
    scanner.at = this.#window.start;
    scanner.line = this.#framer.line;
    const scanned = scanner.scan(block, first, this.#window.sure);
    this.#window.start = scanner.at;
    this.#framer.skip(scanned.rows, scanner.line);
    this.#judge(first, first + scanned.rows);
    return scanned;
  }

  /** Takes scanned rows, one after another; the walk is told of them as if each had passed through it. */
  #judge(from: number, to: number): void {
    const filler = this.#filler;
    const { table } = this.#pipeline;
    if (table === null) return;
    let taken = 0;
    for (let row = from; row < to; row++) {
      if (table.walk.settled && filler.takeScanned(row)) {
        taken++;
        continue;
      }
      this.#tellWalk(taken);
      taken = 0;
      const raw = this.#rawAt(row);
      for (const passed of this.#pipeline.push([raw], false)) filler.takeRaw(passed, table.check);
    }
    this.#tellWalk(taken);
  }

  #tellWalk(taken: number): void {
    if (taken === 0) return;
    this.#pipeline.table?.walk.skip(taken - 1);
    this.#pipeline.push([this.#rawAt(this.#filler.block.rows - 1)], false);
  }

  #rawAt(row: number): RawRecord {
    const { block } = this.#filler;
    return { line: block.lines[row] ?? 0, cells: block.texts(row), flaw: null };
  }

  /** Frames the next line, or more of them; false when more of the file is needed. */
  #frame(): boolean {
    const window = this.#window;
    for (;;) {
      const end = this.#pieceEnd();
      this.#pieceBytes = Math.min(MOST_PIECE, Math.max(256, 2 * this.#pieceBytes));
      const text = window.text(this.#filler.block, end);
      const records = this.#framer.push({ text, invalidAt: [], bytesRead: window.bytesRead }, false);
      const rest = this.#framer.takeRest();
      this.#isFraming = rest === null;
      const start = window.start;
      window.start = end - Buffer.byteLength(rest ?? '');
      this.#enqueue(records, false);
      if (window.start > start) return true;
      if (end === window.sure) return false;
      if (this.#pieceBytes === MOST_PIECE) return this.#frameAll();
    }
  }

  /** One record is longer than any piece: the whole window at once. */
  #frameAll(): boolean {
    const window = this.#window;
    return this.#push({
      text: window.text(this.#filler.block, window.sure),
      invalidAt: [],
      bytesRead: window.bytesRead,
    });
  }

  #push(chunk: TextChunk): boolean {
    const window = this.#window;
    const start = window.start;
    const records = this.#framer.push(chunk, false);
    const rest = this.#framer.takeRest();
    this.#isFraming = rest === null;
    window.start = window.sure - Buffer.byteLength(rest ?? '');
    this.#enqueue(records, false);
    return window.start > start;
  }

  /** After a line end if there is one, so that the framer need not hold a record that has only begun. */
  #pieceEnd(): number {
    const { start, sure } = this.#window;
    const found = this.#filler.block.bytes.indexOf(LF, Math.min(sure - 1, start + this.#pieceBytes));
    return found === -1 || found >= sure ? sure : found + 1;
  }

  async #load(): Promise<void> {
    const window = this.#window;
    const { block } = this.#filler;
    if (window.atEnd) {
      const text = window.text(block, window.sure);
      window.start = window.sure;
      this.#enqueue(this.#framer.push({ text, invalidAt: [], bytesRead: window.bytesRead }, true), true);
      this.#isDone = true;
      return;
    }
    const damaged = await window.load(block);
    if (damaged === null) {
      if (this.#isFraming) this.#frameAll();
      return;
    }
    this.#enqueue(this.#framer.push(damaged, false), false);
    const rest = this.#framer.takeRest();
    this.#isFraming = rest === null;
    if (rest !== null) window.putBack(block, rest);
  }

  #enqueue(records: readonly RawRecord[], atEnd: boolean): void {
    const before = this.#pipeline.table;
    for (const record of this.#pipeline.push(records, false)) this.#queue.push(record);
    if (atEnd) for (const record of this.#pipeline.finish()) this.#queue.push(record);
    const { table } = this.#pipeline;
    if (table === null || before !== null || table.width === this.#filler.block.width) return;
    const old = this.#filler.block;
    this.#filler = this.#makeFiller(table.width);
    this.#filler.block.widen(old.window);
    this.#filler.block.bytes.set(old.bytes.subarray(0, old.window));
  }
}
