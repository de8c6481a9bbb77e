// Records of persons who were erased from the project are held back when a file brings them again; of their cells
// nothing is kept.
import type { ColumnMapping, RecordCounts, Reject } from '../../../shared/model/source.ts';
import { erasedCheck } from '../db/erased.ts';
import type { IdentityKind } from '../db/erased.ts';
import type { ReadDb } from '../db/open.ts';
import type { LoadedRecord } from '../files/index.ts';

const kindOf = ({ role, pii }: ColumnMapping): IdentityKind | null =>
  role === 'customerKey' ? 'key' : pii === 'email' || pii === 'phone' ? pii : null;

export interface HoldBack {
  readonly split: (records: readonly LoadedRecord[], rejects: readonly Reject[]) => Split;
  /** The counts with those held back taken from the loaded ones. */
  readonly counts: (read: RecordCounts) => RecordCounts;
}
interface Split {
  readonly records: readonly LoadedRecord[];
  readonly rejects: readonly Reject[];
}

/** Null when nobody was erased. @param columns in the order of the records' cells, at their places in the file */
export function createHoldBack(db: ReadDb, columns: readonly ColumnMapping[]): HoldBack | null {
  const isErased = erasedCheck(db);
  const identities = columns.flatMap((column, at) => {
    const kind = kindOf(column);
    return kind === null ? [] : [{ kind, at, position: column.position }];
  });
  if (!isErased || identities.length === 0) return null;
  let heldBack = 0;
  const isHeld = (cellOf: (one: (typeof identities)[number]) => string | null | undefined): boolean =>
    identities.some((one) => {
      const cell = cellOf(one);
      return cell != null && isErased({ [one.kind]: [cell] });
    });
  const emptied = ({ record, line }: Pick<Reject, 'record' | 'line'>): Reject => ({
    record,
    line,
    code: 'ERASED-PERSON',
    args: {},
    cells: [],
  });
  return {
    split: (records, rejects) => {
      const held = new Set(records.filter((one) => isHeld(({ at }) => one.cells[at])));
      heldBack += held.size;
      const kept = rejects.map((one) => (isHeld(({ position }) => one.cells[position]) ? emptied(one) : one));
      const all = [...kept, ...[...held].map(emptied)].toSorted((a, b) => a.record - b.record);
      return { records: records.filter((one) => !held.has(one)), rejects: all };
    },
    counts: (read) => ({
      ...read,
      loaded: read.loaded - heldBack,
      rejected: read.rejected + heldBack,
    }),
  };
}
