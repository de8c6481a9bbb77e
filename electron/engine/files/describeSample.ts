// From the sampled records to an inspection: header, columns, conventions, preview. The preview goes through the
// same checks as the import, so what it shows is what will happen.
import { AppError } from '../../../shared/errors.ts';
import type {
  ColumnMapping,
  Inspection,
  Issue,
  PreviewRecord,
  ReadOverrides,
  ReadSettings,
} from '../../../shared/model/source.ts';
import { RecordCheck } from './checkRecord.ts';
import { type DetectedHeader, detectHeader, usualWidth } from './columns/detectHeader.ts';
import { type HeaderNames, headerNames } from './columns/headerNames.ts';
import { type ProposedTable, proposeColumns } from './columns/proposeColumns.ts';
import { IssueTally } from './issueTally.ts';
import type { OpenedFile } from './openFile.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';
import type { Sample } from './sample.ts';
import { TableWalk } from './tableWalk.ts';

/** More columns than this are refused: the project's tables hold no more. */
export const COLUMN_LIMIT = 1990;
const PREVIEW_RECORDS = 100;

function findHeader(
  records: readonly RawRecord[],
  sparse: boolean,
  fixed: number | undefined,
): DetectedHeader {
  const found = detectHeader(records, sparse);
  if (fixed === undefined || fixed === found.headerRow) return found;
  return { headerRow: fixed, topRow: fixed, confidence: 1, doubtful: false };
}

function lastFilled(cells: readonly string[]): number {
  let size = cells.length;
  while (size > 0 && cells[size - 1]?.trim() === '') size--;
  return size;
}

/** The header decides how many columns there are; without one the usual record does. */
function columnCount(records: readonly RawRecord[], header: DetectedHeader, sparse: boolean): number {
  const usual = usualWidth(records.slice(header.headerRow), sparse);
  const written = records[header.headerRow - 1]?.cells;
  if (written === undefined) return usual;
  // Trailing empty headers stay only where there are values below them.
  return Math.max(lastFilled(written), Math.min(written.length, usual), sparse ? usual : 0, 1);
}

function headerIssues(
  header: DetectedHeader,
  names: HeaderNames,
  records: readonly RawRecord[],
  rows: number,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (code: Issue['code'], severity: Issue['severity'], args: Issue['args'] = {}): void => {
    issues.push({ code, severity, args });
  };
  const above = records.slice(0, Math.max(0, header.topRow - 1)).filter((record) => !isBlank(record.cells));
  if (above.length > 0) add('PREAMBLE', 'check', { count: above.length });
  if (header.headerRow > header.topRow)
    add('HEADER-ROWS', 'check', { count: header.headerRow - header.topRow + 1 });
  if (header.headerRow === 0) add('NO-HEADER', 'check');
  if (header.doubtful) add('HEADER-LIKE', 'check', { line: records[header.headerRow - 1]?.line ?? 1 });
  if (names.duplicates > 0) add('HEADER-DUPLICATE', 'check', { count: names.duplicates });
  if (names.empty > 0 && header.headerRow > 0) add('HEADER-EMPTY', 'check', { count: names.empty });
  if (rows === 0) add('NO-ROWS', 'check');
  return issues;
}

function refuseUnusable(sample: Sample, fileName: string): void {
  const isSheet = sample.settings.format !== 'csv';
  if (sample.complete && sample.records.every((record) => record.flaw === null && isBlank(record.cells))) {
    throw new AppError(isSheet ? 'XLSX-NO-ROWS' : 'CSV-BLANK', {}, placeOf(sample, fileName));
  }
}

function placeOf(sample: Sample, fileName: string): { readonly file: string; readonly sheet?: string } {
  const { sheet } = sample.settings;
  return sheet === undefined ? { file: fileName } : { file: fileName, sheet };
}

interface Preview {
  readonly records: readonly PreviewRecord[];
  readonly issues: readonly Issue[];
}

/** All sampled records are checked, so that warnings count them; the first hundred are shown. */
function previewOf(
  rows: readonly RawRecord[],
  columns: readonly ColumnMapping[],
  sparse: boolean,
  width: number,
): Preview {
  const tally = new IssueTally();
  const check = new RecordCheck({ columns, width, sparse }, tally);
  const shown: PreviewRecord[] = [];
  rows.forEach((raw, index) => {
    const record = index + 1;
    const checked = check.check(raw, record);
    if (checked === null || shown.length >= PREVIEW_RECORDS) return;
    if (Array.isArray(checked)) shown.push({ record, line: raw.line, cells: checked });
    else {
      const cells = columns.map((column) => raw.cells[column.position] ?? null);
      shown.push({ record, line: raw.line, cells, reject: checked });
    }
  });
  return { records: shown, issues: tally.list() };
}

function settingsOf(sample: Sample, header: DetectedHeader, table: ProposedTable): ReadSettings {
  const { style, dateOrder } = table.conventions;
  return { ...sample.settings, headerRow: header.headerRow, ...style, dateOrder };
}

/**
 * Describes a file from its sample.
 * @throws AppError CSV-BLANK, XLSX-NO-ROWS, SRC-TOO-MANY-COLUMNS.
 */
export function describeSample(
  file: OpenedFile,
  sample: Sample,
  overrides: ReadOverrides,
  mapping: readonly ColumnMapping[] | undefined,
): Inspection {
  refuseUnusable(sample, file.fileName);
  const isSheet = sample.settings.format !== 'csv';
  const header = findHeader(sample.records, isSheet, overrides.headerRow);
  const width = columnCount(sample.records, header, isSheet);
  if (width > COLUMN_LIMIT) {
    throw new AppError(
      'SRC-TOO-MANY-COLUMNS',
      { found: width, limit: COLUMN_LIMIT },
      placeOf(sample, file.fileName),
    );
  }
  const walkTally = new IssueTally();
  const walk = new TableWalk(
    { headerRow: header.headerRow, width, secondTable: !isSheet && width > 1 },
    walkTally,
  );
  const passed = [...walk.push(sample.records), ...walk.finish()];
  const headerRows = header.headerRow === 0 ? [] : sample.records.slice(header.topRow - 1, header.headerRow);
  const names = headerNames(headerRows, width);
  const rows = passed.filter((record) => record.flaw === null && !isBlank(record.cells));
  const table = proposeColumns(names, rows, overrides, mapping);
  const preview = previewOf(passed, table.columns, isSheet, width);
  return {
    fileName: file.fileName,
    bytes: file.storedBytes,
    settings: settingsOf(sample, header, table),
    confidence: {
      ...sample.confidence,
      header: header.confidence,
      dateOrder: table.conventions.dateConfidence,
    },
    runnerUp: sample.runnerUp,
    asks: [...(sample.askEncoding ? (['encoding'] as const) : []), ...table.asks],
    kind: table.kind,
    sheets: [...sample.sheets],
    columns: [...table.columns],
    preview: [...preview.records],
    issues: [
      ...sample.issues,
      ...headerIssues(header, names, sample.records, rows.length),
      ...walkTally.list(),
      ...table.issues,
      ...preview.issues,
    ],
    complete: sample.complete,
  };
}
