// What every opened workbook offers, whatever its format: its sheets, their sizes, and the rows of one.
import { AppError } from '../../../../shared/errors.ts';
import type { FileFormat } from '../../../../shared/model/readSettings.ts';
import type { Sheet } from '../../../../shared/model/inspection.ts';
import type { IssueTally } from '../issueTally.ts';
import type { RawRecord } from '../rawRecord.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
/** Longer cells keep their record aside. */
export const CELL_LIMIT = 1 << 20;

export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

export interface SheetPiece {
  readonly rows: readonly RawRecord[];
  /** Share of the sheet read so far, 0..1. */
  readonly share: number;
  /** The sheet's extent as it declares it (`A1:H541910`), where it does. */
  readonly dimension: string | undefined;
}

/** An opened workbook. The caller closes it. */
export interface OpenBook {
  readonly format: Exclude<FileFormat, 'csv'>;
  readonly sheets: readonly BookSheet[];
  /** The size of a sheet where it is known without reading rows. */
  sizeOf(sheet: BookSheet): Sheet | undefined;
  /** The rows of a sheet as they are read. @throws AppError XLSX-*, XLS-TOO-LARGE. */
  rows(sheet: BookSheet, tally: IssueTally): AsyncGenerator<SheetPiece>;
  close(): void;
}

/** The named sheet, else the first visible one. @throws AppError XLSX-NO-ROWS when there is none. */
export function chooseSheet(book: OpenBook, name: string | undefined, fileName: string): BookSheet {
  const { sheets } = book;
  const chosen =
    name === undefined
      ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === name);
  if (chosen === undefined) throw new AppError('XLSX-NO-ROWS', {}, { file: fileName, sheet: name ?? '' });
  return chosen;
}
