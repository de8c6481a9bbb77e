// What a job may use. A job is an async generator: every `yield` is a checkpoint (progress out, cancel in).
import type { Progress } from '../../../shared/model/job.ts';
import type { WriteDb } from '../db/open.ts';
import type { Erasure } from './erasing/blot.ts';

export interface JobContext {
  readonly db: WriteDb;
  readonly now: Date;
  readonly resourcesDir: string;
  readonly threads: number;
  readonly signal: { readonly aborted: boolean };
  /** The same as a shared flag, for compute threads: [0] is 1 when the job shall stop. */
  readonly cancel: Int32Array<SharedArrayBuffer>;
  /** A short transaction after waiting commands have passed. Keep it under some 15 ms. */
  readonly write: <T>(body: () => T) => T;
  /** Registers a run that must be discarded if the job does not end well. */
  readonly begun: (runId: number) => void;
  /** The run was committed as part of a decision: it stays, whatever happens to the rest of the job. */
  readonly kept: (runId: number) => void;
  /** A file that must be removed if the job's thread dies, for then the job cannot do it. */
  readonly unfinished: (path: string) => void;
  /** From here on the job goes to its end: a cancel comes too late. */
  readonly seal: () => void;
  /** Announces tables that were committed before the job's end. */
  readonly changed: (tables: readonly string[]) => void;
  /** A customer was erased from the project: what lies outside of it must not name them either. */
  readonly erased: (erasure: Erasure) => void;
}

export type JobRun<I, R> = (context: JobContext, input: I) => AsyncGenerator<Progress, R>;

/** Maps a part's progress 0..1 into a stretch of the whole job. */
export function within(phase: Progress['phase'], from: number, to: number, share: number): Progress {
  return { phase, share: Math.min(1, Math.max(0, from + (to - from) * share)) };
}
