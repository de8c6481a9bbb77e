// Finds the header row by contrast: words standing over numbers and dates. Says also how many rows it spans.
import { isBlank, type RawRecord } from '../rawRecord.ts';
import { parseDate } from '../values/date.ts';
import { isMissingValue } from '../values/missing.ts';
import { parseNumber } from '../values/number.ts';
import { matchHeader } from './matchHeader.ts';

/** `headerRow` is 1-based, 0 = none; `topRow` is the first of the rows that are merged into the header. */
export interface DetectedHeader {
  readonly headerRow: number;
  readonly topRow: number;
  readonly confidence: number;
  /** The header holds numbers, so it may be data after all. */
  readonly doubtful: boolean;
}

const SEARCHED_ROWS = 30;
const COMPARED_ROWS = 200;
const FILLED_SHARE = 0.6;

type Kind = 'empty' | 'number' | 'date' | 'text';

function kindOf(cell: string): Kind {
  if (isMissingValue(cell)) return 'empty';
  const dot = parseNumber(cell, { decimal: '.', thousands: ',' });
  if (typeof dot === 'number' || typeof parseNumber(cell, { decimal: ',', thousands: '.' }) === 'number')
    return 'number';
  if (typeof parseDate(cell, 'dmy') === 'number' || typeof parseDate(cell, 'mdy') === 'number') return 'date';
  return 'text';
}

/** Years in a row are headings of columns as often as they are data. */
function isYear(cell: string): boolean {
  return /^(?:19|20)\d\d$/.test(cell.trim());
}

interface ColumnBelow {
  readonly kind: Kind;
  readonly values: ReadonlySet<string>;
}

function columnsBelow(rows: readonly RawRecord[], width: number): readonly ColumnBelow[] {
  return Array.from({ length: width }, (_unused, position) => {
    const cells = rows.map((row) => row.cells[position] ?? '').filter((cell) => !isMissingValue(cell));
    const tally = new Map<Kind, number>();
    for (const cell of cells) tally.set(kindOf(cell), (tally.get(kindOf(cell)) ?? 0) + 1);
    const [kind, count] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? (['empty', 0] as const);
    return {
      kind: count >= cells.length * 0.8 ? kind : 'text',
      values: new Set(cells.map((cell) => cell.trim())),
    };
  });
}

interface Contrast {
  readonly score: number;
  readonly wordsOverValues: number;
  readonly valueColumns: number;
  readonly numbers: number;
}

function contrastOf(row: RawRecord, below: readonly ColumnBelow[]): Contrast {
  let score = 0;
  let wordsOverValues = 0;
  let valueColumns = 0;
  let numbers = 0;
  below.forEach((column, position) => {
    const cell = row.cells[position] ?? '';
    const kind = kindOf(cell);
    const isValue = column.kind === 'number' || column.kind === 'date';
    if (isValue) valueColumns++;
    if (kind === 'number' || kind === 'date') {
      numbers++;
      if (!isYear(cell)) score -= 1;
    } else if (kind === 'text') {
      if (isValue) {
        score += 1;
        wordsOverValues++;
      } else if (column.values.has(cell.trim())) score -= 0.5;
      else if (matchHeader(cell) !== undefined && cell.length < 60) score += 0.8;
      else score += cell.length < 40 ? 0.1 : 0;
    }
  });
  return { score, wordsOverValues, valueColumns, numbers };
}

/** The commonest number of cells, or for sheets (`sparse`) the largest. */
export function usualWidth(rows: readonly RawRecord[], sparse: boolean): number {
  const tally = new Map<number, number>();
  for (const row of rows) {
    if (!isBlank(row.cells)) tally.set(row.cells.length, (tally.get(row.cells.length) ?? 0) + 1);
  }
  if (sparse) return Math.max(0, ...tally.keys());
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function filled(row: RawRecord): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

/** Rows below the first that are headings too: words over every column of values, no numbers of their own. */
function lastHeaderIndex(rows: readonly RawRecord[], first: number, width: number): number {
  let last = first;
  for (let next = first + 1; next < Math.min(first + 3, rows.length - 1); next++) {
    const row = rows[next];
    if (row === undefined || filled(row) < width * FILLED_SHARE) break;
    const contrast = contrastOf(row, columnsBelow(rows.slice(next + 1, next + 1 + COMPARED_ROWS), width));
    if (contrast.numbers > 0 || contrast.valueColumns < 2 || contrast.wordsOverValues < contrast.valueColumns)
      break;
    last = next;
  }
  return last;
}

/** A row of group titles right above the header belongs to it, e.g. `,,2011,,2012,`. */
function hasGroupRow(rows: readonly RawRecord[], header: number, width: number): boolean {
  const above = rows[header - 1];
  return above !== undefined && above.cells.length === width && filled(above) >= 2 && filled(above) < width;
}

/** Detects the header among the first records of a file. */
export function detectHeader(rows: readonly RawRecord[], sparse: boolean): DetectedHeader {
  const width = usualWidth(rows, sparse);
  const needed = Math.max(1, Math.ceil(width * FILLED_SHARE));
  const first = rows.findIndex((row, i) => i < SEARCHED_ROWS && filled(row) >= Math.min(needed, width));
  const row = rows[first];
  const none = { headerRow: 0, topRow: 0, confidence: 0.7, doubtful: false };
  if (row === undefined) return none;
  const rest = rows.slice(first + 1, first + 1 + COMPARED_ROWS).filter((other) => !isBlank(other.cells));
  const below = columnsBelow(rest, width);
  const contrast = contrastOf(row, below);
  const wordsOnly = rest.length === 0 && row.cells.every((cell) => kindOf(cell) === 'text');
  if (contrast.score <= 0 && !wordsOnly) return { ...none, confidence: contrast.score < -1 ? 0.9 : 0.6 };
  const last = lastHeaderIndex(rows, first, width);
  const top = last === first && first > 0 && hasGroupRow(rows, first, width) ? first - 1 : first;
  const doubtful = contrast.numbers > 0 && contrast.wordsOverValues > 0 && contrast.numbers >= width * 0.3;
  const preamble = first > 0 ? 0.8 : 1;
  const confidence = (doubtful ? 0.5 : Math.min(1, 0.6 + contrast.score * 0.2)) * preamble;
  return { headerRow: last + 1, topRow: top + 1, confidence, doubtful };
}
