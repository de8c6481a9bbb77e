// The first rows of a sheet, and the list of all sheets with their sizes.
import type { FileFormat } from '../../../../shared/model/readSettings.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { Sheet } from '../../../../shared/model/inspection.ts';
import { IssueTally } from '../issueTally.ts';
import type { OpenedFile } from '../openFile.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { Sample } from '../sample.ts';
import { columnOf } from '../xlsx/cellText.ts';
import { type BookSheet, chooseSheet, type OpenBook } from './book.ts';
import { openBook } from './openBook.ts';

const SAMPLE_ROWS = 2000;
/** Rows read of the other sheets, to tell their size where they do not declare it. */
const COUNTED_ROWS = 200;

interface SheetSample {
  readonly rows: readonly RawRecord[];
  readonly size: Sheet;
  readonly complete: boolean;
}

/** `A1:H541910` says 541910 rows and 8 columns; a single cell says nothing. */
function declaredSize(
  dimension: string | undefined,
): { readonly rows: number; readonly columns: number } | undefined {
  const match = /^[A-Z]+\d+:([A-Z]+)(\d+)$/.exec(dimension ?? '');
  if (match === null) return undefined;
  return { rows: Number(match[2]), columns: columnOf(match[1] ?? '') + 1 };
}

/** Reads up to `limit` rows. The size is exact when that is all, else as declared, else estimated from the share read. */
async function sampleOne(
  book: OpenBook,
  sheet: BookSheet,
  limit: number,
  tally: IssueTally,
): Promise<SheetSample> {
  const rows: RawRecord[] = [];
  let share = 1;
  let dimension: string | undefined;
  let complete = true;
  for await (const piece of book.rows(sheet, tally)) {
    for (const row of piece.rows) rows.push(row);
    share = piece.share;
    dimension = piece.dimension;
    if (rows.length >= limit && share < 1) {
      complete = false;
      break;
    }
  }
  const filled = rows.filter((row) => row.cells.length > 0);
  const columns = filled.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const declared = complete ? undefined : declaredSize(dimension);
  const counted = complete ? filled.length : Math.round(rows.length / Math.max(share, 1e-6));
  const size = {
    name: sheet.name,
    rows: declared?.rows ?? counted,
    columns: declared?.columns ?? columns,
    hidden: sheet.hidden,
  };
  return { rows: complete ? rows : rows.slice(0, limit), size, complete };
}

function otherSheets(sheets: readonly Sheet[], chosen: string): readonly Issue[] {
  const others = sheets.filter((sheet) => sheet.name !== chosen && sheet.rows > 0);
  if (others.length === 0) return [];
  const names = others
    .slice(0, 5)
    .map((sheet) => sheet.name)
    .join(', ');
  return [
    { code: 'OTHER-SHEETS', severity: 'note', args: { count: others.length, names }, count: others.length },
  ];
}

async function sizesOf(book: OpenBook): Promise<readonly Sheet[]> {
  const sizes: Sheet[] = [];
  for (const sheet of book.sheets) {
    sizes.push(book.sizeOf(sheet) ?? (await sampleOne(book, sheet, COUNTED_ROWS, new IssueTally())).size);
  }
  return sizes;
}

/**
 * Samples a workbook: the named sheet, else the first visible one that has rows.
 * @throws AppError XLSX-*, XLS-TOO-LARGE, SRC-UNSUPPORTED.
 */
export async function sampleSheet(
  file: OpenedFile,
  format: FileFormat,
  sheetName: string | undefined,
): Promise<Sample> {
  const book = await openBook(file, format);
  try {
    const sizes = await sizesOf(book);
    const filled = sizes.find((size) => !size.hidden && size.rows > 0);
    const chosen = chooseSheet(book, sheetName ?? filled?.name, file.fileName);
    const tally = new IssueTally();
    const sample = await sampleOne(book, chosen, SAMPLE_ROWS, tally);
    const at = book.sheets.indexOf(chosen);
    const sheets = sizes.map((size, i) =>
      i === at && book.sizeOf(chosen) === undefined ? sample.size : size,
    );
    return {
      settings: { format, sheet: chosen.name, encoding: 'utf-8', delimiter: '', quote: '', escape: '' },
      confidence: { encoding: 1, delimiter: 1 },
      runnerUp: {},
      askEncoding: false,
      issues: [...otherSheets(sheets, chosen.name), ...tally.list()],
      records: sample.rows,
      sheets,
      complete: sample.complete,
    };
  } finally {
    book.close();
  }
}
