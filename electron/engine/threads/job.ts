// Entry of a job thread: one generator at a time, with its own write connection, progress out and cancel in at every
// `yield`. The thread serves one job after another, for loading its code takes longer than many a job.
import { parentPort } from 'node:worker_threads';
import { AppError, toErrorData } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { JOB_CHECKPOINT, openWritable } from '../db/open.ts';
import { discardRun } from '../db/runs.ts';
import type { JobContext, JobRun } from '../jobs/context.ts';
import { jobs } from '../jobs/index.ts';
import { letCommandsPass } from './gate.ts';
import { traceOf } from './messages.ts';
import type { JobData, JobMessage } from './messages.ts';

const post = (message: JobMessage): void => parentPort?.postMessage(message);
const PROGRESS_EVERY_MS = 60;

function contextOf(data: JobData, begun: Set<number>): JobContext {
  let sealed = false;
  const db = openWritable(data.projectPath, false, JOB_CHECKPOINT);
  return {
    db,
    now: new Date(data.nowIso),
    resourcesDir: data.resourcesDir,
    threads: data.threads,
    cancel: data.cancel,
    signal: {
      get aborted() {
        return !sealed && Atomics.load(data.cancel, 0) === 1;
      },
    },
    write: (body) => {
      letCommandsPass(data.gate);
      return db.transaction(body);
    },
    begun: (runId) => {
      begun.add(runId);
      post({ type: 'begun', runId });
    },
    kept: (runId) => {
      begun.delete(runId);
      post({ type: 'kept', runId });
    },
    unfinished: (path) => post({ type: 'unfinished', path }),
    seal: () => {
      sealed = true;
      post({ type: 'sealed' });
    },
    changed: (tables) => post({ type: 'changed', tables }),
    erased: (erasure) => post({ type: 'erased', erasure }),
  };
}

async function drive(context: JobContext, { kind, input }: JobData): Promise<unknown> {
  const run = jobs[kind] as JobRun<unknown, unknown>;
  const generator = run(context, input);
  let lastPost = 0;
  let lastPhase = '';
  for (;;) {
    if (context.signal.aborted) {
      await generator.return(undefined);
      throw new AppError('JOB-CANCELLED');
    }
    const step = await generator.next();
    if (step.done) return step.value;
    const progress: Progress = step.value;
    const now = performance.now();
    if (progress.phase === lastPhase && now - lastPost < PROGRESS_EVERY_MS) continue;
    lastPost = now;
    lastPhase = progress.phase;
    post({ type: 'progress', progress });
  }
}

async function serve(data: JobData): Promise<void> {
  const begun = new Set<number>();
  const context = contextOf(data, begun);
  try {
    const result = await drive(context, data);
    context.db.close();
    return post({ type: 'done', result });
  } catch (error) {
    const failure = context.signal.aborted ? new AppError('JOB-CANCELLED') : error;
    if (toErrorData(failure).code === 'BUG') process.stderr.write(`job ${data.kind}: ${traceOf(error)}\n`);
    // The answer first: the user's cancel is done; clearing away what was written may take longer.
    post({ type: 'failed', error: toErrorData(failure) });
    for (const runId of begun) discardRun(context.db, runId, context.write);
    context.db.close();
  }
  post({ type: 'idle' });
}

// What `serve` does not catch (the project cannot be opened, the clean-up fails) ends the thread, and the lane sees to it.
parentPort?.on('message', (message: JobData | 'stop') => {
  if (message === 'stop') parentPort?.close();
  else void serve(message);
});
