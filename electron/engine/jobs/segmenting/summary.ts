// What a run keeps of its solution besides the columns: sizes, scores, centroids, facts of the method.
import type { Progress } from '../../../../shared/model/job.ts';
import type { MethodFacts } from '../../../../shared/model/method.ts';
import { setsClasses } from '../../../../shared/model/method.ts';
import type { Scores, TriedK } from '../../../../shared/model/segmentation.ts';
import type { Matrix } from '../../analysis/matrix.ts';
import type { Scored } from '../../analysis/methods/scored.ts';
import { shuffledNull } from '../../analysis/shuffledNull.ts';
import { effectiveSize, type Weights } from '../../analysis/weights.ts';
import type { SegmentationSummary } from '../../db/segmentationTable.ts';
import { type ClusterInput, rawCentroids } from '../clusterInput.ts';
import { within } from '../context.ts';
import type { Chosen } from './choose.ts';
import type { Placed } from './place.ts';

/** Below this many customers a picture of chance means little. */
const MIN_FOR_CHANCE = 30;

/** Null where segments are set out: nobody claims that they were found. */
export function* chance(
  matrix: Matrix,
  weights: Weights,
  { solution: { k, model } }: Scored,
  seed: number,
): Generator<Progress, SegmentationSummary['chance']> {
  if (k < 2 || matrix.rows < MIN_FOR_CHANCE || setsClasses(model.method)) return null;
  const steps = shuffledNull(matrix, { k, seed, weights });
  for (;;) {
    const step = steps.next();
    if (step.done)
      return { observed: step.value.observed, shuffled: [...step.value.nullValues], pass: step.value.pass };
    yield within('chance', 0.75, 0.95, step.value.share);
  }
}

function scoresOf({ score, solution }: Scored): Scores {
  const { silhouette: value, silhouetteRows: n, sampled, standardError } = score;
  const { inertia, calinskiHarabasz, daviesBouldin } = score;
  const { bic } = solution.facts;
  return {
    inertia,
    silhouette: value === null ? null : { value, n, sampled, standardError },
    calinskiHarabasz,
    daviesBouldin,
    ...(bic !== undefined && { bic }),
  };
}

function triedOf(one: Scored, rows: number): TriedK {
  return { k: one.score.k, scores: scoresOf(one), smallestShare: Math.min(...one.score.sizes) / rows };
}

/** Rows of the method's input become rows of the analysed customers. */
function factsOf({ scaled }: ClusterInput, facts: MethodFacts): MethodFacts {
  const { medoids } = facts;
  return medoids ? { ...facts, medoids: medoids.map((row) => scaled.keptRows[row] ?? row) } : facts;
}

export type RunSummary = SegmentationSummary & { loadings: Placed['loadings'] };

export function summaryOf(
  input: ClusterInput,
  { best, tried }: Chosen,
  placed: Placed,
  more: { readonly chance: SegmentationSummary['chance']; readonly cap: number },
): RunSummary {
  const { solution, score } = best;
  const { matrix, excludedRows, imputed } = input.scaled;
  const inNone = solution.labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  const { weights } = input;
  return {
    k: solution.k,
    customers: matrix.rows - inNone,
    excluded: excludedRows + inNone,
    imputed: imputed.reduce((sum, count) => sum + count, 0),
    columns: [...input.columns],
    centroids: rawCentroids(input, solution.labels, solution.k),
    sizes: [...solution.sizes],
    clusterSilhouettes: [...score.perCluster],
    scores: scoresOf(best),
    tried: tried.map((one) => triedOf(one, matrix.rows)),
    chance: more.chance,
    explainedVariance: [...placed.explained],
    loadings: placed.loadings,
    facts: factsOf(input, solution.facts),
    ...(input.capped > 0 && { capped: input.capped }),
    ...(weights && { weighting: { cap: more.cap, effectiveN: effectiveSize(weights) } }),
  };
}
