// Entry of a job thread: one generator, its own write connection, progress out and cancel in at every `yield`.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toErrorData } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import { openWritable } from '../db/open.ts';
import { discardRun } from '../db/runs.ts';
import type { JobContext, JobRun } from '../jobs/context.ts';
import { jobs } from '../jobs/index.ts';
import { letCommandsPass } from './gate.ts';
import { traceOf } from './messages.ts';
import type { JobData, JobMessage } from './messages.ts';

const data = workerData as JobData;
const post = (message: JobMessage): void => parentPort?.postMessage(message);
const PROGRESS_EVERY_MS = 60;

function contextOf(begun: Set<number>): JobContext {
  const db = openWritable(data.projectPath);
  return {
    db,
    now: new Date(data.nowIso),
    resourcesDir: data.resourcesDir,
    threads: data.threads,
    cancel: data.cancel,
    signal: {
      get aborted() {
        return Atomics.load(data.cancel, 0) === 1;
      },
    },
    write: (body) => {
      letCommandsPass(data.gate);
      return db.transaction(body);
    },
    begun: (runId) => void begun.add(runId),
    kept: (runId) => void begun.delete(runId),
    changed: (tables) => post({ type: 'changed', tables }),
  };
}

async function drive(context: JobContext): Promise<unknown> {
  const run = jobs[data.kind] as JobRun<unknown, unknown>;
  const generator = run(context, data.input);
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

async function main(): Promise<void> {
  const begun = new Set<number>();
  const context = contextOf(begun);
  try {
    const result = await drive(context);
    context.db.close();
    post({ type: 'done', result });
  } catch (error) {
    const failure = context.signal.aborted ? new AppError('JOB-CANCELLED') : error;
    if (toErrorData(failure).code === 'BUG') process.stderr.write(`job ${data.kind}: ${traceOf(error)}\n`);
    // The answer first: the user's cancel is done; clearing away what was written may take longer.
    post({ type: 'failed', error: toErrorData(failure) });
    for (const runId of begun) discardRun(context.db, runId);
    context.db.close();
  }
}

await main();
parentPort?.close();
