// Entry of a compute thread: numeric work on shared matrices, one function per task. It has no
// database and no files; a shared flag stops it at the next checkpoint.
import { AppError, type ErrorData, toErrorData } from '../../../shared/errors.ts';
import { type SolveKOptions, solveK } from '../analysis/chooseK.ts';
import { type KMeansOptions, polishStart } from '../analysis/kmeans.ts';
import { tryStart } from '../analysis/kmeansStarts.ts';
import type { Checkpoint, Matrix } from '../analysis/matrix.ts';
import type { MethodInput } from '../analysis/methods/input.ts';
import { solveScored } from '../analysis/methods/scored.ts';
import type { MethodOptions } from '../analysis/methods/solve.ts';
import { type PreparedSilhouette, silhouetteValues } from '../analysis/silhouette.ts';
import { type ComputationName, compute } from './computations.ts';

/** Shared with the caller: [0] is 1 when the work shall stop. */
export type CancelFlag = Int32Array<SharedArrayBuffer>;

/** Shared with the caller: one slot per task, its share done × 1,000,000. */
export type ProgressSlots = Int32Array<SharedArrayBuffer>;

export const SHARE_SCALE = 1_000_000;

interface TaskLinks {
  readonly cancel: CancelFlag;
  readonly progress: ProgressSlots;
  readonly slot: number;
}

export interface SolveKTask extends TaskLinks {
  readonly kind: 'solveK';
  readonly matrix: Matrix;
  readonly options: SolveKOptions;
}

/** The silhouettes of the sorted rows `from..to−1`. */
export interface SilhouetteTask extends TaskLinks {
  readonly kind: 'silhouette';
  readonly prepared: PreparedSilhouette;
  readonly from: number;
  readonly to: number;
}

/** One start of k-means: found, or followed to its end from centroids. */
export interface StartTask extends TaskLinks {
  readonly kind: 'start';
  readonly matrix: Matrix;
  readonly options: KMeansOptions;
  readonly from: number | Float64Array;
}

/** Any method, for several k at once, with scores. */
export interface SolveTask extends TaskLinks {
  readonly kind: 'solve';
  readonly input: MethodInput;
  readonly options: MethodOptions;
  readonly ks: readonly number[];
}

/** Any other computation: one of those named in computations.ts, with its input. */
export interface CallTask extends TaskLinks {
  readonly kind: 'call';
  readonly name: ComputationName;
  readonly input: unknown;
}

export type KernelTask = SolveTask | SolveKTask | SilhouetteTask | StartTask | CallTask;
export type KernelResult<T> = { readonly value: T } | { readonly error: ErrorData };

/** Called by the pool. Expected errors come back as data: their class would be lost between threads. */
export function runKernel(task: KernelTask): KernelResult<unknown> {
  try {
    if (task.kind === 'call') return { value: follow(compute(task.name, task.input), task) };
    if (task.kind === 'solve') return { value: follow(solveScored(task.input, task.options, task.ks), task) };
    if (task.kind === 'start') {
      const { matrix, options, from } = task;
      const steps: Generator<Checkpoint, unknown> =
        typeof from === 'number' ? tryStart(matrix, options, from) : polishStart(matrix, options, from);
      return { value: follow(steps, task) };
    }
    if (task.kind === 'solveK') return { value: follow(solveK(task.matrix, task.options), task) };
    return { value: follow(silhouetteValues(task.prepared, task.from, task.to), task) };
  } catch (error) {
    if (error instanceof AppError) return { error: toErrorData(error) };
    throw error;
  }
}

function follow<T>(steps: Generator<Checkpoint, T>, { cancel, progress, slot }: TaskLinks): T {
  for (;;) {
    if (Atomics.load(cancel, 0) === 1) throw new AppError('JOB-CANCELLED');
    const step = steps.next();
    Atomics.store(progress, slot, step.done ? SHARE_SCALE : Math.floor(step.value.share * SHARE_SCALE));
    if (step.done) return step.value;
  }
}
