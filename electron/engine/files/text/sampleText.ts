// The first 256 KB of a text file as records. Only when a quoted cell is still open there is more read, up to 1 MiB,
// so that an unclosed quote is found here and not first by the import.
import type { Encoding, ReadOverrides } from '../../../../shared/model/readSettings.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import { IssueTally } from '../issueTally.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { Sample } from '../sample.ts';
import { decodeBytes, type TextChunk } from './decodeText.ts';
import { type DetectedDialect, detectDialect } from './detectDialect.ts';
import { type DetectedEncoding, detectEncoding } from './detectEncoding.ts';
import { readLastRecord } from './lastRecord.ts';
import { lineOffset } from './lineOffset.ts';
import { RECORD_LIMIT, RecordFramer } from './recordFramer.ts';
import type { Dialect } from './splitRecord.ts';

const LONGER_BYTES = RECORD_LIMIT + 512 * 1024;

async function encodingOf(
  head: Buffer,
  complete: boolean,
  overrides: ReadOverrides,
): Promise<DetectedEncoding> {
  const detected = await detectEncoding(head, complete);
  const { encoding } = overrides;
  if (encoding === undefined) return detected;
  const issues = detected.issues.filter((issue) => issue.code === 'BOM');
  return { encoding, confidence: 1, runnerUp: undefined, ask: false, issues, choices: [] };
}

function fixedDialect({ delimiter, quote, escape }: ReadOverrides): Partial<Dialect> {
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(escape === undefined ? {} : { escape }),
  };
}

/** The part of the file that is looked at: from its start, or from the line at which a second table starts. */
interface Window {
  readonly from: number;
  readonly linesBefore: number;
  readonly bytes: Buffer;
}

async function firstWindow(
  file: OpenedFile,
  head: Buffer,
  encoding: Encoding,
  startLine = 1,
): Promise<Window> {
  if (startLine === 1) return { from: 0, linesBefore: 0, bytes: head };
  const from = await lineOffset(file, encoding, startLine);
  return { from, linesBefore: startLine - 1, bytes: await readBytes(file, from, head.length) };
}

interface Framed {
  readonly dialect: DetectedDialect;
  readonly records: readonly RawRecord[];
  readonly issues: readonly Issue[];
  /** The window ends inside a quoted cell or the very first record. */
  readonly openEnded: boolean;
}

function frame(file: OpenedFile, chunk: TextChunk, complete: boolean, fixed: Partial<Dialect>): Framed {
  const dialect = detectDialect(chunk.text, fixed);
  const tally = new IssueTally();
  const framer = new RecordFramer(dialect.dialect, file.fileName, (code, line, count, args = {}) =>
    tally.add(code, 'check', { line, count, args }),
  );
  const records: readonly RawRecord[] = framer.push(chunk, complete);
  const openEnded = !complete && (framer.insideQuotes || records.length === 0);
  return { dialect, records, issues: tally.list(), openEnded };
}

/**
 * Detects encoding and dialect and frames the sample. `head` is the first part of the file.
 * @throws AppError CSV-UNCLOSED-QUOTE, CSV-RECORD-TOO-LONG.
 */
export async function sampleText(file: OpenedFile, head: Buffer, overrides: ReadOverrides): Promise<Sample> {
  const found = await encodingOf(head, head.length >= file.bytes, overrides);
  let window = await firstWindow(file, head, found.encoding, overrides.startLine);
  for (;;) {
    const { from, linesBefore, bytes } = window;
    const complete = from + bytes.length >= file.bytes;
    const chunk = decodeBytes(bytes, found.encoding, complete);
    const framed = frame(file, chunk, complete, fixedDialect(overrides));
    if (framed.openEnded && bytes.length < LONGER_BYTES) {
      window = { from, linesBefore, bytes: await readBytes(file, from, LONGER_BYTES) };
      continue;
    }
    const { dialect } = framed;
    const last = complete ? undefined : await readLastRecord(file, found.encoding, dialect.dialect);
    const { startLine } = overrides;
    return {
      settings: {
        format: 'csv',
        encoding: found.encoding,
        ...dialect.dialect,
        ...(startLine === undefined ? {} : { startLine }),
      },
      confidence: {
        encoding: found.confidence,
        delimiter: dialect.confidence,
        quote: dialect.quoteConfidence,
      },
      runnerUp: {
        ...(found.runnerUp === undefined ? {} : { encoding: found.runnerUp }),
        ...(dialect.runnerUp === undefined ? {} : { delimiter: dialect.runnerUp }),
        ...(dialect.quoteRunnerUp === undefined ? {} : { quote: dialect.quoteRunnerUp }),
      },
      askEncoding: found.ask,
      encodings: found.choices,
      issues: [...found.issues, ...dialect.issues, ...framed.issues],
      records: linesBefore === 0 ? framed.records : framed.records.map((one) => further(one, linesBefore)),
      ...(last === undefined ? {} : { lastRecord: last }),
      sheets: [],
      complete,
    };
  }
}

function further(record: RawRecord, lines: number): RawRecord {
  return { ...record, line: record.line + lines };
}
