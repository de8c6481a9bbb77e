// Where in a file a physical line starts, without framing records: a second table is inspected from there.
import type { Encoding } from '../../../../shared/model/readSettings.ts';
import { type OpenedFile, readBytes } from '../openFile.ts';

const CHUNK_BYTES = 1 << 20;
const LF = 10;
const CR = 13;

/** The index of the unit's significant byte: a line end is one byte, in UTF-16 one of two. */
function unitOf(encoding: Encoding): { readonly size: number; readonly low: number } {
  if (encoding === 'utf-16le') return { size: 2, low: 0 };
  return encoding === 'utf-16be' ? { size: 2, low: 1 } : { size: 1, low: 0 };
}

/**
 * The byte offset at which the physical line starts (lines count from 1; LF, CR and CR LF end one).
 * @returns the size of the file when it has fewer lines.
 */
export async function lineOffset(file: OpenedFile, encoding: Encoding, line: number): Promise<number> {
  const { size, low } = unitOf(encoding);
  let current = 1;
  let afterReturn = false;
  for (let position = 0; ; ) {
    const bytes = await readBytes(file, position, CHUNK_BYTES);
    for (let at = 0; at + size <= bytes.length; at += size) {
      const isWide = size === 2 && bytes[at + 1 - low] !== 0;
      const unit = isWide ? -1 : bytes[at + low];
      if (unit === LF && afterReturn) afterReturn = false;
      else {
        if (current === line) return position + at;
        afterReturn = unit === CR;
        if (unit === LF || unit === CR) current++;
      }
    }
    position += bytes.length;
    if (bytes.length < CHUNK_BYTES) return position;
  }
}
