// A tournament within a time budget: what is finished is stored as it comes, and stays when the job is cancelled.
import { AppError } from '../../../shared/errors.ts';
import { LEAST_FOR_GROUPS } from '../../../shared/model/groups.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { TournamentSettings } from '../../../shared/model/tournament.ts';
import { cutForTree } from '../analysis/choosing/scoreDivision.ts';
import type { BinnedTable } from '../analysis/explain/bins.ts';
import { runToEnd } from '../analysis/matrix.ts';
import { featureRun } from '../db/featureTable.ts';
import { judgedGroups } from '../db/judgedGroups.ts';
import {
  askTournamentAgain,
  beginTournament,
  discardOldTournaments,
  keepTournament,
  tournamentBySignature,
  tournamentSignature,
} from '../profiles/tournaments.ts';
import { type ComputePool, createComputePool } from '../threads/pool.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import type { Task } from './tournament/agenda.ts';
import { type Entrants, entrantsOf } from './tournament/entrants.ts';
import { play } from './tournament/play.ts';
import { createState, type TournamentState } from './tournament/state.ts';

export interface TournamentInput extends TournamentSettings {
  /** What is not finished by then is stopped at its next checkpoint. */
  readonly seconds: number;
}

/** The board is stored, and announced, no more often than this. */
const KEEP_EVERY_MS = 400;

interface Ring {
  readonly pool: ComputePool;
  readonly entrants: Entrants;
  readonly binned: BinnedTable;
  readonly state: TournamentState;
  readonly settings: TournamentSettings;
}

/** Does one task in a compute thread and books its result; what the data do not allow is no failure. */
async function perform(task: Task, ring: Ring, cancel: Int32Array<SharedArrayBuffer>): Promise<void> {
  const { pool, entrants, binned, state, settings } = ring;
  const { seed } = settings;
  if (task.kind === 'groups') {
    const { matrix, ...options } = entrants.question;
    const scored = entrants.baselines.map(async ({ labels, ...baseline }) => {
      const given = { ruler: entrants.ruler, binned, labels, k: baseline.k };
      return { ...baseline, judged: await pool.run('scoreDivision', given, cancel).result };
    });
    state.compared(await Promise.all(scored));
    if (state.stored().groups) return state.judged(null);
    return state.judged(await pool.run('honestNull', { matrix, options }, cancel).result);
  }
  const { view, method, ks } = state.group(task.group);
  const { input } = entrants.views[view]!;
  if (task.kind === 'resample') {
    const found = method === 'gmm' ? { found: state.mixturesOf(task.group) } : {};
    const options = { method, ks, seed, chunk: task.chunk, ...found };
    const given = { input, labels: state.labelsOf(task.group), options };
    return state.resampled(task.group, task.chunk, await pool.run('resampleChunk', given, cancel).result);
  }
  try {
    const given = { input, ruler: entrants.ruler, binned, options: { method, ks, seed } };
    state.solved(task.group, await pool.run('solveEntries', given, cancel).result);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'JOB-CANCELLED') throw error;
    state.impossible(task.group);
  }
}

/**
 * Continues a tournament of the same settings and data where it stopped.
 * @throws AppError NO-CUSTOMERS, FEATURE-UNKNOWN, TOO-FEW-CUSTOMERS
 */
export async function* runTournament(
  context: JobContext,
  { seconds, ...settings }: TournamentInput,
): AsyncGenerator<Progress, { readonly runId: number }> {
  const { db, now } = context;
  const deadline = performance.now() + 1_000 * seconds;
  const featuresRunId = yield* computeFeatures(context, 0, 0.02);
  const features = featuresRunId === null ? null : featureRun(db, featuresRunId);
  if (!features) throw new AppError('NO-CUSTOMERS');
  yield within('scaling', 0.02, 0.05, 0);
  const entrants = entrantsOf(db, features, settings);
  if (entrants.customers < LEAST_FOR_GROUPS)
    throw new AppError('TOO-FEW-CUSTOMERS', { found: entrants.customers, limit: LEAST_FOR_GROUPS });
  const signature = tournamentSignature(db, features, settings);
  const former = tournamentBySignature(db, signature);
  const { key } = entrants.question;
  const asked = { groupsKey: key, groups: judgedGroups(db, key) };
  const base = { startedAt: now.toISOString(), featuresRunId: features.runId, ...asked };
  const state = createState(db, entrants, settings, former?.stored ?? base, former);
  const runId = former?.runId ?? context.write(() => beginTournament(db, signature, now.toISOString()));
  if (former) context.write(() => askTournamentAgain(db, runId));
  else context.begun(runId);
  let kept = performance.now() - KEEP_EVERY_MS;
  let shown = -1;
  const keep = (force: boolean): void => {
    const share = state.share();
    if (share === shown || (!force && performance.now() - kept < KEEP_EVERY_MS)) return;
    shown = share;
    kept = performance.now();
    context.write(() => keepTournament(db, runId, state.stored(), state.takeNewLabels()));
    context.kept(runId);
    context.changed(['tournament']);
  };
  const pool = createComputePool(context.threads);
  try {
    const binned = runToEnd(cutForTree(entrants.ruler));
    const ring = { pool, entrants, binned, state, settings };
    const rounds = play(state, (task, cancel) => perform(task, ring, cancel), pool.threads, deadline);
    try {
      for await (const inTime of rounds) {
        keep(false);
        yield within('choosing', 0.05, 1, Math.max(state.share(), inTime));
      }
    } finally {
      if (context.signal.aborted) keep(true);
    }
    shown = -1;
    keep(true);
    discardOldTournaments(db, context.write);
    return { runId };
  } finally {
    await pool.close();
  }
}
