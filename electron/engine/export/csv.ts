// CSV as RFC 4180 has it, in chunks: any number of rows without holding them. Text cells are made safe on the way.
import { safeCell } from './safeText.ts';

export type CsvCell = string | number | boolean | null;
export interface CsvOptions {
  /** One character; where the decimal sign is a comma, spreadsheet programs expect a semicolon. */
  readonly delimiter: ',' | ';' | '\t';
  /** A byte order mark, without which Excel reads UTF-8 as the system's old encoding. */
  readonly bom: boolean;
  readonly decimal?: '.' | ',';
}
type Rows = Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;

const CHUNK_CHARACTERS = 65_536;

/**
 * Rows as CSV text. Numbers are written plainly (never grouped), non-finite ones and null as empty cells,
 * booleans as 1 and 0. Lines end with CRLF.
 */
export async function* writeCsv(rows: Rows, options: CsvOptions): AsyncGenerator<string> {
  let chunk = options.bom ? '\uFEFF' : '';
  for await (const row of rows) {
    chunk += csvLine(row, options);
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** One record with its line end. A row of one empty cell is quoted, so that it is not taken for a blank line. */
function csvLine(row: readonly CsvCell[], options: CsvOptions): string {
  const cells = row.map((cell) => csvCell(cell, options));
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(options.delimiter)}\r\n`;
}

function csvCell(cell: CsvCell, { delimiter, decimal = '.' }: CsvOptions): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    return quoted(decimal === ',' ? String(cell).replace('.', ',') : String(cell), delimiter);
  }
  return quoted(safeCell(cell), delimiter);
}

/** Also quoted: the other delimiters, so that a program that guesses wrongly still sees whole cells; outer spaces. */
function quoted(text: string, delimiter: string): string {
  if (!/["\r\n;,\t]|^\s|\s$/.test(text) && !text.includes(delimiter)) return text;
  if (/^-?\d+,\d+$/.test(text) && delimiter !== ',') return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** Delimiter and decimal sign that spreadsheet programs expect in a language. */
export function csvConventions(locale: string): CsvOptions {
  return locale.startsWith('en')
    ? { delimiter: ',', bom: true, decimal: '.' }
    : { delimiter: ';', bom: true, decimal: ',' };
}
