// The sampled records as the import will treat them: the same walk, the same check.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Inspection, PreviewRecord } from '../../../shared/model/inspection.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { RecordCheck } from './checkRecord.ts';
import { IssueTally } from './issueTally.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';
import type { Sample } from './sample.ts';
import { TableWalk } from './tableWalk.ts';
import { ColumnSums, isTotalsRow } from './totals.ts';

const PREVIEW_RECORDS = 100;

export interface SampledTable {
  readonly sample: Sample;
  readonly headerRow: number;
  readonly width: number;
}

export interface Walked {
  readonly records: readonly RawRecord[];
  readonly secondTableLine: number;
  readonly issues: readonly Issue[];
}

/** The records of the table; `leaveOut`: the columns by whose sums a totals row is found, to be left out. */
export function walkSample(table: SampledTable, leaveOut?: readonly ColumnMapping[]): Walked {
  const { sample, headerRow, width } = table;
  const tally = new IssueTally();
  const secondTable = sample.settings.format === 'csv' && width > 1;
  const walk = new TableWalk(
    { headerRow, width, secondTable, ...(leaveOut === undefined ? {} : { leaveOutTotals: leaveOut }) },
    tally,
  );
  const records = [...walk.push(sample.records), ...walk.finish()];
  const issues = tally.list().filter(({ code }) => code !== 'TOTALS-ROW');
  return { records, secondTableLine: walk.secondTableLine, issues };
}

export interface Preview {
  readonly records: readonly PreviewRecord[];
  readonly issues: readonly Issue[];
}

/** All sampled records are checked, so that warnings count them; the first hundred are shown. */
export function previewOf(
  rows: readonly RawRecord[],
  columns: readonly ColumnMapping[],
  { sample, width }: SampledTable,
  { nullWords }: ReadOverrides,
): Preview {
  const tally = new IssueTally();
  const sparse = sample.settings.format !== 'csv';
  const check = new RecordCheck({ columns, width, sparse, nullWords }, tally);
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

/** The totals row at the end of the table: by its word or its sums; of a file that goes on, by its last record's word. */
export function findTotals(
  { sample }: SampledTable,
  records: readonly RawRecord[],
  columns: readonly ColumnMapping[],
): Inspection['totalsRow'] {
  if (!sample.complete) {
    return sample.lastRecord !== undefined && isTotalsRow(sample.lastRecord)
      ? { line: 0, sums: 0 }
      : undefined;
  }
  const filled = records.filter(({ flaw, cells }) => flaw === null && !isBlank(cells));
  const last = filled.at(-1);
  if (last === undefined) return undefined;
  const sums = new ColumnSums(columns);
  for (const { cells } of filled.slice(0, -1)) if (!isTotalsRow(cells)) sums.add(cells);
  if (!isTotalsRow(last.cells) && !sums.isSum(last.cells)) return undefined;
  return { line: last.line, sums: sums.matches(last.cells) };
}
