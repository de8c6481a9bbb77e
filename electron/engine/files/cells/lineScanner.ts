// Cuts well-formed delimited text into cells, byte by byte: lines of the expected number of cells, quoted by the book.
// At anything unusual it stops, and text/recordFramer.ts decides; where it does not stop, the framer would say the same.
import { RECORD_LIMIT } from '../text/recordFramer.ts';
import type { Dialect } from '../text/splitRecord.ts';
import type { CellBlock } from './cellBlock.ts';

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const DELETE = 127;
const BACKSLASH = 92;
/** What a byte can mean outside quotes. */
const [TEXT, END, QUOTE, ODD, LEAD] = [0, 1, 2, 3, 4];
/** First bytes of the characters beyond ASCII that text/oddCharacters.ts reports, among others. */
const ODD_LEADS = [0xc2, 0xef, 0xf3];
/** Instead of a place: what stands there is for the framer, or the bytes end before the record does. */
const UNUSUAL = -1;
const CUT = -2;

/** Whether a character may be one of those that the framer reports. The bytes are valid UTF-8. */
function isOdd(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at];
  const second = bytes[at + 1] as number;
  if (first === 0xc2) return second < 0xa0;
  return first === 0xef ? second === 0xbf && (bytes[at + 2] as number) >= 0xbd : second === 0xa0;
}

/** Why a scan ended: at something unusual, at the end of the bytes, or because the block is full. */
export type ScanEnd = 'unusual' | 'cut' | 'full';

/** Whether text of this dialect can be scanned by bytes at all. */
export function canScan({ delimiter, quote }: Dialect): boolean {
  if (delimiter === '') return true;
  const code = delimiter.charCodeAt(0);
  return delimiter.length === 1 && delimiter !== quote && (code === TAB || (code > SPACE && code < DELETE));
}

export class LineScanner {
  readonly #kinds = new Uint8Array(256);
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #backslashes: boolean;
  /** Where the next record starts, and on which line. */
  at = 0;
  line = 1;
  #lineEnds = 0;
  #extra = 0;
  #doubled = false;
  /** Cells of the record with doubled quotes; the first `#escapes` count. */
  readonly #escaped: number[] = [];
  #escapes = 0;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter === '' ? -1 : dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#backslashes = dialect.escape === '\\';
    for (let byte = 0; byte < SPACE; byte++) this.#kinds[byte] = byte === TAB ? TEXT : ODD;
    this.#kinds[DELETE] = ODD;
    for (const byte of ODD_LEADS) this.#kinds[byte] = LEAD;
    this.#kinds[LF] = END;
    this.#kinds[CR] = END;
    if (this.#delimiter >= 0) this.#kinds[this.#delimiter] = END;
    if (this.#quote >= 0) this.#kinds[this.#quote] = QUOTE;
  }

  /** Adds the records from `at` to the block's rows from `row`, up to `to`. @returns their number and why it ended */
  scan(block: CellBlock, row: number, to: number): { readonly rows: number; readonly end: ScanEnd } {
    const { bytes, lines, extras, capacity, stride } = block;
    const kept = bytes[to] as number;
    bytes[to] = LF; // ends the innermost loop without a second comparison
    let next = row;
    let end: ScanEnd = 'full';
    while (next < capacity) {
      const after = this.#record(block, next * stride, to);
      if (after < 0 || after - this.at > RECORD_LIMIT) {
        end = after === CUT ? 'cut' : 'unusual';
        break;
      }
      lines[next] = this.line;
      extras[next] = this.#extra;
      this.line += 1 + this.#lineEnds;
      this.at = after;
      if (this.#escapes > 0) this.#unescape(block);
      next++;
    }
    bytes[to] = kept;
    return { rows: next - row, end };
  }

  /** The place after the record that starts at `at`. */
  #record(block: CellBlock, base: number, to: number): number {
    const { bytes, bounds, width } = block;
    const kinds = this.#kinds;
    const quote = this.#quote;
    const delimiter = this.#delimiter;
    this.#lineEnds = 0;
    this.#escapes = 0;
    let at = this.at;
    for (let cell = 0, bound = base; ; cell++, bound += 2) {
      let start = at;
      let end: number;
      if (bytes[at] === quote && at < to) {
        start++;
        end = this.#quotedEnd(bytes, start, to);
        if (end < 0) return end;
        at = end + 1;
        if (this.#doubled && cell < width) this.#escaped[this.#escapes++] = bound;
      } else {
        while (kinds[bytes[at] as number] === TEXT) at++;
        if (kinds[bytes[at] as number] !== END) at = this.#plainEnd(bytes, start, at);
        if (at < 0) return UNUSUAL;
        end = at;
      }
      if (cell < width) {
        bounds[bound] = start;
        bounds[bound + 1] = end;
      } else if (end > start) return at >= to ? CUT : UNUSUAL;
      if (at >= to) return CUT;
      const byte = bytes[at];
      if (byte === delimiter) {
        at++;
        continue;
      }
      this.#extra = cell + 1 > width ? cell + 1 - width : 0;
      if (cell + 1 < width || this.#extra > 65_535) return UNUSUAL;
      if (byte === LF) return at + 1;
      if (byte !== CR) return UNUSUAL;
      return at + 1 >= to ? CUT : bytes[at + 1] === LF ? at + 2 : UNUSUAL;
    }
  }

  /**
   * The end of the cell that starts at `start`, looked for from `at` on. Quotes are text in a cell that starts with
   * something else; after spaces they may open it, which is for the framer.
   */
  #plainEnd(bytes: Uint8Array, start: number, from: number): number {
    const kinds = this.#kinds;
    let at = from;
    for (;;) {
      while (kinds[bytes[at] as number] === TEXT) at++;
      const kind = kinds[bytes[at] as number];
      if (kind === END) return at;
      if (kind === ODD || (kind === LEAD && isOdd(bytes, at))) return UNUSUAL;
      if (kind === QUOTE && bytes[start] === SPACE) return UNUSUAL;
      at++;
    }
  }

  /** The place of the closing quote. */
  #quotedEnd(bytes: Uint8Array, start: number, to: number): number {
    const kinds = this.#kinds;
    const quote = this.#quote;
    this.#doubled = false;
    for (let at = start; at < to; at++) {
      const byte = bytes[at] as number;
      if (kinds[byte] === TEXT) {
        if (byte === BACKSLASH && this.#backslashes) return UNUSUAL;
      } else if (byte === quote) {
        const next = bytes[at + 1];
        if (at + 1 >= to) return CUT;
        if (next === quote) {
          this.#doubled = true;
          at++;
        } else return next === this.#delimiter || next === LF || next === CR ? at : UNUSUAL;
      } else if (kinds[byte] === ODD || (kinds[byte] === LEAD && isOdd(bytes, at))) return UNUSUAL;
      else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.#lineEnds++;
    }
    return CUT;
  }

  /** Doubled quotes become one, in place: the record is taken, and nobody reads these bytes as text again. */
  #unescape({ bytes, bounds }: CellBlock): void {
    for (let escape = 0; escape < this.#escapes; escape++) {
      const cell = this.#escaped[escape] as number;
      const end = bounds[cell + 1] as number;
      let to = bounds[cell] as number;
      for (let at = to; at < end; at++) {
        bytes[to++] = bytes[at] as number;
        if (bytes[at] === this.#quote) at++;
      }
      bounds[cell + 1] = to;
    }
  }
}
