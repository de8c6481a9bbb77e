// Keeps every compute thread at work until nothing is left or the time is over.
import { AppError } from '../../../../shared/errors.ts';
import { createCancelFlag } from '../../threads/pool.ts';
import type { CancelFlag } from '../../threads/kernels.ts';
import type { Task } from './agenda.ts';
import type { TournamentState } from './state.ts';

const REPORT_EVERY_MS = 80;

/**
 * What is under way at the deadline is stopped at its next checkpoint, whatever the method, and stays open for a
 * continuation: nothing of it is booked.
 * @param deadline on the clock of `performance.now()`
 * @returns yields the share of the time that is over, about a dozen times a second
 */
export async function* play(
  state: Pick<TournamentState, 'next' | 'running'>,
  perform: (task: Task, cancel: CancelFlag) => Promise<void>,
  threads: number,
  deadline: number,
): AsyncGenerator<number, void> {
  const cancel = createCancelFlag();
  const stop = (): void => void Atomics.store(cancel, 0, 1);
  const isStopped = (error: unknown): boolean =>
    Atomics.load(cancel, 0) === 1 && error instanceof AppError && error.code === 'JOB-CANCELLED';
  const busy = new Set<Promise<void>>();
  const begin = (task: Task): void => {
    state.running(task);
    const work: Promise<void> = perform(task, cancel)
      .catch((error: unknown) => {
        if (!isStopped(error)) throw error;
      })
      .finally(() => busy.delete(work));
    busy.add(work);
  };
  const began = performance.now();
  try {
    for (;;) {
      const now = performance.now();
      if (now >= deadline) stop();
      while (busy.size < threads && now < deadline) {
        const task = state.next();
        if (!task) break;
        begin(task);
      }
      if (busy.size === 0) return;
      const wait = Math.max(1, Math.min(REPORT_EVERY_MS, deadline - performance.now()));
      await Promise.race([...busy, new Promise((resolve) => setTimeout(resolve, wait))]);
      yield Math.min(1, (performance.now() - began) / Math.max(1, deadline - began));
    }
  } finally {
    stop();
    await Promise.allSettled(busy);
  }
}
