// What a run keeps of its solution besides the columns: sizes, scores, centroids, facts of the method.
import type { MethodFacts } from '../../../../shared/model/method.ts';
import type { Scores, TriedK } from '../../../../shared/model/segmentation.ts';
import { rfmCells } from '../../analysis/methods/rfmGrid.ts';
import type { Scored } from '../../analysis/methods/scored.ts';
import type { Solution } from '../../analysis/methods/solution.ts';
import { effectiveSize } from '../../analysis/weights.ts';
import type { JudgedGroups } from '../../db/judgedGroups.ts';
import type { SegmentationSummary } from '../../db/segmentationTable.ts';
import { type ClusterInput, rawCentroids } from '../clusterInput.ts';
import { filledCount } from './gaps.ts';
import type { Chosen } from './choose.ts';
import type { Placed } from './place.ts';

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

/** Rows of the method's input become rows of the analysed customers; the cells of RFM are those of its customers. */
function factsOf({ scaled, method }: ClusterInput, { facts, model }: Solution): MethodFacts {
  const { medoids } = facts;
  if (model.method === 'rfm') return { ...facts, rfmCells: rfmCells(model, method.table) };
  return medoids ? { ...facts, medoids: medoids.map((row) => scaled.keptRows[row] ?? row) } : facts;
}

/** Of every number of clouds that was tried, by number. */
function comparedOf(tried: readonly Scored[]): Pick<MethodFacts, 'mixtures'> {
  const mixtures = tried.flatMap(({ solution }) => solution.facts.mixtures ?? []);
  return mixtures.length > 0 ? { mixtures: mixtures.toSorted((a, b) => a.k - b.k) } : {};
}

/** What was found out beside the solution itself. */
export type Tested = JudgedGroups & Pick<SegmentationSummary, 'stability'>;

export type RunSummary = SegmentationSummary & JudgedGroups & { loadings: Placed['loadings'] };

export function summaryOf(
  input: ClusterInput,
  { best, tried }: Chosen,
  placed: Placed,
  { cap, ...tested }: Tested & { readonly cap: number },
): RunSummary {
  const { solution, score } = best;
  const { matrix, excludedRows } = input.scaled;
  const inNone = solution.labels.reduce((count, label) => count + (label < 0 ? 1 : 0), 0);
  const { weights } = input;
  return {
    k: solution.k,
    customers: matrix.rows - inNone,
    excluded: excludedRows + inNone,
    imputed: filledCount(input.missing),
    missing: input.missing,
    columns: [...input.columns],
    centroids: rawCentroids(input, solution.labels, solution.k),
    sizes: [...solution.sizes],
    clusterSilhouettes: [...score.perCluster],
    scores: scoresOf(best),
    tried: tried.map((one) => triedOf(one, matrix.rows)),
    ...tested,
    explainedVariance: [...placed.explained],
    loadings: placed.loadings,
    facts: { ...factsOf(input, solution), ...comparedOf(tried) },
    ...(input.capped > 0 && { capped: input.capped }),
    ...(weights && { weighting: { cap, effectiveN: effectiveSize(weights) } }),
  };
}
