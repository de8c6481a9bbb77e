// The disposable reader of XLS and XLSB: its own entry, in a process that has nothing but a path and can be killed.
// A third party's parser runs here on files of unknown origin; whatever it does, only lines of text come out.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CellObject, read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { IssueTally } from '../issueTally.ts';
import { numberText, serialDateText } from '../xlsx/cellText.ts';
import { shownBy } from '../sheets/digitFormat.ts';
import type { FormattedNumber } from '../sheets/formattedNumbers.ts';
import { type NumberStyle, numberStyleOf } from '../xlsx/numberStyle.ts';
import type { FromLegacy, ToLegacy } from './messages.ts';

type Row = readonly (CellObject | undefined)[] | undefined;

interface LegacySheet {
  readonly '!data'?: readonly Row[];
  readonly '!merges'?: readonly unknown[];
  readonly '!type'?: string;
  readonly '!rows'?: readonly (Line | undefined)[];
  readonly '!cols'?: readonly (Line | undefined)[];
}

/** A row or a column. */
interface Line {
  readonly hidden?: boolean;
}

interface Found {
  readonly name: string;
  readonly hidden: boolean;
  readonly sheet: LegacySheet;
}

async function say(message: FromLegacy): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain');
}

/** Worksheets; charts, macros and dialogs hold no rows. */
function sheetsOf(book: WorkBook): readonly Found[] {
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name] as LegacySheet | undefined;
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    return [{ name, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, sheet }];
  });
}

class RowWriter {
  readonly tally = new IssueTally();
  readonly #date1904: boolean;
  readonly #styles = new Map<string, NumberStyle>();
  /** Of the row last read: numbers that are shown otherwise. */
  formatted: FormattedNumber[] = [];

  constructor(date1904: boolean) {
    this.#date1904 = date1904;
  }

  cells(row: Row, line: number): readonly string[] {
    const texts: string[] = [];
    this.formatted = [];
    row?.forEach((cell, column) => {
      const text = cell === undefined ? '' : this.#text(cell, line, column);
      if (text === '') return;
      while (texts.length < column) texts.push('');
      texts[column] = text;
    });
    return texts;
  }

  #text(cell: CellObject, line: number, column: number): string {
    if (cell.f !== undefined) this.tally.add('FORMULA-CELLS', 'note', { line });
    const { t, v } = cell;
    if (t === 'e') {
      this.tally.add('ERROR-CELLS', 'check', { line, args: { value: String(cell.w ?? v).slice(0, 20) } });
      return '';
    }
    if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
    if (t === 'n' && typeof v === 'number') return this.#number(String(v), String(cell.z ?? ''), column);
    return v === undefined || v === null ? '' : String(v);
  }

  #number(raw: string, format: string, position: number): string {
    const style = this.#style(format);
    if (style === 'date') return serialDateText(raw, this.#date1904);
    const text = numberText(raw);
    const shown = style === 'stored' ? null : shownBy(style, text);
    if (style !== 'stored' && shown !== null) this.formatted.push({ position, shown, isCode: style.isCode });
    return text;
  }

  #style(format: string): NumberStyle {
    const known = this.#styles.get(format);
    if (known !== undefined) return known;
    const found = numberStyleOf(format);
    this.#styles.set(format, found);
    return found;
  }
}

function sizeOf({ name, hidden, sheet }: Found): {
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
} {
  let rows = 0;
  let columns = 0;
  for (const row of sheet['!data'] ?? []) {
    if (row === undefined || row.length === 0) continue;
    rows++;
    columns = Math.max(columns, row.length);
  }
  return { name, hidden, rows, columns };
}

/** Rows and columns that hold something and are not shown. */
function hiddenOf({ '!data': data = [], '!rows': rows = [], '!cols': columns = [] }: LegacySheet): number {
  const width = data.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  const count = (lines: readonly (Line | undefined)[], size: number): number =>
    lines.slice(0, size).filter((line) => line?.hidden === true).length;
  return count(rows, data.length) + count(columns, width);
}

async function sayRows(book: WorkBook, { sheet }: Found): Promise<void> {
  const writer = new RowWriter(book.Workbook?.WBProps?.date1904 === true);
  const rows = sheet['!data'] ?? [];
  for (let i = 0; i < rows.length; i++) {
    const cells = writer.cells(rows[i], i + 1);
    if (cells.length > 0) await say([i + 1, cells, writer.formatted]);
  }
  const merged = sheet['!merges']?.length ?? 0;
  if (merged > 0) writer.tally.add('MERGED-CELLS', 'note', { count: merged });
  const hidden = hiddenOf(sheet);
  if (hidden > 0) writer.tally.add('HIDDEN-PARTS', 'note', { count: hidden });
  await say({ issues: writer.tally.list() });
}

async function serve(): Promise<void> {
  set_cptable(codepages);
  let book: WorkBook | null = null;
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line) as ToLegacy;
    if ('path' in message) {
      const bytes = readFileSync(message.path);
      // Hidden rows and columns are told with the styles only.
      book = read(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false, cellStyles: true });
      await say({ sheets: sheetsOf(book).map(sizeOf) });
    } else if (book !== null) {
      const found = sheetsOf(book)[message.sheet];
      if (found !== undefined) await sayRows(book, found);
    }
  }
}

try {
  await serve();
} catch (error) {
  const isLocked = error instanceof Error && /password|encryption scheme/i.test(error.message);
  await say({ error: isLocked ? 'XLSX-ENCRYPTED' : 'XLSX-DAMAGED' });
}
