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

/** A second attempt follows a decision that was made while the first one ran; more would be a loop. */
const MOST_ATTEMPTS = 2;

/**
 * Starts `features.compute` when features are missing; after a failure only by hand, or when the sources changed.
 * `sources` must be the same object until they change. `delayMs` lets several decisions in a row end in one computation.
 */
export function useFeatureSet(sources: readonly Source[] | undefined, delayMs = 0): ComputedFeatures {
  const answer = useAsk('features.get', undefined);
  const { mutate, reset, isPending, error: failure } = useJob('features.compute');
  const active = useJobs().find(
    ({ kind, state }) =>
      (kind === 'features.compute' || kind === 'sources.import') &&
      (state === 'running' || state === 'waiting'),
  );
  const [former, setFormer] = useState<FeatureSet | null>(null);
  const [attempts, setAttempts] = useState(0);
  const missing = answer.isSuccess && answer.data === null && (sources ?? []).length > 0;
  const busy = active !== undefined || isPending;
  const due = missing && !busy && !failure && attempts < MOST_ATTEMPTS;

  useEffect(() => {
    setAttempts(0);
    reset();
    if (answer.data) setFormer(answer.data);
  }, [answer.data, sources, reset]);

  useEffect(() => {
    if (!due) return undefined;
    const timer = setTimeout(() => {
      setAttempts((count) => count + 1);
      mutate({});
    }, delayMs);
    return () => clearTimeout(timer);
  }, [due, mutate, delayMs]);

  // The job ends well without a result when no source holds customers.
  const fruitless = missing && !busy && !due ? (failure ?? new AppError('NO-CUSTOMERS')) : null;
  return {
    set: answer.data ?? (missing ? former : null),
    computing: missing && !fruitless,
    share: active?.progress.share ?? null,
    error: fruitless ?? answer.error,
    compute: () => {
      reset();
      setAttempts(0);
    },
  };
}
