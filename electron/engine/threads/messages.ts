// What crosses between the engine's front door and its worker threads.
import type { ErrorData } from '../../../shared/errors.ts';
import type { JobKind, Progress } from '../../../shared/model/job.ts';
import type { Erasure } from '../jobs/erasing/blot.ts';
import type { Gate } from './gate.ts';

export interface ReaderData {
  /** Null: no project is open; only files can be looked into. */
  readonly projectPath: string | null;
  readonly resourcesDir: string;
}
export interface ReaderRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type ReaderReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: ErrorData };

export interface JobData {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly projectPath: string;
  readonly resourcesDir: string;
  readonly threads: number;
  readonly nowIso: string;
  readonly gate: Gate;
  /** [0] becomes 1 when the job shall stop. */
  readonly cancel: Int32Array<SharedArrayBuffer>;
}
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'changed'; readonly tables: readonly string[] }
  | { readonly type: 'erased'; readonly erasure: Erasure }
  /** A run that must be discarded should the thread die, and that it must not any more. */
  | { readonly type: 'begun'; readonly runId: number }
  | { readonly type: 'kept'; readonly runId: number }
  /** A file that must be removed should the thread die. */
  | { readonly type: 'unfinished'; readonly path: string }
  /** The job can no longer be cancelled. */
  | { readonly type: 'sealed' }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly error: ErrorData }
  /** Cleaned up after a failure and ready for the next job; after `done` a thread is so at once. */
  | { readonly type: 'idle' };

/** A bug's trace without its message, which could hold a customer's data. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}\n${frames.join('\n')}`;
}
