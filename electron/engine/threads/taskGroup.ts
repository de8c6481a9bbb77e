// Several tasks of the pool that are one piece of work.
import type { PoolTask } from './pool.ts';

/** All results, once every task has ended: the pool must not be closed under one that still runs. */
export async function allResults<T>(tasks: readonly PoolTask<T>[]): Promise<readonly T[]> {
  const results = tasks.map(({ result }) => result);
  await Promise.allSettled(results);
  return Promise.all(results);
}

/** 0..1, as of now. */
export function meanShare(tasks: readonly PoolTask<unknown>[]): number {
  return tasks.reduce((sum, task) => sum + task.share(), 0) / tasks.length;
}
