// Runs a worksheet's bytes through the row scanner where it can and through the tokenizer where it must. The tokenizer
// sees everything around the rows and every row the scanner leaves; both fill the same handler.
import { StringDecoder } from 'node:string_decoder';
import { INCOMPLETE, RowScanner, UNUSUAL } from './rowScanner.ts';
import type { SheetContext, SheetHandler } from './sheetHandler.ts';
import { XmlTokenizer } from './xmlTokenizer.ts';

const ROWS_START = Buffer.from('<sheetData>');
const ROW_START = Buffer.from('<row');
const ROW_END = Buffer.from('</row>');
/** A row that does not end within this goes through the tokenizer, which bounds what it keeps. */
const LONGEST_ROW_BYTES = 4 << 20;

export class SheetReader {
  readonly #handler: SheetHandler;
  readonly #tokenizer: XmlTokenizer;
  readonly #scanner: RowScanner;
  readonly #decoder = new StringDecoder('utf8');
  #mode: 'head' | 'rows' | 'plain' = 'head';
  #rest: Buffer = Buffer.alloc(0);
  #isFirst = true;

  constructor(handler: SheetHandler, context: SheetContext, fileName: string) {
    this.#handler = handler;
    this.#tokenizer = new XmlTokenizer(handler, fileName);
    this.#scanner = new RowScanner(context);
  }

  /** @throws AppError XLSX-UNSAFE, XLSX-DAMAGED, XLSX-TOO-LARGE. */
  push(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = Buffer.alloc(0);
    const from = this.#mode === 'head' ? this.#head(bytes) : 0;
    const at = this.#mode === 'rows' ? this.#rows(bytes, from) : from;
    if (this.#mode === 'plain') this.#tokenize(bytes.subarray(at));
    else this.#rest = Buffer.from(bytes.subarray(at));
  }

  /** @throws AppError XLSX-DAMAGED when the part ends inside an element. */
  end(): void {
    this.#tokenize(this.#rest);
    this.#tokenizer.push(this.#decoder.end());
    this.#tokenizer.end();
  }

  #tokenize(bytes: Buffer): void {
    const text = this.#decoder.write(bytes);
    if (text === '') return;
    this.#tokenizer.push(this.#isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text);
    this.#isFirst = false;
  }

  /** Up to the first row; returns how far. Sheets with prefixed names never get beyond. */
  #head(bytes: Buffer): number {
    const at = bytes.indexOf(ROWS_START);
    if (at === -1) {
      if (bytes.length < 64 * 1024) return 0;
      this.#mode = 'plain';
      return 0;
    }
    const end = at + ROWS_START.length;
    this.#tokenize(bytes.subarray(0, end));
    // Inside a comment the tokenizer would still be waiting for its end.
    this.#mode = this.#tokenizer.isIdle ? 'rows' : 'plain';
    return end;
  }

  /** Row by row; returns where it stopped for more bytes, or for good (mode `plain`). */
  #rows(bytes: Buffer, from: number): number {
    let at = from;
    for (;;) {
      while (at < bytes.length && (bytes[at] ?? 0) <= 32) at++;
      if (bytes.length - at < 8) return at;
      const isRow = ROW_START.compare(bytes, at, at + 4) === 0;
      const next = isRow ? this.#row(bytes, at) : UNUSUAL;
      if (next === INCOMPLETE && bytes.length - at < LONGEST_ROW_BYTES) return at;
      if (next < 0) {
        this.#mode = 'plain';
        return at;
      }
      at = next;
      if (!this.#tokenizer.isIdle) {
        this.#mode = 'plain';
        return at;
      }
    }
  }

  #row(bytes: Buffer, at: number): number {
    const scanner = this.#scanner;
    scanner.line = this.#handler.line;
    const end = scanner.scanRow(bytes, at);
    if (end >= 0) {
      this.#handler.addRow(scanner.line, scanner.cells, scanner.formatted);
      return end;
    }
    if (end === INCOMPLETE) return INCOMPLETE;
    const close = bytes.indexOf(ROW_END, at);
    if (close === -1) return INCOMPLETE;
    this.#tokenize(bytes.subarray(at, close + ROW_END.length));
    return close + ROW_END.length;
  }
}
