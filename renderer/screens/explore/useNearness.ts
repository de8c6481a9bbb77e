// The second map (UMAP): asked for when it is looked at, computed once.
import { useEffect, useRef } from 'react';
import { isUnderWay } from '../../../shared/model/job.ts';
import { useNotify } from '../../app/index.ts';
import { useAsk, useCommand, useJob, useJobs } from '../../data/index.ts';

export interface Nearness {
  /** Null until it is there. */
  readonly places: { readonly x: Float32Array; readonly y: Float32Array; readonly sampled: number } | null;
  /** 0..1 while it is computed. */
  readonly share: number | null;
  readonly cancel: () => void;
}

/** @param wanted while the second map is looked at @param onFailed back to the first one */
export function useNearness(segmentationId: number, wanted: boolean, onFailed: () => void): Nearness {
  const answer = useAsk('segmentations.nearness', { segmentationId }, { enabled: wanted });
  const { mutate } = useJob('segmentations.embed');
  const cancel = useCommand('jobs.cancel');
  const { ended } = useNotify();
  const job = useJobs().find((one) => one.kind === 'segmentations.embed' && isUnderWay(one));
  const missing = wanted && answer.data === null;
  // Once for each segmentation that lacks it, and again when it is wanted again.
  const asked = useRef<number | null>(null);
  useEffect(() => {
    if (!wanted) asked.current = null;
    if (!missing || asked.current === segmentationId) return;
    asked.current = segmentationId;
    mutate(
      { segmentationId },
      {
        onError: (error) => {
          ended(error);
          onFailed();
        },
      },
    );
  }, [wanted, missing, segmentationId, mutate, ended, onFailed]);
  return {
    places: answer.data ?? null,
    share: job?.progress.share ?? null,
    cancel: () => (job ? cancel.mutate({ jobId: job.id }) : undefined),
  };
}
