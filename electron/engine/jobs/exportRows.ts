// The table view as a file: the rows and columns that are shown, in the order in which they are shown.
import type { InputOf } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { Field } from '../../../shared/model/source.ts';
import { readSettings } from '../db/settings.ts';
import { readSource } from '../db/sources.ts';
import { csvConventions, writeCsv } from '../export/csv.ts';
import { xlsxTable } from '../export/xlsx/tableStream.ts';
import { parseNumber } from '../files/index.ts';
import { preparedRecordsAt } from '../preparing/prepared.ts';
import { shownRecords } from '../rows/storedColumns.ts';
import { viewOrder } from '../rows/viewOrder.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { saveExport } from './saveExport.ts';

type Input = Omit<InputOf<'sources.exportRows'>, 'target'> & { readonly path: string };

const ROWS_AT_ONCE = 1000;
const NUMERIC: readonly Field['type'][] = ['number', 'money'];
const PERSONAL: readonly Field['role'][] = ['pii', 'contact'];
/** Digits that a double keeps. */
const EXACT_DIGITS = 15;

/** False for what a number cannot say: leading zeros, too many digits. */
const saysAll = (cell: string): boolean =>
  !/^\D*0\d/.test(cell) && cell.replaceAll(/\D/g, '').length <= EXACT_DIGITS;

function cellOf(field: Field): (cell: string | null) => string | number | null {
  if (!NUMERIC.includes(field.type)) return (cell) => cell;
  const style = { decimal: field.decimal, thousands: field.thousands };
  return (cell) => (cell !== null && saysAll(cell) ? (parseNumber(cell, style) ?? cell) : cell);
}

const PROGRESS_EVERY_MS = 50;

/** Whether it has ended, well or not, before the time is over. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const ended = work.then(
    () => true,
    () => true,
  );
  const waited = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([ended, waited]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Personal columns go out only when the analyst says so for this file.
 * @throws AppError SOURCE-UNKNOWN, FIELD-UNKNOWN, INPUT-INVALID, EXPORT-TARGET, DISK-FULL
 */
export async function* exportRows(
  context: JobContext,
  { sourceId, view, asImported, positions, format, personal, path }: Input,
): AsyncGenerator<Progress, { bytes: number; rows: number; columns: number }> {
  const { db, signal } = context;
  const source = readSource(db, sourceId);
  const prepared = shownRecords(db, source, asImported);
  const fields = positions
    .map((position) => {
      const field = prepared.fields.find((one) => one.position === position);
      if (!field) throw new AppError('FIELD-UNKNOWN');
      return field;
    })
    .filter((field) => personal || !PERSONAL.includes(field.role));
  yield within('reading', 0, 0.3, 0);
  const order = viewOrder(db, prepared, view);
  const total = order?.length ?? prepared.rows;
  yield within('writing', 0.3, 1, 0);
  const cells = fields.map(cellOf);
  const at = fields.map((field) => field.position);
  let written = 0;
  function* rows(): Generator<(string | number | null)[]> {
    yield fields.map((field) => field.name);
    for (let from = 0; from < total; from += ROWS_AT_ONCE) {
      if (signal.aborted) throw new AppError('JOB-CANCELLED');
      const size = Math.min(ROWS_AT_ONCE, total - from);
      const page = Array.from({ length: size }, (_, index) => order?.[from + index] ?? from + index);
      written = from;
      for (const record of preparedRecordsAt(db, prepared, at, page))
        yield record.cells.map((cell, column) => cells[column]?.(cell) ?? null);
    }
  }
  const chunks =
    format === 'xlsx'
      ? xlsxTable(rows(), source.name)
      : writeCsv(rows(), csvConventions(readSettings(db).locale));
  const writing = saveExport(context, path, chunks);
  try {
    while (!(await endsWithin(writing, PROGRESS_EVERY_MS)))
      yield within('writing', 0.3, 1, written / Math.max(1, total));
  } finally {
    await writing.catch(() => undefined); // a cancel leaves no half of a file behind
  }
  const { bytes } = await writing;
  return { bytes, rows: total, columns: fields.length };
}
