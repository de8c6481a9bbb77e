// Finds delimiter and quotes by splitting the sample with each candidate: the one that gives the same number of
// cells on the most records wins, more cells before fewer.
import type { Issue } from '../../../../shared/model/issue.ts';
import { type Dialect, splitPlain, splitRecord } from './splitRecord.ts';

export interface DetectedDialect {
  readonly dialect: Dialect;
  readonly confidence: number;
  readonly runnerUp: string | undefined;
  readonly quoteConfidence: number;
  readonly quoteRunnerUp: Dialect['quote'] | undefined;
  readonly issues: readonly Issue[];
}

const CANDIDATES = [',', ';', '\t', '|', '^', '~', ', ', '; ', ' '] as const;
const SAMPLE_CHARACTERS = 128 * 1024;
const SAMPLE_RECORDS = 1000;
/** Spaces are in every text; as delimiters they must convince. */
const SPACE_SHARE = 0.97;
const CLOSE_SCORE = 0.85;

const DOUBLE_QUOTED = /(?:^|[,;\t|^~ ])"/m;
const SINGLE_QUOTED = /(?:^|[,;\t|^~])[ ]?'[^'\n\r]*'(?=[ ]?[,;\t|^~\n\r]|$)/gm;
/** Quotes that are never closed make every look at them long. */
const MOST_OPEN = 20;

interface FoundQuotes {
  readonly quote: '"' | "'";
  readonly confidence: number;
  readonly runnerUp: Dialect['quote'] | undefined;
}

function detectQuotes(text: string): FoundQuotes {
  const double = DOUBLE_QUOTED.test(text);
  const single = text.match(SINGLE_QUOTED)?.length ?? 0;
  if (!double && single > 1) {
    const confidence = Math.min(1, 0.6 + single / 20);
    return { quote: "'", confidence, runnerUp: confidence < 0.8 ? '' : undefined };
  }
  const mixed = double && single > 1;
  return { quote: '"', confidence: mixed ? 0.8 : 1, runnerUp: mixed ? "'" : undefined };
}

/** A delimiter as it can be seen in a sentence. */
export function showDelimiter(delimiter: string): string {
  return delimiter.replaceAll('\t', '⇥').replaceAll(' ', '␣');
}

interface Framing {
  /** Cell counts of the records; blank lines are left out, as is a record cut off at the end. */
  readonly widths: readonly number[];
  /** Records whose quotes do not come out: stray ones inside, or never closed. */
  readonly flaws: number;
}

function frame(text: string, dialect: Dialect): Framing {
  const widths: number[] = [];
  let flaws = 0;
  let open = 0;
  for (let at = 0; at < text.length && widths.length < SAMPLE_RECORDS; ) {
    const whole = splitRecord(text, at, dialect, true);
    // A quote that is never closed is for the framer to report; the delimiter is found all the same.
    const split = 'openAt' in whole ? splitRecord(text, at, { ...dialect, quote: '' }, true) : whole;
    if ('openAt' in split || open === MOST_OPEN) break;
    if ('openAt' in whole) open++;
    if ('openAt' in whole || whole.repaired) flaws++;
    const line = text.slice(at, split.end);
    if (line.trim() !== '') {
      const plain = dialect.delimiter === ' ' && !line.includes(dialect.quote);
      widths.push(plain ? splitPlain(line, ' ').length : split.cells.length);
    }
    at = split.end + (text.startsWith('\r\n', split.end) ? 2 : 1);
  }
  return { widths, flaws };
}

/** Doubled quotes, unless a backslash before quotes leaves fewer records in disorder. */
function detectEscape(text: string, delimiter: string, quote: '"' | "'"): '"' | "'" | '\\' {
  if (!text.includes(`\\${quote}`)) return quote;
  const disorder = (escape: Dialect['escape']): number => {
    const { widths, flaws } = frame(text, { delimiter, quote, escape });
    const same = [...Map.groupBy(widths, (width) => width).values()].map(({ length }) => length);
    const usual = Math.max(0, ...same);
    return flaws + widths.length - usual;
  };
  return disorder('\\') < disorder(quote) ? '\\' : quote;
}

