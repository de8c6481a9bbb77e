// Cuts decoded text into records, whatever its line ends, with the physical line of each. Memory stays bounded:
// a record over 1 MiB is either an unclosed quote (refused), a file without line ends (refused) or set aside.
import { parsePlainLines } from './plainLines.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { IssueArgs } from '../../../../shared/model/issue.ts';
import type { Flaw, RawRecord } from '../rawRecord.ts';
import { INVALID_BYTE, showInvalidBytes, type TextChunk } from './decodeText.ts';
import { LongRecord } from './longRecord.ts';
import { MAYBE_ODD, noticeOddCharacters } from './oddCharacters.ts';
import { type Dialect, splitPlain, splitRecord } from './splitRecord.ts';

/** The longest record (and so cell) that is read, in characters. */
export const RECORD_LIMIT = 1 << 20;
const KEPT_OF_LONG = 200;
/** Never occurs in text: stands for "no delimiter". */
const NO_DELIMITER = '\uDC00\uDC00';

/** Called for what is odd but harmless about a record. */
export type FramerNotice = (
  code: 'QUOTES-REPAIRED' | 'NUL-CHARACTERS' | 'CONTROL-CHARACTERS',
  line: number,
  count: number,
  args?: IssueArgs,
) => void;

function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Feed it chunks with `push`, the last one with `atEnd`; it returns the records that are complete. */
export class RecordFramer {
  readonly #dialect: Dialect;
  readonly #fileName: string;
  readonly #notice: FramerNotice;
  #text = '';
  #line = 1;
  #framed = 0;
  #long: LongRecord | null = null;
  #invalidAt: number[] = [];
  #invalidUsed = 0;
  #hasOdd = false;

  constructor(dialect: Dialect, fileName: string, notice: FramerNotice) {
    this.#dialect = dialect.delimiter === '' ? { ...dialect, delimiter: NO_DELIMITER } : dialect;
    this.#fileName = fileName;
    this.#notice = notice;
  }

