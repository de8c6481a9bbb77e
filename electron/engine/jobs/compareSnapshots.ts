// What a new snapshot changes against the one before: customer keys that came and went, keys that probably changed, and
// consent that had been refused. Only counts and keys leave here.
import type { KeyReport } from '../../../shared/model/snapshot.ts';
import type { Field } from '../../../shared/model/source.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import { normalIdentity } from '../db/erased.ts';
import type { ReadDb } from '../db/open.ts';
import { recordCells } from '../db/records.ts';
import { valueOf } from '../preparing/cellFix.ts';

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

interface Snapshot {
  /** Each key with what its records say of consent, the last answer per column; NaN = nothing. */
  readonly consents: ReadonlyMap<string, readonly number[]>;
  /** Keys by identity; null = several keys share it. */
  readonly keysOf: ReadonlyMap<string, string | null>;
}

function look(db: ReadDb, runId: number, { key, identities, consents }: Columns): Snapshot {
  const answers = new Map<string, number[]>();
  const keysOf = new Map<string, string | null>();
  const positions = [key, ...identities, ...consents].map((field) => field.position);
  for (const [cell = null, ...rest] of recordCells(db, runId, positions)) {
    const own = cell?.trim() ?? '';
    if (own === '') continue;
    const before = answers.get(own);
    const now = consents.map((field, at) => valueOf(rest[identities.length + at] ?? null, field));
    answers.set(
      own,
      before ? now.map((value, at) => (Number.isNaN(value) ? (before[at] ?? NaN) : value)) : now,
    );
    for (const [at, field] of identities.entries()) {
      const identity = identityOf(field, rest[at] ?? null);
      if (identity === null) continue;
      const known = keysOf.get(identity);
      keysOf.set(identity, known === undefined || known === own ? own : null);
    }
  }
  return { consents: answers, keysOf };
}

function changedKeys(before: Snapshot, after: Snapshot): { gone: string; added: string }[] {
  const changed = new Map<string, string>();
  for (const [identity, added] of after.keysOf) {
    const gone = before.keysOf.get(identity);
    if (added == null || gone == null || before.consents.has(added) || after.consents.has(gone)) continue;
    if (!changed.has(added)) changed.set(added, gone);
  }
  return [...changed].map(([added, gone]) => ({ gone, added }));
}

/** Customers whose last answer was no and who now say yes. */
function consentReturned(before: Snapshot, after: Snapshot, consents: readonly Field[]): Issue[] {
  return consents.flatMap((field, at) => {
    let count = 0;
    for (const [key, answers] of after.consents)
      if (answers[at] === 1 && before.consents.get(key)?.[at] === 0) count++;
    return count === 0
      ? []
      : [{ code: 'CONSENT-RETURNED', severity: 'check', args: { count }, column: field.name, count }];
  });
}

export interface Comparison {
  readonly keys: KeyReport | null;
  readonly issues: readonly Issue[];
}

/** @param fields of the source: both snapshots hold their columns by these positions */
export function compareSnapshots(
  db: ReadDb,
  fields: readonly Field[],
  beforeRunId: number,
  afterRunId: number,
): Comparison {
  const columns = columnsFor(fields);
  if (!columns) return { keys: null, issues: [] };
  const before = look(db, beforeRunId, columns);
  const after = look(db, afterRunId, columns);
  let kept = 0;
  for (const key of after.consents.keys()) if (before.consents.has(key)) kept++;
  const changed = changedKeys(before, after);
  const keys: KeyReport = {
    added: after.consents.size - kept,
    gone: before.consents.size - kept,
    kept,
    changed: changed.length,
    examples: changed.slice(0, EXAMPLES),
  };
  const issues: Issue[] = consentReturned(before, after, columns.consents);
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
  return { keys, issues };
}
