// `cluster --method auto`: the tournament decides which method, and how many segments.
import { AppError } from '../../../shared/errors.ts';
import type { Groups } from '../../../shared/model/groups.ts';
import type { Scale, Segmentation } from '../../../shared/model/segmentation.ts';
import { insteadOfGroups, TOURNAMENT_METHODS, type Tournament } from '../../../shared/model/tournament.ts';
import type { CliEngine } from './engine.ts';
import { featureSet } from './features.ts';
import { UsageError } from './options.ts';

export interface AutoWish {
  readonly features?: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly scale: Scale;
  readonly seed: number;
  readonly logs: boolean;
  /** What is not finished after so many seconds is stopped. */
  readonly seconds: number;
}

const RESAMPLES = 40;
/** Long enough to finish: what is recommended must not depend on how fast the machine is. */
const LONGEST = 3600;
const MOST_SEGMENTS = 20;

/** @throws UsageError for numbers of segments that a tournament does not compare */
export function autoRange(
  k: number | { readonly from: number; readonly to: number },
): Pick<AutoWish, 'from' | 'to'> {
  const range = typeof k === 'number' ? { from: k, to: k } : k;
  if (range.from >= 2 && range.to <= MOST_SEGMENTS) return range;
  throw new UsageError(`--k with --method auto takes 2 to ${MOST_SEGMENTS} segments, not ${range.from}`);
}

/** @throws UsageError unless it is a whole number of seconds up to an hour */
export function parseSeconds(text: string | undefined): number {
  const seconds = text === undefined ? LONGEST : text === '' ? NaN : Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST) return seconds;
  throw new UsageError(`--seconds takes a whole number from 1 to ${LONGEST}, not ${text}`);
}

/** What `--json` says about whether there are groups. */
export function groupsJson({ verdict, k, againstCrowd, againstEven, stability, rows }: Groups) {
  const p = { crowd: againstCrowd.p, even: againstEven.p };
  return { verdict, k, silhouette: againstCrowd.observed, p, agreementOfHalves: stability.observed, rows };
}

/** What `--json` says about the tournament: the verdict, the reasons, and every solution, best first. */
export function tournamentJson({ groups, recommended, entries, baselines, complete }: Tournament) {
  return {
    complete,
    groups: groups && groupsJson(groups),
    recommended,
    baselines: baselines.map(({ id, k, sizes, judged }) => ({
      id,
      k,
      sizes,
      silhouette: judged.silhouette,
      fidelity: judged.fidelity,
      contrast: judged.contrast?.etaSquared ?? null,
      smallestShare: judged.smallestShare,
    })),
    entries: entries.map(({ id, method, k, sizes, judged, stability, pareto, shortfall }) => ({
      id,
      method,
      k,
      sizes,
      silhouette: judged.silhouette,
      stability,
      fidelity: judged.fidelity,
      contrast: judged.contrast?.etaSquared ?? null,
      smallestShare: judged.smallestShare,
      pareto,
      shortfall,
    })),
  };
}

/** Made with an entry's settings, not yet in use. */
async function choose(
  { client, finish }: CliEngine,
  { runId }: Tournament,
  entryId: string,
): Promise<Segmentation> {
  const { segmentationId } = (await finish(client.tournaments.choose({ entryId, runId }))) as {
    segmentationId: number;
  };
  const made = (await client.segmentations.list()).find(({ id }) => id === segmentationId);
  if (!made) throw new AppError('SEGMENTATION-UNKNOWN');
  return made;
}

interface Outcome extends Pick<Tournament, 'groups' | 'recommended'> {
  readonly made: Segmentation;
}

/**
 * The recommended solution, made. While none is, for the time was short, it is the first one, unless that finds out by
 * itself that there are no groups: then what would have been recommended takes its place.
 * @throws AppError K-TOO-LARGE, TIME-TOO-SHORT, NO-GROUPS
 */
async function recommendedOf(
  engine: CliEngine,
  tournament: Tournament | null,
  { from, seconds }: Pick<AutoWish, 'from' | 'seconds'>,
): Promise<Outcome> {
  const { groups = null, recommended = null } = tournament ?? {};
  if (tournament && recommended)
    return { made: await choose(engine, tournament, recommended.entryId), groups, recommended };
  if (groups?.verdict === 'none') throw new AppError('NO-GROUPS');
  const [first] = tournament?.entries ?? [];
  if (!first && tournament && tournament.planned > 0)
    throw new AppError('TIME-TOO-SHORT', { found: seconds });
  if (!tournament || !first) throw new AppError('K-TOO-LARGE', { k: from, limit: 1 });
  const made = await choose(engine, tournament, first.id);
  if (made.groups?.verdict !== 'none') return { made, groups: made.groups, recommended };
  await engine.client.segmentations.remove({ segmentationId: made.id });
  const instead = insteadOfGroups(tournament.baselines);
  if (!instead) throw new AppError('NO-GROUPS');
  return {
    made: await choose(engine, tournament, instead.entryId),
    groups: made.groups,
    recommended: instead,
  };
}

/**
 * Plays a tournament, makes the recommended solution, and puts it into use.
 * @returns also the tournament, with the verdict of the solution and what follows from it where its own was not finished
 * @throws AppError as `tournaments.run` does; K-TOO-LARGE when no number of segments is possible, TIME-TOO-SHORT when no
 * solution was finished, NO-GROUPS when there is nothing to find and no customer's worth is known
 */
export async function autoCluster(
  engine: CliEngine,
  wish: AutoWish,
): Promise<{ readonly id: number; readonly tournament: Tournament | null }> {
  const { client } = engine;
  const set = await featureSet(engine);
  const names = wish.features ?? set.features.filter(({ chosen }) => chosen).map(({ name }) => name);
  const mixed = set.features.some(({ name, type }) => type === 'category' && names.includes(name));
  const { from, to, scale, seed, logs, seconds } = wish;
  await engine.finish(
    client.tournaments.run({
      features: [...names],
      methods: TOURNAMENT_METHODS.filter((method) => mixed || method !== 'kprototypes'),
      from,
      to,
      scales: [scale],
      subsets: ['all'],
      logs,
      resamples: RESAMPLES,
      seed,
      seconds,
    }),
  );
  const tournament = await client.tournaments.get();
  const { made, groups, recommended } = await recommendedOf(engine, tournament, wish);
  await client.segmentations.activate({ segmentationId: made.id });
  return { id: made.id, tournament: tournament && { ...tournament, groups, recommended } };
}
