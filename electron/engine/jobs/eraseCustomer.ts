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
import { readPersonPairs, samePersons } from '../db/persons.ts';
import { recordCells } from '../db/records.ts';
import { discardRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { readSegmentations } from '../db/segmentationTable.ts';
import { readSnapshots } from '../db/snapshots.ts';
import { readSources } from '../db/sources.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { blankInFeatures, blankInSegmentation } from './erasing/blankInRuns.ts';
import { contactFields, eraseFromImport, recordTest } from './erasing/eraseFromImport.ts';
import type { Erased } from './erasing/eraseFromImport.ts';
import { holdsMention, plainText, withoutMentions } from './erasing/mentions.ts';
import type { OwnTexts } from './erasing/mentions.ts';

export interface EraseResult {
  readonly records: number;
  readonly rejects: number;
  /** Copies of the project beside it, made before migrations: they still hold the person. */
  readonly copies: readonly string[];
  /** Personas, notes and actions of the analyst that contain the key; they are left as they are. */
  readonly texts: number;
}

interface Person {
  readonly keys: ReadonlySet<string>;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Keys and contacts in plain form. */
  readonly own: OwnTexts;
}

interface Snapshot {
  readonly source: Source;
  readonly runId: number;
}

const snapshotsOf = (db: WriteDb): Snapshot[] =>
  readSources(db).flatMap((source) => readSnapshots(db, source.id).map(({ runId }) => ({ source, runId })));

/** All keys that stand for the person, and every contact that their records give. */
function personOf(db: WriteDb, key: string, snapshots: readonly Snapshot[]): Person {
  const keptFor = samePersons(db);
  const main = keptFor(key);
  const others = readPersonPairs(db).flatMap(({ kept, gone }) => [kept, gone]);
  const keys = new Set([main, ...others.filter((one) => keptFor(one) === main)]);
  const [emails, phones, all] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { source, runId } of snapshots) {
    if (!source.fields.some(({ role }) => role === 'customerKey')) continue;
    const isOwn = recordTest(source, { keys, contacts: new Set() });
    const contacts = contactFields(source).map((field) => [source.fields.indexOf(field), field.pii] as const);
    const positions = source.fields.map(({ position }) => position);
    for (const cells of recordCells(db, runId, positions)) {
      if (!isOwn(cells)) continue;
      for (const [at, pii] of contacts) {
        const text = cells[at]?.trim() ?? '';
        if (text === '') continue;
        all.add(plainText(text));
        if (pii === 'email') emails.add(text);
        if (pii === 'phone') phones.add(text);
      }
    }
  }
  const own = new Set([...[...keys].map(plainText), ...all]);
  return { keys, emails: [...emails], phones: [...phones], own };
}

/** Fixes point to runs that are gone now, and may quote the person. */
function cleanSteps(db: WriteDb, own: OwnTexts, moved: ReadonlyMap<number, number>): void {
  for (const { id, body } of db.all(sql.selectFrom('step').select(['id', 'body']))) {
    const step = JSON.parse(body) as { kind: string; runId?: number; where?: { runId?: number } };
    const runId = step.runId ?? step.where?.runId;
    const now = runId === undefined ? undefined : moved.get(runId);
    const pointed =
      now === undefined
        ? step
        : step.where
          ? { ...step, where: { ...step.where, runId: now } }
          : { ...step, runId: now };
    const quotes = holdsMention(pointed, own);
    const next = RecordedStep.safeParse(withoutMentions(pointed, own));
    // A corrected record of the person is theirs as a whole; of other fixes only the mention goes.
    if (!next.success || (quotes && step.kind === 'correctRecord'))
      db.run(sql.deleteFrom('step').where('id', '=', id));
    else
      db.run(
        sql
          .updateTable('step')
          .set({ body: JSON.stringify(next.data) })
          .where('id', '=', id),
      );
  }
}

function cleanDecisions(db: WriteDb, person: Person, moved: ReadonlyMap<number, number>, at: string): void {
  cleanSteps(db, person.own, moved);
  for (const { id, kept, gone } of readPersonPairs(db))
    if (person.keys.has(kept) || person.keys.has(gone))
      db.run(sql.deleteFrom('person_pair').where('id', '=', id));
  remember(db, { key: [...person.keys], email: person.emails, phone: person.phones }, at);
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
  return [...keys].reduce(
    (sum, key) => sum + (db.allRaw<{ n: number }>(query, key, key, key, key)[0]?.n ?? 0),
    0,
  );
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

/** @throws AppError CUSTOMER-UNKNOWN */
export async function* eraseCustomer(
  context: JobContext,
  { key }: { readonly key: string },
): AsyncGenerator<Progress, EraseResult> {
  const { db, now } = context;
  const snapshots = snapshotsOf(db);
  yield within('reading', 0, 0.3, 0);
  const person = personOf(db, key, snapshots);
  const identity = { keys: person.keys, contacts: person.own };
  const done: (Erased & { readonly finish: () => void })[] = [];
  const moved = new Map<number, number>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    const erasing = eraseFromImport(context, source, runId, identity, person.own);
    for (;;) {
      const step = erasing.next();
      if (step.done) {
        if (step.value) {
          done.push(step.value);
          moved.set(runId, step.value.runId);
        }
        break;
      }
      yield within('storing', 0.1, 0.6, (at + step.value) / snapshots.length);
    }
  }
  const records = done.reduce((sum, one) => sum + one.records, 0);
  if (records === 0) throw new AppError('CUSTOMER-UNKNOWN');
  const texts = quotingTexts(db, person.keys);
  context.write(() => {
    for (const one of done) one.finish();
    blankDerived(db, person.keys);
    cleanDecisions(db, person, moved, now.toISOString());
  });
  for (const { runId } of done) context.kept(runId);
  yield within('storing', 0.6, 0.8, 0);
  for (const runId of runsToDiscard(db)) discardRun(db, runId, context.write);
  rewriteFile(db);
  context.changed(['source', 'field', 'snapshot', 'step', 'person_pair', 'change', 'run', 'segmentation']);
  yield* computeFeatures(context, 0.8, 1);
  return {
    records,
    rejects: done.reduce((sum, one) => sum + one.rejects, 0),
    copies: copiesOf(db.path),
    texts,
  };
}
