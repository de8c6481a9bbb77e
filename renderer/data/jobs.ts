// Jobs as the window sees them: what runs, and a promise for the one that was just started.
import { create } from 'zustand';
import type { StoreApi } from 'zustand';
import { AppError, fromErrorData } from '../../shared/errors.ts';
import type { Job } from '../../shared/model/job.ts';

interface JobsState {
  readonly jobs: readonly Job[];
}

type Ending = (job: Job) => void;

export interface JobBook {
  readonly store: StoreApi<JobsState> & { (): JobsState; <T>(select: (state: JobsState) => T): T };
  readonly replace: (jobs: readonly Job[]) => void;
  readonly note: (job: Job) => void;
  /** Resolves with the job's result. @throws AppError of the job, or JOB-CANCELLED */
  readonly ended: (jobId: string) => Promise<unknown>;
  /** A lost connection ends what was being waited for. */
  readonly lose: () => void;
}

const isOver = (job: Job): boolean =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

export function createJobBook(): JobBook {
  const store = create<JobsState>(() => ({ jobs: [] }));
  const waiting = new Map<string, Ending>();
  const settle = (job: Job): void => {
    if (!isOver(job)) return;
    waiting.get(job.id)?.(job);
    waiting.delete(job.id);
  };
  return {
    store,
    replace: (jobs) => {
      store.setState({ jobs });
      for (const job of jobs) settle(job);
    },
    note: (job) => {
      store.setState(({ jobs }) => {
        const known = jobs.some((one) => one.id === job.id);
        return { jobs: known ? jobs.map((one) => (one.id === job.id ? job : one)) : [job, ...jobs] };
      });
      settle(job);
    },
    ended: (jobId) =>
      new Promise((resolve, reject) => {
        const finish: Ending = (job) => {
          if (job.state === 'done') resolve(job.result);
          else
            reject(
              job.error
                ? fromErrorData(job.error as Parameters<typeof fromErrorData>[0])
                : new AppError('JOB-CANCELLED'),
            );
        };
        const known = store.getState().jobs.find((job) => job.id === jobId);
        if (known && isOver(known)) finish(known);
        else waiting.set(jobId, finish);
      }),
    lose: () => {
      const failed: Job['error'] = { code: 'ENGINE-STOPPED', args: {}, place: {} };
      for (const [id, finish] of waiting) {
        const job = store.getState().jobs.find((one) => one.id === id);
        if (job) finish({ ...job, state: 'failed', error: failed });
      }
      waiting.clear();
      store.setState({ jobs: [] });
    },
  };
}
