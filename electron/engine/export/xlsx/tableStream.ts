// One table of any length as XLSX, written while its rows are read: memory does not grow with them.
import { writeXlsxStream } from 'hucre/xlsx';
import { xlsxText } from './port.ts';

export type TableCell = string | number | Date | null;

/** Characters that a sheet's name may not have. */
const NOT_IN_NAMES = /[\\/?*[\]:']/g;
const MAX_NAME = 31;

/** Rows beyond the format's 1,048,576 go on in a second sheet with the same header. @param rows the header first */
export function xlsxTable(rows: Iterable<readonly TableCell[]>, name: string): AsyncIterable<Uint8Array> {
  function* safe(): Generator<TableCell[]> {
    for (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? xlsxText(cell) : cell));
  }
  const title = name.replaceAll(NOT_IN_NAMES, ' ').slice(0, MAX_NAME).toWellFormed().trim();
  return writeXlsxStream(safe(), {
    name: title === '' ? 'Sheet1' : title,
    freezePane: { rows: 1 },
  }) as unknown as AsyncIterable<Uint8Array>;
}
