// Starting a segmentation, watching it, cancelling it.
import { useEffect, useState } from 'react';
import { isUnderWay, type Job } from '../../../shared/model/job.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import { useNotify } from '../../app/index.ts';
import { useCommand, useJob, useJobs } from '../../data/index.ts';
import type { ComputedFeatures } from '../../intake/index.ts';

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
  const job = jobs.find((one) => one.kind === 'segmentations.run' && isUnderWay(one)) ?? null;
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

export interface Waiting {
  /** Asked for, and begun as soon as the features are there. */
  readonly wanted: boolean;
  readonly ask: () => void;
}

/** What is asked for while features are computed waits for them; it is forgotten when they cannot be had. */
export function useWaiting({ computing, error }: ComputedFeatures, start: () => void): Waiting {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || computing) return;
    setWanted(false);
    if (!error) start();
  }, [wanted, computing, error, start]);
  return { wanted: wanted && computing, ask: computing ? () => setWanted(true) : start };
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
