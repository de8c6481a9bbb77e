// Trying many values of k side by side. Same units of work as analysis/chooseK.ts, same result.
import {
  type ChooseKOptions,
  type ChooseKResult,
  candidateKs,
  type KScore,
  type KSolution,
  pickBest,
} from '../analysis/chooseK.ts';
import { type Checkpoint, type Matrix, shareMatrix } from '../analysis/matrix.ts';
import type { CancelFlag } from './kernels.ts';
import { type ComputePool, createCancelFlag, type PoolTask } from './pool.ts';

const REPORT_EVERY_MS = 100;

/**
 * Streams a checkpoint about ten times a second, and one with `score` whenever a k is done (in the
 * order in which they finish). Leaving the loop early, or raising `cancel`, stops all threads at
 * their next checkpoint.
 * @throws AppError `JOB-CANCELLED`, or as `kmeans` does
 */
export async function* parallelChooseK(
  pool: ComputePool,
  matrix: Matrix,
  options: ChooseKOptions,
  cancel: CancelFlag = createCancelFlag(),
): AsyncGenerator<Checkpoint & { readonly score?: KScore }, ChooseKResult> {
  const ks = candidateKs(matrix, options);
  const shared = shareMatrix(matrix);
  const ownCancel = createCancelFlag();
  // Before the first task starts: a small one may be done before this thread looks again.
  Atomics.store(ownCancel, 0, Atomics.load(cancel, 0));
  const { seed, weights = null } = options;
  const tasks = ks.map((k) => pool.solveK(shared, { k, seed, weights }, ownCancel));
  const solutions: KSolution[] = [];
  const waiting = new Set(tasks);
  try {
    while (waiting.size > 0) {
      if (Atomics.load(cancel, 0) === 1) Atomics.store(ownCancel, 0, 1);
      const finished = await firstOrTimeout(waiting);
      const share = tasks.reduce((sum, task) => sum + task.share(), 0) / tasks.length;
      if (finished === null) {
        yield { share };
        continue;
      }
      waiting.delete(finished.task);
      solutions.push(finished.solution);
      yield { share, score: finished.solution.score };
    }
  } finally {
    Atomics.store(ownCancel, 0, 1);
    await Promise.allSettled(tasks.map(({ result }) => result));
  }
  return pickBest(solutions, options.lowest);
}

type Finished = { readonly task: PoolTask<KSolution>; readonly solution: KSolution };

async function firstOrTimeout(tasks: ReadonlySet<PoolTask<KSolution>>): Promise<Finished | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, REPORT_EVERY_MS, null);
  });
  const first = [...tasks].map(async (task): Promise<Finished> => ({ task, solution: await task.result }));
  try {
    return await Promise.race([...first, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
