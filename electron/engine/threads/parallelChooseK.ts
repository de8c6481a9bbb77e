// Trying many values of k side by side. Same units of work as analysis/chooseK.ts, same result.
import {
  CANDIDATES_SHARE,
  type ChooseKOptions,
  type ChooseKResult,
  candidateKs,
  type KScore,
  type KSolution,
  pickBest,
  withFinal,
} from '../analysis/chooseK.ts';
import { outgrowsCandidate } from '../analysis/kmeansStarts.ts';
import { samplesOf } from '../analysis/kmeansSamples.ts';
import { type Checkpoint, type Matrix, shareMatrix } from '../analysis/matrix.ts';
import type { CancelFlag } from './kernels.ts';
import { parallelSolveK } from './parallelSolveK.ts';
import { type ComputePool, createCancelFlag, type PoolTask } from './pool.ts';
import { meanShare } from './taskGroup.ts';

const REPORT_EVERY_MS = 100;

/**
 * Streams a checkpoint about ten times a second, and one with `score` whenever a k is done (in the
 * order in which they finish; of very many rows the best k comes again with the score of its end). Leaving the loop early, or raising `cancel`, stops all threads at
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
  const { seed, weights = null, miniBatch = false } = options;
  const samples = samplesOf(shared, { seed, weights, miniBatch });
  // The longest first: at the end no thread waits long for the others.
  const tasks = ks
    .toReversed()
    .map((k) => pool.solveK(shared, { k, seed, weights, miniBatch, samples, candidate: true }, ownCancel));
  try {
    const solutions = yield* follow(tasks, { cancel, ownCancel, from: 0, to: CANDIDATES_SHARE });
    const chosen = pickBest(solutions, options.lowest);
    if (!outgrowsCandidate(matrix)) return chosen;
    const { k } = chosen.best.score;
    tasks.push(parallelSolveK(pool, shared, { k, seed, weights, miniBatch, samples }, ownCancel));
    const [best = chosen.best] = yield* follow(tasks.slice(-1), {
      cancel,
      ownCancel,
      from: CANDIDATES_SHARE,
      to: 1,
    });
    return withFinal(chosen, best);
  } finally {
    Atomics.store(ownCancel, 0, 1);
    await Promise.allSettled(tasks.map(({ result }) => result));
  }
}

interface Following {
  readonly cancel: CancelFlag;
  /** Raised with `cancel`. */
  readonly ownCancel: CancelFlag;
  /** Of the whole, these tasks are the stretch between. */
  readonly from: number;
  readonly to: number;
}

/** Waits for all of them. @returns their solutions in the order in which they came */
async function* follow(
  tasks: readonly PoolTask<KSolution>[],
  { cancel, ownCancel, from, to }: Following,
): AsyncGenerator<Checkpoint & { readonly score?: KScore }, readonly KSolution[]> {
  const solutions: KSolution[] = [];
  const waiting = new Set(tasks);
  while (waiting.size > 0) {
    if (Atomics.load(cancel, 0) === 1) Atomics.store(ownCancel, 0, 1);
    const finished = await firstOrTimeout(waiting);
    const share = from + (to - from) * meanShare(tasks);
    if (finished !== null) {
      waiting.delete(finished.task);
      solutions.push(finished.solution);
    }
    yield finished === null ? { share } : { share, score: finished.solution.score };
  }
  return solutions;
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
