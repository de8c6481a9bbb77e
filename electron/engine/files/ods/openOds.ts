// An opened OpenDocument spreadsheet. All its sheets lie in one part, so one pass measures them and another reads one.
import { AppError } from '../../../../shared/errors.ts';
import type { Sheet } from '../../../../shared/model/inspection.ts';
import { IssueTally } from '../issueTally.ts';
import type { BookSheet, OpenBook, SheetPiece } from '../sheets/book.ts';
import { readPart, readPartInPieces } from '../xlsx/readPart.ts';
import { ZipPackage } from '../xlsx/zipPackage.ts';
import { OdsHandler, type OdsTable } from './odsHandler.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';

async function startOf(zip: ZipPackage, name: string): Promise<string> {
  let text = '';
  for await (const chunk of zip.read(name)) {
    text += chunk.toString('latin1');
    if (text.length > 1 << 20) break;
  }
  return text;
}

/** @throws AppError XLSX-ENCRYPTED, SRC-UNSUPPORTED (args.found: the media type). */
async function refuseOthers(zip: ZipPackage): Promise<void> {
  const place = { file: zip.fileName };
  const manifest = zip.has(MANIFEST) ? await startOf(zip, MANIFEST) : '';
  if (zip.has('encrypted-package') || manifest.includes('encryption-data')) {
    throw new AppError('XLSX-ENCRYPTED', {}, place);
  }
  const type = zip.has('mimetype') ? (await startOf(zip, 'mimetype')).trim() : SPREADSHEET;
  if (!type.startsWith(SPREADSHEET)) {
    throw new AppError('SRC-UNSUPPORTED', { found: type.split('.').at(-1)?.slice(0, 40) ?? '' }, place);
  }
}

export class OpenOds implements OpenBook {
  readonly format = 'ods';
  readonly sheets: readonly BookSheet[];
  readonly #zip: ZipPackage;
  readonly #tables: readonly OdsTable[];

  private constructor(zip: ZipPackage, tables: readonly OdsTable[]) {
    this.#zip = zip;
    this.#tables = tables;
    this.sheets = tables;
  }

  /** @throws AppError XLSX-*, SRC-UNSUPPORTED. */
  static async open(path: string, fileName: string): Promise<OpenOds> {
    const zip = await ZipPackage.open(path, fileName);
    try {
      await refuseOthers(zip);
      const measure = new OdsHandler(new IssueTally(), fileName, -1);
      await readPart(zip, CONTENT, measure);
      return new OpenOds(zip, measure.tables);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  sizeOf(sheet: BookSheet): Sheet | undefined {
    const table = this.#tables.find((one) => one === sheet);
    return table === undefined ? undefined : { ...table };
  }

  async *rows(sheet: BookSheet, tally: IssueTally): AsyncGenerator<SheetPiece> {
    const wanted = this.sheets.indexOf(sheet);
    const handler = new OdsHandler(tally, this.#zip.fileName, wanted);
    const total = Math.max(1, this.#zip.sizeOf(CONTENT));
    for await (const bytes of readPartInPieces(this.#zip, CONTENT, handler)) {
      if (handler.rows.length > 0) {
        yield { rows: handler.rows, share: Math.min(1, bytes / total), dimension: undefined };
        handler.rows = [];
      }
      if (handler.tables.length - 1 > wanted) return;
    }
    if (handler.rows.length > 0) yield { rows: handler.rows, share: 1, dimension: undefined };
  }
}
