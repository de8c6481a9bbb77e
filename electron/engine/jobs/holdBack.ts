// Records of persons who were erased from the project are held back when a file brings them again; of their cells
// nothing is kept. Their key always tells. A family or a firm shares an address: whoever comes under a key of their own
// is told by the name, and without one by the project knowing the key as somebody else's.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { Reject } from '../../../shared/model/issue.ts';
import { erasedCheck } from '../db/erased.ts';
import type { IdentityKind } from '../db/erased.ts';
import { currentFeatures, readKeys } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import type { RecordGuard } from '../files/index.ts';
import { nameMark, ownName, widerNames } from './erasing/ownName.ts';

const kindOf = ({ role, pii }: ColumnMapping): IdentityKind | null =>
  role === 'customerKey' ? 'key' : pii === 'email' || pii === 'phone' ? pii : null;

/** Keys of the customers that the project has; asked for at the first doubt only. */
function knownKeys(db: ReadDb): (key: string) => boolean {
  let keys: ReadonlySet<string> | null = null;
  return (key) => {
    if (keys === null) {
      const features = currentFeatures(db);
      keys = new Set(features ? readKeys(db, features.runId) : []);
    }
    return keys.has(key.trim());
  };
}

type CellAt = (column: number) => string | null | undefined;

/** Whether a record is an erased person's, by its cells; null when nobody was erased or no column could tell. */
function createTest(db: ReadDb, columns: readonly ColumnMapping[]): ((cellAt: CellAt) => boolean) | null {
  const erased = erasedCheck(db);
  const identities = columns.flatMap((column, at) => {
    const kind = kindOf(column);
    return kind === null ? [] : [{ kind, at }];
  });
  if (!erased || identities.length === 0) return null;
  const { namesIn } = ownName(columns);
  const isKnown = knownKeys(db);
  return (cellAt) => {
    const filled = identities.flatMap(({ kind, at }) => {
      const cell = cellAt(at);
      return cell == null || cell.trim() === '' ? [] : [{ kind, cell }];
    });
    const hasEmail = filled.some(({ kind }) => kind === 'email');
    const key = filled.find(({ kind }) => kind === 'key')?.cell;
    return filled.some(({ kind, cell }) => {
      // Whoever has an address of their own is told by that, not by a telephone.
      if ((kind === 'phone' && hasEmail) || !erased.isErased(kind, cell)) return false;
      if (kind === 'key' || key === undefined) return true;
      const names = namesIn(cellAt).flatMap(widerNames).map(nameMark);
      const agrees = names.length === 0 ? null : erased.goesBy(kind, cell, names);
      return agrees ?? !isKnown(key);
    });
  };
}

/** Null when nobody was erased. @param columns in the order of the records' cells, at their places in the file */
export function createHoldBack(db: ReadDb, columns: readonly ColumnMapping[]): RecordGuard | null {
  const isHeld = createTest(db, columns);
  if (!isHeld) return null;
  const emptied = ({ record, line }: Pick<Reject, 'record' | 'line'>): Reject => ({
    record,
    line,
    code: 'ERASED-PERSON',
    args: {},
    cells: [],
  });
  const positions = columns.map(({ position }) => position);
  return {
    loaded: (one) => (isHeld((at) => one.cells[at]) ? emptied(one) : null),
    rejected: (one) => (isHeld((at) => one.cells[positions[at] ?? -1]) ? emptied(one) : one),
  };
}
