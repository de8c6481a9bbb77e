// An opened XLSX workbook: its sheets and their rows.
import type { IssueTally } from '../issueTally.ts';
import { refuseOtherEncodings } from './readPart.ts';
import type { BookSheet, OpenBook, SheetPiece } from '../sheets/book.ts';
import { SerialDates } from './serialDates.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { type SheetContext, SheetHandler } from './sheetHandler.ts';
import { SheetReader } from './sheetReader.ts';
import { readNumberStyles } from './styles.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { ZipPackage } from './zipPackage.ts';

export class OpenWorkbook implements OpenBook {
  readonly format = 'xlsx';
  readonly sheets: readonly BookSheet[];
  readonly #workbook: Workbook;
  readonly #zip: ZipPackage;
  #context: SheetContext | null = null;

  private constructor(zip: ZipPackage, workbook: Workbook) {
    this.#zip = zip;
    this.#workbook = workbook;
    this.sheets = workbook.sheets;
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

  /** Rows have to be read to know: what a sheet declares may be wrong. */
  sizeOf(): undefined {
    return undefined;
  }

  #partOf(sheet: BookSheet): WorkbookSheet {
    const found = this.#workbook.sheets.find((one) => one === sheet);
    if (found === undefined) throw new Error('a sheet of another workbook');
    return found;
  }

  async #loadContext(): Promise<SheetContext> {
    const { stringsPart, stylesPart, date1904 } = this.#workbook;
    const strings = stringsPart === undefined ? [] : await readSharedStrings(this.#zip, stringsPart);
    const numberStyles = stylesPart === undefined ? [] : await readNumberStyles(this.#zip, stylesPart);
    return { strings, numberStyles, dates: new SerialDates(date1904) };
  }

  /** The rows of a sheet as they are unpacked. */
  async *rows(sheet: BookSheet, tally: IssueTally): AsyncGenerator<SheetPiece> {
    const { part } = this.#partOf(sheet);
    this.#context ??= await this.#loadContext();
    const handler = new SheetHandler(this.#context, tally);
    const reader = new SheetReader(handler, this.#context, this.#zip.fileName);
    const total = Math.max(1, this.#zip.sizeOf(part));
    let bytes = 0;
    for await (const chunk of this.#zip.read(part)) {
      if (bytes === 0) refuseOtherEncodings(this.#zip, part, chunk);
      reader.push(chunk);
      bytes += chunk.length;
      if (handler.rows.length === 0) continue;
      yield { rows: handler.rows, share: Math.min(1, bytes / total), dimension: handler.dimension };
      handler.rows = [];
    }
    reader.end();
    if (handler.rows.length > 0) yield { rows: handler.rows, share: 1, dimension: handler.dimension };
  }
}
