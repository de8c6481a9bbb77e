// The names under which columns are shown: unique, never empty, the original header kept beside them.
import { COLUMN_WORDS } from '../../../../shared/i18n/unnamedWords.ts';
import type { RawRecord } from '../rawRecord.ts';

export interface HeaderNames {
  /** As written in the (last) header row; '' where there is none. */
  readonly headers: readonly string[];
  /** Unique and shown. */
  readonly names: readonly string[];
  readonly duplicates: number;
  /** Names that differ from an earlier one only in case or in the form of their accents. */
  readonly alike: readonly string[];
  readonly empty: number;
}

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\p{Cc}]/gu;
const LONGEST_NAME = 200;

function cleanName(header: string): string {
  const plain = header.replace(/\s+/g, ' ').trim();
  const name = plain.replace(INVISIBLE, '').trim() === '' ? '' : plain;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** Same name to a reader: case and Unicode form aside. */
function sameName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Joins stacked header rows; a group title holds for the empty cells to its right. */
function mergedHeader(rows: readonly RawRecord[], position: number): string {
  const parts: string[] = [];
  rows.forEach((row, index) => {
    let at = position;
    const isGroup = index < rows.length - 1;
    while (isGroup && at > 0 && (row.cells[at] ?? '').trim() === '') at--;
    const part = (row.cells[at] ?? '').trim();
    if (part !== '' && !parts.includes(part)) parts.push(part);
  });
  return parts.join(' · ');
}

/** Names for `width` columns under the given header rows (none: every column is "Column n"). @param word for “Column” */
export function headerNames(
  rows: readonly RawRecord[],
  width: number,
  word: string = COLUMN_WORDS.en,
): HeaderNames {
  const last = rows.at(-1);
  const headers = Array.from({ length: width }, (_unused, position) => last?.cells[position] ?? '');
  const taken = new Set<string>();
  const alike: string[] = [];
  const forms = new Map<string, string>();
  let duplicates = 0;
  let empty = 0;
  const names = headers.map((header, position) => {
    const written = cleanName(rows.length > 1 ? mergedHeader(rows, position) : header);
    if (written === '') empty++;
    const base = written === '' ? `${word} ${position + 1}` : written;
    let name = base;
    for (let n = 2; taken.has(sameName(name)); n++) name = `${base} (${n})`;
    if (name !== base) {
      if (forms.get(sameName(base)) === base) duplicates++;
      else alike.push(base);
    } else forms.set(sameName(name), base);
    taken.add(sameName(name));
    return name;
  });
  return { headers, names, duplicates, alike, empty };
}
