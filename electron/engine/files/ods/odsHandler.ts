// Turns the events of an OpenDocument spreadsheet (ODF 1.3 part 3, section 9) into raw records. Repeated rows and cells
// are written once in the file and could stand for billions, so they are bounded; empty ones are never made.
import { AppError } from '../../../../shared/errors.ts';
import type { IssueTally } from '../issueTally.ts';
import type { Flaw, RawRecord } from '../rawRecord.ts';
import { CELL_LIMIT, LAST_COLUMN, LAST_ROW } from '../sheets/book.ts';
import { attribute, type XmlHandler } from '../xlsx/xmlTokenizer.ts';
import type { FormattedNumber } from '../sheets/formattedNumbers.ts';
import { NumberStyles } from './numberStyles.ts';
import { OdsCell, repeats } from './odsCell.ts';

/** Elements whose text is not a cell's: notes, drawings, former contents, form controls. */
const ASIDE: ReadonlySet<string> = new Set([
  'annotation',
  'shapes',
  'tracked-changes',
  'forms',
  'frame',
  'title',
  'desc',
]);
/** Cells that repeated rows may add up to. */
const MOST_REPEATED_CELLS = 20_000_000;

export interface OdsTable {
  readonly name: string;
  readonly hidden: boolean;
  rows: number;
  columns: number;
}

export class OdsHandler implements XmlHandler {
  rows: RawRecord[] = [];
  readonly tables: OdsTable[] = [];
  readonly #tally: IssueTally;
  readonly #fileName: string;
  /** Number of the table whose rows are wanted; all are measured. */
  readonly #wanted: number;
  readonly #hiddenStyles = new Set<string>();
  readonly #cell = new OdsCell();
  readonly #numbers = new NumberStyles();
  #style = '';
  #depth = 0;
  #aside = 0;
  #line = 0;
  #rowRepeat = 1;
  #cells: string[] = [];
  #column = 0;
  #flaw: Flaw | null = null;
  #formatted: FormattedNumber[] = [];
  #repeatedCells = 0;

  constructor(tally: IssueTally, fileName: string, wanted: number) {
    this.#tally = tally;
    this.#fileName = fileName;
    this.#wanted = wanted;
  }

  open(name: string, attributes: string): void {
    if (this.#aside > 0 || ASIDE.has(name)) this.#aside++;
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (this.#depth === 1) this.#cell.open(name, attributes);
    } else if (name === 'table-row') this.#openRow(attributes);
    else this.#openOther(name, attributes);
  }

  #openOther(name: string, attributes: string): void {
    if (this.#depth === 0 || name === 'table-column') this.#numbers.open(name, attributes);
    if (name === 'table') this.#openTable(attributes);
    else if (name === 'style') this.#style = attribute(attributes, 'name') ?? '';
    else if (name === 'table-properties') {
      if (attribute(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#style);
    } else if (name === 'table-column') this.#note(attributes);
    else this.#cell.openInside(name, attributes);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#depth--;
    else this.#cell.closeInside(name);
  }

  text(text: string): void {
    if (this.#aside === 0) this.#cell.text(text);
  }

  /** Tables inside cells do not count. */
  #openTable(attributes: string): void {
    if (++this.#depth > 1) return;
    const style = attribute(attributes, 'style-name') ?? '';
    const name = attribute(attributes, 'name') ?? '';
    this.tables.push({ name, hidden: this.#hiddenStyles.has(style), rows: 0, columns: 0 });
    this.#line = 0;
  }

  get #isWanted(): boolean {
    return this.tables.length - 1 === this.#wanted;
  }

  #note(attributes: string): void {
    const visibility = attribute(attributes, 'visibility');
    if (this.#isWanted && (visibility === 'collapse' || visibility === 'filter')) {
      const count = Math.min(repeats(attributes, 'number-columns-repeated'), LAST_COLUMN);
      this.#tally.add('HIDDEN-PARTS', 'note', { count });
    }
  }

  #openRow(attributes: string): void {
    if (this.#depth !== 1) return;
    this.#rowRepeat = repeats(attributes, 'number-rows-repeated');
    this.#line++;
    this.#cells = [];
    this.#column = 0;
    this.#flaw = null;
    this.#formatted = [];
    const visibility = attribute(attributes, 'visibility');
    if (this.#isWanted && (visibility === 'collapse' || visibility === 'filter')) {
      this.#tally.add('HIDDEN-PARTS', 'note', { count: Math.min(this.#rowRepeat, LAST_ROW) });
    }
  }

  #closeCell(): void {
    if (this.#depth !== 1) return;
    const { repeat, spans, covered } = this.#cell;
    const column = this.#column;
    this.#column += repeat;
    const tally = this.#isWanted ? this.#tally : null;
    if (spans) tally?.add('MERGED-CELLS', 'note', {});
    const text = covered ? '' : this.#cell.close(tally, this.#line);
    if (text === '') return;
    if (column + repeat > LAST_COLUMN) {
      this.#flaw ??= { code: 'CELL-OUT-OF-RANGE', args: { reference: String(column + repeat) } };
      return;
    }
    const { length } = text;
    if (length > CELL_LIMIT) {
      this.#flaw ??= {
        code: 'CELL-TOO-LONG',
        args: { characters: length, limit: CELL_LIMIT },
        position: column,
      };
    }
    while (this.#cells.length < column) this.#cells.push('');
    const shown = this.#cell.shownFor(text, this.#numbers.pads(this.#cell.style, column));
    for (let i = 0; i < repeat; i++) {
      this.#cells.push(length > CELL_LIMIT ? text.slice(0, 200) : text);
      if (shown !== null) this.#formatted.push({ position: column + i, ...shown });
    }
  }

  #closeRow(): void {
    const table = this.tables.at(-1);
    if (this.#depth !== 1 || table === undefined) return;
    const first = this.#line;
    this.#line += this.#rowRepeat - 1;
    if (this.#cells.length === 0 && this.#flaw === null) return;
    const isOutside = this.#line > LAST_ROW;
    const last = isOutside ? Math.min(first, LAST_ROW) : this.#line;
    this.#bound(this.#cells.length * (last - first));
    table.rows += Math.max(1, last - first + 1);
    table.columns = Math.max(table.columns, this.#cells.length);
    if (!this.#isWanted) return;
    if (isOutside) {
      this.#flaw ??= { code: 'CELL-OUT-OF-RANGE', args: { reference: String(this.#line) } };
    }
    for (let line = Math.min(first, LAST_ROW); line <= last; line++) {
      const row = { line, cells: this.#cells, flaw: this.#flaw };
      this.rows.push(this.#formatted.length === 0 ? row : { ...row, formatted: this.#formatted });
    }
  }

  #bound(cells: number): void {
    this.#repeatedCells += cells;
    if (this.#repeatedCells > MOST_REPEATED_CELLS) {
      throw new AppError('XLSX-TOO-LARGE', { limit: `${MOST_REPEATED_CELLS}` }, { file: this.#fileName });
    }
  }
}
