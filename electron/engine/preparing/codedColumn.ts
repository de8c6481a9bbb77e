// A column's cells as codes into its distinct texts: a step then costs one call per distinct text, not per record.
import type { ReadDb } from '../db/open.ts';
import { textChunks } from '../db/records.ts';
import type { CellFix, Reading } from './cellFix.ts';
import { textOf, valueOf } from './cellFix.ts';

/** `codes` has one entry per base record; code 0 is missing. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly words: readonly (string | null)[];
}

/** @param corrected cells of the records that come after those of the run */
export function loadColumn(
  db: ReadDb,
  runId: number,
  loaded: number,
  position: number,
  corrected: readonly (string | null)[],
): CodedColumn {
  const codes = new Int32Array(loaded + corrected.length);
  const words: (string | null)[] = [null];
  const known = new Map<string, number>();
  const codeOf = (text: string | null): number => {
    if (text === null) return 0;
    let code = known.get(text);
    if (code === undefined) {
      code = words.push(text) - 1;
      known.set(text, code);
    }
    return code;
  };
  for (const { first, text } of textChunks(db, runId, position))
    for (let row = 0; row < text.rows; row++) codes[first + row] = codeOf(text.text(row));
  for (const [at, cell] of corrected.entries()) codes[loaded + at] = codeOf(cell);
  return { codes, words };
}

/** How many of the rows have each code. `rows` null = every base record. */
export function countCodes({ codes, words }: CodedColumn, rows: Int32Array | null): Float64Array {
  const counts = new Float64Array(words.length);
  if (rows) for (const row of rows) counts[codes[row] ?? 0]! += 1;
  else for (const code of codes) counts[code]! += 1;
  return counts;
}

export interface Effect {
  readonly touched: number;
  /** The most frequent changes first. */
  readonly examples: readonly { from: string | null; to: string | null; count: number }[];
}

const EXAMPLES = 12;

/** What becomes of the distinct texts. `shown` says how a result that is the same text but another value is written. */
export function applyFix(
  column: CodedColumn,
  counts: Float64Array,
  fix: CellFix,
  shown: (from: string | null, to: string | null) => string | null = (_, to) => to,
): { readonly column: CodedColumn; readonly effect: Effect } {
  const words = column.words.map(fix);
  const changes: { from: string | null; to: string | null; count: number }[] = [];
  for (const [code, from] of column.words.entries()) {
    const count = counts[code] ?? 0;
    const to = shown(from, words[code] ?? null);
    if (count > 0 && to !== from) changes.push({ from, to, count });
  }
  const touched = changes.reduce((sum, change) => sum + change.count, 0);
  const examples = changes.toSorted((a, b) => b.count - a.count).slice(0, EXAMPLES);
  return { column: { codes: column.codes, words }, effect: { touched, examples } };
}

/** The value in the middle as text; of two, numbers take their mean and dates the earlier. Null without any value. */
export function medianText(column: CodedColumn, counts: Float64Array, as: Reading): string | null {
  const values = column.words
    .map((word, code) => ({ value: valueOf(word, as), count: counts[code] ?? 0 }))
    .filter(({ value, count }) => count > 0 && !Number.isNaN(value))
    .toSorted((a, b) => a.value - b.value);
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const at = (rank: number): number => {
    let before = 0;
    for (const { value, count } of values) if ((before += count) > rank) return value;
    return NaN;
  };
  if (total === 0) return null;
  const low = at(Math.floor((total - 1) / 2));
  const high = at(Math.floor(total / 2));
  return textOf(as.type === 'date' ? low : (low + high) / 2, as);
}

/** The most frequent text without its surrounding white space; of equals the first one met. */
export function modeText(column: CodedColumn, counts: Float64Array): string | null {
  const byText = new Map<string, number>();
  for (const [code, word] of column.words.entries()) {
    const count = counts[code] ?? 0;
    const text = word?.trim() ?? '';
    if (text !== '' && count > 0) byText.set(text, (byText.get(text) ?? 0) + count);
  }
  let best: string | null = null;
  for (const [text, count] of byText) if (best === null || count > (byText.get(best) ?? 0)) best = text;
  return best;
}
