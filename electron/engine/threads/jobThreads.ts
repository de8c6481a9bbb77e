// The threads that jobs run in. A thread that has finished is kept for a while, because the next job starts at once
// in it: loading the code of all jobs takes a noticeable part of a second.
import { Worker } from 'node:worker_threads';
import { entryUrl } from './entry.ts';
import { THREAD_LIMITS } from './limits.ts';
import type { JobData, JobMessage } from './messages.ts';

const KEPT_SPARE = 1;
const KEPT_MS = 60_000;

export interface JobThreadEvents {
  readonly onMessage: (message: Exclude<JobMessage, { readonly type: 'idle' }>) => void;
  /** The thread has cleaned up and left the job; or it died, and what the job had begun is still there. */
  readonly onLeft: (died: boolean) => void;
}

/** A thread while it serves a job. */
export interface JobThread {
  /** Ends the thread wherever it is; SQLite rolls its transaction back. */
  readonly tear: () => void;
}

export interface JobThreads {
  readonly run: (data: JobData, events: JobThreadEvents) => JobThread;
  /** Ends the spare threads. Call when no job runs. */
  readonly close: () => Promise<void>;
}

interface Served {
  events: JobThreadEvents | null;
  leaving: NodeJS.Timeout | null;
}

export function createJobThreads(): JobThreads {
  const all = new Map<Worker, Served>();
  const spare: Worker[] = [];

  const left = (served: Served, died: boolean): void => {
    const { events } = served;
    served.events = null;
    events?.onLeft(died);
  };
  const dismiss = (worker: Worker): void => {
    const at = spare.indexOf(worker);
    if (at >= 0) spare.splice(at, 1);
    worker.postMessage('stop');
  };
  const rest = (worker: Worker, served: Served): void => {
    worker.unref(); // an idle thread keeps no process alive
    spare.push(worker);
    served.leaving = setTimeout(() => dismiss(worker), KEPT_MS).unref();
    while (spare.length > KEPT_SPARE) dismiss(spare[0] as Worker);
  };
  const start = (): Worker => {
    const worker = new Worker(entryUrl('job', import.meta.url), { resourceLimits: THREAD_LIMITS });
    const served: Served = { events: null, leaving: null };
    all.set(worker, served);
    worker.on('message', (message: JobMessage) => {
      const free = message.type === 'done' || message.type === 'idle';
      if (free) rest(worker, served);
      if (message.type !== 'idle') served.events?.onMessage(message);
      if (free) left(served, false);
    });
    worker.on('error', () => undefined); // always followed by 'exit'
    worker.on('exit', () => {
      all.delete(worker);
      if (spare.includes(worker)) dismiss(worker);
      left(served, true);
    });
    return worker;
  };
  return {
    run: (data, events) => {
      const worker = spare.pop() ?? start();
      const served = all.get(worker) as Served;
      if (served.leaving) clearTimeout(served.leaving);
      served.events = events;
      worker.ref();
      worker.postMessage(data);
      return { tear: () => void worker.terminate() };
    },
    close: async () => {
      const gone = [...all.keys()].map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
      for (const worker of all.keys()) {
        worker.ref();
        dismiss(worker);
      }
      await Promise.all(gone);
    },
  };
}
