// The header of a sample: where it is, how wide the table under it is, and what is odd about it.
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { type DetectedHeader, detectHeader, usualWidth } from './columns/detectHeader.ts';
import type { HeaderNames } from './columns/headerNames.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';

/** The detected header, or the one the analyst named. */
export function findHeader(
  records: readonly RawRecord[],
  sparse: boolean,
  { headerRow, headerRows }: ReadOverrides,
): DetectedHeader {
  const found = detectHeader(records, sparse);
  const header: DetectedHeader =
    headerRow === undefined || headerRow === found.headerRow
      ? found
      : { headerRow, topRow: headerRow, confidence: 1, doubtful: false };
  if (headerRows === undefined || header.headerRow === 0) return header;
  return { ...header, topRow: Math.max(1, header.headerRow - headerRows + 1), confidence: 1 };
}

/** Rows above the header that hold something. */
export function preambleOf(header: DetectedHeader, records: readonly RawRecord[]): number {
  const above = records.slice(0, Math.max(0, header.topRow - 1));
  return above.filter((record) => !isBlank(record.cells)).length;
}

function lastFilled(cells: readonly string[]): number {
  let size = cells.length;
  while (size > 0 && cells[size - 1]?.trim() === '') size--;
  return size;
}

/** The header decides how many columns there are; without one the usual record does. */
export function columnCount(records: readonly RawRecord[], header: DetectedHeader, sparse: boolean): number {
  const usual = usualWidth(records.slice(header.headerRow), sparse);
  const written = records[header.headerRow - 1]?.cells;
  if (written === undefined) return usual;
  // Trailing empty headers stay only where there are values below them.
  return Math.max(lastFilled(written), Math.min(written.length, usual), sparse ? usual : 0, 1);
}

/** What the analyst should know about the header. `rows`: how many records stand below it in the sample. */
export function headerIssues(
  header: DetectedHeader,
  names: HeaderNames,
  records: readonly RawRecord[],
  rows: number,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (code: Issue['code'], severity: Issue['severity'], args: Issue['args'] = {}): void => {
    issues.push({ code, severity, args });
  };
  const above = preambleOf(header, records);
  if (above > 0) add('PREAMBLE', 'check', { count: above });
  if (header.headerRow > header.topRow)
    add('HEADER-ROWS', 'check', { count: header.headerRow - header.topRow + 1 });
  if (header.headerRow === 0) add('NO-HEADER', 'check');
  if (header.doubtful) add('HEADER-LIKE', 'check', { line: records[header.headerRow - 1]?.line ?? 1 });
  if (names.duplicates > 0) add('HEADER-DUPLICATE', 'check', { count: names.duplicates });
  if (names.alike.length > 0) {
    add('HEADER-ALIKE', 'check', { count: names.alike.length, example: names.alike[0] ?? '' });
  }
  if (names.empty > 0 && header.headerRow > 0) add('HEADER-EMPTY', 'check', { count: names.empty });
  if (rows === 0) add('NO-ROWS', 'check');
  return issues;
}
