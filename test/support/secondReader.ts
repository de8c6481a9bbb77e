// A second opinion on a workbook: its cells as @e965/xlsx reads them, written the way our readers write them.
import { readFileSync } from 'node:fs';
import { type CellObject, read, SSF, utils, type WorkBook } from '@e965/xlsx';
import type { RawRecord } from '../../electron/engine/files/rawRecord.ts';
import { IssueTally } from '../../electron/engine/files/issueTally.ts';
import { closeFile } from '../../electron/engine/files/openFile.ts';
import { openSource } from '../../electron/engine/files/openSource.ts';
import { openBook } from '../../electron/engine/files/sheets/openBook.ts';

/** Sheet name → row (from 1) → cells without trailing empty ones; rows without cells are left out. */
export type Cells = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

const two = (value: number): string => String(value).padStart(2, '0');

function dateText(serial: number, date1904: boolean): string {
  const { y, m, d, H, M, S } = SSF.parse_date_code(serial, { date1904 }) as Record<string, number> as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
  };
  const clock = `${two(H)}:${two(M)}:${two(S)}`;
  if (serial < 1 && !date1904) return clock;
  const day = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

/** Elapsed time is an amount, not a moment. */
function isMoment(format: string): boolean {
  return SSF.is_date(format) && !/\[(?:h+|m+|s+)\]/i.test(format);
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.t === 'e' || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : 'General';
    return isMoment(format) ? dateText(cell.v, date1904) : String(cell.v);
  }
  return String(cell.v).replaceAll('\r\n', '\n');
}

function trimmed(cells: readonly string[]): readonly string[] {
  let size = cells.length;
  while (size > 0 && cells[size - 1] === '') size--;
  return cells.slice(0, size);
}

function sheetCells(book: WorkBook, name: string): ReadonlyMap<number, readonly string[]> {
  const sheet = book.Sheets[name];
  const rows = new Map<number, readonly string[]>();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  if (sheet?.['!ref'] === undefined) return rows;
  const found = new Map<number, string[]>();
  for (const [reference, cell] of Object.entries(sheet)) {
    if (reference.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(reference);
    const cells = found.get(r + 1) ?? [];
    while (cells.length <= c) cells.push('');
    cells[c] = cellText(cell as CellObject, date1904);
    found.set(r + 1, cells);
  }
  for (const [line, cells] of found) if (trimmed(cells).length > 0) rows.set(line, trimmed(cells));
  return rows;
}

/** All worksheets as the second reader reads them. */
export function theirCells(path: string): Cells {
  const book = read(readFileSync(path), { cellNF: true, cellText: false, cellHTML: false });
  const sheets = book.SheetNames.filter(
    (name) => (book.Sheets[name] as { '!type'?: string })['!type'] !== 'chart',
  );
  return new Map(sheets.map((name) => [name, sheetCells(book, name)]));
}

/** All worksheets as ours reads them. @throws AppError as the reader does. */
export async function ourCells(path: string): Promise<Cells> {
  const { file, format } = await openSource(path);
  const sheets = new Map<string, ReadonlyMap<number, readonly string[]>>();
  try {
    const book = await openBook(file, format);
    try {
      for (const sheet of book.sheets) {
        const rows = new Map<number, readonly string[]>();
        const take = (record: RawRecord): void => {
          const cells = trimmed(record.cells.map((cell) => cell.replaceAll('\r\n', '\n')));
          if (cells.length > 0) rows.set(record.line, cells);
        };
        for await (const piece of book.rows(sheet, new IssueTally())) piece.rows.forEach(take);
        sheets.set(sheet.name, rows);
      }
    } finally {
      book.close();
    }
  } finally {
    await closeFile(file);
  }
  return sheets;
}
