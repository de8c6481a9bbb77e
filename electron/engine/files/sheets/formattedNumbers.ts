// Numbers that their format shows as something else: which of the two texts is loaded, and what is said about it.
import type { ColumnProposal } from '../../../../shared/model/inspection.ts';
import type { Issue } from '../../../../shared/model/issue.ts';
import type { ReadSettings } from '../../../../shared/model/readSettings.ts';
import { IssueTally } from '../issueTally.ts';
import type { RawRecord } from '../rawRecord.ts';

/** A cell whose stored number (in `cells`) is shown otherwise. */
export interface FormattedNumber {
  /** 0-based column. */
  readonly position: number;
  readonly shown: string;
  /** A code such as a postcode, for which the shown text is the value that is meant. */
  readonly isCode: boolean;
}

export interface ShownDifferently {
  readonly position: number;
  /** Which of the two is loaded. */
  readonly loaded: 'shown' | 'stored';
  /** A number of the same shape, but nobody's. */
  readonly stored: string;
  readonly shown: string;
}

export type NumbersShown = ReadSettings['numbersShown'];

/** The shape of a shown number with digits of ours: messages outlive the people whose ids the cells may be. */
function exampleOf(shown: string): Pick<ShownDifferently, 'stored' | 'shown'> {
  const digits = shown.replace(/\D/g, '').length;
  const stored = '1234'.slice(0, Math.max(1, Math.min(4, digits - 1)));
  const padded = stored.padStart(digits, '0');
  let at = 0;
  return { stored, shown: shown.replace(/\d/g, () => padded[at++] ?? '0') };
}

/**
 * The record with the text that is wanted in each cell.
 * @param note is told every cell that is shown otherwise
 */
export function withWantedTexts(
  record: RawRecord,
  wanted: NumbersShown,
  note: (line: number, cell: ShownDifferently) => void,
): RawRecord {
  if (record.formatted === undefined) return record;
  const cells = [...record.cells];
  for (const { position, shown, isCode } of record.formatted) {
    const asShown = wanted?.[String(position)] ?? isCode;
    if (asShown) cells[position] = shown;
    note(record.line, { position, loaded: asShown ? 'shown' : 'stored', ...exampleOf(shown) });
  }
  return { line: record.line, cells, flaw: record.flaw };
}

/** Counts cells shown otherwise by column. @param nameOf the column's name, undefined for one that is not imported */
export function noteShown(
  tally: IssueTally,
  nameOf: (position: number) => string | undefined,
): (line: number, cell: ShownDifferently) => void {
  return (line, { position, loaded, stored, shown }) => {
    const column = nameOf(position);
    if (column !== undefined)
      tally.add('SHOWN-DIFFERENTLY', 'note', { line, column, args: { stored, shown, loaded } });
  };
}

export interface DescribedNumbers {
  readonly records: readonly RawRecord[];
  /** The columns concerned, with what is said about the proposals made for them. */
  describe(columns: readonly ColumnProposal[]): {
    readonly columns: readonly ColumnProposal[];
    readonly issues: readonly Issue[];
  };
}

/** The records of a sample as they will be read, and what there is to say about their numbers. */
export function describeNumbers(records: readonly RawRecord[], wanted: NumbersShown): DescribedNumbers {
  const noted: (readonly [line: number, cell: ShownDifferently])[] = [];
  const chosen = records.map((record) => withWantedTexts(record, wanted, (...cell) => noted.push(cell)));
  return {
    records: chosen,
    describe(columns) {
      const names = new Map(columns.map(({ position, name }) => [position, name]));
      const tally = new IssueTally();
      const note = noteShown(tally, (position) => names.get(position));
      const loaded = new Map<number, boolean>();
      for (const [line, cell] of noted) {
        note(line, cell);
        if (!loaded.has(cell.position)) loaded.set(cell.position, cell.loaded === 'shown');
      }
      const told = columns.map((column) => {
        const numbersShown = loaded.get(column.position);
        return numbersShown === undefined ? column : { ...column, numbersShown };
      });
      return { columns: told, issues: tally.list() };
    },
  };
}
