// Levels and shares out of two columns of text, pasted or read from a small file.
import type { ReadReference } from './reference.ts';

export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Digits with separators, perhaps with a sign for percent. */
const NUMERIC = /^[+]?\d[\d.,'’ \u00a0\u202f]*%?$|^[.,]\d+%?$/u;
const GROUPING = /['’ \u00a0\u202f%+]/gu;
const TOTAL = /^(?:total|sum|all|overall|soma|todos|suma|tots|итого|всего|все)\b|^(?:итого|всего)/iu;
/** A total written with fewer digits than its parts is still one. */
const TOTAL_TOLERANCE = 0.005;

const isNumeric = (cell: string): boolean => NUMERIC.test(cell.trim());

/** Which of `.` and `,` stands before the decimals: whichever comes last, or is followed by other than three digits. */
function decimalOf(cells: readonly string[]): '.' | ',' {
  for (const cell of cells) {
    const text = cell.replace(GROUPING, '');
    const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
    if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
    const at = Math.max(comma, point);
    if (at < 0) continue;
    const sign = comma > point ? ',' : '.';
    const alone = text.indexOf(sign) === at;
    if (alone && (text.length - at - 1 !== 3 || at === 0 || text.startsWith('0') || cell.includes('%')))
      return sign;
    if (!alone) return sign === ',' ? '.' : ',';
  }
  // Only groups of three after a point or comma: thousands.
  return cells.some((cell) => cell.includes('.')) ? ',' : '.';
}

function numberOf(cell: string, decimal: '.' | ','): number {
  const plain = cell.trim().replace(GROUPING, '');
  const pointed = decimal === ',' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  return Number(pointed);
}

/** The column with the most numbers (the last of equals), and the first other one with text. */
function columnsOf(rows: readonly TextRow[]): { readonly level: number; readonly value: number } {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const filled = (at: number): number => rows.filter(({ cells }) => (cells[at] ?? '').trim() !== '').length;
  const numbers = (at: number): number => rows.filter(({ cells }) => isNumeric(cells[at] ?? '')).length;
  let value = width - 1;
  for (let at = width - 1; at > 0; at--) if (numbers(at) > numbers(value)) value = at;
  let level = 0;
  for (let at = 0; at < width; at++) {
    if (at === value || filled(at) === 0) continue;
    level = at;
    break;
  }
  return { level, value };
}

/**
 * A first row without a number is the header, a last row of the sum is left out, rows of one level are added up; what
 * cannot be read is named.
 */
export function readShareRows(name: string, given: readonly TextRow[]): ReadReference {
  const rows = given.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const { level, value } = columnsOf(rows);
  const decimal = decimalOf(rows.map(({ cells }) => cells[value] ?? '').filter(isNumeric));
  const unreadable: { line: number; text: string }[] = [];
  const found: { level: string; share: number }[] = [];
  rows.forEach(({ line, cells }, at) => {
    const word = (cells[level] ?? '').trim();
    const cell = cells[value] ?? '';
    const readable = level !== value && word !== '' && isNumeric(cell);
    const share = readable ? numberOf(cell, decimal) : NaN;
    if (Number.isFinite(share)) found.push({ level: word, share });
    else if (at > 0) unreadable.push({ line, text: cells.join(' · ').trim().slice(0, 200) });
  });
  const sum = found.reduce((total, { share }) => total + share, 0);
  const last = found.at(-1);
  const isTotal =
    last !== undefined &&
    found.length > 2 &&
    (TOTAL.test(last.level) || last.level === '') &&
    Math.abs(2 * last.share - sum) <= TOTAL_TOLERANCE * sum;
  const kept = isTotal ? found.slice(0, -1) : found;
  const total = kept.reduce((all, { share }) => all + share, 0);
  return { name, rows: kept, total, unreadable };
}

/** Pasted text as rows: columns apart by tabs or semicolons, else the number at the end of each line. */
export function pastedRows(text: string): readonly TextRow[] {
  return text.split(/\r\n|\r|\n/u).map((line, at) => {
    const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : null;
    if (separator) return { line: at + 1, cells: line.split(separator) };
    const parts = /^(.*?)[\s,:]+([\d.,]+\s*%?)\s*$/u.exec(line);
    return { line: at + 1, cells: parts ? [parts[1] ?? '', parts[2] ?? ''] : [line] };
  });
}
