// One mapped column while records pass by: is the cell a value, and its typed copy (number, or code of its text).
// Works on bytes; whatever is not plain goes to the parsers of values/, with the same answer.
import type { ColumnMapping } from '../../../../shared/model/source.ts';
import { parseBoolean } from '../values/boolean.ts';
import { parseDate } from '../values/date.ts';
import { emailFault, isContactText, phoneShape } from '../values/contact.ts';
import { type MissingRule, missingRule } from '../values/missing.ts';
import { parseNumber } from '../values/number.ts';
import { type ByteStyle, byteStyle, plainNumber } from './numberBytes.ts';
import { plainDate } from './dateBytes.ts';
import { isTrimmed, NullFilter, startsSolid } from './nullBytes.ts';
import { fingerprint, LANES } from './fingerprints.ts';
import { UNNUMBERED, type WordLimits, WordTable } from './wordTable.ts';

/** How a column's typed copy is kept: as doubles, as codes into a dictionary, or only whether there is a value. */
export type ColumnForm = 'value' | 'code' | 'presence';

export type CellTest = 'number' | 'date' | 'boolean' | 'word' | 'text';

/** The same distinction as in checkRecord.ts: a word may mean "no value", a text is missing only when it is empty. */
export function testOf({ type, role }: Pick<ColumnMapping, 'type' | 'role'>): CellTest {
  if (role === 'ignore') return 'text';
  if (type === 'number' || type === 'money') return 'number';
  if (type === 'date' || type === 'boolean') return type;
  return type === 'category' || role === 'customerKey' || role === 'orderKey' ? 'word' : 'text';
}

/** Texts whose value is remembered: dates and answers repeat, and reading a text again takes ten times as long. */
const REMEMBERED = 4096;
const NO_CODE = -1;

export class ColumnCells {
  readonly mapping: ColumnMapping;
  readonly form: ColumnForm | null;
  /** The typed copies of a block's records: doubles (NaN = missing) or codes (−1 = missing, `UNNUMBERED`). */
  readonly values: Float64Array;
  readonly codes: Int32Array;
  /** Fingerprints of the texts whose code is `UNNUMBERED`, three numbers for each row; empty before there are any. */
  fingerprints = new Int32Array(0);
  readonly words: WordTable;
  readonly #test: CellTest;
  readonly #style: ByteStyle;
  readonly #rule: MissingRule;
  readonly #filter: NullFilter;
  readonly #hasOwnWords: boolean;
  readonly #isEmail: boolean;
  readonly #isPhone: boolean;
  readonly #isContact: boolean;
  readonly #seen = new WordTable();
  readonly #seenValues: number[] = [];
  #scratch = Buffer.allocUnsafe(256);
  /** A word for "no value" is among the texts all the same, so that meeting a text again proves nothing. */
  #hasNullWord = false;
  /** The text that was numbered last had not been met. */
  #isNew = false;

  /** @param nullWords as `ReadSettings.nullWords` */
  constructor(
    mapping: ColumnMapping,
    form: ColumnForm | null,
    capacity: number,
    nullWords: readonly string[] | undefined,
    limits?: WordLimits,
  ) {
    this.mapping = mapping;
    this.words = new WordTable(limits);
    this.#rule = missingRule(nullWords);
    this.#filter = new NullFilter(nullWords);
    this.#hasOwnWords = nullWords !== undefined;
    this.#isEmail = mapping.pii === 'email';
    this.#isContact = isContactText(mapping);
    this.#isPhone = this.#isContact && mapping.pii === 'phone';
    this.form = form;
    this.#test = testOf(mapping);
    this.#style = byteStyle(mapping);
    const isMeasured = this.#test === 'number' || this.#test === 'date' || this.#test === 'boolean';
    this.values = new Float64Array(isMeasured || form === 'value' ? capacity : 0);
    this.codes = new Int32Array(form === 'code' ? capacity : 0);
  }

  /** The record at `row` has no cell here. */
  setMissing(row: number): void {
    if (this.values.length > 0) this.values[row] = NaN;
    if (this.form === 'code') this.codes[row] = NO_CODE;
  }

