// The project's quality report; checked without being asked for when it is missing or the data changed since.
import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { JobKind } from '../../shared/model/job.ts';
import type { QualityReport } from '../../shared/model/quality.ts';
import type { Source } from '../../shared/model/source.ts';
import { useAsk, useJob, useJobs } from '../data/index.ts';

export interface CheckedQuality {
  /** The newest report; while it is checked anew, the former one. */
  readonly report: QualityReport | null;
  readonly checking: boolean;
  /** 0..1, or null when nothing is known yet. */
  readonly share: number | null;
  readonly error: AppError | null;
  readonly check: () => void;
}

/** Work that the check would wait for, or that changes what it would find. */
const BEFORE: readonly JobKind[] = ['quality.check', 'sources.import', 'features.compute', 'project.sample'];
/** Checks in a row that left the report stale; a decision made meanwhile explains one, more would be a loop. */
const MOST_ATTEMPTS = 3;

/** `sources` must be the same object until they change. `delayMs` lets several decisions in a row end in one check. */
export function useQuality(sources: readonly Source[] | undefined, delayMs = 0): CheckedQuality {
  const answer = useAsk('quality.report', undefined, { keepPrevious: true });
  const { mutate, isPending } = useJob('quality.check');
  const [attempts, setAttempts] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const active = useJobs().find(
    ({ kind, state }) => BEFORE.includes(kind) && (state === 'running' || state === 'waiting'),
  );
  const report = answer.data ?? null;
  const wanted = answer.isSuccess && (report === null || report.stale) && (sources ?? []).length > 0;
  const due = wanted && !answer.isFetching && !active && !isPending && !error && attempts < MOST_ATTEMPTS;
  if (answer.isSuccess && report && !report.stale && attempts > 0) setAttempts(0);

  useEffect(() => {
    if (!due) return undefined;
    const timer = setTimeout(() => {
      setAttempts((now) => now + 1);
      mutate({}, { onError: setError });
    }, delayMs);
    return () => clearTimeout(timer);
  }, [due, mutate, delayMs]);

  return {
    report,
    checking: isPending || active?.kind === 'quality.check' || (wanted && !error && attempts < MOST_ATTEMPTS),
    share: active?.progress.share ?? null,
    error: error ?? answer.error,
    check: () => {
      setAttempts(0);
      setError(null);
      mutate({}, { onError: setError });
    },
  };
}
