// Records of persons who were erased from the project are held back when a file brings them again; of their cells
// nothing is kept.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import { erasedCheck } from '../db/erased.ts';
import type { IdentityKind } from '../db/erased.ts';
import type { ReadDb } from '../db/open.ts';
import type { RecordGuard } from '../files/index.ts';

const kindOf = ({ role, pii }: ColumnMapping): IdentityKind | null =>
  role === 'customerKey' ? 'key' : pii === 'email' || pii === 'phone' ? pii : null;

/** Null when nobody was erased. @param columns in the order of the records' cells, at their places in the file */
export function createHoldBack(db: ReadDb, columns: readonly ColumnMapping[]): RecordGuard | null {
  const isErased = erasedCheck(db);
  const identities = columns.flatMap((column, at) => {
    const kind = kindOf(column);
    return kind === null ? [] : [{ kind, at, position: column.position }];
  });
  if (!isErased || identities.length === 0) return null;
  const isHeld = (cellOf: (one: (typeof identities)[number]) => string | null | undefined): boolean => {
    const filled = identities.flatMap((one) => {
      const cell = cellOf(one);
      return cell == null || cell.trim() === '' ? [] : [{ kind: one.kind, cell }];
    });
    // Families and firms share a number: whoever has an address of their own is told by that.
    const hasEmail = filled.some(({ kind }) => kind === 'email');
    return filled.some(({ kind, cell }) => !(kind === 'phone' && hasEmail) && isErased({ [kind]: [cell] }));
  };
  const emptied = ({ record, line }: Pick<Reject, 'record' | 'line'>): Reject => ({
    record,
    line,
    code: 'ERASED-PERSON',
    args: {},
    cells: [],
  });
  return {
    loaded: (one) => (isHeld(({ at }) => one.cells[at]) ? emptied(one) : null),
    rejected: (one) => (isHeld(({ position }) => one.cells[position]) ? emptied(one) : one),
  };
}
