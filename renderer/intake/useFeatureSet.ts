// The project's features; computed without being asked for when they are missing for the current data and settings.
import { useEffect, useState } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { FeatureSet } from '../../shared/model/feature.ts';
import type { Source } from '../../shared/model/source.ts';
import { useAsk, useJob, useJobs } from '../data/index.ts';

export interface ComputedFeatures {
  /** The newest set; while it is computed anew, the former one. */
  readonly set: FeatureSet | null;
  readonly computing: boolean;
  /** 0..1, or null when nothing is known yet. */
  readonly share: number | null;
  readonly error: AppError | null;
  readonly compute: () => void;
}

/** Attempts made for one state of sources and features. */
interface Tried {
  readonly sources: readonly Source[] | undefined;
  readonly former: FeatureSet | null;
  readonly count: number;
  readonly error: AppError | null;
}

/** A second attempt follows a decision that was made while the first one ran; more would be a loop. */
const MOST_ATTEMPTS = 2;

function useBusy(): { readonly busy: boolean; readonly share: number | null } {
  const active = useJobs().find(
    ({ kind, state }) =>
      (kind === 'features.compute' || kind === 'sources.import') &&
      (state === 'running' || state === 'waiting'),
  );
  return { busy: active !== undefined, share: active?.progress.share ?? null };
}

/**
 * Starts `features.compute` when features are missing; after a failure only by hand, or when the sources changed.
 * `sources` must be the same object until they change. `delayMs` lets several decisions in a row end in one computation.
 */
export function useFeatureSet(sources: readonly Source[] | undefined, delayMs = 0): ComputedFeatures {
  const answer = useAsk('features.get', undefined);
  const { mutate, isPending } = useJob('features.compute');
  const active = useBusy();
  const [former, setFormer] = useState<FeatureSet | null>(null);
  // Forgotten with the answers when another project is opened.
  const known = answer.data === null ? former : (answer.data ?? null);
  if (known !== former) setFormer(known);
  const untried: Tried = { sources, former, count: 0, error: null };
  const [last, setTried] = useState(untried);
  // What failed for one date must not keep the next one from being tried.
  if (answer.data && (last.count > 0 || last.error)) setTried(untried);
  const { count, error } = last.sources === sources && last.former === former ? last : untried;
  const missing = answer.isSuccess && answer.data === null && (sources ?? []).length > 0;
  // A job ends a moment before its features are read.
  const busy = active.busy || isPending || answer.isFetching;
  const due = missing && !busy && error === null && count < MOST_ATTEMPTS;

  useEffect(() => {
    if (!due) return undefined;
    const timer = setTimeout(() => {
      setTried({ sources, former, count: count + 1, error: null });
      mutate({}, { onError: (failure) => setTried((now) => ({ ...now, error: failure })) });
    }, delayMs);
    return () => clearTimeout(timer);
  }, [due, mutate, delayMs, sources, former, count]);

  // The job ends well without a result when no source holds customers.
  const fruitless = missing && !busy && !due ? (error ?? new AppError('NO-CUSTOMERS')) : null;
  return {
    set: answer.data ?? (missing ? former : null),
    computing: missing && !fruitless,
    share: active.share,
    error: fruitless ?? answer.error,
    compute: () => {
      setTried(untried);
      if (answer.isError) void answer.refetch();
    },
  };
}
