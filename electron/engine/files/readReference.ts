// A reference distribution out of a small file: levels and shares, whatever its format.
import type { ReadReference } from '../../../shared/model/reference.ts';
import { readShareRows, type TextRow } from '../../../shared/model/referenceRows.ts';
import { inspectFile } from './inspectFile.ts';
import { closeFile } from './openFile.ts';
import { openAs } from './openSource.ts';
import { openRawReader } from './readRecords.ts';

/** A distribution with more levels is none that a person could check. */
const MAX_ROWS = 1_000;

/** @throws AppError SRC-*, CSV-*, XLSX-*, ZIP-* when the file cannot be read at all */
export async function readReference(path: string): Promise<ReadReference> {
  const { settings, fileName } = await inspectFile(path, {});
  const file = await openAs(path, settings.format);
  const rows: TextRow[] = [];
  try {
    for await (const { records } of openRawReader(file, settings)) {
      for (const { line, cells } of records) if (rows.length < MAX_ROWS) rows.push({ line, cells });
      if (rows.length >= MAX_ROWS) break;
    }
  } finally {
    await closeFile(file);
  }
  return readShareRows(fileName, rows);
}
