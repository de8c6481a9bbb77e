// Splits one record that contains quote characters. Records without any are a plain split, see recordFramer.ts.
// A quote closes a cell only before a delimiter or a line end; any other quote inside is text and is reported.

/** How cells are separated and quoted. `delimiter` ' ' means any run of spaces; `quote` '' means none. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'" | '';
  readonly escape: '"' | "'" | '\\' | '';
}

/** A split record: `end` is where its line end starts, `lineEnds` how many line ends lie inside its cells. */
export interface SplitRecord {
  readonly cells: string[];
  readonly end: number;
  readonly lineEnds: number;
  readonly repaired: boolean;
}

/** The text ends inside the record; `openAt` is where the quote that is still open stands, else -1. */
export interface CutRecord {
  readonly openAt: number;
}

interface QuotedCell {
  readonly text: string;
  readonly end: number;
  readonly lineEnds: number;
  readonly repaired: boolean;
}

const LF = 10;
const CR = 13;
const SPACE = 32;

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Where a cell closed at `at` ends (spaces before the delimiter are skipped), or -1 when the quote is text. */
function closesAt(text: string, at: number, delimiter: string): number {
  if (at >= text.length || isLineEnd(text.charCodeAt(at)) || text.startsWith(delimiter, at)) return at;
  let next = at;
  while (text.charCodeAt(next) === SPACE) next++;
  if (next === at) return -1;
  return next >= text.length || isLineEnd(text.charCodeAt(next)) || text.startsWith(delimiter, next)
    ? next
    : -1;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}

/** Reads the quoted cell whose opening quote is at `open`; undefined when the text ends inside it. */
function readQuotedCell(
  text: string,
  open: number,
  dialect: Dialect,
  atEnd: boolean,
): QuotedCell | undefined {
  const { quote, escape, delimiter } = dialect;
  let value = '';
  let from = open + 1;
  let repaired = false;
  for (let at = nextMark(text, from, dialect); at !== -1; at = nextMark(text, at, dialect)) {
    if (escape === '\\' && text[at] === '\\') {
      if (at + 1 >= text.length) break;
      if (text[at + 1] !== quote && text[at + 1] !== '\\') {
        at++;
        continue;
      }
      value += text.slice(from, at) + (text[at + 1] ?? '');
      from = at += 2;
      continue;
    }
    if (at + 1 >= text.length && !atEnd) return undefined;
    const doubled = text[at + 1] === quote;
    // After a stray quote in the same cell, a doubled quote before a delimiter is one stray quote and the closing one.
    const closesDoubled = doubled && repaired && closesAt(text, at + 2, delimiter) !== -1;
    if (doubled && !closesDoubled) {
      value += text.slice(from, at + 1);
      from = at += 2;
      continue;
    }
    const close = closesDoubled ? at + 1 : at;
    const end = closesAt(text, close + 1, delimiter);
    if (end !== -1) {
      value += text.slice(from, close);
      return { text: value, end, lineEnds: countLineEnds(text, open, close), repaired };
    }
    repaired = true;
    at++;
  }
  return undefined;
}

function nextMark(text: string, from: number, dialect: Dialect): number {
  const quoteAt = text.indexOf(dialect.quote, from);
  if (dialect.escape !== '\\' || quoteAt === -1) return quoteAt;
  const escapeAt = text.slice(from, quoteAt).indexOf('\\');
  return escapeAt === -1 ? quoteAt : from + escapeAt;
}

function plainCellEnd(text: string, from: number, lineEnd: number, delimiter: string): number {
  // Searched only within the line: a delimiter that occurs nowhere would be looked for to the end of the text each time.
  const at = text.slice(from, lineEnd).indexOf(delimiter);
  return at === -1 ? lineEnd : from + at;
}

function nextLineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (isLineEnd(text.charCodeAt(i))) return i;
  return -1;
}

/**
 * Splits the record that starts at `start`. `atEnd`: no more text follows, so the end of the text ends the record.
 * A quote opens a cell only as its first character (spaces before it aside); `5" pipe` is text.
 */
export function splitRecord(
  text: string,
  start: number,
  dialect: Dialect,
  atEnd: boolean,
): SplitRecord | CutRecord {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let lineEnds = 0;
  let repaired = false;
  let at = start;
  let lineEnd = nextLineEnd(text, at);
  for (;;) {
    let open = at;
    while (text.charCodeAt(open) === SPACE && delimiter !== ' ') open++;
    if (text[open] === quote) {
      const cell = readQuotedCell(text, open, dialect, atEnd);
      if (cell === undefined) return { openAt: open };
      cells.push(cell.text);
      lineEnds += cell.lineEnds;
      repaired ||= cell.repaired;
      at = cell.end;
      if (lineEnd !== -1 && at > lineEnd) lineEnd = nextLineEnd(text, at);
    } else {
      if (lineEnd === -1 && !atEnd) return { openAt: -1 };
      const end = plainCellEnd(text, at, lineEnd === -1 ? text.length : lineEnd, delimiter);
      if (end > at || delimiter !== ' ') cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return atEnd ? { cells, end: at, lineEnds, repaired } : { openAt: -1 };
    if (isLineEnd(text.charCodeAt(at))) return { cells, end: at, lineEnds, repaired };
    at += delimiter.length;
  }
}

const SPACES = / +/;

/** Splits a line without quotes; with delimiter ' ' every run of spaces separates, and outer ones do not count. */
export function splitPlain(line: string, delimiter: string): string[] {
  return delimiter === ' ' ? line.trim().split(SPACES) : line.split(delimiter);
}