  /** Whether a quoted cell is still open at the end of what was pushed. */
  get insideQuotes(): boolean {
    if (this.#text === '' || this.#dialect.quote === '') return false;
    const cut = splitRecord(this.#text, 0, this.#dialect, false);
    return 'openAt' in cut && cut.openAt >= 0;
  }

  /** The physical line of the next record. */
  get line(): number {
    return this.#line;
  }

  /** Records that were framed elsewhere, between two calls of `push`; `line` is where the next one starts. */
  skip(records: number, line: number): void {
    this.#framed += records;
    this.#line = line;
  }

  /** Hands back the text that was pushed and belongs to no record yet; null when it cannot be read anew. */
  takeRest(): string | null {
    if (this.#long !== null || this.#invalidAt.length > 0) return null;
    const rest = this.#text;
    this.#text = '';
    return rest;
  }

  /** @throws AppError CSV-UNCLOSED-QUOTE (place.line: where the quote opens), CSV-RECORD-TOO-LONG. */
  push(chunk: TextChunk, atEnd: boolean): RawRecord[] {
    const records: RawRecord[] = [];
    for (const offset of chunk.invalidAt) this.#invalidAt.push(offset);
    this.#hasOdd ||= MAYBE_ODD.test(chunk.text);
    this.#text = this.#long === null ? this.#text + chunk.text : this.#passOver(records, chunk.text, atEnd);
    do {
      if (this.#long === null) this.#frame(records, atEnd);
      if (this.#text.length > RECORD_LIMIT) this.#text = this.#startLong(records, atEnd);
    } while (this.#text.length > RECORD_LIMIT);
    if (this.#invalidUsed === this.#invalidAt.length) {
      this.#invalidAt = [];
      this.#invalidUsed = 0;
    }
    return records;
  }

  #frame(records: RawRecord[], atEnd: boolean): void {
    const text = this.#text;
    const size = text.length;
    const { delimiter, quote } = this.#dialect;
    const find = (needle: string, from: number): number => {
      const found = text.indexOf(needle, from);
      return found === -1 ? size : found;
    };
    let at = 0;
    let lf = -1;
    let cr = -1;
    let mark = -1;
    while (at < size) {
      if (lf < at) lf = find('\n', at);
      if (cr < at) cr = find('\r', at);
      if (mark < at) mark = quote === '' ? size : find(quote, at);
      const lines = parsePlainLines(text, at, mark, this.#dialect.delimiter);
      if (lines !== null) {
        for (const cells of lines.rows) this.#emit(records, cells, 0, false);
        at = lines.end;
        continue;
      }
      let end = lf < cr ? lf : cr;
      if (mark >= end) {
        if (!atEnd && mayGoOn(text, end)) break;
        this.#emit(records, splitPlain(text.slice(at, end), delimiter), 0, false);
      } else {
        const split = splitRecord(text, at, this.#dialect, atEnd);
        if ('openAt' in split) {
          if (atEnd) throw this.#unclosed(countLineEnds(text.slice(at, split.openAt)));
          break;
        }
        end = split.end;
        if (!atEnd && mayGoOn(text, end)) break;
        this.#emit(records, split.cells, split.lineEnds, split.repaired);
      }
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
    this.#text = at === 0 ? text : text.slice(at);
  }

  #emit(records: RawRecord[], cells: string[], lineEnds: number, repaired: boolean): void {
    const line = this.#line;
    this.#framed++;
    this.#line += lineEnds + 1;
    if (repaired) this.#notice('QUOTES-REPAIRED', line, 1);
    if (this.#hasOdd) noticeOddCharacters(cells, line, this.#notice);
    const flaw = this.#invalidUsed < this.#invalidAt.length ? this.#invalidFlaw(cells) : null;
    records.push({ line, cells: flaw === null ? cells : cells.map(showInvalidBytes), flaw });
  }

  #invalidFlaw(cells: readonly string[]): Flaw | null {
    let count = 0;
    let position = -1;
    for (let i = 0; i < cells.length; i++) {
      const found = cells[i]?.match(INVALID_BYTE)?.length ?? 0;
      if (found > 0 && position === -1) position = i;
      count += found;
    }
    if (count === 0) return null;
    const offset = this.#invalidAt[this.#invalidUsed] ?? 0;
    this.#invalidUsed += count;
    return { code: 'INVALID-BYTES', args: { offset, count }, position };
  }

  /** What is kept starts with a record over the limit; returns the text after it, if its end is already there. */
  #startLong(records: RawRecord[], atEnd: boolean): string {
    const cut = splitRecord(this.#text, 0, this.#dialect, false);
    const openAt = 'openAt' in cut ? cut.openAt : -1;
    if (openAt >= 0 && countLineEnds(this.#text.slice(openAt)) > 0) {
      throw this.#unclosed(countLineEnds(this.#text.slice(0, openAt)));
    }
    if (openAt < 0 && this.#framed === 0) {
      throw new AppError(
        'CSV-RECORD-TOO-LONG',
        { limit: RECORD_LIMIT },
        { file: this.#fileName, line: this.#line },
      );
    }
    this.#long = new LongRecord(this.#line, this.#text.slice(0, KEPT_OF_LONG), openAt >= 0, this.#dialect);
    return this.#passOver(records, this.#text.slice(openAt + 1), atEnd);
  }

  #passOver(records: RawRecord[], text: string, atEnd: boolean): string {
    const long = this.#long;
    const step = long?.feed(text, atEnd);
    if (long === null || step === undefined || step.state === 'inside') return '';
    if (step.state === 'unclosed') throw this.#unclosed(0);
    this.#long = null;
    this.#framed++;
    this.#line++;
    this.#invalidUsed = this.#invalidAt.length;
    const args = { characters: long.characters, limit: RECORD_LIMIT };
    records.push({
      line: long.line,
      cells: [showInvalidBytes(long.kept)],
      flaw: { code: 'CELL-TOO-LONG', args },
    });
    return step.rest;
  }

  #unclosed(linesBefore: number): AppError {
    const line = this.#line + linesBefore;
    return new AppError('CSV-UNCLOSED-QUOTE', { line }, { file: this.#fileName, line });
  }
}

/** The text stops before the line end at `end` is certain: no line end yet, or the CR of a possible CR LF. */
function mayGoOn(text: string, end: number): boolean {
  return end >= text.length || (end === text.length - 1 && text[end] === '\r');
}
