// Turns the XML events of a worksheet into raw records. Missing references, rows out of order and cells outside the
// grid are tolerated row by row; memory holds one row at a time.
import type { IssueTally } from '../issueTally.ts';
import type { Flaw, RawRecord } from '../rawRecord.ts';
import { CELL_LIMIT, LAST_COLUMN, LAST_ROW } from '../sheets/book.ts';
import { columnOf, isoDateText, numberText } from './cellText.ts';
import { shownBy } from '../sheets/digitFormat.ts';
import type { FormattedNumber } from '../sheets/formattedNumbers.ts';
import type { NumberStyle } from './numberStyle.ts';
import type { SerialDates } from './serialDates.ts';
import { unescapeText } from './sharedStrings.ts';
import { attribute, type XmlHandler } from './xmlTokenizer.ts';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly numberStyles: readonly NumberStyle[];
  readonly dates: SerialDates;
}

export class SheetHandler implements XmlHandler {
  /** Complete rows, to be taken by the caller. */
  rows: RawRecord[] = [];
  /** From the sheet's `dimension`, as far as it can be trusted. */
  dimension: string | undefined;
  readonly #context: SheetContext;
  readonly #tally: IssueTally;
  #line = 0;
  #cells: string[] = [];
  #flaw: Flaw | null = null;
  #formatted: FormattedNumber[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #wants = false;
  #hasFormula = false;
  #hasValue = false;
  #phonetic = 0;
  #hidden = 0;
  #merged = 0;

  constructor(context: SheetContext, tally: IssueTally) {
    this.#context = context;
    this.#tally = tally;
  }

  /** Row of the sheet last read, from 1. */
  get line(): number {
    return this.#line;
  }

  /** A row that was read by other means. */
  addRow(line: number, cells: string[], formatted: readonly FormattedNumber[]): void {
    this.#line = line;
    this.#add(cells, null, formatted);
  }

  #add(cells: string[], flaw: Flaw | null, formatted: readonly FormattedNumber[]): void {
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    const { rows } = this;
    if (formatted.length === 0) rows.push({ line: this.#line, cells, flaw });
    else rows.push({ line: this.#line, cells, flaw, formatted });
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') {
      this.#wants = this.#type !== 'inlineStr';
      this.#hasValue = true;
    } else if (name === 't') this.#wants = this.#type === 'inlineStr' && this.#phonetic === 0;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#phonetic++;
    else if (name === 'mergeCell') this.#merged++;
    else if (name === 'col' && isTrue(attribute(attributes, 'hidden'))) this.#hidden++;
    else if (name === 'dimension') this.dimension = attribute(attributes, 'ref');
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#wants = false;
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'worksheet') this.#closeSheet();
  }

  text(text: string): void {
    if (this.#wants) this.#value += text;
  }

  #openRow(attributes: string): void {
    const row = attribute(attributes, 'r');
    this.#line = row === undefined ? this.#line + 1 : Number(row);
    this.#cells = [];
    this.#flaw = null;
    this.#formatted = [];
    this.#column = -1;
    if (isTrue(attribute(attributes, 'hidden'))) this.#hidden++;
    if (!Number.isInteger(this.#line) || this.#line < 1 || this.#line > LAST_ROW) {
      this.#flaw = { code: 'CELL-OUT-OF-RANGE', args: { reference: (row ?? '').slice(0, 30) } };
      this.#line = LAST_ROW;
    }
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#column = column;
    if (column < 0 || column >= LAST_COLUMN) {
      this.#flaw ??= { code: 'CELL-OUT-OF-RANGE', args: { reference: (reference ?? '').slice(0, 30) } };
    }
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
    this.#hasFormula = false;
    this.#hasValue = false;
  }

  #closeCell(): void {
    if (this.#hasFormula) {
      // Programs that do not calculate leave the value out or empty; only a formula of text can result in nothing.
      const saved = this.#hasValue && (this.#value !== '' || this.#type === 'str');
      if (saved) this.#tally.add('FORMULA-CELLS', 'note', { line: this.#line });
      else this.#tally.add('FORMULA-NO-VALUE', 'check', { line: this.#line });
    }
    if (this.#value === '' || this.#column < 0 || this.#column >= LAST_COLUMN) return;
    const text = this.#cellText();
    const { length } = text;
    if (length > CELL_LIMIT) {
      this.#flaw ??= {
        code: 'CELL-TOO-LONG',
        args: { characters: length, limit: CELL_LIMIT },
        position: this.#column,
      };
    }
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = length > CELL_LIMIT ? text.slice(0, 200) : text;
  }

  #cellText(): string {
    const raw = this.#value;
    switch (this.#type) {
      case 's':
        return this.#sharedString(raw);
      case 'n':
        return this.#number(raw);
      case 'b':
        return raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        this.#tally.add('ERROR-CELLS', 'check', { line: this.#line, args: { value: raw.slice(0, 20) } });
        return '';
      case 'd':
        return isoDateText(raw);
      default:
        return unescapeText(raw);
    }
  }

  #number(raw: string): string {
    const style = this.#context.numberStyles[this.#style] ?? 'stored';
    if (style === 'date') return this.#context.dates.text(raw);
    const text = numberText(raw);
    const shown = style === 'stored' ? null : shownBy(style, text);
    if (style !== 'stored' && shown !== null)
      this.#formatted.push({ position: this.#column, shown, isCode: style.isCode });
    return text;
  }

  #sharedString(raw: string): string {
    const text = this.#context.strings[Number(raw)];
    if (text !== undefined) return text;
    this.#flaw ??= { code: 'STRING-INDEX', args: { index: raw.slice(0, 20) }, position: this.#column };
    return '#REF-STRING';
  }

  #closeRow(): void {
    this.#add(this.#cells, this.#flaw, this.#formatted);
  }

  #closeSheet(): void {
    if (this.#merged > 0) this.#tally.add('MERGED-CELLS', 'note', { count: this.#merged });
    if (this.#hidden > 0) this.#tally.add('HIDDEN-PARTS', 'note', { count: this.#hidden });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
