// An opened workbook: choose a sheet, read its rows. The caller closes it.
import { AppError } from '../../../../shared/errors.ts';
import type { IssueTally } from '../issueTally.ts';
import { readPartInPieces } from './readPart.ts';
import type { RawRecord } from '../rawRecord.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { type SheetContext, SheetHandler } from './sheetHandler.ts';
import { readDateStyles } from './styles.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { ZipPackage } from './zipPackage.ts';

export interface SheetPiece {
  readonly rows: readonly RawRecord[];
  /** Share of the sheet read so far, 0..1. */
  readonly share: number;
  readonly dimension: string | undefined;
}

export class OpenWorkbook {
  readonly workbook: Workbook;
  readonly #zip: ZipPackage;
  #context: SheetContext | null = null;

  private constructor(zip: ZipPackage, workbook: Workbook) {
    this.#zip = zip;
    this.workbook = workbook;
  }

  /** @throws AppError XLSX-*, SRC-UNSUPPORTED. */
  static async open(path: string, fileName: string): Promise<OpenWorkbook> {
    const zip = await ZipPackage.open(path, fileName);
    try {
      return new OpenWorkbook(zip, await readWorkbook(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  /** The named sheet, else the first visible one. @throws AppError XLSX-NO-ROWS when there is none. */
  choose(name: string | undefined): WorkbookSheet {
    const { sheets } = this.workbook;
    const chosen =
      name === undefined
        ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
        : sheets.find((sheet) => sheet.name === name);
    if (chosen === undefined) {
      throw new AppError('XLSX-NO-ROWS', {}, { file: this.#zip.fileName, sheet: name ?? '' });
    }
    return chosen;
  }

  /** Unpacked bytes of a sheet. */
  bytesOf(sheet: WorkbookSheet): number {
    return this.#zip.sizeOf(sheet.part);
  }

  async #loadContext(): Promise<SheetContext> {
    const { stringsPart, stylesPart, date1904 } = this.workbook;
    const strings = stringsPart === undefined ? [] : await readSharedStrings(this.#zip, stringsPart);
    const dateStyles = stylesPart === undefined ? [] : await readDateStyles(this.#zip, stylesPart);
    return { strings, dateStyles, date1904 };
  }

  /** The rows of a sheet as they are unpacked. */
  async *rows(sheet: WorkbookSheet, tally: IssueTally): AsyncGenerator<SheetPiece> {
    this.#context ??= await this.#loadContext();
    const handler = new SheetHandler(this.#context, tally);
    const total = Math.max(1, this.bytesOf(sheet));
    for await (const bytes of readPartInPieces(this.#zip, sheet.part, handler)) {
      if (handler.rows.length === 0) continue;
      yield { rows: handler.rows, share: Math.min(1, bytes / total), dimension: handler.dimension };
      handler.rows = [];
    }
    if (handler.rows.length > 0) yield { rows: handler.rows, share: 1, dimension: handler.dimension };
  }
}
