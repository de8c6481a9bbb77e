// From the sampled records to an inspection: header, columns, conventions, preview. The preview goes through the
// same checks as the import, so what it shows is what will happen.
import { AppError } from '../../../shared/errors.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadOverrides, ReadSettings } from '../../../shared/model/readSettings.ts';
import { columnFacts } from './columns/columnFacts.ts';
import type { DetectedHeader } from './columns/detectHeader.ts';
import { headerNames } from './columns/headerNames.ts';
import { proposeChosen } from './columns/proposeChosen.ts';
import type { ProposedTable } from './columns/proposeColumns.ts';
import { columnCount, findHeader, headerIssues, preambleOf } from './describeHeader.ts';
import { describeDoubleEncoding } from './describeText.ts';
import type { OpenedFile } from './openFile.ts';
import { findTotals, previewOf, walkSample } from './previewSample.ts';
import { isBlank } from './rawRecord.ts';
import type { Sample } from './sample.ts';
import { describeNumbers } from './sheets/formattedNumbers.ts';
import { findNullWords } from './values/nullWords.ts';

/** More columns than this are refused: the project's tables hold no more. */
export const COLUMN_LIMIT = 1990;

function refuseUnusable(sample: Sample, fileName: string): void {
  const isText = sample.settings.format === 'csv';
  if (sample.complete && sample.records.every((record) => record.flaw === null && isBlank(record.cells))) {
    throw new AppError(isText ? 'CSV-BLANK' : 'XLSX-NO-ROWS', {}, placeOf(sample, fileName));
  }
}

function placeOf(sample: Sample, fileName: string): { readonly file: string; readonly sheet?: string } {
  const { sheet } = sample.settings;
  return sheet === undefined ? { file: fileName } : { file: fileName, sheet };
}

/** Detected settings and what the analyst asked for that cannot be detected. */
function settingsOf(
  sample: Sample,
  header: DetectedHeader,
  table: ProposedTable,
  overrides: ReadOverrides,
): ReadSettings {
  const { style, dateOrder } = table.conventions;
  const { totals, nullWords, repairDoubleEncoding, keepColumns, numbersShown } = overrides;
  const headerRows = header.headerRow === 0 ? 1 : header.headerRow - header.topRow + 1;
  return {
    ...sample.settings,
    headerRow: header.headerRow,
    ...style,
    dateOrder,
    ...(headerRows === 1 ? {} : { headerRows }),
    ...(totals === undefined ? {} : { totals }),
    ...(nullWords === undefined ? {} : { nullWords }),
    ...(repairDoubleEncoding === undefined ? {} : { repairDoubleEncoding }),
    ...(keepColumns === undefined ? {} : { keepColumns }),
    ...(numbersShown === undefined ? {} : { numbersShown }),
  };
}

function asksOf(sample: Sample, table: ProposedTable, headerIsOpen: boolean): Inspection['asks'] {
  return [
    ...(sample.askEncoding ? (['encoding'] as const) : []),
    ...(headerIsOpen ? (['header'] as const) : []),
    ...table.asks,
  ];
}

function confidenceOf(
  sample: Sample,
  header: DetectedHeader,
  table: ProposedTable,
): Inspection['confidence'] {
  const { dateConfidence, decimalConfidence } = table.conventions;
  return {
    ...sample.confidence,
    header: header.confidence,
    dateOrder: dateConfidence,
    decimal: decimalConfidence,
  };
}

function runnerUpOf(sample: Sample, { asks, conventions }: ProposedTable): Inspection['runnerUp'] {
  const { style, dateOrder } = conventions;
  return {
    ...sample.runnerUp,
    ...(asks.includes('decimal') ? { decimal: style.decimal === '.' ? (',' as const) : ('.' as const) } : {}),
    ...(asks.includes('dateOrder')
      ? { dateOrder: dateOrder === 'dmy' ? ('mdy' as const) : ('dmy' as const) }
      : {}),
  };
}

