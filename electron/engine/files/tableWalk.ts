// Where the table is inside the file: what lies above it is skipped, a second table below ends it, a totals row is noted
// or left out.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { matchHeader } from './columns/matchHeader.ts';
import type { IssueTally } from './issueTally.ts';
import { isBlank, type RawRecord } from './rawRecord.ts';
import { ColumnSums, isTotalsRow } from './totals.ts';

const NUMERIC = /^[\s\d.,'%()€$£+-]+$/;
/** Records that may wait for the end of the table to be known; more totals in a row are no totals. */
const MOST_HELD = 100;

/** Looks like the header of another table: several cells, all filled, none a number. */
function looksLikeHeader(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => cell.trim() !== '' && !NUMERIC.test(cell));
}

/** Without the empty cells at the end: spreadsheet programs give every line as many cells as the widest has. */
function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** Looks like a header among records with as many cells: no digit anywhere, and a word that headers are made of. */
function readsAsHeader(cells: readonly string[]): boolean {
  return (
    looksLikeHeader(cells) &&
    cells.every((cell) => !/\d/.test(cell)) &&
    cells.some((cell) => matchHeader(cell) !== undefined)
  );
}

/** In some column one record has a number and the other has words. */
function differInKind(a: readonly string[], b: readonly string[]): boolean {
  return a.some((cell, at) => {
    const other = b[at] ?? '';
    return cell.trim() !== '' && other.trim() !== '' && NUMERIC.test(cell) !== NUMERIC.test(other);
  });
}

export interface WalkOptions {
  readonly headerRow: number;
  readonly width: number;
  /** Sheets keep their tables apart; only text files are searched for a second table. */
  readonly secondTable: boolean;
  /** Columns by whose sums a totals row is known; given when such a row is to be left out. */
  readonly leaveOutTotals?: readonly ColumnMapping[];
}

/**
 * Passes on the records of the table. Two tables are told apart only by an empty line followed by a filled, wordy
 * record and one more of its width: a single odd record is never taken for a new table. Where that width is the first
 * table's too, the wordy record must read as a header, and the one after it have other kinds of values than the one before.
 */
export class TableWalk {
  readonly #options: WalkOptions;
  readonly #tally: IssueTally;
  readonly #sums: ColumnSums | null;
  #seen = 0;
  #afterBlank = false;
  #candidate: RawRecord | null = null;
  /** The last filled record of the table. */
  #last: readonly string[] = [];
  #secondTableLine = 0;
  #lastTotals: RawRecord | null = null;
  /** With totals to leave out: the last filled record or totals rows, and the blank ones after it. */
  #held: RawRecord[] = [];

  constructor(options: WalkOptions, tally: IssueTally) {
    this.#options = options;
    this.#tally = tally;
    const { leaveOutTotals } = options;
    this.#sums = leaveOutTotals === undefined ? null : new ColumnSums(leaveOutTotals);
  }

  /** The physical line on which a second table starts; 0 = there is none (so far). */
  get secondTableLine(): number {
    return this.#secondTableLine;
  }

  /** The records of the table among the next of the file. */
  push(records: readonly RawRecord[]): RawRecord[] {
    const passed: RawRecord[] = [];
    for (const record of records) {
      this.#seen++;
      if (this.#seen <= this.#options.headerRow) continue;
      if (this.#secondTableLine > 0) this.#tally.add('SECOND-TABLE', 'check', { line: record.line });
      else this.#walk(record, passed);
    }
    return passed;
  }

  /** Nothing is pending and the table goes on: a filled record of the table's width would simply be passed on. */
  get settled(): boolean {
    return (
      this.#secondTableLine === 0 &&
      this.#candidate === null &&
      !(this.#afterBlank && this.#options.secondTable) &&
      this.#sums === null &&
      this.#seen >= this.#options.headerRow
    );
  }

  /** Counts filled records of the table's width while `settled`. The last one before any other goes through `push`. */
  skip(count: number): void {
    this.#seen += count;
    if (count > 0) this.#afterBlank = false;
  }

  /** Call once after the last record. */
  finish(): RawRecord[] {
    const passed: RawRecord[] = [];
    if (this.#candidate !== null) this.#pass(this.#candidate, passed);
    if (this.#lastTotals !== null && this.#sums === null) {
      const { line } = this.#lastTotals;
      this.#tally.add('TOTALS-ROW', 'check', { line, args: { line, sums: 0 } });
    }
    for (const record of this.#held) {
      const isTotals =
        isTotalsRow(record.cells) || (!isBlank(record.cells) && this.#sums?.isSum(record.cells) === true);
      passed.push(
        isTotals && record.flaw === null
          ? { ...record, flaw: { code: 'TOTALS-LEFT-OUT', args: {} } }
          : record,
      );
    }
    return passed;
  }

  #walk(record: RawRecord, passed: RawRecord[]): void {
    const blank = record.flaw === null && isBlank(record.cells);
    if (this.#candidate !== null) {
      if (!blank && this.#continues(this.#candidate, record)) {
        const { line } = this.#candidate;
        this.#secondTableLine = line;
        this.#tally.add('SECOND-TABLE', 'check', { line, args: { line } });
        this.#tally.add('SECOND-TABLE', 'check', { line: record.line });
        this.#candidate = null;
        return;
      }
      this.#pass(this.#candidate, passed);
      this.#candidate = null;
    }
    if (this.#options.secondTable && this.#afterBlank && !blank && this.#mayBegin(record.cells)) {
      this.#candidate = record;
      return;
    }
    this.#pass(record, passed);
  }

  #mayBegin(cells: readonly string[]): boolean {
    return cells.length === this.#options.width ? readsAsHeader(trimmed(cells)) : looksLikeHeader(cells);
  }

  /** Whether a record goes on with the table that a candidate would begin. */
  #continues(candidate: RawRecord, { cells }: RawRecord): boolean {
    if (cells.length !== candidate.cells.length) return false;
    if (cells.length !== this.#options.width) return true;
    const width = trimmed(candidate.cells).length;
    return trimmed(cells).length <= width && differInKind(this.#last.slice(0, width), cells);
  }

  #pass(record: RawRecord, passed: RawRecord[]): void {
    const blank = record.flaw === null && isBlank(record.cells);
    this.#afterBlank = blank;
    if (!blank) this.#last = record.cells;
    const totals = !blank && isTotalsRow(record.cells);
    if (!blank) this.#lastTotals = totals ? record : null;
    if (this.#sums === null) {
      passed.push(record);
      return;
    }
    if ((!blank && !totals) || this.#held.length >= MOST_HELD) {
      for (const held of this.#held) {
        if (held.flaw === null && !isTotalsRow(held.cells)) this.#sums.add(held.cells);
        passed.push(held);
      }
      this.#held = [];
    }
    this.#held.push(record);
  }
}
