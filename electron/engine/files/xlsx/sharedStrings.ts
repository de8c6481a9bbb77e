// Shared strings: every distinct text of a workbook once. Rich text is joined, phonetic guides are left out.
import { AppError } from '../../../../shared/errors.ts';
import { readPart } from './readPart.ts';
import type { ZipPackage } from './zipPackage.ts';

/** More distinct texts than this no real workbook has; they would not fit into memory. */
const MOST_STRINGS = 1 << 24;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` and the like stand for characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function tooMany(zip: ZipPackage): AppError {
  return new AppError('XLSX-TOO-LARGE', { limit: `${MOST_STRINGS}` }, { file: zip.fileName });
}

/** Reads the strings in their order; the declared count is ignored. @throws AppError XLSX-*. */
export async function readSharedStrings(zip: ZipPackage, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readPart(zip, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    close(name) {
      if (name === 'si') {
        if (strings.length >= MOST_STRINGS) throw tooMany(zip);
        strings.push(unescapeText(current));
      } else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}