function totalsIssue(found: Inspection['totalsRow'], overrides: ReadOverrides): readonly Issue[] {
  if (found === undefined || overrides.totals === 'leaveOut') return [];
  const lines = found.line === 0 ? {} : { lines: [found.line] };
  return [{ code: 'TOTALS-ROW', severity: 'check', args: { ...found, count: 1 }, count: 1, ...lines }];
}

export interface DescribeOptions {
  /** The meanings chosen before for a file of this shape; they replace the proposals. */
  readonly mapping?: readonly ColumnMapping[] | undefined;
  /** “Column” in the project's language, for those without a header; English when left out. */
  readonly columnWord?: string | undefined;
}

/**
 * Describes a file from its sample.
 * @throws AppError CSV-BLANK, XLSX-NO-ROWS, SRC-TOO-MANY-COLUMNS (unless `overrides.keepColumns` chooses among them).
 */
export function describeSample(
  file: OpenedFile,
  written: Sample,
  overrides: ReadOverrides,
  { mapping, columnWord }: DescribeOptions,
): Inspection {
  refuseUnusable(written, file.fileName);
  const numbers = describeNumbers(written.records, overrides.numbersShown);
  const texts = { ...written, records: numbers.records };
  const { sample, found: doubleEncoded, issues: textIssues } = describeDoubleEncoding(texts, overrides);
  const header = findHeader(sample.records, sample.settings.format !== 'csv', overrides);
  const { headerRow, topRow } = header;
  const width = columnCount(sample.records, header, sample.settings.format !== 'csv');
  if ((overrides.keepColumns?.length ?? width) > COLUMN_LIMIT) {
    const args = { found: width, limit: COLUMN_LIMIT };
    throw new AppError('SRC-TOO-MANY-COLUMNS', args, placeOf(sample, file.fileName));
  }
  const sampled = { sample, headerRow, width };
  const walked = walkSample(sampled);
  const names = headerNames(
    headerRow === 0 ? [] : sample.records.slice(topRow - 1, headerRow),
    width,
    columnWord,
  );
  const rows = walked.records.filter((record) => record.flaw === null && !isBlank(record.cells));
  const table = proposeChosen(names, rows, overrides, mapping);
  const facts = columnFacts(table.columns, rows);
  const numbered = numbers.describe(facts.columns);
  const totalsRow = findTotals(sampled, walked.records, table.columns);
  const leaveOut = overrides.totals === 'leaveOut' && sample.complete;
  const records = leaveOut ? walkSample(sampled, table.columns).records : walked.records;
  const preview = previewOf(records, table.columns, sampled, overrides);
  const asksHeader =
    preambleOf(header, sample.records) > 0 &&
    overrides.headerRow === undefined &&
    overrides.headerRows === undefined;
  const nullWords = findNullWords(facts.cells, overrides.nullWords);
  return {
    fileName: file.fileName,
    bytes: file.storedBytes,
    settings: settingsOf(sample, header, table, overrides),
    confidence: confidenceOf(sample, header, table),
    runnerUp: runnerUpOf(sample, table),
    asks: asksOf(sample, table, asksHeader),
    ...(sample.encodings === undefined || sample.encodings.length === 0
      ? {}
      : { encodings: [...sample.encodings] }),
    ...(doubleEncoded === undefined ? {} : { doubleEncoded }),
    ...(nullWords.length === 0 ? {} : { nullWords: [...nullWords] }),
    ...(walked.secondTableLine === 0 ? {} : { secondTable: { line: walked.secondTableLine } }),
    ...(totalsRow === undefined ? {} : { totalsRow }),
    kind: table.kind,
    sheets: [...sample.sheets],
    columns: [...numbered.columns],
    preview: [...preview.records],
    issues: [
      ...sample.issues,
      ...textIssues,
      ...headerIssues(header, names, sample.records, rows.length),
      ...walked.issues,
      ...totalsIssue(totalsRow, overrides),
      ...table.issues,
      ...facts.issues,
      ...numbered.issues,
      ...preview.issues,
    ],
    complete: sample.complete,
  };
}
