// Found pairs of customers as stored (numbers and keys only, never names or addresses), and what the analyst decided.
import type { PairDecision, PairReason } from '../../../shared/model/people.ts';
import { PairReason as Reasons } from '../../../shared/model/people.ts';
import type { Field, Source } from '../../../shared/model/source.ts';
import { readColumn, readStrings, writeColumn } from './columns.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { readPersonPairs } from './persons.ts';
import { runBySignature } from './runs.ts';
import { sql } from './schema.ts';
import type { Row } from './schema.ts';
import { readSources } from './sources.ts';
import { readSteps } from './steps.ts';

export interface Person {
  readonly sourceId: number;
  /** Place among the source's records that count, from 0. */
  readonly row: number;
  readonly key: string;
}
export interface FoundPair {
  readonly left: Person;
  readonly right: Person;
  readonly score: number;
  readonly reasons: PairReason[];
}

const COMPARED: readonly Field['pii'][] = ['email', 'phone', 'name', 'street', 'birthDate'];

/** Columns by which people are compared, in the order of the file. */
export function personFields({ fields }: Source): Field[] {
  return fields.filter(
    ({ role, pii }) => role !== 'ignore' && role !== 'customerKey' && COMPARED.includes(pii),
  );
}

/** Bump the version when the comparison changes. */
export function duplicatesSignature(db: ReadDb): string {
  const sources = readSources(db)
    .filter(({ kind }) => kind === 'customers')
    .map((source) => ({
      id: source.id,
      runId: source.runId,
      steps: readSteps(db, source.id).map(({ step }) => step),
      key: source.fields.find(({ role }) => role === 'customerKey')?.position ?? -1,
      fields: personFields(source).map(({ position, pii, dateOrder }) => [position, pii, dateOrder]),
    }));
  return JSON.stringify({ version: 1, sources });
}

const SIDES = ['left', 'right'] as const;

export function writeDuplicates(db: WriteDb, runId: number, pairs: readonly FoundPair[]): void {
  for (const side of SIDES) {
    writeColumn(
      db,
      runId,
      `${side}:source`,
      Int32Array.from(pairs, (pair) => pair[side].sourceId),
    );
    writeColumn(
      db,
      runId,
      `${side}:row`,
      Int32Array.from(pairs, (pair) => pair[side].row),
    );
    writeColumn(
      db,
      runId,
      `${side}:key`,
      pairs.map((pair) => pair[side].key),
    );
  }
  writeColumn(
    db,
    runId,
    'score',
    Float64Array.from(pairs, (pair) => pair.score),
  );
  const bit = (reason: PairReason): number => 1 << Reasons.options.indexOf(reason);
  writeColumn(
    db,
    runId,
    'reasons',
    Int32Array.from(pairs, (pair) => pair.reasons.reduce((bits, one) => bits | bit(one), 0)),
  );
}

/** The pairs found for the present sources, likeliest first; null before the search. */
export function readDuplicates(db: ReadDb): FoundPair[] | null {
  const run = runBySignature(db, 'duplicates', duplicatesSignature(db));
  if (!run) return null;
  const [left, right] = SIDES.map((side) => ({
    sources: readColumn(db, run.id, `${side}:source`, 'int32'),
    rows: readColumn(db, run.id, `${side}:row`, 'int32'),
    keys: readStrings(db, run.id, `${side}:key`),
  }));
  const scores = readColumn(db, run.id, 'score', 'float64') ?? new Float64Array(0);
  const reasons = readColumn(db, run.id, 'reasons', 'int32');
  const person = (side: typeof left, at: number): Person => ({
    sourceId: side?.sources?.[at] ?? 0,
    row: side?.rows?.[at] ?? 0,
    key: side?.keys[at] ?? '',
  });
  return Array.from(scores, (score, at) => ({
    left: person(left, at),
    right: person(right, at),
    score,
    reasons: Reasons.options.filter((_, bit) => ((reasons?.[at] ?? 0) >> bit) & 1),
  }));
}

/** A pair's name whichever of the two is kept. */
export const pairName = (one: string, two: string): string => JSON.stringify([one, two].sort());

export function readDecisions(db: ReadDb): Map<string, Row<'person_pair'>> {
  return new Map(readPersonPairs(db).map((row) => [pairName(row.kept, row.gone), row]));
}

/** The last decision about a pair counts; the former one goes. */
export function decidePairs(db: WriteDb, decisions: readonly PairDecision[]): void {
  const known = readDecisions(db);
  for (const { kept, gone, verdict } of decisions) {
    const former = known.get(pairName(kept, gone));
    if (former) db.run(sql.deleteFrom('person_pair').where('id', '=', former.id));
    db.run(sql.insertInto('person_pair').values({ kept, gone, verdict }));
  }
}
