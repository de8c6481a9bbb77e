// Where the table is inside the file: what lies above it is skipped, a second table below ends it, a totals row is noted.
import type { IssueTally } from './issueTally.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';

const TOTALS =
  /^(?:grand\s+|sub)?(?:total(?:s|es|is)?(?:\s+(?:geral|general|gerais|generals?))?|итого|всего|общий итог|suma(?:\s+total)?|soma|sum)\s*:?$/i;
const NUMERIC = /^[\s\d.,'%()€$£+-]+$/;

/** True when the first filled cell of a record says that it sums up the others. */
export function isTotalsRow(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  return first !== undefined && first.length < 40 && TOTALS.test(first.trim());
}

/** Looks like the header of another table: several cells, all filled, none a number. */
function looksLikeHeader(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => cell.trim() !== '' && !NUMERIC.test(cell));
}

export interface WalkOptions {
  readonly headerRow: number;
  readonly width: number;
  /** Sheets keep their tables apart; only text files are searched for a second table. */
  readonly secondTable: boolean;
}

/**
 * Passes on the records of the table. Two tables are told apart only by an empty line followed by a filled, wordy
 * record of another width and one more of that width: a single odd record is never taken for a new table.
 */
export class TableWalk {
  readonly #options: WalkOptions;
  readonly #tally: IssueTally;
  #seen = 0;
  #afterBlank = false;
  #candidate: RawRecord | null = null;
  #ended = false;
  #lastTotals: RawRecord | null = null;

  constructor(options: WalkOptions, tally: IssueTally) {
    this.#options = options;
    this.#tally = tally;
  }

  /** The records of the table among the next of the file. */
  push(records: readonly RawRecord[]): RawRecord[] {
    const passed: RawRecord[] = [];
    for (const record of records) {
      this.#seen++;
      if (this.#seen <= this.#options.headerRow) continue;
      if (this.#ended) this.#tally.add('SECOND-TABLE', 'check', { line: record.line });
      else this.#walk(record, passed);
    }
    return passed;
  }

  /** Call once after the last record. */
  finish(): RawRecord[] {
    const held = this.#candidate === null ? [] : [this.#candidate];
    if (held.length > 0) this.#lastTotals = null;
    if (this.#lastTotals !== null) {
      const { line } = this.#lastTotals;
      this.#tally.add('TOTALS-ROW', 'check', { line, args: { line } });
    }
    return held;
  }

  #walk(record: RawRecord, passed: RawRecord[]): void {
    const { width, secondTable } = this.#options;
    const blank = record.flaw === null && isBlank(record.cells);
    if (this.#candidate !== null) {
      if (!blank && record.cells.length === this.#candidate.cells.length) {
        this.#ended = true;
        const { line } = this.#candidate;
        this.#tally.add('SECOND-TABLE', 'check', { line, args: { line } });
        this.#tally.add('SECOND-TABLE', 'check', { line: record.line });
        this.#candidate = null;
        return;
      }
      passed.push(this.#candidate);
      this.#candidate = null;
    }
    if (
      secondTable &&
      this.#afterBlank &&
      !blank &&
      record.cells.length !== width &&
      looksLikeHeader(record.cells)
    ) {
      this.#candidate = record;
      return;
    }
    this.#afterBlank = blank;
    if (!blank) this.#lastTotals = isTotalsRow(record.cells) ? record : null;
    passed.push(record);
  }
}
