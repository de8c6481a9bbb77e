// The common case at full speed: a run of lines without any quote goes to papaparse in one piece. Alone it would swallow
// a file after one lone quote; here the framer has already seen that there is none.
import Papa from 'papaparse';

/** Fewer characters than this are not worth a call. */
const WORTH_IT = 512;
const BOM = 0xfeff;

export interface PlainLines {
  readonly rows: readonly string[][];
  /** Where the next record starts. */
  readonly end: number;
}

/**
 * The complete lines from `at` up to the last line end before `mark`, the next quote.
 * Null when the framer must go line by line: lone carriage returns, runs of spaces as delimiter, hardly any text.
 */
export function parsePlainLines(
  text: string,
  at: number,
  mark: number,
  delimiter: string,
): PlainLines | null {
  const last = text.lastIndexOf('\n', mark - 1);
  // papaparse drops a byte order mark at the start of what it is given, even in the middle of a file.
  if (delimiter === ' ' || last - at < WORTH_IT || text.charCodeAt(at) === BOM) return null;
  const block = text.slice(at, last);
  const windows = block.includes('\r') || text[last - 1] === '\r';
  if (windows && /\r(?!\n|$)/.test(block)) return null;
  const rows = Papa.parse<string[]>(block, { delimiter, newline: '\n', fastMode: true }).data;
  if (windows) for (const cells of rows) dropReturn(cells);
  return { rows, end: last + 1 };
}

function dropReturn(cells: string[]): void {
  const at = cells.length - 1;
  const cell = cells[at];
  if (cell?.endsWith('\r')) cells[at] = cell.slice(0, -1);
}
