// The only place that knows the XLSX library. Sheets are described in our own words: cells with a kind and a named
// style. Formulas always carry the value they have now, for viewers that do not calculate.
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { safeCell } from '../safeText.ts';
import { cellStyle, type StyleName } from './styles.ts';

export type XlsxCell =
  | { readonly kind: 'text'; readonly value: string; readonly style: StyleName }
  | { readonly kind: 'number'; readonly value: number; readonly style: StyleName }
  | { readonly kind: 'date'; readonly value: Date; readonly style: StyleName }
  /** `now`: the value that the formula has for the figures as exported; '' for an empty result. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly now: number | '';
      readonly style: StyleName;
    };

export interface XlsxSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: readonly (readonly (XlsxCell | null)[])[];
}
/** A name for a cell or range of a sheet, e.g. `$D$4` or `$I$7:$I$9`. */
export interface XlsxName {
  readonly name: string;
  readonly sheet: string;
  readonly range: string;
}
export interface Workbook {
  readonly title: string;
  readonly sheets: readonly XlsxSheet[];
  readonly names: readonly XlsxName[];
  /** How amounts are shown, as a number format code. */
  readonly moneyFormat: string;
}

/** The longest text that a cell of the format can hold. */
const MAX_CELL_CHARACTERS = 32_767;
/** The library would write the time of day, and equal exports would differ. */
const FIXED_TIME = new Date('2000-01-01T00:00:00Z');

export function text(value: string, style: StyleName = 'text'): XlsxCell {
  return { kind: 'text', value, style };
}
/** A number, or an empty cell for null and for what is not finite. */
export function number(value: number | null, style: StyleName): XlsxCell | null {
  return value === null || !Number.isFinite(value) ? null : { kind: 'number', value, style };
}
export function formula(source: string, now: number | null, style: StyleName): XlsxCell {
  return { kind: 'formula', formula: source, now: now ?? '', style };
}

/** The workbook as the bytes of an XLSX file. Texts are made safe here, whoever built the sheet. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => writeSheet(sheet, workbook.moneyFormat)),
    namedRanges: workbook.names.map(({ name, sheet, range }) => ({
      name,
      range: `${quoted(sheet)}!${range}`,
    })),
    properties: { title: xlsxText(workbook.title), created: FIXED_TIME, modified: FIXED_TIME },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function writeSheet(sheet: XlsxSheet, moneyFormat: string): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) cells.set(`${r},${c}`, writeCell(cell, moneyFormat));
    });
  });
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    cells,
    freezePane: sheet.frozen,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function writeCell(cell: XlsxCell, moneyFormat: string): Partial<Cell> {
  const style = cellStyle(cell.style, moneyFormat);
  if (cell.kind === 'formula') {
    return { type: 'formula', value: null, formula: cell.formula, formulaResult: cell.now, style };
  }
  if (cell.kind === 'text') return { type: 'string', value: xlsxText(cell.value), style };
  if (cell.kind === 'date') return { type: 'date', value: cell.value, style };
  return { type: 'number', value: cell.value, style };
}

/** `_x0041_` in a text would be decoded to a character by spreadsheet programs: its underscore is escaped. */
export function xlsxText(value: string): string {
  const escaped = safeCell(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length > MAX_CELL_CHARACTERS
    ? escaped.slice(0, MAX_CELL_CHARACTERS).toWellFormed()
    : escaped;
}

function quoted(sheetName: string): string {
  return `'${sheetName.replaceAll("'", "''")}'`;
}

/** `A` for 0, `AA` for 26. */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}
