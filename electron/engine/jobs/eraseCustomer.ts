// Erases one customer from the whole project: records in every snapshot, rejects, derived columns, fixes, decisions and
// the history. It cannot be undone. What identifies the person stays as salted hashes, so that a file which brings them
// again is held back. The file is then written anew, so no trace is left in it.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { Source } from '../../../shared/model/source.ts';
import { RecordedStep } from '../../../shared/model/step.ts';
import { remember } from '../db/erased.ts';
import type { WriteDb } from '../db/open.ts';
import { featuresSignature, readKeys } from '../db/featureTable.ts';
import { readPersonPairs } from '../db/persons.ts';
import { discardRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { readSegmentations } from '../db/segmentationTable.ts';
import { readSnapshots } from '../db/snapshots.ts';
import { filePlaces, readSources } from '../db/sources.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { blankInFeatures, blankInSegmentation } from './erasing/blankInRuns.ts';
import { eraseFromImport } from './erasing/eraseFromImport.ts';
import type { Erased } from './erasing/eraseFromImport.ts';
import { holdsMention, isTelling, withoutMentions } from './erasing/mentions.ts';
import type { OwnTexts } from './erasing/mentions.ts';
import { keyColumn, personOf } from './erasing/person.ts';
import type { Person } from './erasing/person.ts';

export interface EraseResult {
  readonly records: number;
  readonly rejects: number;
  /** Copies of the project beside it, made before migrations: they still hold the person. */
  readonly copies: readonly string[];
  /** Personas, notes and actions of the analyst that contain the key; they are left as they are. */
  readonly texts: number;
}

interface Snapshot {
  readonly source: Source;
  readonly runId: number;
}

const snapshotsOf = (db: WriteDb): Snapshot[] =>
  readSources(db).flatMap((source) => readSnapshots(db, source.id).map(({ runId }) => ({ source, runId })));

/** What means the person in a step: keys only where it is about the column of keys. */
function textsFor(db: WriteDb, source: Source | undefined, step: AnyStep, person: Person): OwnTexts {
  const key = source && keyColumn(db, source);
  const position = step.position ?? step.where?.position;
  if (key && position === key.field.position) return new Set([...person.own, ...person.keyTexts]);
  return person.own;
}

/** A corrected record is the person's as a whole when its key is. */
function isCorrected(db: WriteDb, source: Source | undefined, step: AnyStep, { keys }: Person): boolean {
  const key = source && keyColumn(db, source);
  if (!key || step.kind !== 'correctRecord') return false;
  const at = filePlaces(db, step.runId ?? 0)(key.field.position);
  return at !== null && keys.has(key.keyIn(step.cells?.[at] ?? null));
}

interface AnyStep {
  readonly kind: string;
  readonly position?: number;
  readonly runId?: number;
  readonly cells?: readonly string[];
  readonly where?: { readonly position?: number; readonly runId?: number };
}

/** Points to the run that took the place of one that is gone. */
function pointed(step: AnyStep, moved: ReadonlyMap<number, number>): AnyStep {
  const runId = step.runId ?? step.where?.runId;
  const now = runId === undefined ? undefined : moved.get(runId);
  if (now === undefined) return step;
  return step.where ? { ...step, where: { ...step.where, runId: now } } : { ...step, runId: now };
}

/** Fixes point to runs that are gone now, and may quote the person. */
function cleanSteps(db: WriteDb, person: Person, moved: ReadonlyMap<number, number>): void {
  const sources = new Map(readSources(db).map((source) => [source.id, source]));
  const rows = db.all(sql.selectFrom('step').select(['id', 'source_id', 'body']));
  const cleaned = rows.map(({ id, source_id: sourceId, body }) => {
    const step = JSON.parse(body) as AnyStep;
    const own = textsFor(db, sources.get(sourceId), step, person);
    const gone =
      isCorrected(db, sources.get(sourceId), step, person) ||
      (step.kind === 'correctRecord' && holdsMention(step, own));
    return { id, next: gone ? null : RecordedStep.safeParse(withoutMentions(pointed(step, moved), own)) };
  });
  for (const { id, next } of cleaned) {
    if (!next?.success) db.run(sql.deleteFrom('step').where('id', '=', id));
    else {
      const body = JSON.stringify(next.data);
      db.run(sql.updateTable('step').set({ body }).where('id', '=', id));
    }
  }
}

function cleanDecisions(db: WriteDb, person: Person, moved: ReadonlyMap<number, number>, at: string): void {
  cleanSteps(db, person, moved);
  for (const { id, kept, gone } of readPersonPairs(db))
    if (person.keys.has(kept) || person.keys.has(gone))
      db.run(sql.deleteFrom('person_pair').where('id', '=', id));
  remember(db, { key: [...person.keys, ...person.keyTexts], email: person.emails, phone: person.phones }, at);
  // The history keeps images of what was; undoing further back could bring the person back.
  db.exec('DELETE FROM change_row; DELETE FROM change');
}

function blankDerived(db: WriteDb, keys: ReadonlySet<string>): void {
  const places = new Map<number, number[]>();
  for (const { featuresRunId, runId } of readSegmentations(db)) {
    const at = places.get(featuresRunId) ?? blankInFeatures(db, featuresRunId, keys);
    places.set(featuresRunId, at);
    blankInSegmentation(db, runId, at);
  }
}

/** Derived runs that are made anew when they are needed, and everything that only the history referred to. */
function runsToDiscard(db: WriteDb): number[] {
  const rows = db.allRaw<{ id: number }>(`
    SELECT id FROM run WHERE kind IN ('prepare', 'quality', 'duplicates', 'weights')
      OR (kind = 'import' AND id NOT IN (SELECT run_id FROM snapshot))
      OR (kind = 'segmentation' AND id NOT IN (SELECT run_id FROM segmentation))
      OR (kind = 'features' AND id NOT IN (SELECT json_extract(settings, '$.featuresRunId') FROM run
        WHERE kind = 'segmentation' AND id IN (SELECT run_id FROM segmentation)))`);
  return rows.map(({ id }) => id);
}

function quotingTexts(db: WriteDb, keys: ReadonlySet<string>): number {
  const query = `SELECT (SELECT count(*) FROM persona WHERE instr(body, ?)) + (SELECT count(*) FROM action WHERE instr(body, ?))
    + (SELECT count(*) FROM segment WHERE instr(note, ?) OR instr(name, ?)) AS n`;
  return [...keys]
    .filter(isTelling)
    .reduce((sum, key) => sum + (db.allRaw<{ n: number }>(query, key, key, key, key)[0]?.n ?? 0), 0);
}

function copiesOf(path: string): string[] {
  if (!existsSync(dirname(path))) return [];
  const name = basename(path);
  return readdirSync(dirname(path)).filter(
    (file) => file.startsWith(`${name}.v`) && file.endsWith('-backup'),
  );
}

/**
 * `secure_delete` overwrites what is deleted, but moving cells between pages can leave an old copy in the gap of a page
 * (seen in a test). Writing the whole file anew leaves none; on disk, for a project may be larger than the memory.
 */
function rewriteFile(db: WriteDb): void {
  db.exec('PRAGMA temp_store = FILE');
  db.exec('VACUUM');
  db.allRaw('PRAGMA wal_checkpoint(TRUNCATE)');
}

type Pending = Erased & { readonly finish: () => void };

interface Pass {
  readonly person: Person;
  readonly pending: readonly Pending[];
  readonly moved: ReadonlyMap<number, number>;
}

/** Writes every snapshot that knows the person anew, without them. */
function* eraseFromAll(
  context: JobContext,
  key: string,
  snapshots: readonly Snapshot[],
): Generator<Progress, Pass> {
  const looking = personOf(context.db, key, snapshots);
  let looked = looking.next();
  for (; !looked.done; looked = looking.next()) yield within('reading', 0, 0.1, looked.value);
  const person = looked.value;
  const pending: Pending[] = [];
  const moved = new Map<number, number>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    const erasing = eraseFromImport(context, source, runId, person);
    let step = erasing.next();
    for (; !step.done; step = erasing.next())
      yield within('storing', 0.1, 0.6, (at + step.value) / snapshots.length);
    if (!step.value) continue;
    pending.push(step.value);
    moved.set(runId, step.value.runId);
  }
  return { person, pending, moved };
}

