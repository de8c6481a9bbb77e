// Tournaments as stored: one run each, which grows while it lasts and when it is continued.
import { RESAMPLE_ROWS } from '../analysis/choosing/resamples.ts';
import type { Groups } from '../../../shared/model/groups.ts';
import {
  type Baseline,
  insteadOfGroups,
  type Tournament,
  TournamentSettings,
  type TournamentEntry,
} from '../../../shared/model/tournament.ts';
import type { ChunkStability, FoundMixture } from '../analysis/choosing/resamples.ts';
import { rank } from '../analysis/choosing/ranking.ts';
import { readColumn, writeColumn } from '../db/columns.ts';
import { chosenFeatures, currentFeatures, type FeatureRun } from '../db/featureTable.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import { beginRun, discardRun, finishRun, runBySignature } from '../db/runs.ts';
import { type Row, sql } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { wantedWeights } from '../db/weightsRun.ts';

/** An entry without what follows from its neighbours, with the chunks of resamples that its stability is made of. */
export type StoredEntry = Omit<TournamentEntry, 'stability' | 'pareto' | 'shortfall'> & {
  readonly chunks: readonly (ChunkStability | null)[];
  readonly mixture: FoundMixture | null;
};

export type StoredTournament = Pick<
  Tournament,
  'startedAt' | 'settings' | 'customers' | 'sampledRows' | 'outcome' | 'planned'
> & {
  readonly featuresRunId: number;
  readonly entries: readonly StoredEntry[];
  /** Null until they were measured. */
  readonly baselines: readonly Baseline[] | null;
  readonly groups: Groups | null;
  /** The question that `groups` answers. */
  readonly groupsKey: string;
};

const labelsColumn = (entryId: string): string => `labels:${entryId}`;
const NONE = 255;
/** Tournaments kept, so that going back to former features finds theirs. */
const KEPT = 3;

/** The same signature → the same entries, whatever the order in which they were made. Bump the version with the scores. */
export function tournamentSignature(db: ReadDb, run: FeatureRun, settings: TournamentSettings): string {
  const { missing } = readSettings(db);
  const wanted = new Set(settings.features);
  const logs = chosenFeatures(db, run)
    .filter(({ name, log }) => log && wanted.has(name))
    .map(({ name }) => name);
  const weights = wantedWeights(db, run)?.signature ?? null;
  // What was begun with another number of customers per resample is not continued: its parts would mix two.
  const drawn = RESAMPLE_ROWS;
  return JSON.stringify({ version: 4, featuresRunId: run.runId, missing, logs, weights, drawn, settings });
}

export function tournamentBySignature(
  db: ReadDb,
  signature: string,
): { readonly runId: number; readonly stored: StoredTournament } | null {
  const run = runBySignature(db, 'tournament', signature);
  return run ? { runId: run.id, stored: JSON.parse(run.summary) as StoredTournament } : null;
}

/** When it was asked for, as a number that grows: one that is continued keeps its id and becomes the last one again. */
const ASKED = "coalesce(json_extract(settings, '$.asked'), id)";

const nextAsked = (db: ReadDb): number =>
  db.allRaw<{ next: number }>(
    `SELECT 1 + coalesce(max(${ASKED}), 0) AS next FROM run WHERE kind = 'tournament'`,
  )[0]!.next;

/** Begins a run; it counts from its first `keepTournament` on. */
export function beginTournament(db: WriteDb, signature: string, at: string): number {
  return beginRun(db, 'tournament', signature, { asked: nextAsked(db) }, at);
}

/** From now on it is the one that is read. */
export function askTournamentAgain(db: WriteDb, runId: number): void {
  const settings = JSON.stringify({ asked: nextAsked(db) });
  db.run(sql.updateTable('run').set({ settings }).where('id', '=', runId));
}

/** Stores how far it is, with the labels of the entries that are new. */
export function keepTournament(
  db: WriteDb,
  runId: number,
  stored: StoredTournament,
  labels: ReadonlyMap<string, Int16Array>,
): void {
  for (const [entryId, own] of labels)
    writeColumn(
      db,
      runId,
      labelsColumn(entryId),
      Uint8Array.from(own, (label) => (label < 0 ? NONE : label)),
    );
  finishRun(db, runId, stored);
}

export function readEntryLabels(db: ReadDb, runId: number, entryId: string): Int16Array | null {
  const bytes = readColumn(db, runId, labelsColumn(entryId), 'uint8');
  return bytes && Int16Array.from(bytes, (label) => (label === NONE ? -1 : label));
}

/** Only the few that were asked for last are kept. */
export function discardOldTournaments(db: WriteDb, write: WriteDb['transaction']): void {
  const old = db.allRaw<{ id: number }>(
    `SELECT id FROM run WHERE kind = 'tournament' ORDER BY ${ASKED} DESC LIMIT -1 OFFSET ${KEPT}`,
  );
  for (const { id } of old) discardRun(db, id, write);
}

function stabilityOf({ chunks }: StoredEntry): TournamentEntry['stability'] {
  const done = chunks.filter((chunk) => chunk !== null);
  const resamples = done.reduce((sum, chunk) => sum + chunk.resamples, 0);
  if (resamples === 0) return null;
  const jaccard = done[0]!.jaccard.map(
    (_, segment) => done.reduce((sum, chunk) => sum + chunk.jaccard[segment]!, 0) / resamples,
  );
  return { resamples, jaccard, ari: (2 * done.reduce((sum, chunk) => sum + chunk.ari, 0)) / resamples };
}

/** The entries in their order, with what follows from comparing them. */
export function boardOf({ entries }: Pick<StoredTournament, 'entries'>) {
  return rank(
    entries.map((entry) => {
      const { chunks: _chunks, mixture: _mixture, ...rest } = entry;
      return { ...rest, stability: stabilityOf(entry) };
    }),
  );
}

/**
 * Where there is nothing to find, what searches for nothing is recommended. Nothing either while nobody knows whether there is something to find.
 */
function recommendedOf(
  { groups, baselines }: Pick<StoredTournament, 'groups' | 'baselines'>,
  best: ReturnType<typeof boardOf>['recommended'],
): ReturnType<typeof boardOf>['recommended'] {
  if (groups?.verdict !== 'none') return groups && best;
  return insteadOfGroups(baselines ?? []);
}

const isComplete = ({ planned, entries, groups, baselines }: StoredTournament): boolean =>
  entries.length >= planned &&
  groups !== null &&
  baselines !== null &&
  entries.every(({ chunks }) => !chunks.includes(null));

/** The tournament of this run, or the one that was asked for last; null when there is none. */
export function readTournament(db: ReadDb, runId?: number): Tournament | null {
  const [last] = db.allRaw<Pick<Row<'run'>, 'id' | 'signature' | 'summary'>>(
    `SELECT id, signature, summary FROM run WHERE kind = 'tournament' AND status = 'done'
     ${runId === undefined ? '' : 'AND id = ?'} ORDER BY ${ASKED} DESC LIMIT 1`,
    ...(runId === undefined ? [] : [runId]),
  );
  if (!last) return null;
  const stored = JSON.parse(last.summary) as StoredTournament;
  const settings = TournamentSettings.parse(stored.settings);
  const { featuresRunId: _run, groupsKey: _key, ...shown } = stored;
  const features = currentFeatures(db);
  const { entries, recommended } = boardOf(stored);
  return {
    ...shown,
    settings,
    entries,
    baselines: stored.baselines ?? [],
    recommended: recommendedOf(stored, recommended),
    runId: last.id,
    complete: isComplete(stored),
    stale: !features || tournamentSignature(db, features, settings) !== last.signature,
  } as Tournament;
}
