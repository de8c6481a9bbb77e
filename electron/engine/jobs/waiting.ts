// Work in other threads as a job sees it: waited for with progress, or begun early and waited for late.
import type { Progress } from '../../../shared/model/job.ts';
import { type CancelFlag } from '../threads/kernels.ts';
import { type ComputePool, createCancelFlag, createComputePool, type PoolTask } from '../threads/pool.ts';

/** Yields about ten times a second until the work in another thread is done. */
export async function* waiting<T>(work: Promise<T>, progress: () => Progress): AsyncGenerator<Progress, T> {
  const done = Symbol('done');
  const settled = work.then(
    () => done,
    () => done,
  );
  while ((await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 80))])) !== done)
    yield progress();
  return work;
}

/** Threads for a whole job: what it waits for and what runs beside its own steps share them. */
export interface Beside {
  /** Started when first asked for. */
  readonly pool: () => ComputePool;
  readonly begin: <T>(ask: (pool: ComputePool, cancel: CancelFlag) => PoolTask<T>) => PoolTask<T>;
  /** Stops what is still running; call it however the job ends. */
  readonly close: () => Promise<void>;
}

export function workBeside(threads: number): Beside {
  const cancel = createCancelFlag();
  const begun: Promise<unknown>[] = [];
  let started: ComputePool | null = null;
  const pool = (): ComputePool => {
    started ??= createComputePool(threads);
    return started;
  };
  return {
    pool,
    begin: (ask) => {
      const task = ask(pool(), cancel);
      // Whoever never comes to wait for it leaves no unhandled refusal behind.
      begun.push(task.result.catch(() => undefined));
      return task;
    },
    close: async () => {
      Atomics.store(cancel, 0, 1);
      await Promise.all(begun);
      await started?.close();
    },
  };
}