/** Whatever decides which records are the person's. */
const situationOf = (db: WriteDb): string =>
  JSON.stringify([
    featuresSignature(db),
    db.all(sql.selectFrom('snapshot').select(['source_id', 'run_id']).orderBy('id')),
  ]);

/** A source may be gone while its segments still name its customers. */
const isInSegments = (db: WriteDb, keys: ReadonlySet<string>): boolean =>
  readSegmentations(db).some(({ featuresRunId }) => readKeys(db, featuresRunId).some((one) => keys.has(one)));

const sumOf = (pending: readonly Pending[], part: 'records' | 'rejects'): number =>
  pending.reduce((sum, one) => sum + one[part], 0);

/** @returns null when a command changed meanwhile what there is to erase; nothing is committed then */
function commit(context: JobContext, situation: string, { person, pending, moved }: Pass): number | null {
  const { db, now } = context;
  return context.write(() => {
    if (situationOf(db) !== situation) return null;
    const texts = quotingTexts(db, person.keys);
    cleanDecisions(db, person, moved, now.toISOString());
    for (const one of pending) one.finish();
    blankDerived(db, person.keys);
    return texts;
  });
}

/** @throws AppError CUSTOMER-UNKNOWN */
export async function* eraseCustomer(
  context: JobContext,
  { key }: { readonly key: string },
): AsyncGenerator<Progress, EraseResult> {
  const { db } = context;
  for (;;) {
    const situation = situationOf(db);
    const pass = yield* eraseFromAll(context, key, snapshotsOf(db));
    const { person, pending } = pass;
    const [records, rejects] = [sumOf(pending, 'records'), sumOf(pending, 'rejects')];
    if (records + rejects === 0 && !isInSegments(db, person.keys)) throw new AppError('CUSTOMER-UNKNOWN');
    const texts = commit(context, situation, pass);
    if (texts === null) {
      for (const { runId } of pending) discardRun(db, runId, context.write);
      continue;
    }
    context.seal(); // what still holds the person must go, even if the job is cancelled now
    for (const { runId } of pending) context.kept(runId);
    for (const runId of runsToDiscard(db)) discardRun(db, runId, context.write);
    rewriteFile(db);
    context.changed(['source', 'field', 'snapshot', 'step', 'person_pair', 'change', 'run', 'segmentation']);
    yield* computeFeatures(context, 0.8, 1);
    return { records, rejects, copies: copiesOf(db.path), texts };
  }
}
