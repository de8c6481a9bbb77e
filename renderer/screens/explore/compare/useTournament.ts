// The tournament's answers, jobs and draft, brought together for the screen.
import { useState } from 'react';
import type { FeatureSet } from '../../../../shared/model/feature.ts';
import { isUnderWay, type Job, type JobKind } from '../../../../shared/model/job.ts';
import { useNotify } from '../../../app/index.ts';
import { useAsk, useCommand, useJob, useJobs } from '../../../data/index.ts';
import type { ComputedFeatures } from '../../../intake/index.ts';
import { useRunKey, useWaiting } from '../useRun.ts';
import { useTiers } from '../useTiers.ts';
import { rowsOf } from './boardRows.ts';
import type { ComparingProps } from './Comparing.tsx';
import { draftOf, isSame, plannedOf, settingsOf, type TournamentDraft } from './draft.ts';

export interface TournamentInput {
  readonly set: FeatureSet;
  readonly computed: ComputedFeatures;
  readonly seed: number;
  readonly nameOf: (feature: string) => string;
  readonly onBack: () => void;
  /** A segmentation was made out of a solution, or of value tiers. */
  readonly onMade: (segmentationId: number) => void;
}

function useRunning(kind: JobKind): Job | null {
  return useJobs().find((job) => job.kind === kind && isUnderWay(job)) ?? null;
}

function usePair(marked: readonly string[], known: ReadonlySet<string>) {
  const [first = '', second = ''] = marked;
  const enabled = known.has(first) && known.has(second);
  return useAsk('tournaments.compare', { first, second }, { enabled }).data ?? null;
}

/** Also binds Ctrl Enter while the screen is shown. */
export function useTournament(input: TournamentInput): ComparingProps {
  const { set, computed, seed, nameOf, onBack, onMade } = input;
  const tournament = useAsk('tournaments.get', undefined).data ?? null;
  const run = useJob('tournaments.run');
  const choose = useJob('tournaments.choose');
  const cancel = useCommand('jobs.cancel');
  const { fail } = useNotify();
  const job = useRunning('tournaments.run');
  const choosing = useRunning('tournaments.choose');
  const [edited, setEdited] = useState<TournamentDraft | null>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const comparison = usePair(marked, new Set(tournament ? rowsOf(tournament).map(({ id }) => id) : []));
  const chosen = set.features.filter((feature) => feature.chosen);
  const draft = edited ?? draftOf(tournament?.settings ?? null, chosen);
  const settings = settingsOf(draft, chosen, seed);
  const same = tournament !== null && !tournament.stale && isSame(tournament.settings, settings);
  const planned = chosen.length === 0 ? 0 : plannedOf(settings);
  const complete = same && tournament.complete;
  const start = (): void => {
    if (!job && planned > 0 && !complete)
      run.mutate({ ...settings, seconds: draft.seconds }, { onError: fail });
  };
  const { wanted, ask } = useWaiting(computed, start);
  useRunKey(ask);
  const made = (result: unknown): void => onMade((result as { segmentationId: number }).segmentationId);
  const tiers = useTiers(set, seed, settings.logs, onMade);
  return {
    settings: {
      chosen,
      draft,
      onDraft: setEdited,
      planned,
      progress: job?.progress ?? null,
      canContinue: same,
      complete,
      computing: computed.computing && { wanted },
      onRun: ask,
      onCancel: () => (job ? cancel.mutate({ jobId: job.id }) : undefined),
    },
    tournament,
    marked,
    onMarked: setMarked,
    comparison,
    nameOf,
    using: choosing !== null,
    onUse: (entryId) =>
      tournament && choose.mutate({ entryId, runId: tournament.runId }, { onSuccess: made, onError: fail }),
    tiers,
    onBack,
  };
}
