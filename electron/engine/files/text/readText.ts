// A text file as raw records: decoding and framing put together. The inspection reads its sample by the same framer.
import type { ReadSettings } from '../../../../shared/model/readSettings.ts';
import { IssueTally } from '../issueTally.ts';
import { checkUnchanged, type OpenedFile } from '../openFile.ts';
import type { RawReader } from '../rawRecord.ts';
import { decodeFile } from './decodeText.ts';
import { RecordFramer } from './recordFramer.ts';
import type { Dialect } from './splitRecord.ts';

/** The part of the settings that says how cells are separated. */
export function dialectOf(settings: ReadSettings): Dialect {
  return { delimiter: settings.delimiter, quote: settings.quote, escape: settings.escape };
}

/**
 * Every record of a text file, about a megabyte at a time.
 * @throws AppError CSV-UNCLOSED-QUOTE, CSV-RECORD-TOO-LONG, SRC-CHANGED, SRC-UNREADABLE.
 */
export async function* readText(file: OpenedFile, settings: ReadSettings): RawReader {
  const tally = new IssueTally();
  const framer = new RecordFramer(dialectOf(settings), file.fileName, (code, line, count, args = {}) =>
    tally.add(code, 'check', { line, count, args }),
  );
  for await (const chunk of decodeFile(file, settings.encoding)) {
    yield { records: framer.push(chunk, false), bytesRead: chunk.bytesRead };
  }
  yield {
    records: framer.push({ text: '', invalidAt: [], bytesRead: file.bytes }, true),
    bytesRead: file.bytes,
  };
  await checkUnchanged(file);
  return tally.list();
}
