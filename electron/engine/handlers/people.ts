// Customers who are probably the same person: the proposals side by side, and decisions about them.
import { isPersonal, maskPersonal } from '../../../shared/model/maskPersonal.ts';
import type { PersonSide } from '../../../shared/model/people.ts';
import type { Field, Source } from '../../../shared/model/source.ts';
import { decidePairs, pairName, personFields, readDecisions, readDuplicates } from '../db/duplicates.ts';
import type { FoundPair, Person } from '../db/duplicates.ts';
import type { ReadDb } from '../db/open.ts';
import { readSources } from '../db/sources.ts';
import { preparedRecordsAt, readPrepared } from '../preparing/prepared.ts';
import type { Command, Query } from '../procedures.ts';

/** Columns of all customer tables by name, in their order. */
function columnsOf(sources: readonly Source[]): string[] {
  return [...new Set(sources.flatMap((source) => personFields(source).map(({ name }) => name)))];
}

const written = ({ pii, role }: Field, cell: string | null, reveal: boolean): string | null =>
  cell === null || reveal || !(isPersonal(role) || pii) ? cell : maskPersonal(cell, pii ?? null);

function sidesOf(
  db: ReadDb,
  sources: readonly Source[],
  people: readonly Person[],
  reveal: boolean,
): PersonSide[] {
  const names = columnsOf(sources);
  const sides = new Map<Person, PersonSide>();
  for (const source of sources) {
    const own = people.filter(({ sourceId }) => sourceId === source.id);
    const fields = personFields(source);
    const positions = fields.map(({ position }) => position);
    const prepared = readPrepared(db, source);
    const places = own.map(({ row }) => row);
    const rows = prepared ? preparedRecordsAt(db, prepared, positions, places) : [];
    for (const [at, person] of own.entries()) {
      const cells = names.map((name) => {
        const place = fields.findIndex((field) => field.name === name);
        const field = fields[place];
        return field ? written(field, rows[at]?.cells[place] ?? null, reveal) : null;
      });
      sides.set(person, { key: person.key, source: source.name, line: rows[at]?.line ?? 0, cells });
    }
  }
  return people.map(
    (person) => sides.get(person) ?? { key: person.key, source: '', line: 0, cells: names.map(() => null) },
  );
}

/** Nothing but the address is compared: a couple may share it, so a detail that differs keeps the pair open. */
const byEmailAlone = ({ reasons }: FoundPair): boolean =>
  reasons.includes('email') && !reasons.includes('nameDiffers') && !reasons.includes('birthDiffers');

function openPairs(db: ReadDb, pairs: readonly FoundPair[]): FoundPair[] {
  const decided = readDecisions(db);
  return pairs.filter(({ left, right }) => !decided.has(pairName(left.key, right.key)));
}

export const listDuplicates: Query<'people.duplicates'> = (
  db,
  { offset, limit, reveal = false, open = true },
) => {
  const found = readDuplicates(db);
  if (!found) return null;
  const decided = readDecisions(db);
  const undecided = openPairs(db, found);
  const shown = (open ? undecided : found).slice(offset, offset + limit);
  const sources = readSources(db).filter(({ kind }) => kind === 'customers');
  const sides = sidesOf(
    db,
    sources,
    shown.flatMap(({ left, right }) => [left, right]),
    reveal,
  );
  return {
    total: found.length,
    open: undecided.length,
    sameEmail: undecided.filter(byEmailAlone).length,
    columns: columnsOf(sources),
    pairs: shown.map(({ left, right, score, reasons }, at) => {
      const decision = decided.get(pairName(left.key, right.key));
      return {
        left: sides[2 * at] as PersonSide,
        right: sides[2 * at + 1] as PersonSide,
        score,
        reasons: [...reasons],
        verdict: decision?.verdict ?? null,
        kept: decision?.kept ?? null,
      };
    }),
  };
};

export const decidePeople: Command<'people.decide'> = {
  detail: (_db, { pairs }) => String(pairs.length),
  run: (db, { pairs }) => decidePairs(db, pairs),
};

export const acceptSameEmail: Command<'people.acceptSameEmail'> = {
  detail: (db) => String(openPairs(db, readDuplicates(db) ?? []).filter(byEmailAlone).length),
  run: (db) => {
    const pairs = openPairs(db, readDuplicates(db) ?? []).filter(byEmailAlone);
    decidePairs(
      db,
      pairs.map(({ left, right }) => ({ kept: left.key, gone: right.key, verdict: 'same' as const })),
    );
  },
};