/** Most lines hold a word that is a number or a date: a table of spaces, unlike a column of full names. */
function hasNumbers(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const numeric = lines.filter((line) => /(?:^|\s)[-+]?\d[\d.,:/-]*(?:\s|$)/.test(line));
  return lines.length > 1 && numeric.length >= (lines.length - 1) * 0.8;
}

interface Scored {
  readonly delimiter: string;
  readonly share: number;
  readonly width: number;
  readonly score: number;
}

/** `share`: how many records have the commonest number of cells above one; 0 when there is none. */
function score(text: string, dialect: Dialect): Scored {
  const counts = frame(text, dialect).widths;
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let width = 1;
  let times = 0;
  for (const [count, seen] of tally) {
    if (count > 1 && seen * Math.log2(count + 1) > times * Math.log2(width + 1)) {
      width = count;
      times = seen;
    }
  }
  const share = counts.length === 0 ? 0 : times / counts.length;
  const { delimiter } = dialect;
  if (delimiter === ' ' && (share < SPACE_SHARE || !hasNumbers(text))) {
    return { delimiter, share, width, score: 0 };
  }
  const weight = delimiter === ' ' ? 0.6 : 1;
  return { delimiter, share, width, score: weight * share * share * (1 + 0.25 * Math.log2(width)) };
}

/** With `a, b` both ',' and ', ' fit: the longer one only when it splits every record into the same number of cells. */
function better(a: Scored, b: Scored): number {
  const nested = a.delimiter.trim() !== '' && a.delimiter.trim() === b.delimiter.trim();
  if (nested && a.width === b.width && a.share === b.share) return b.delimiter.length - a.delimiter.length;
  return b.score - a.score;
}

/**
 * Detects how the cells of a sample are separated and quoted; parts given in `fixed` are kept.
 * A file of one column gets ',' unless its text contains commas, then no delimiter at all.
 */
export function detectDialect(sample: string, fixed: Partial<Dialect>): DetectedDialect {
  const text = sample.slice(0, SAMPLE_CHARACTERS);
  const found = detectQuotes(text);
  const quote = fixed.quote ?? found.quote;
  const trial = fixed.escape ?? quote;
  const scored = CANDIDATES.map((delimiter) => score(text, { delimiter, quote, escape: trial })).sort(better);
  const [best, ...others] = scored;
  const rival = others.find(
    (other) => other.delimiter.trim() !== best?.delimiter.trim() || other.delimiter === ' ',
  );
  const single = best === undefined || best.score === 0 || best.share < 0.3;
  const alone = text.includes(',') ? '' : ',';
  const delimiter = fixed.delimiter ?? (single ? alone : best.delimiter);
  const close = !single && rival !== undefined && rival.score > best.score * CLOSE_SCORE;
  const escape = fixed.escape ?? (quote === '' ? '' : detectEscape(text, delimiter, quote));
  const issues: Issue[] = [];
  if (close && fixed.delimiter === undefined) {
    const args = { delimiter: showDelimiter(delimiter), runnerUp: showDelimiter(rival.delimiter) };
    issues.push({ code: 'DELIMITER-CLOSE', severity: 'check', args });
  }
  if (quote === "'" || escape === '\\') {
    issues.push({ code: 'QUOTE-DIALECT', severity: 'note', args: { quote, escape } });
  }
  if (fixed.quote === '') issues.push({ code: 'QUOTES-AS-TEXT', severity: 'note', args: {} });
  return {
    dialect: { delimiter, quote, escape: quote === '' ? '' : escape },
    confidence: single ? 0.5 : close ? 0.6 : Math.min(1, best.share),
    runnerUp: close ? rival.delimiter : undefined,
    quoteConfidence: fixed.quote === undefined ? found.confidence : 1,
    quoteRunnerUp: fixed.quote === undefined ? found.runnerUp : undefined,
    issues,
  };
}
