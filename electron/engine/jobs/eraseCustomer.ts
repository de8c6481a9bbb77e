// Erases one customer from the whole project: records in every snapshot, rejects, derived columns, fixes, decisions and
// the history. It cannot be undone. What identifies the person stays as salted hashes, so that a file which brings them
// again is held back. The file is then written anew, so no trace is left in it.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { translatorOf } from '../../../shared/i18n/index.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { Source } from '../../../shared/model/source.ts';
import { emptyWal } from '../db/open.ts';
import type { WriteDb } from '../db/open.ts';
import { featuresSignature, readKeys } from '../db/featureTable.ts';
import { discardRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { readSegmentations } from '../db/segmentationTable.ts';
import { readSettings } from '../db/settings.ts';
import { readSnapshots } from '../db/snapshots.ts';
import { readSources } from '../db/sources.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { blankInFeatures, blankInSegmentation, blotInRun } from './erasing/blankInRuns.ts';
import { createBlotter } from './erasing/blot.ts';
import type { Blotter, Erasure } from './erasing/blot.ts';
import { cleanDecisions } from './erasing/decisions.ts';
import { eraseFromImport } from './erasing/eraseFromImport.ts';
import type { Erased } from './erasing/eraseFromImport.ts';
import { forgetLevels, levelsOf, lostLevels } from './erasing/forgetLevels.ts';
import type { Levels } from './erasing/forgetLevels.ts';
import { ownMedoids, withoutOwnModel } from './erasing/ownModel.ts';
import { personOf, tracesOf } from './erasing/person.ts';
import type { Person } from './erasing/person.ts';

export interface EraseResult {
  readonly records: number;
  readonly rejects: number;
  /** Copies of the project beside it, made before migrations: they still hold the person. */
  readonly copies: readonly string[];
  /** Places in other people's records and in the analyst's texts where the person stood; a mark stands there now. */
  readonly mentions: number;
  /** E-mails and phones of other customers that were the person's, too; they stay. */
  readonly shared: number;
}

interface Snapshot {
  readonly source: Source;
  readonly runId: number;
}

const snapshotsOf = (db: WriteDb): Snapshot[] =>
  readSources(db).flatMap((source) => readSnapshots(db, source.id).map(({ runId }) => ({ source, runId })));

/** A features run without the person. @returns their places, and the categories that only they had */
function blankFeatures(
  db: WriteDb,
  runId: number,
  keys: ReadonlySet<string>,
  blot: Blotter,
): { readonly at: readonly number[]; readonly lost: Levels } {
  const before = levelsOf(db, runId);
  const at = blankInFeatures(db, runId, keys);
  const lost = lostLevels(before, levelsOf(db, runId));
  blotInRun(db, runId, keys, blot);
  return { at, lost };
}

function blankDerived(db: WriteDb, keys: ReadonlySet<string>, blot: Blotter): void {
  const blanked = new Map<number, ReturnType<typeof blankFeatures>>();
  for (const { featuresRunId, runId } of readSegmentations(db)) {
    const { at, lost } = blanked.get(featuresRunId) ?? blankFeatures(db, featuresRunId, keys, blot);
    blanked.set(featuresRunId, { at, lost });
    const medoids = ownMedoids(db, runId, at, keys);
    forgetLevels(db, runId, lost);
    const emptied = blankInSegmentation(db, runId, at);
    blotInRun(db, runId, keys, blot);
    withoutOwnModel(db, { runId, featuresRunId }, medoids, emptied);
  }
}

/** Derived runs that are made anew when they are needed, and everything that only the history referred to. */
function runsToDiscard(db: WriteDb): number[] {
  const rows = db.allRaw<{ id: number }>(`
    SELECT id FROM run WHERE kind IN ('prepare', 'quality', 'duplicates', 'weights', 'tournament')
      OR (kind = 'import' AND id NOT IN (SELECT run_id FROM snapshot))
      OR (kind = 'segmentation' AND id NOT IN (SELECT run_id FROM segmentation))
      OR (kind = 'features' AND id NOT IN (SELECT json_extract(settings, '$.featuresRunId') FROM run
        WHERE kind = 'segmentation' AND id IN (SELECT run_id FROM segmentation)))`);
  return rows.map(({ id }) => id);
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
}

const CHECKPOINT_TRIES = 25;
const TRY_MS = 200;

/**
 * Moves what was written anew into the file, over the old pages. Whoever reads the project keeps it from that; our own
 * readers are done in a moment. Commands pass between two tries.
 * @returns false when somebody reads on
 */
async function* moveIntoFile(db: WriteDb): AsyncGenerator<Progress, boolean> {
  for (let tries = 0; tries < CHECKPOINT_TRIES; tries++) {
    if (emptyWal(db, TRY_MS)) return true;
    yield within('storing', 0.7, 0.8, tries / CHECKPOINT_TRIES);
    await new Promise((resolve) => setTimeout(resolve, TRY_MS / 4));
  }
  return false;
}

interface Pass {
  readonly person: Person;
  readonly erasure: Erasure;
  readonly blot: Blotter;
  readonly pending: readonly Erased[];
  readonly shared: number;
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
  const mark = translatorOf(readSettings(context.db).locale)('customer.erase.mark');
  const erasure: Erasure = { traces: tracesOf(person), mark };
  const blot = createBlotter(erasure);
  const pending: Erased[] = [];
  let shared = 0;
  const moved = new Map<number, number>();
  for (const [at, { source, runId }] of snapshots.entries()) {
    const erasing = eraseFromImport(context, source, runId, person, blot);
    let step = erasing.next();
    for (; !step.done; step = erasing.next())
      yield within('storing', 0.1, 0.6, (at + step.value) / snapshots.length);
    shared += step.value.shared;
    const { erased } = step.value;
    if (!erased) continue;
    pending.push(erased);
    moved.set(runId, erased.runId);
  }
  return { person, erasure, blot, pending, shared, moved };
}

const CHANGED = [
  'setting',
  'source',
  'field',
  'snapshot',
  'step',
  'person_pair',
  'reference',
  'feature_choice',
  'change',
  'run',
  'segmentation',
  'segment',
  'persona',
  'campaign',
  'action',
] as const;

/** Whatever decides which records are the person's. */
const situationOf = (db: WriteDb): string =>
  JSON.stringify([
    featuresSignature(db),
    db.all(sql.selectFrom('snapshot').select(['source_id', 'run_id']).orderBy('id')),
  ]);

/** A source may be gone while its segments still name its customers. */
const isInSegments = (db: WriteDb, keys: ReadonlySet<string>): boolean =>
  readSegmentations(db).some(({ featuresRunId }) => readKeys(db, featuresRunId).some((one) => keys.has(one)));

const sumOf = (pending: readonly Erased[], part: 'records' | 'rejects' | 'mentions'): number =>
  pending.reduce((sum, one) => sum + one[part], 0);

/**
 * @returns in how many places the analyst's texts named the person; null when a command changed meanwhile what there is
 * to erase: nothing is committed then
 */
function commit(
  context: JobContext,
  situation: string,
  { person, blot, pending, moved }: Pass,
): number | null {
  const { db, now } = context;
  return context.write(() => {
    if (situationOf(db) !== situation) return null;
    const mentions = cleanDecisions(db, person, moved, blot, now.toISOString());
    for (const one of pending) one.finish();
    blankDerived(db, person.keys, blot);
    return mentions;
  });
}

/** @throws AppError CUSTOMER-UNKNOWN; ERASE-FILE-READ when it is done and the file could not be cleaned yet */
export async function* eraseCustomer(
  context: JobContext,
  { key }: { readonly key: string },
): AsyncGenerator<Progress, EraseResult> {
  const { db } = context;
  for (;;) {
    const situation = situationOf(db);
    const pass = yield* eraseFromAll(context, key, snapshotsOf(db));
    const { person, pending, shared } = pass;
    const [records, rejects] = [sumOf(pending, 'records'), sumOf(pending, 'rejects')];
    if (records + rejects === 0 && !isInSegments(db, person.keys)) {
      for (const { runId } of pending) discardRun(db, runId, context.write);
      throw new AppError('CUSTOMER-UNKNOWN');
    }
    const written = commit(context, situation, pass);
    if (written === null) {
      for (const { runId } of pending) discardRun(db, runId, context.write);
      continue;
    }
    context.seal(); // what still holds the person must go, even if the job is cancelled now
    for (const { runId } of pending) context.kept(runId);
    for (const runId of runsToDiscard(db)) discardRun(db, runId, context.write);
    rewriteFile(db);
    const isClean = yield* moveIntoFile(db);
    context.erased(pass.erasure);
    context.changed(CHANGED);
    yield* computeFeatures(context, 0.8, 1);
    if (!isClean) throw new AppError('ERASE-FILE-READ', { file: basename(db.path) });
    const mentions = sumOf(pending, 'mentions') + written;
    return { records, rejects, mentions, shared, copies: copiesOf(db.path) };
  }
}
