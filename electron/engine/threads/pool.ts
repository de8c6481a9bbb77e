// The compute pool: numeric kernels in worker threads over shared matrices, started when first needed.
import { Piscina } from 'piscina';
import { fromErrorData } from '../../../shared/errors.ts';
import type { KSolution, SolveKOptions } from '../analysis/chooseK.ts';
import type { KMeansOptions, PolishedStart } from '../analysis/kmeans.ts';
import type { TriedStart } from '../analysis/kmeansStarts.ts';
import { type Matrix, shareMatrix } from '../analysis/matrix.ts';
import type { MethodInput } from '../analysis/methods/input.ts';
import type { Scored } from '../analysis/methods/scored.ts';
import type { MethodOptions } from '../analysis/methods/solve.ts';
import type { PreparedSilhouette } from '../analysis/silhouette.ts';
import type { ComputationInput, ComputationName, ComputationResult } from './computations.ts';
import { entryUrl } from './entry.ts';
import {
  type CancelFlag,
  type KernelResult,
  type KernelTask,
  type ProgressSlots,
  SHARE_SCALE,
} from './kernels.ts';

/** A task that has been handed to the pool. */
export interface PoolTask<T> {
  readonly result: Promise<T>;
  /** 0..1, as of now. */
  readonly share: () => number;
}

export interface ComputePool {
  readonly threads: number;
  /** Copies the matrix to shared memory unless it lies there: do it once for many tasks. */
  readonly solveK: (matrix: Matrix, options: SolveKOptions, cancel?: CancelFlag) => PoolTask<KSolution>;
  /** One solution per k by any method, scored; methods with set classes give one. */
  readonly solve: (
    input: MethodInput,
    options: MethodOptions,
    ks: readonly number[],
    cancel?: CancelFlag,
  ) => PoolTask<readonly Scored[]>;
  /** The silhouettes of the sorted rows `from..to−1`. */
  readonly silhouetteValues: (
    prepared: PreparedSilhouette,
    from: number,
    to: number,
    cancel?: CancelFlag,
  ) => PoolTask<Float32Array>;
  /** One start of k-means by its number. */
  readonly tryStart: (
    matrix: Matrix,
    options: KMeansOptions,
    start: number,
    cancel?: CancelFlag,
  ) => PoolTask<TriedStart>;
  /** A start followed to its end on all rows. */
  readonly polishStart: (
    matrix: Matrix,
    options: KMeansOptions,
    centroids: Float64Array,
    cancel?: CancelFlag,
  ) => PoolTask<PolishedStart>;
  /** Any computation of computations.ts. What lies on shared memory is not copied. */
  readonly run: <N extends ComputationName>(
    name: N,
    input: ComputationInput<N>,
    cancel?: CancelFlag,
  ) => PoolTask<ComputationResult<N>>;
  /** Ends the threads; tasks still running are dropped. */
  readonly close: () => Promise<void>;
}

/** A flag that is never raised unless its owner sets [0] to 1. */
export function createCancelFlag(): CancelFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * @param threads at least 1; more than the machine has cores does not help
 * @example
 * const pool = createComputePool(2);
 * const { score } = await pool.solveK(matrix, { k: 5, seed: 1 }).result;
 * await pool.close();
 */
export function createComputePool(threads: number): ComputePool {
  const maxThreads = Math.max(1, threads);
  const piscina = new Piscina({
    filename: entryUrl('kernels', import.meta.url).href,
    name: 'runKernel',
    // In the order given: whoever hands tasks over knows which should come first.
    stricterFIFO: true,
    minThreads: 0,
    maxThreads,
    idleTimeout: 30_000,
  });
  function submit<T>(build: (links: { progress: ProgressSlots; slot: number }) => KernelTask): PoolTask<T> {
    const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const answer: Promise<KernelResult<T>> = piscina.run(build({ progress, slot: 0 }));
    return {
      result: answer.then((outcome) => {
        if ('error' in outcome) throw fromErrorData(outcome.error);
        return outcome.value;
      }),
      share: () => Atomics.load(progress, 0) / SHARE_SCALE,
    };
  }
  return {
    threads: maxThreads,
    solveK: (matrix, options, cancel = createCancelFlag()) =>
      submit((links) => ({ kind: 'solveK', matrix: shareMatrix(matrix), options, cancel, ...links })),
    solve: (input, options, ks, cancel = createCancelFlag()) =>
      submit((links) => ({
        kind: 'solve',
        input: { ...input, matrix: shareMatrix(input.matrix) },
        options,
        ks,
        cancel,
        ...links,
      })),
    silhouetteValues: (prepared, from, to, cancel = createCancelFlag()) =>
      submit((links) => ({ kind: 'silhouette', prepared, from, to, cancel, ...links })),
    tryStart: (matrix, options, from, cancel = createCancelFlag()) =>
      submit((links) => ({ kind: 'start', matrix: shareMatrix(matrix), options, from, cancel, ...links })),
    polishStart: (matrix, options, from, cancel = createCancelFlag()) =>
      submit((links) => ({ kind: 'start', matrix: shareMatrix(matrix), options, from, cancel, ...links })),
    run: (name, input, cancel = createCancelFlag()) =>
      submit((links) => ({ kind: 'call', name, input, cancel, ...links })),
    close: () => piscina.destroy(),
  };
}
