// The project's features; computed without being asked for when they are missing for the current data and settings.
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { FeatureSet } from '../../shared/model/feature.ts';
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

/**
 * Starts `features.compute` once per gap; after a failure only by hand. `delayMs` lets several decisions in a row
 * end in one computation.
 */
export function useFeatureSet(hasSources: boolean, delayMs = 0): ComputedFeatures {
  const answer = useAsk('features.get', undefined);
  const job = useJob('features.compute');
  const { mutate, reset } = job;
  const active = useJobs().find(
    ({ kind, state }) =>
      (kind === 'features.compute' || kind === 'sources.import') &&
      (state === 'running' || state === 'waiting'),
  );
  const [former, setFormer] = useState<FeatureSet | null>(null);
  const started = useRef(false);
  const missing = answer.isSuccess && answer.data === null && hasSources;
  const busy = active !== undefined || job.isPending;

  useEffect(() => {
    if (answer.data) {
      setFormer(answer.data);
      started.current = false;
      reset();
      return undefined;
    }
    if (!missing || busy || started.current) return undefined;
    const timer = setTimeout(() => {
      started.current = true;
      mutate({});
    }, delayMs);
    return () => clearTimeout(timer);
  }, [answer.data, missing, busy, mutate, reset, delayMs]);

  const failed = missing && !busy ? job.error : null;
  return {
    set: answer.data ?? (missing ? former : null),
    computing: missing && !failed,
    share: active?.progress.share ?? null,
    error: failed ?? answer.error,
    compute: () => mutate({}),
  };
}
