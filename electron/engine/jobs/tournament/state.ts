// How far a tournament is: its groups, their labels and results, as read from a former run or built up now.
import type { Groups } from '../../../../shared/model/groups.ts';
import { scalesFeatures } from '../../../../shared/model/method.ts';
import type { Baseline, TournamentSettings } from '../../../../shared/model/tournament.ts';
import { CHUNK, type ChunkStability } from '../../analysis/choosing/resamples.ts';
import type { SolvedEntry } from '../../analysis/choosing/solveEntries.ts';
import type { ReadDb } from '../../db/open.ts';
import {
  boardOf,
  readEntryLabels,
  type StoredEntry,
  type StoredTournament,
} from '../../profiles/tournaments.ts';
import { type Group, type GroupState, groupsOf, nextTask, type Task } from './agenda.ts';
import type { Entrants } from './entrants.ts';

export interface TournamentState {
  readonly next: () => Task | null;
  readonly group: (at: number) => Group;
  readonly running: (task: Task) => void;
  readonly solved: (at: number, entries: readonly SolvedEntry[]) => void;
  /** The data do not allow this group. */
  readonly impossible: (at: number) => void;
  readonly resampled: (at: number, chunk: number, results: readonly ChunkStability[]) => void;
  readonly compared: (baselines: readonly Baseline[]) => void;
  /** Null: the verdict was known before. */
  readonly judged: (groups: Groups | null) => void;
  /** What a group's resamples start from. */
  readonly labelsOf: (at: number) => readonly Int16Array[];
  readonly mixturesOf: (at: number) => readonly SolvedEntry['mixture'][];
  readonly stored: () => StoredTournament;
  /** Labels of entries that were not stored before. */
  readonly takeNewLabels: () => ReadonlyMap<string, Int16Array>;
  /** 0..1 of everything that was asked for. */
  readonly share: () => number;
}

interface Made {
  readonly entry: StoredEntry;
  readonly labels: Int16Array;
}

/** @param former the run that is continued */
export function createState(
  db: ReadDb,
  entrants: Entrants,
  settings: TournamentSettings,
  base: Pick<StoredTournament, 'startedAt' | 'featuresRunId' | 'groups' | 'groupsKey'>,
  former: { readonly runId: number; readonly stored: StoredTournament } | null,
): TournamentState {
  const groups = groupsOf(entrants.views, settings.methods, settings);
  const chunkCount = Math.ceil(settings.resamples / CHUNK);
  const made = new Map<string, Made>();
  for (const entry of former?.stored.entries ?? []) {
    const labels = readEntryLabels(db, former!.runId, entry.id);
    if (labels) made.set(entry.id, { entry, labels });
  }
  const idsOf = ({ view, method, ks }: Group): string[] => {
    const { scale, subset } = entrants.views[view]!;
    return ks.map((k) => `${method}:${k}:${scalesFeatures(method) ? scale : '-'}:${subset}`);
  };
  const chunksOf = (group: Group): ('open' | 'done')[] =>
    Array.from({ length: chunkCount }, (_, chunk) =>
      idsOf(group).every((id) => made.get(id)?.entry.chunks[chunk]) ? 'done' : 'open',
    );
  const states: { -readonly [K in keyof GroupState]: GroupState[K] }[] = groups.map((group) => ({
    ...group,
    solved: idsOf(group).every((id) => made.has(id)) ? 'done' : 'open',
    chunks: chunksOf(group),
    place: Infinity,
  }));
  let verdict: Groups | null = base.groups;
  let baselines: readonly Baseline[] | null = former?.stored.baselines ?? null;
  let asked: 'open' | 'running' | 'done' = verdict && baselines ? 'done' : 'open';
  let fresh = new Map(former ? [] : entrants.baselines.map(({ id, labels }) => [id as string, labels]));

  const entries = (): StoredEntry[] => [...made.values()].map(({ entry }) => entry);
  const order = (): void => {
    const places = new Map(boardOf({ entries: entries() }).entries.map(({ id }, place) => [id, place]));
    for (const state of states)
      state.place = Math.min(...idsOf(state).map((id) => places.get(id) ?? Infinity));
  };
  const setChunk = (at: number, chunk: number, to: GroupState['chunks'][number]): void => {
    states[at]!.chunks = states[at]!.chunks.with(chunk, to);
  };
  const impossible = (): number =>
    states.reduce((sum, { solved, ks }) => sum + (solved === 'impossible' ? ks.length : 0), 0);
  const planned = groups.reduce((sum, { ks }) => sum + ks.length, 0);
  order();
  return {
    next: () => nextTask(states, asked),
    group: (at) => groups[at]!,
    running: (task) => {
      if (task.kind === 'groups') asked = 'running';
      else if (task.kind === 'solve') states[task.group]!.solved = 'running';
      else setChunk(task.group, task.chunk, 'running');
    },
    solved: (at, results) => {
      const group = groups[at]!;
      const { method, view } = group;
      const { scale: given, subset, features } = entrants.views[view]!;
      const scale = scalesFeatures(method) ? given : null;
      idsOf(group).forEach((id, index) => {
        const { labels, sizes, judged, mixture } = results[index]!;
        const chunks = new Array<null>(chunkCount).fill(null);
        const which = { id, method, k: sizes.length, scale, subset, features: [...features] };
        made.set(id, { entry: { ...which, sizes: [...sizes], judged, chunks, mixture }, labels });
        fresh.set(id, labels);
      });
      states[at]!.solved = 'done';
      order();
    },
    impossible: (at) => {
      states[at]!.solved = 'impossible';
    },
    resampled: (at, chunk, results) => {
      idsOf(groups[at]!).forEach((id, index) => {
        const { entry, labels } = made.get(id)!;
        made.set(id, { entry: { ...entry, chunks: entry.chunks.with(chunk, results[index]!) }, labels });
      });
      setChunk(at, chunk, 'done');
      order();
    },
    compared: (found) => {
      baselines = found;
    },
    judged: (found) => {
      verdict = found ?? verdict;
      asked = 'done';
    },
    labelsOf: (at) => idsOf(groups[at]!).map((id) => made.get(id)!.labels),
    mixturesOf: (at) => idsOf(groups[at]!).map((id) => made.get(id)!.entry.mixture),
    stored: () => ({
      ...base,
      settings,
      customers: entrants.customers,
      sampledRows: entrants.sampledRows,
      outcome: entrants.outcome,
      planned: planned - impossible(),
      entries: entries(),
      baselines,
      groups: verdict,
    }),
    takeNewLabels: () => {
      const taken = fresh;
      fresh = new Map();
      return taken;
    },
    share: () => {
      const parts = states.map(({ solved, chunks }) => {
        const done = chunks.filter((chunk) => chunk === 'done').length;
        return solved === 'impossible' ? 1 : ((solved === 'done' ? 1 : 0) + done) / (1 + chunks.length);
      });
      return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
    },
  };
}
