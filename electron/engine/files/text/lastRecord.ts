// The last record of a file that is larger than what an inspection reads: a totals row is there or nowhere.
import type { Encoding } from '../../../../shared/model/readSettings.ts';
import { AppError } from '../../../../shared/errors.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';
import { isBlank } from '../rawRecord.ts';
import { decodeBytes } from './decodeText.ts';
import { RecordFramer } from './recordFramer.ts';
import type { Dialect } from './splitRecord.ts';

const TAIL_BYTES = 64 * 1024;

/**
 * The cells of the last record that is not blank. Undefined when the end cannot be looked at by itself: packed text,
 * or a quote that is open there.
 */
export async function readLastRecord(
  file: OpenedFile,
  encoding: Encoding,
  dialect: Dialect,
): Promise<readonly string[] | undefined> {
  if (file.packed !== null) return undefined;
  const tail = Math.max(0, file.bytes - TAIL_BYTES);
  const from = tail - (tail % 2); // not `& ~1`: that is for numbers below 2^31, and files are longer
  const { text } = decodeBytes(await readBytes(file, from, TAIL_BYTES + 1), encoding, true);
  const start = text.search(/[\r\n]/);
  if (start === -1) return undefined;
  try {
    const framer = new RecordFramer(dialect, file.fileName, () => undefined);
    const records = framer.push({ text: text.slice(start), invalidAt: [], bytesRead: 0 }, true);
    return records.findLast((record) => record.flaw === null && !isBlank(record.cells))?.cells;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
