// What a new snapshot changes against the one before: customer keys that came and went, keys that probably changed, and
// consent that had been refused. Only counts and keys leave here.
import type { KeyReport } from '../../../shared/model/snapshot.ts';
import type { Field } from '../../../shared/model/source.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import { normalIdentity } from '../db/erased.ts';
import type { ReadDb } from '../db/open.ts';
import { recordCells } from '../db/records.ts';
import { valueOf } from '../preparing/cellFix.ts';
import { IdentityTable, KeyTable, SnapshotKeys } from './snapshotKeys.ts';

const EXAMPLES = 5;

interface Columns {
  readonly key: Field;
  readonly identities: readonly Field[];
  readonly consents: readonly Field[];
}

function columnsFor(fields: readonly Field[]): Columns | null {
  const key = fields.find((field) => field.role === 'customerKey');
  return key
    ? {
        key,
        identities: fields.filter(({ pii }) => pii === 'email' || pii === 'phone' || pii === 'name'),
        consents: fields.filter(({ role, type }) => role === 'consent' && type === 'boolean'),
      }
    : null;
}

/** How a person is recognised by one column; a name alone tells less, but it must be the only one, too. */
function identityOf(field: Field, cell: string | null): string | null {
  if (cell === null) return null;
  if (field.pii === 'email' || field.pii === 'phone') {
    const normal = normalIdentity(field.pii, cell);
    return normal && `${field.pii} ${normal}`;
  }
  const words =
    cell
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.length > 1 ? `name ${words.toSorted().join(' ')}` : null;
}

/** Rows between two checkpoints. */
const ROWS_PER_STEP = 2048;

interface Looked {
  readonly keys: KeyTable;
  readonly before: SnapshotKeys;
  readonly after: SnapshotKeys;
  readonly identities: IdentityTable;
}

/** @param numberOf the number of an identity; −1 = it does not matter here */
function* look(
  db: ReadDb,
  runId: number,
  { key, identities, consents }: Columns,
  into: { readonly keys: KeyTable; readonly snapshot: SnapshotKeys },
  numberOf: (identity: string) => number,
): Generator<void> {
  const positions = [key, ...identities, ...consents].map((field) => field.position);
  let rows = 0;
  for (const [cell = null, ...rest] of recordCells(db, runId, positions)) {
    if (++rows % ROWS_PER_STEP === 0) yield;
    const text = cell?.trim() ?? '';
    if (text === '') continue;
    const own = into.keys.numberOf(text);
    into.snapshot.add(
      own,
      consents.map((field, at) => valueOf(rest[identities.length + at] ?? null, field)),
    );
    for (const [at, field] of identities.entries()) {
      const identity = identityOf(field, rest[at] ?? null);
      const number = identity === null ? -1 : numberOf(identity);
      if (number >= 0) into.snapshot.own(number, own);
    }
  }
}

function changedKeys({ keys, before, after, identities }: Looked): { gone: string; added: string }[] {
  const changed = new Map<number, number>();
  for (let identity = 0; identity < identities.size; identity++) {
    const added = after.ownerOf(identity);
    const gone = before.ownerOf(identity);
    if (added === null || gone === null || before.has(added) || after.has(gone)) continue;
    if (!changed.has(added)) changed.set(added, gone);
  }
  return [...changed].map(([added, gone]) => ({ gone: keys.text(gone), added: keys.text(added) }));
}

/** Customers whose last answer was no and who now say yes. */
function consentReturned({ keys, before, after }: Looked, consents: readonly Field[]): Issue[] {
  return consents.flatMap((field, at) => {
    let count = 0;
    for (let key = 0; key < keys.size; key++)
      if (after.answer(key, at) === 1 && before.answer(key, at) === 0) count++;
    return count === 0
      ? []
      : [{ code: 'CONSENT-RETURNED', severity: 'check', args: { count }, column: field.name, count }];
  });
}

export interface Comparison {
  readonly keys: KeyReport | null;
  readonly issues: readonly Issue[];
}

/**
 * Keeps some hundred bytes per customer.
 * @param fields of the source: both snapshots hold their columns by these positions
 */
export function* compareSnapshots(
  db: ReadDb,
  fields: readonly Field[],
  beforeRunId: number,
  afterRunId: number,
): Generator<void, Comparison> {
  const columns = columnsFor(fields);
  if (!columns) return { keys: null, issues: [] };
  const keys = new KeyTable();
  const identities = new IdentityTable();
  const [before, after] = [0, 1].map(() => new SnapshotKeys(columns.consents.length)) as [
    SnapshotKeys,
    SnapshotKeys,
  ];
  const looked: Looked = { keys, before, after, identities };
  yield* look(db, afterRunId, columns, { keys, snapshot: after }, (one) => identities.add(one));
  yield* look(db, beforeRunId, columns, { keys, snapshot: before }, (one) => identities.find(one));
  let kept = 0;
  for (let key = 0; key < keys.size; key++) if (before.has(key) && after.has(key)) kept++;
  const changed = changedKeys(looked);
  const report: KeyReport = {
    added: after.count - kept,
    gone: before.count - kept,
    kept,
    changed: changed.length,
    examples: changed.slice(0, EXAMPLES),
  };
  const issues: Issue[] = consentReturned(looked, columns.consents);
  if (changed.length > 0) {
    const count = changed.length;
    issues.push({
      code: 'KEYS-CHANGED',
      severity: 'check',
      args: { count },
      column: columns.key.name,
      count,
    });
  }
  return { keys: report, issues };
}
