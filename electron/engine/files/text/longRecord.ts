// Passing over a record that is too long to keep: its end is looked for piece by piece, so memory stays bounded.
import type { Dialect } from './splitRecord.ts';

const LINE_END = /\r\n|\r|\n/;

/** What is left to read after a piece: `rest` once the record has ended, or why it cannot end. */
export type LongRecordStep =
  | { readonly state: 'inside' }
  | { readonly state: 'unclosed' }
  | { readonly state: 'ended'; readonly rest: string };

/** The record whose long cell starts at the first piece; `quoted`: that cell was opened by a quote. */
export class LongRecord {
  readonly line: number;
  readonly kept: string;
  characters = 0;
  readonly #dialect: Dialect;
  #quoted: boolean;

  constructor(line: number, kept: string, quoted: boolean, dialect: Dialect) {
    this.line = line;
    this.kept = kept;
    this.#quoted = quoted;
    this.#dialect = dialect;
  }

  /** A line end before the closing quote means that the quote was never meant to be one: 'unclosed'. */
  feed(text: string, atEnd: boolean): LongRecordStep {
    let from = 0;
    if (this.#quoted) {
      const close = this.#closingQuote(text);
      if (close === -1) {
        if (atEnd || LINE_END.test(text)) return { state: 'unclosed' };
        this.characters += text.length;
        return { state: 'inside' };
      }
      this.#quoted = false;
      from = close + 1;
    }
    const end = LINE_END.exec(text.slice(from));
    this.characters += end === null ? text.length : from + end.index;
    if (end !== null) return { state: 'ended', rest: text.slice(from + end.index + end[0].length) };
    return atEnd ? { state: 'ended', rest: '' } : { state: 'inside' };
  }

  #closingQuote(text: string): number {
    const { quote, delimiter } = this.#dialect;
    const lineEnd = LINE_END.exec(text)?.index ?? text.length;
    for (let at = text.indexOf(quote); at !== -1 && at < lineEnd; at = text.indexOf(quote, at + 1)) {
      if (at + 1 === lineEnd || text.startsWith(delimiter, at + 1)) return at;
    }
    return -1;
  }
}
