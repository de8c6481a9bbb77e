// What every reader (text, workbook) hands on: cells as text, the line they start on, and a flaw where there is one.
import type { Issue, IssueArgs, IssueCode } from '../../../shared/model/issue.ts';
import type { FormattedNumber } from './sheets/formattedNumbers.ts';

/** Why a record cannot be used whatever its columns mean. */
export interface Flaw {
  readonly code: IssueCode;
  readonly args: IssueArgs;
  /** 0-based position of the cell concerned, where it is one cell. */
  readonly position?: number;
}

/** One record of a file. `line` is the physical line (sheet row) on which it starts, from 1. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly flaw: Flaw | null;
  /** Numbers of a workbook that are shown otherwise than `cells` has them. */
  readonly formatted?: readonly FormattedNumber[];
}

/** A run of records, with how far into the file they reach. */
export interface RawBatch {
  readonly records: readonly RawRecord[];
  readonly bytesRead: number;
}

/** Records in file order; returns what was noticed on the way (each issue once, with a count). */
export type RawReader = AsyncGenerator<RawBatch, readonly Issue[]>;

/** A record with nothing in it but white space. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
