// The chosen method for one k or a range, in compute threads: progress, cancel, and the k that the scores speak for.
import { AppError } from '../../../../shared/errors.ts';
import type { Progress } from '../../../../shared/model/job.ts';
import type { ClusterSettings } from '../../../../shared/model/segmentation.ts';
import { candidateKs, type KSolution } from '../../analysis/chooseK.ts';
import { pickScored, type Scored } from '../../analysis/methods/scored.ts';
import { type ClusterOptions, fromKMeans, type MethodOptions } from '../../analysis/methods/solve.ts';
import { parallelChooseK } from '../../threads/parallelChooseK.ts';
import { parallelSolveK } from '../../threads/parallelSolveK.ts';
import type { ComputePool } from '../../threads/pool.ts';
import { allResults, meanShare } from '../../threads/taskGroup.ts';
import type { ClusterInput } from '../clusterInput.ts';
import { type JobContext, within } from '../context.ts';
import { waiting } from '../waiting.ts';

export interface Chosen {
  readonly best: Scored;
  /** In order of k. */
  readonly tried: readonly Scored[];
}

/**
 * What the method is asked; the settings hold those of all methods.
 * @throws AppError METHOD-UNKNOWN when the settings of the method itself are missing
 */
export function methodOptions(settings: ClusterSettings): MethodOptions {
  const { method, k, seed, miniBatch, covariance, rfm, tiers, rules } = settings;
  if (method === 'rfm' && rfm) return { method, rfm };
  if (method === 'tiers' && tiers) return { method, tiers };
  if (method === 'rules' && rules) return { method, rules };
  if (method === 'rfm' || method === 'tiers' || method === 'rules')
    throw new AppError('METHOD-UNKNOWN', { method });
  const number = typeof k === 'number' ? k : k.from;
  return {
    method,
    k: number,
    seed,
    ...(miniBatch !== undefined && { miniBatch }),
    ...(covariance !== undefined && { covariance }),
  };
}

/** @throws AppError as the method does, METHOD-UNKNOWN, JOB-CANCELLED */
export async function* choose(
  context: JobContext,
  pool: ComputePool,
  input: ClusterInput,
  settings: ClusterSettings,
): AsyncGenerator<Progress, Chosen> {
  const options = methodOptions(settings);
  if (!('k' in options)) return yield* chooseAmong(context, pool, input, options, [[0]]);
  if (options.method === 'kmeans') return yield* chooseKMeans(context, pool, input, settings);
  return yield* chooseAmong(context, pool, input, options, groupsOfK(input, settings, options));
}

/** Ward and k-medoids share most of their work between the values of k, the others compute side by side. */
function groupsOfK(
  { method: { matrix, weights } }: ClusterInput,
  { k }: ClusterSettings,
  { method }: ClusterOptions,
): readonly (readonly number[])[] {
  if (typeof k === 'number') return [[k]];
  const range = { lowest: k.from, highest: k.to, seed: 0, compareBelow: true, weights };
  const ks = candidateKs(matrix, range);
  return method === 'ward' || method === 'kmedoids' ? [ks] : ks.map((one) => [one]);
}

async function* chooseAmong(
  context: JobContext,
  pool: ComputePool,
  input: ClusterInput,
  options: MethodOptions,
  groups: readonly (readonly number[])[],
): AsyncGenerator<Progress, Chosen> {
  const tasks = groups.map((ks) => pool.solve(input.method, options, ks, context.cancel));
  const phase = groups.flat().length > 1 ? 'choosing' : 'clustering';
  const results = allResults(tasks);
  let found: readonly Scored[];
  try {
    found = (yield* waiting(results, () => within(phase, 0.1, 0.7, meanShare(tasks)))).flat();
  } finally {
    // A raised flag ends them soon; the pool must not be closed under them.
    await Promise.allSettled([results]);
  }
  const tried = distinctK(found);
  const lowest = 'k' in options ? options.k : 0;
  return { best: pickScored(tried, lowest), tried };
}

/** A mixture may end with fewer segments than asked for; the likelier of two with the same number stays. */
function distinctK(found: readonly Scored[]): readonly Scored[] {
  const byK = new Map<number, Scored>();
  for (const one of found) {
    const known = byK.get(one.score.k);
    byK.set(one.score.k, known ? pickScored([known, one], 0) : one);
  }
  return [...byK.values()].toSorted((a, b) => a.score.k - b.score.k);
}

async function* chooseKMeans(
  context: JobContext,
  pool: ComputePool,
  { method: { matrix, weights } }: ClusterInput,
  { k, seed, miniBatch = false }: ClusterSettings,
): AsyncGenerator<Progress, Chosen> {
  const scored = ({ score, clustering }: KSolution): Scored => ({
    score,
    solution: fromKMeans(clustering, matrix.columns),
  });
  if (typeof k === 'number') {
    const task = parallelSolveK(pool, matrix, { k, seed, weights, miniBatch }, context.cancel);
    const best = scored(yield* waiting(task.result, () => within('clustering', 0.1, 0.7, task.share())));
    return { best, tried: [best] };
  }
  const range = { lowest: k.from, highest: k.to, seed, compareBelow: true, weights, miniBatch };
  const steps = parallelChooseK(pool, matrix, range, context.cancel);
  for (;;) {
    const step = await steps.next();
    if (!step.done) {
      yield within('choosing', 0.1, 0.7, step.value.share);
      continue;
    }
    const best = scored(step.value.best);
    // The scores of the others are all that is kept of them.
    const tried = step.value.scores.map((score) => (score.k === best.score.k ? best : { ...best, score }));
    return { best, tried };
  }
}
