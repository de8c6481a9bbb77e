// Bytes to text, chunk by chunk, in every supported encoding. A byte that is not valid becomes a lone surrogate
// U+DC00 + byte (valid text can never contain one), so the record it belongs to can be told apart and kept aside.
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Encoding } from '../../../../shared/model/readSettings.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';

/** Bytes that are read and decoded at a time. */
export const CHUNK_BYTES = 1 << 20;

/** A piece of text with the byte offsets of its invalid bytes, in order. */
export interface TextChunk {
  readonly text: string;
  readonly invalidAt: readonly number[];
  readonly bytesRead: number;
}

/** Matches the stand-ins for invalid bytes. */
export const INVALID_BYTE = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/gu;

/** Shows invalid bytes as `\xNN`, for messages and for the kept record. */
export function showInvalidBytes(text: string): string {
  return text.replace(
    INVALID_BYTE,
    (mark) => `\\x${(mark.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`,
  );
}

/** Length of the valid UTF-8 sequence at `at`, 0 when invalid, -1 when the bytes end inside it. */
export function utf8SequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xf0 && first < 0xf5
      ? 4
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xc2 && first < 0xe0
          ? 2
          : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined) return -1;
    let low = 0x80;
    let high = 0xbf;
    if (i === 1) {
      if (first === 0xe0) low = 0xa0;
      else if (first === 0xed) high = 0x9f;
      else if (first === 0xf0) low = 0x90;
      else if (first === 0xf4) high = 0x8f;
    }
    if (next < low || next > high) return 0;
  }
  return length;
}

/** How many bytes at the end belong to a sequence that is cut off there (0..3). */
export function cutTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return utf8SequenceLength(bytes, bytes.length - back) === -1 ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Decodes byte by byte where needed; `base` is the offset of the bytes in their file. */
export function decodeDamagedUtf8(bytes: Buffer, base: number, invalidAt: number[]): string {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8SequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, i), String.fromCharCode(0xdc00 + (bytes[i] ?? 0)));
    invalidAt.push(base + i);
    i++;
    start = i;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
}

interface ChunkDecoder {
  decode(bytes: Buffer, base: number, atEnd: boolean, invalidAt: number[]): string;
}

function utf8Decoder(): ChunkDecoder {
  let tail: Buffer = Buffer.alloc(0);
  return {
    decode(bytes, base, atEnd, invalidAt) {
      const whole = tail.length === 0 ? bytes : Buffer.concat([tail, bytes]);
      const from = base - tail.length;
      const cut = atEnd ? 0 : cutTail(whole);
      const ready = whole.subarray(0, whole.length - cut);
      tail = Buffer.from(whole.subarray(whole.length - cut));
      return isUtf8(ready) ? ready.toString('utf8') : decodeDamagedUtf8(ready, from, invalidAt);
    },
  };
}

/** iconv-lite's name of an encoding, where it differs from ours (which is the web's). */
export function iconvName(encoding: Encoding): string {
  return encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding;
}

const DOUBLE_BYTE: ReadonlySet<Encoding> = new Set(['shift_jis', 'gb18030']);

/** iconv-lite for the rest: TextDecoder's tables depend on how the runtime was built. */
function tableDecoder(encoding: Encoding): ChunkDecoder {
  const decoder = iconv.getDecoder(iconvName(encoding), { stripBOM: false });
  return {
    decode(bytes, base, atEnd, invalidAt) {
      const text = decoder.write(bytes) + (atEnd ? (decoder.end() ?? '') : '');
      if (!text.includes('\uFFFD')) return text;
      if (DOUBLE_BYTE.has(encoding)) return markReplaced(text, encoding, base, invalidAt);
      return text.replace(/\uFFFD/g, (_mark, at: number) => {
        invalidAt.push(base + at);
        return String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
      });
    },
  };
}

/** Sequences of two bytes or more leave no byte to point at: the mark is U+DCFF, the offset where the text before it ends. */
function markReplaced(text: string, encoding: Encoding, base: number, invalidAt: number[]): string {
  return text.replace(/\uFFFD/g, (_mark, at: number) => {
    invalidAt.push(base + iconv.encode(text.slice(0, at), encoding).length);
    return '\uDCFF';
  });
}

const HIGH_SURROGATE_AT_END = /[\uD800-\uDBFF]$/;

/** Half of a pair without the other cannot be stored: it becomes U+FFFD, which is counted like every odd character. */
function wideDecoder(encoding: Encoding): ChunkDecoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  let half = '';
  return {
    decode(bytes, _base, atEnd) {
      let text = half + decoder.write(bytes) + (atEnd ? (decoder.end() ?? '') : '');
      half = (!atEnd && HIGH_SURROGATE_AT_END.exec(text)?.[0]) || '';
      if (half !== '') text = text.slice(0, -1);
      return text.toWellFormed();
    },
  };
}

export function makeDecoder(encoding: Encoding): ChunkDecoder {
  if (encoding === 'utf-8') return utf8Decoder();
  return encoding.startsWith('utf-16') ? wideDecoder(encoding) : tableDecoder(encoding);
}

/** Decodes bytes that are already in memory (the sample of an inspection). `atEnd`: nothing follows them. */
export function decodeBytes(bytes: Buffer, encoding: Encoding, atEnd: boolean): TextChunk {
  const invalidAt: number[] = [];
  const text = makeDecoder(encoding).decode(bytes, 0, atEnd, invalidAt);
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, invalidAt, bytesRead: bytes.length };
}

/** Streams a file as text in pieces of about 1 MiB; a byte order mark is dropped. */
export async function* decodeFile(file: OpenedFile, encoding: Encoding): AsyncGenerator<TextChunk> {
  const decoder = makeDecoder(encoding);
  for (let position = 0, first = true; ; first = false) {
    const bytes = await readBytes(file, position, CHUNK_BYTES);
    const atEnd = bytes.length < CHUNK_BYTES;
    const invalidAt: number[] = [];
    const text = decoder.decode(bytes, position, atEnd, invalidAt);
    position += bytes.length;
    yield { text: first && text.startsWith('\uFEFF') ? text.slice(1) : text, invalidAt, bytesRead: position };
    if (atEnd) return;
  }
}
