// A sheet of a workbook as raw records.
import { IssueTally } from '../issueTally.ts';
import { checkUnchanged, type OpenedFile } from '../openFile.ts';
import type { RawReader, RawRecord } from '../rawRecord.ts';
import { OpenWorkbook } from './openWorkbook.ts';

const BATCH_ROWS = 2000;

/**
 * Every row of a sheet (the first visible one when no name is given), unpacked piece by piece.
 * @throws AppError XLSX-*, SRC-UNSUPPORTED, SRC-CHANGED.
 */
export async function* readSheet(file: OpenedFile, sheetName: string | undefined): RawReader {
  const tally = new IssueTally();
  const workbook = await OpenWorkbook.open(file.path, file.fileName);
  try {
    let records: RawRecord[] = [];
    for await (const piece of workbook.rows(workbook.choose(sheetName), tally)) {
      for (const row of piece.rows) records.push(row);
      if (records.length < BATCH_ROWS) continue;
      yield { records, bytesRead: Math.floor(piece.share * file.storedBytes) };
      records = [];
    }
    yield { records, bytesRead: file.storedBytes };
  } finally {
    workbook.close();
  }
  await checkUnchanged(file);
  return tally.list();
}
