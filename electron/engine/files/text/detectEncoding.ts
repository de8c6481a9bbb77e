// Finds the encoding of a text file from its first part: byte order mark, the pattern of UTF-16, UTF-8 validity,
// then a guess among single-byte encodings. What cannot be told is asked, never guessed.
import type { Encoding } from '../../../../shared/model/readSettings.ts';
import type { EncodingChoice } from '../../../../shared/model/inspection.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import { cutTail, decodeBytes, utf8SequenceLength } from './decodeText.ts';
import { guessSingleByte } from './guessSingleByte.ts';
import { unmarkedUtf16 } from './unmarkedUtf16.ts';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly confidence: number;
  readonly runnerUp: Encoding | undefined;
  /** The analyst must confirm before the import. */
  readonly ask: boolean;
  readonly issues: readonly Issue[];
  /** The likely encodings of a guess, best first, with what each makes of the same words; empty when there is no doubt. */
  readonly choices: readonly EncodingChoice[];
}

/** Below this the encoding is asked about. */
export const ENCODING_CONFIDENCE = 0.6;
const SAMPLE_BYTES = 64 * 1024;
/** Multi-byte encodings of East Asia as jschardet names them; two of them can be read, none is ever taken unasked. */
const EAST_ASIAN = /^(?:gb|big5|cp932|cp949|shift|euc)/i;
const JAPANESE = /^(?:shift|cp932|euc-jp)/i;
/** A single-byte guess this good is not given up for one of them. */
const CONVINCING = 0.9;
/** Share of pairs that are kana in any Japanese text. */
const KANA_SHARE = 0.3;
const EAST_ASIAN_CONFIDENCE = 0.5;
const MOST_CHOICES = 4;

function sure(encoding: Encoding, confidence: number, issues: readonly Issue[] = []): DetectedEncoding {
  return { encoding, confidence, runnerUp: undefined, ask: false, issues, choices: [] };
}

function fromMark(bytes: Buffer): DetectedEncoding | undefined {
  const bom = (encoding: Encoding): DetectedEncoding =>
    sure(encoding, 1, [{ code: 'BOM', severity: 'note', args: { encoding } }]);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bom('utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bom('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return bom('utf-16be');
  return undefined;
}

function fromUnmarked(bytes: Buffer): DetectedEncoding | undefined {
  const encoding = unmarkedUtf16(bytes);
  if (encoding === undefined) return undefined;
  const issue: Issue = { code: 'ENCODING-CONFIRM', severity: 'check', args: { encoding } };
  const choices = [encoding, encoding === 'utf-16le' ? 'utf-16be' : 'utf-16le'] as const;
  return {
    encoding,
    confidence: 0.9,
    runnerUp: undefined,
    ask: true,
    issues: [issue],
    choices: choices.map((choice) => ({ encoding: choice, samples: firstLine(bytes, choice) })),
  };
}

function firstLine(bytes: Buffer, encoding: Encoding): string[] {
  const [line = ''] = decodeBytes(bytes.subarray(0, 400), encoding, true).text.split(/[\r\n]/);
  return [line.slice(0, 60)];
}

/** Counts the multi-byte sequences and the bytes that fit none. */
function countUtf8(bytes: Buffer): { readonly sequences: number; readonly invalid: number } {
  let sequences = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8SequenceLength(bytes, i);
    if (length > 1) sequences++;
    if (length === 0) invalid++;
    i += Math.max(1, length);
  }
  return { sequences, invalid };
}

/** The parts of the sample that carry information: lines with bytes above 127. */
function informative(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE_BYTES; ) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES));
    if (line.some((byte) => byte >= 128)) {
      lines.push(line);
      size += line.length;
    }
    start = end;
  }
  return Buffer.concat(lines);
}

/** All bytes above 127 form pairs as in Shift-JIS, many of them kana: katakana alone looks like accented capitals. */
function looksJapanese(bytes: Buffer): boolean {
  let pairs = 0;
  let kana = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 128 || (lead >= 0xa1 && lead <= 0xdf)) continue;
    const trail = bytes[++i] ?? 0;
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc || trail < 0x40 || trail === 0x7f || trail > 0xfc)
      return false;
    pairs++;
    if (lead === 0x82 || lead === 0x83) kana++;
  }
  return pairs >= 4 && kana >= pairs * KANA_SHARE;
}

async function eastAsian(sample: Buffer, singleByte: number): Promise<Encoding | undefined> {
  if (looksJapanese(sample)) return 'shift_jis';
  if (singleByte >= CONVINCING) return undefined;
  // Its tables take 6 MB in every thread that loads them, and few files need them.
  const { default: jschardet } = await import('jschardet');
  const found = jschardet.detect(sample).encoding ?? '';
  if (!EAST_ASIAN.test(found)) return undefined;
  return JAPANESE.test(found) ? 'shift_jis' : 'gb18030';
}

async function guessed(bytes: Buffer): Promise<DetectedEncoding> {
  const sample = informative(bytes);
  const guess = guessSingleByte(sample);
  const foreign = await eastAsian(sample, guess.confidence);
  const ordered: readonly Encoding[] = [
    ...(foreign === undefined ? [] : [foreign]),
    guess.encoding,
    ...guess.others,
  ];
  const [encoding = guess.encoding, runnerUp] = ordered;
  const confidence = foreign === undefined ? guess.confidence : EAST_ASIAN_CONFIDENCE;
  const ask = confidence < ENCODING_CONFIDENCE;
  const choices = ordered
    .slice(0, MOST_CHOICES)
    .map((choice) => ({ encoding: choice, samples: [...sampleWords(sample, choice)] }));
  const args = { encoding, samples: choices[0]?.samples.join(', ') ?? '' };
  const issue: Issue = ask
    ? { code: 'ENCODING-CONFIRM', severity: 'check', args }
    : { code: 'ENCODING-GUESSED', severity: 'check', args };
  return { encoding, confidence, runnerUp, ask, issues: [issue], choices };
}

/** Three words with letters above ASCII, by which a person can judge the guess. */
function sampleWords(bytes: Buffer, encoding: Encoding): readonly string[] {
  const text = decodeBytes(bytes, encoding, true).text;
  const words = text.match(/[\p{L}\p{N}.'’-]*[^\P{L}A-Za-z][\p{L}\p{N}.'’-]*/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, 40)))].slice(0, 3);
}

/** Detects the encoding of `bytes`, the first part of a file; `complete`: they are all of it. */
export async function detectEncoding(bytes: Buffer, complete: boolean): Promise<DetectedEncoding> {
  const marked = fromMark(bytes);
  if (marked !== undefined) return marked;
  const wide = fromUnmarked(bytes);
  if (wide !== undefined) return wide;
  const whole = complete ? bytes : bytes.subarray(0, bytes.length - cutTail(bytes));
  const { sequences, invalid } = countUtf8(whole);
  if (invalid === 0) {
    return sure('utf-8', sequences === 0 ? 0.95 : 1);
  }
  // Mostly valid: UTF-8 with some damaged records, which are kept aside.
  if (sequences >= invalid) return { ...sure('utf-8', 0.7), runnerUp: guessSingleByte(whole).encoding };
  return guessed(whole);
}
