// Puts checked records into a block with their typed copies: scanned ones as they lie there, all others from strings.
import type { ColumnMapping, RecordCounts } from '../../../../shared/model/source.ts';
import type { Reject } from '../../../../shared/model/issue.ts';
import type { RecordCheck } from '../checkRecord.ts';
import type { RawRecord } from '../rawRecord.ts';
import type { LoadedRecord } from '../readRecords.ts';
import { CellBlock } from './cellBlock.ts';
import { ColumnCells, type ColumnForm } from './columnCells.ts';
import { type WordLimits, wordLimits } from './wordTable.ts';

/** Rejected records kept in memory before they must be handed on. */
const MOST_REJECTS = 500;

/** Holds records back that the table may not take up. */
export interface RecordGuard {
  /** The reason for keeping a record aside that would be loaded, or null. */
  readonly loaded: (record: LoadedRecord) => Reject | null;
  /** What may be kept of a rejected record. */
  readonly rejected: (reject: Reject) => Reject;
}

export interface FillerOptions {
  /** How the typed copy of each column is kept; null = not at all. */
  readonly forms: readonly (ColumnForm | null)[];
  /** As `ReadSettings.nullWords`. */
  readonly nullWords: readonly string[] | undefined;
  readonly guard: RecordGuard | null;
  /** What the texts of each coded column may take in memory; left out = the same share for each. */
  readonly limits?: WordLimits;
}

export class BlockFiller {
  readonly block: CellBlock;
  readonly columns: readonly ColumnCells[];
  readonly #coded: readonly ColumnCells[];
  readonly #keys: readonly ColumnCells[];
  readonly #guard: RecordGuard | null;
  rejects: Reject[] = [];
  blank = 0;
  #number = 0;
  readonly #counts = { read: 0, loaded: 0, rejected: 0, blank: 0 };

  constructor(
    width: number,
    window: number,
    columns: readonly ColumnMapping[],
    { forms, nullWords, guard, limits }: FillerOptions,
  ) {
    const each = limits ?? wordLimits(forms.filter((form) => form === 'code').length);
    this.#guard = guard;
    this.block = new CellBlock(width, window);
    this.columns = columns.map(
      (column, at) => new ColumnCells(column, forms[at] ?? null, this.block.capacity, nullWords, each),
    );
    this.#coded = this.columns.filter((column) => column.form === 'code');
    this.#keys = this.columns.filter((column) => column.mapping.role === 'customerKey');
  }

  get counts(): RecordCounts {
    return this.#counts;
  }

  get isFull(): boolean {
    return this.block.rows >= this.block.capacity || this.rejects.length + this.blank >= MOST_REJECTS;
  }

  get isEmpty(): boolean {
    return this.block.rows === 0 && this.rejects.length === 0 && this.blank === 0;
  }

  /** Forgets what was handed on. */
  clear(): void {
    this.block.clear();
    this.rejects = [];
    this.blank = 0;
  }

  /** Takes the scanned record at `row` as the block's next one; false when only the string check can judge it. */
  takeScanned(row: number): boolean {
    const { block } = this;
    const to = block.rows;
    if (!this.#accept(row, to)) return false;
    block.move(row, to);
    block.records[to] = ++this.#number;
    block.rows++;
    this.#counts.read++;
    this.#counts.loaded++;
    return true;
  }

  /** Judges a record of strings. Those scanned behind it in the block stay where they are. */
  takeRaw(raw: RawRecord, check: RecordCheck): void {
    const record = ++this.#number;
    this.#counts.read++;
    const checked = check.check(raw, record);
    if (checked === null) {
      this.blank++;
      this.#counts.blank++;
      return;
    }
    const { line } = raw;
    const kept = Array.isArray(checked) ? this.#guard?.loaded({ record, line, cells: checked }) : checked;
    if (kept) {
      this.rejects.push(this.#guard?.rejected(kept) ?? kept);
      this.#counts.rejected++;
    } else if (Array.isArray(checked)) {
      this.#counts.loaded++;
      this.#load(checked, record, line);
    }
  }

  /** Codes come last: a record that they cannot take can no longer be rejected, so no text is numbered in vain. */
  #accept(row: number, to: number): boolean {
    const { bounds, bytes, stride } = this.block;
    const base = row * stride;
    let isFilled = false;
    for (const column of this.columns) {
      const at = base + 2 * column.mapping.position;
      const start = bounds[at] as number;
      const end = bounds[at + 1] as number;
      if (start === end) column.setMissing(to);
      else if (column.accept(bytes, start, end, to)) isFilled = true;
      else return false;
    }
    if (!isFilled) return false;
    for (const { mapping } of this.#keys) {
      const at = base + 2 * mapping.position;
      if (bounds[at] === bounds[at + 1]) return false;
    }
    for (const column of this.#coded) {
      const at = base + 2 * column.mapping.position;
      const start = bounds[at] as number;
      const end = bounds[at + 1] as number;
      if (start < end && !column.code(bytes, start, end, to)) return false;
    }
    return true;
  }

  #load(cells: readonly (string | null)[], record: number, line: number): void {
    const { block } = this;
    const row = block.rows++;
    block.blank(row);
    block.records[row] = record;
    block.lines[row] = line;
    for (const [at, column] of this.columns.entries()) {
      const cell = cells[at] ?? null;
      column.set(cell, row);
      if (cell !== null) block.write(row, column.mapping.position, cell);
    }
  }
}
