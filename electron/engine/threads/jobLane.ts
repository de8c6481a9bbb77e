// Starting, following and cancelling jobs. Each has a thread to itself; two run at a time, the others wait.
import { AppError } from '../../../shared/errors.ts';
import type { Job, JobKind, Progress } from '../../../shared/model/job.ts';
import { createJobThreads } from './jobThreads.ts';
import type { JobThread, JobThreadEvents } from './jobThreads.ts';
import type { Erasure } from '../jobs/erasing/blot.ts';
import type { JobData } from './messages.ts';

const MAX_RUNNING = 2;
const KEPT_ENDED = 20;
/** Runs alone: what it takes out of the project must not come back with a job that had read it before. */
const ALONE: readonly JobKind[] = ['customers.erase'];
/** One after another: the next must see the columns and files that the one before it brought. */
const IN_TURN: readonly JobKind[] = ['sources.import'];
/** A job that has not stopped at a checkpoint by then loses its thread; SQLite rolls its transaction back. */
const CANCEL_GRACE_MS = 150;

export interface JobEvents {
  readonly onJob: (job: Job) => void;
  readonly onChanged: (tables: readonly string[]) => void;
  readonly onErased: (erasure: Erasure) => void;
  /** The job's thread is gone without an ending of its own: what it had begun must be discarded. */
  readonly onTorn: (left: { readonly runIds: readonly number[]; readonly files: readonly string[] }) => void;
  readonly clock: () => Date;
  /** Unlike any other in this engine's life: windows remember the jobs of projects that were open before. */
  readonly newId: () => string;
}

type Settings = Omit<JobData, 'kind' | 'input' | 'cancel' | 'nowIso'>;

interface Entry {
  job: Job;
  readonly settings: Settings;
  readonly input: unknown;
  readonly cancel: Int32Array<SharedArrayBuffer>;
  readonly started: number;
  readonly begun: Set<number>;
  readonly unfinished: string[];
  thread: JobThread | null;
  sealed: boolean;
}

export interface JobLane {
  readonly start: (kind: JobKind, input: unknown, settings: Settings) => Job;
  readonly cancel: (jobId: string) => void;
  readonly list: () => Job[];
  /** Cancels everything and resolves when no job runs any more. */
  readonly stop: () => Promise<void>;
}

const ENDED: readonly Job['state'][] = ['done', 'failed', 'cancelled'];
const ended = (job: Job): boolean => ENDED.includes(job.state);

function mayStart(kind: JobKind, running: readonly JobKind[]): boolean {
  if (running.length >= MAX_RUNNING || running.some((one) => ALONE.includes(one))) return false;
  if (ALONE.includes(kind)) return running.length === 0;
  return !(IN_TURN.includes(kind) && running.includes(kind));
}

/** The first that may start; nothing overtakes one that waits to be alone. */
function nextOf(open: readonly Entry[]): Entry | null {
  const running = open.filter((entry) => entry.thread).map((entry) => entry.job.kind);
  for (const entry of open) {
    if (entry.job.state !== 'waiting') continue;
    if (mayStart(entry.job.kind, running)) return entry;
    if (ALONE.includes(entry.job.kind)) return null;
  }
  return null;
}

export function createJobLane(events: JobEvents): JobLane {
  const entries = new Map<string, Entry>();
  const threads = createJobThreads();
  const idle = new Set<() => void>();

  const update = (entry: Entry, change: Partial<Job>): void => {
    entry.job = { ...entry.job, ...change, elapsedMs: performance.now() - entry.started };
    events.onJob(entry.job);
    if (ended(entry.job)) settle();
  };
  const settle = (): void => {
    const open = [...entries.values()].filter((entry) => !ended(entry.job) || entry.thread);
    if (open.length === 0) {
      for (const wake of idle) wake();
      idle.clear();
    }
    for (let next = nextOf(open); next; next = nextOf(open)) launch(next);
    const over = [...entries.values()].filter((entry) => ended(entry.job) && !entry.thread);
    for (const entry of over.slice(0, Math.max(0, over.length - KEPT_ENDED))) entries.delete(entry.job.id);
  };
  const onMessage = (entry: Entry, message: Parameters<JobThreadEvents['onMessage']>[0]): void => {
    if (ended(entry.job)) return;
    if (message.type === 'changed') events.onChanged(message.tables);
    else if (message.type === 'erased') events.onErased(message.erasure);
    else if (message.type === 'sealed') entry.sealed = true;
    else if (message.type === 'unfinished') entry.unfinished.push(message.path);
    else if (message.type === 'begun') entry.begun.add(message.runId);
    else if (message.type === 'kept') entry.begun.delete(message.runId);
    else if (message.type === 'progress') {
      if (entry.job.state === 'running') update(entry, { progress: message.progress });
    } else {
      // The thread may still be cleaning up; it counts as running until it leaves the job.
      if (message.type === 'done') {
        update(entry, { state: 'done', progress: { phase: 'finishing', share: 1 }, result: message.result });
      } else if (message.error.code === 'JOB-CANCELLED') update(entry, { state: 'cancelled' });
      else update(entry, { state: 'failed', error: message.error as NonNullable<Job['error']> });
    }
  };
  const onLeft = (entry: Entry, died: boolean): void => {
    entry.thread = null;
    if (died) events.onTorn({ runIds: [...entry.begun], files: entry.unfinished });
    if (ended(entry.job)) return settle();
    const cancelled = entry.job.state === 'cancelling';
    update(
      entry,
      cancelled
        ? { state: 'cancelled' }
        : { state: 'failed', error: { code: 'ENGINE-STOPPED', args: {}, place: {} } },
    );
  };
  const launch = (entry: Entry): void => {
    const data: JobData = {
      ...entry.settings,
      kind: entry.job.kind,
      input: entry.input,
      cancel: entry.cancel,
      nowIso: events.clock().toISOString(),
    };
    entry.thread = threads.run(data, {
      onMessage: (message) => onMessage(entry, message),
      onLeft: (died) => onLeft(entry, died),
    });
    update(entry, { state: 'running' });
  };
  const cancel = (jobId: string): void => {
    const entry = entries.get(jobId);
    if (!entry) throw new AppError('JOB-UNKNOWN');
    if (ended(entry.job) || entry.sealed || entry.job.state === 'cancelling') return;
    Atomics.store(entry.cancel, 0, 1);
    const { thread } = entry;
    if (!thread) return update(entry, { state: 'cancelled' });
    update(entry, { state: 'cancelling' });
    setTimeout(() => {
      if (entry.thread === thread && !entry.sealed && !ended(entry.job)) thread.tear();
    }, CANCEL_GRACE_MS).unref();
  };
  return {
    start: (kind, input, settings) => {
      const progress: Progress = { phase: 'waiting', share: 0 };
      const job: Job = {
        id: events.newId(),
        kind,
        state: 'waiting',
        progress,
        startedAt: events.clock().toISOString(),
        elapsedMs: 0,
      };
      const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
      const entry: Entry = {
        job,
        settings,
        input,
        cancel: cancelFlag,
        started: performance.now(),
        begun: new Set(),
        unfinished: [],
        thread: null,
        sealed: false,
      };
      entries.set(job.id, entry);
      settle();
      return entry.job;
    },
    cancel,
    list: () => [...entries.values()].map((entry) => entry.job).toReversed(),
    stop: async () => {
      const open = [...entries.values()].filter((entry) => !ended(entry.job) || entry.thread);
      if (open.length > 0) {
        const done = new Promise<void>((resolve) => idle.add(() => resolve()));
        for (const entry of open) cancel(entry.job.id);
        await done;
      }
      await threads.close();
    },
  };
}
