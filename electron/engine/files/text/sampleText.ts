// The first 256 KB of a text file as records. Only when a quoted cell is still open there is more read, up to 1 MiB,
// so that an unclosed quote is found here and not first by the import.
import type { ReadOverrides } from '../../../../shared/model/source.ts';
import { IssueTally } from '../issueTally.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { Sample } from '../sample.ts';
import { decodeBytes } from './decodeText.ts';
import { detectDialect } from './detectDialect.ts';
import { type DetectedEncoding, detectEncoding } from './detectEncoding.ts';
import { RECORD_LIMIT, RecordFramer } from './recordFramer.ts';

const LONGER_BYTES = RECORD_LIMIT + 512 * 1024;

function encodingOf(head: Buffer, complete: boolean, overrides: ReadOverrides): DetectedEncoding {
  const detected = detectEncoding(head, complete);
  const { encoding } = overrides;
  if (encoding === undefined) return detected;
  const issues = detected.issues.filter((issue) => issue.code === 'BOM' || issue.code === 'DOUBLE-ENCODED');
  return { encoding, confidence: 1, runnerUp: undefined, ask: false, issues };
}

/**
 * Detects encoding and dialect and frames the sample. `head` is the first part of the file.
 * @throws AppError CSV-UNCLOSED-QUOTE, CSV-RECORD-TOO-LONG.
 */
export async function sampleText(file: OpenedFile, head: Buffer, overrides: ReadOverrides): Promise<Sample> {
  const found = encodingOf(head, head.length >= file.bytes, overrides);
  let bytes = head;
  for (;;) {
    const complete = bytes.length >= file.bytes;
    const chunk = decodeBytes(bytes, found.encoding, complete);
    const { delimiter, quote, escape } = overrides;
    const fixed = {
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(quote === undefined ? {} : { quote }),
      ...(escape === undefined ? {} : { escape }),
    };
    const dialect = detectDialect(chunk.text, fixed);
    const tally = new IssueTally();
    const framer = new RecordFramer(dialect.dialect, file.fileName, (code, line, count) =>
      tally.add(code, 'check', { line, count }),
    );
    const records: readonly RawRecord[] = framer.push(chunk, complete);
    const openEnded = !complete && (framer.insideQuotes || records.length === 0);
    if (openEnded && bytes.length < LONGER_BYTES) {
      bytes = await readBytes(file, 0, LONGER_BYTES);
      continue;
    }
    return {
      settings: { format: 'csv', encoding: found.encoding, ...dialect.dialect },
      confidence: { encoding: found.confidence, delimiter: dialect.confidence },
      runnerUp: {
        ...(found.runnerUp === undefined ? {} : { encoding: found.runnerUp }),
        ...(dialect.runnerUp === undefined ? {} : { delimiter: dialect.runnerUp }),
      },
      askEncoding: found.ask,
      issues: [...found.issues, ...dialect.issues, ...tally.list()],
      records,
      sheets: [],
      complete,
    };
  }
}
