// Opens a workbook by its format.
import type { FileFormat } from '../../../../shared/model/readSettings.ts';
import { OpenLegacy } from '../legacy/openLegacy.ts';
import { OpenOds } from '../ods/openOds.ts';
import type { OpenedFile } from '../openFile.ts';
import { OpenWorkbook } from '../xlsx/openWorkbook.ts';
import type { OpenBook } from './book.ts';

/** @throws AppError XLSX-*, XLS-TOO-LARGE, SRC-UNSUPPORTED. */
export async function openBook(file: OpenedFile, format: FileFormat): Promise<OpenBook> {
  switch (format) {
    case 'xlsx':
      return OpenWorkbook.open(file.path, file.fileName);
    case 'ods':
      return OpenOds.open(file.path, file.fileName);
    case 'xls':
    case 'xlsb':
      return OpenLegacy.open(file, format);
    case 'csv':
      throw new Error('text is no workbook');
  }
}
