// Starting a segmentation, watching it, cancelling it.
import { useEffect } from 'react';
import type { Job } from '../../../shared/model/job.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import { useNotify } from '../../app/index.ts';
import { useCommand, useJob, useJobs } from '../../data/index.ts';

const RUNNING: readonly Job['state'][] = ['waiting', 'running', 'cancelling'];

/** True while features are computed: they are not there until it is done. */
export function useComputing(): boolean {
  return useJobs().some(({ kind, state }) => kind === 'features.compute' && RUNNING.includes(state));
}

export interface Run {
  /** The job that runs now, also one that another window started. */
  readonly job: Job | null;
  readonly start: (settings: ClusterSettings) => void;
  readonly cancel: () => void;
}

/** @param onDone called with the new segmentation's id */
export function useRun(onDone: (segmentationId: number) => void): Run {
  const run = useJob('segmentations.run');
  const cancel = useCommand('jobs.cancel');
  const jobs = useJobs();
  const { ended } = useNotify();
  const job = jobs.find((one) => one.kind === 'segmentations.run' && RUNNING.includes(one.state)) ?? null;
  return {
    job,
    start: (settings) =>
      run.mutate(settings, {
        onError: ended,
        onSuccess: (result) => onDone((result as { segmentationId: number }).segmentationId),
      }),
    cancel: () => (job ? cancel.mutate({ jobId: job.id }) : undefined),
  };
}

/** Places all current customers by a solution's stored model; null while that runs. */
export function usePlacing(onDone: () => void): ((segmentationId: number) => void) | null {
  const assign = useJob('segmentations.assign');
  const jobs = useJobs();
  const { ended } = useNotify();
  const busy = jobs.some((one) => one.kind === 'segmentations.assign' && RUNNING.includes(one.state));
  if (busy) return null;
  return (segmentationId) => assign.mutate({ segmentationId }, { onError: ended, onSuccess: onDone });
}

/** Ctrl Enter (⌘ Enter) anywhere on the screen. */
export function useRunKey(onRun: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onRun();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