  /** True when the cell, which is not empty, surely is a value; its number is kept. Codes follow by `code`. */
  accept(bytes: Buffer, start: number, end: number, row: number): boolean {
    if (this.#isEmail && emailFault(bytes.toString('utf8', start, end)) !== null) return false;
    if (this.#isContact && this.#hasOwnWords && this.#rule.isNoContact(bytes.toString('utf8', start, end)))
      return false;
    // Whatever is no plain number may be a word for “none”: the careful way knows.
    if (this.#isPhone && phoneShape(bytes.toString('utf8', start, end)) === undefined) return false;
    switch (this.#test) {
      case 'text':
        return startsSolid(bytes, start) || bytes.toString('utf8', start, end).trim() !== '';
      case 'word': // with codes `code` decides: most texts were met before
        return this.form === 'code' || !this.#isNullWord(bytes, start, end);
      default:
        return this.#measure(bytes, start, end, row);
    }
  }

  #measure(bytes: Buffer, start: number, end: number, row: number): boolean {
    if (this.#hasOwnWords && !(isTrimmed(bytes, start, end) && !this.#filter.mayMatch(bytes, start, end)))
      return false;
    let value = NaN;
    if (this.#test === 'number') value = plainNumber(bytes, start, end, this.#style);
    else if (this.#test === 'date') value = plainDate(bytes, start, end, this.mapping.dateOrder);
    if (Number.isNaN(value)) value = this.#remembered(bytes, start, end);
    this.values[row] = value;
    return !Number.isNaN(value);
  }

  #isNullWord(bytes: Buffer, start: number, end: number): boolean {
    if (isTrimmed(bytes, start, end) && !this.#filter.mayMatch(bytes, start, end)) return false;
    return this.#rule.isNullWord(bytes.toString('utf8', start, end));
  }

  /** Numbers the cell's text, without the spaces around it. False when the cell turns out to be missing. */
  code(bytes: Buffer, start: number, end: number, row: number): boolean {
    if (!isTrimmed(bytes, start, end)) {
      const text = bytes.toString('utf8', start, end);
      if (this.#test === 'word' && this.#rule.isNullWord(text)) return false;
      this.#codeText(text, row);
      return true;
    }
    // In a column of keys one new text follows another: it is not looked up before it is added.
    if (this.#isNew) {
      if (this.#test === 'word' && this.#isNullWord(bytes, start, end)) return false;
      const before = this.words.size;
      this.#number(bytes, start, end, row);
      this.#isNew = this.words.size > before;
      return true;
    }
    const known = this.words.find(bytes, start, end);
    const isSure = this.#test !== 'word' || (known >= 0 && !this.#hasNullWord);
    if (!isSure && this.#isNullWord(bytes, start, end)) return false;
    if (known >= 0) this.codes[row] = known;
    else if (this.words.isFull) this.#leave(bytes, start, end, row);
    else {
      this.#number(bytes, start, end, row);
      this.#isNew = true;
    }
    return true;
  }

  /** Takes over a cell that the string check has accepted; null = missing. */
  set(cell: string | null, row: number): void {
    this.setMissing(row);
    if (cell === null) return;
    if (this.values.length > 0) this.values[row] = this.#parse(cell);
    if (this.form === 'code') this.#codeText(cell, row);
  }

  #codeText(cell: string, row: number): void {
    const text = cell.trim();
    if (3 * text.length > this.#scratch.length) this.#scratch = Buffer.allocUnsafe(6 * text.length);
    const end = this.#scratch.write(text);
    // Only a word with very much white space around it passes the check.
    this.#hasNullWord ||= this.#rule.isNullWord(text);
    this.#number(this.#scratch, 0, end, row);
  }

  #number(bytes: Buffer, start: number, end: number, row: number): void {
    const code = this.words.add(bytes, start, end);
    if (code === UNNUMBERED) this.#leave(bytes, start, end, row);
    else this.codes[row] = code;
  }

  /** Whoever stores the column numbers the text. */
  #leave(bytes: Buffer, start: number, end: number, row: number): void {
    this.codes[row] = UNNUMBERED;
    if (this.fingerprints.length === 0) this.fingerprints = new Int32Array(LANES * this.codes.length);
    fingerprint(bytes, start, end, this.fingerprints, LANES * row);
  }

  #remembered(bytes: Buffer, start: number, end: number): number {
    const known = this.#seen.find(bytes, start, end);
    if (known >= 0) return this.#seenValues[known] as number;
    const value = this.#parse(bytes.toString('utf8', start, end));
    if (this.#seen.size < REMEMBERED && end - start < 64) {
      this.#seen.add(bytes, start, end);
      this.#seenValues.push(value);
    }
    return value;
  }

  /** NaN when missing, and when it is no value of the column's type. */
  #parse(text: string): number {
    const { type, dateOrder } = this.mapping;
    if (type === 'date') return parseDate(text, dateOrder) ?? NaN;
    if (type === 'boolean') {
      const answer = parseBoolean(text);
      return answer === true ? 1 : answer === false ? 0 : NaN;
    }
    return parseNumber(text, this.mapping) ?? NaN;
  }
}
