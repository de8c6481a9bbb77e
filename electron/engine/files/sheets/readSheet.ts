// A sheet of a workbook as raw records.
import { IssueTally } from '../issueTally.ts';
import { checkUnchanged, type OpenedFile } from '../openFile.ts';
import type { RawReader, RawRecord } from '../rawRecord.ts';
import { chooseSheet } from './book.ts';
import { openBook } from './openBook.ts';
import type { ReadSettings } from '../../../../shared/model/readSettings.ts';

const BATCH_ROWS = 2000;

/**
 * Every row of a sheet (the first visible one when no name is given), unpacked piece by piece.
 * @throws AppError XLSX-*, XLS-TOO-LARGE, SRC-UNSUPPORTED, SRC-CHANGED.
 */
export async function* readSheet(
  file: OpenedFile,
  settings: Pick<ReadSettings, 'format' | 'sheet'>,
): RawReader {
  const tally = new IssueTally();
  const book = await openBook(file, settings.format);
  try {
    const sheet = chooseSheet(book, settings.sheet, file.fileName);
    let records: RawRecord[] = [];
    for await (const piece of book.rows(sheet, tally)) {
      for (const row of piece.rows) records.push(row);
      if (records.length < BATCH_ROWS) continue;
      yield { records, bytesRead: Math.floor(piece.share * file.storedBytes) };
      records = [];
    }
    yield { records, bytesRead: file.storedBytes };
  } finally {
    book.close();
  }
  await checkUnchanged(file);
  return tally.list();
}
