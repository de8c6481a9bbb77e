// How many segments: k-means and its scores for a range of k, and which k they speak for.
// `solveK` is the unit of work; threads/parallelChooseK.ts runs the same units side by side.
import { type KMeansOptions, type KMeansResult, kmeans } from './kmeans.ts';
import { outgrowsCandidate } from './kmeansStarts.ts';
import { samplesOf } from './kmeansSamples.ts';
import { checkClusterable, differentRows } from './kmeansSeeds.ts';
import { type Checkpoint, type Matrix, within } from './matrix.ts';
import {
  calinskiHarabasz,
  type ClusterMoments,
  clusterMoments,
  daviesBouldin,
  type SilhouetteResult,
  silhouette,
} from './validity.ts';
import type { Weights } from './weights.ts';

export interface KScore {
  readonly k: number;
  /** Mean silhouette; null when undefined. */
  readonly silhouette: number | null;
  /** Standard error of the silhouette from sampling; 0 when exact. */
  readonly standardError: number;
  /** Rows the silhouette was computed on. */
  readonly silhouetteRows: number;
  readonly sampled: boolean;
  readonly perCluster: readonly (number | null)[];
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly inertia: number;
  readonly sizes: readonly number[];
}

export interface KSolution {
  readonly score: KScore;
  readonly clustering: KMeansResult;
}

export interface ChooseKOptions {
  readonly lowest: number;
  readonly highest: number;
  readonly seed: number;
  /** Also scores the number below the range, for comparison: it is never picked. */
  readonly compareBelow?: boolean;
  /** One per row, for the clustering and for every score. */
  readonly weights?: Weights;
  /** See `KMeansOptions`. */
  readonly miniBatch?: boolean;
}

export interface ChooseKResult {
  readonly best: KSolution;
  /** In order of k. Values of k above the number of different rows are left out. */
  readonly scores: readonly KScore[];
  /** Values of k whose silhouette is within two standard errors of the best: as good as tied. */
  readonly asGood: readonly number[];
}

export type SolveKOptions = Pick<
  KMeansOptions,
  'k' | 'seed' | 'weights' | 'candidate' | 'miniBatch' | 'samples'
>;

/** Of the work of a range, about this much is comparing its candidates. */
export const CANDIDATES_SHARE = 0.9;

/** k-means for one k, and everything it is judged by. The silhouette sample is the same for all k. */
export function* solveK(matrix: Matrix, options: SolveKOptions): Generator<Checkpoint, KSolution> {
  const { k, seed, weights = null } = options;
  const clustering = yield* within(kmeans(matrix, options), 0, 0.6);
  const measured = yield* within(silhouette(matrix, clustering.labels, k, { seed, weights }), 0.6, 1);
  return scored(matrix, clustering, measured, weights);
}

/** What a division is judged by. @param measured the silhouette, of whichever distance the method uses */
export function kScoreOf(
  { k, sizes, inertia }: Pick<KScore, 'k' | 'sizes' | 'inertia'>,
  measured: SilhouetteResult,
  moments: ClusterMoments,
): KScore {
  return {
    k,
    silhouette: measured.value,
    standardError: measured.standardError,
    silhouetteRows: measured.n,
    sampled: measured.sampled,
    perCluster: measured.perCluster,
    calinskiHarabasz: calinskiHarabasz(moments),
    daviesBouldin: daviesBouldin(moments),
    inertia,
    sizes,
  };
}

/** A clustering with everything it is judged by. */
export function scored(
  matrix: Matrix,
  clustering: KMeansResult,
  measured: SilhouetteResult,
  weights: Weights,
): KSolution {
  const { k, labels, sizes, inertia } = clustering;
  const moments = clusterMoments(matrix, labels, k, weights);
  const score = kScoreOf({ k, sizes, inertia }, measured, moments);
  return { score, clustering };
}

/**
 * The values of k to try: from the lowest (at least 2; one less with `compareBelow`) to the highest that the data
 * allow.
 * @throws AppError as `kmeans` does, when not even the lowest is possible
 */
export function candidateKs(
  matrix: Matrix,
  { lowest, highest, compareBelow = false, weights = null }: ChooseKOptions,
): readonly number[] {
  checkClusterable(matrix, Math.max(2, lowest), weights);
  const first = Math.max(2, compareBelow ? lowest - 1 : lowest);
  const last = Math.min(highest, differentRows(matrix, highest, weights));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

/**
 * The solution with the highest silhouette of those from `lowest` on; ties and undefined silhouettes go to the
 * smaller k. The scores of smaller k are kept for comparison.
 */
export function pickBest(solutions: readonly KSolution[], lowest: number): ChooseKResult {
  const all = solutions.toSorted((a, b) => a.score.k - b.score.k);
  const ordered = all.filter(({ score }) => score.k >= lowest);
  const valueOf = ({ score }: KSolution): number => score.silhouette ?? -Infinity;
  const best = ordered.reduce((leader, solution) =>
    valueOf(solution) > valueOf(leader) ? solution : leader,
  );
  const asGood = ordered.filter(
    (solution) => solution === best || valueOf(best) - valueOf(solution) <= 2 * best.score.standardError,
  );
  return { best, scores: all.map(({ score }) => score), asGood: asGood.map(({ score }) => score.k) };
}

/** The range's result once the k that won has been followed to its end. */
export function withFinal(chosen: ChooseKResult, best: KSolution): ChooseKResult {
  const scores = chosen.scores.map((score) => (score.k === best.score.k ? best.score : score));
  return { ...chosen, best, scores };
}

/**
 * Tries every k of the range on one thread; of very many rows the best one once more, followed to its end. A checkpoint carries the score of a k when it has just
 * been finished.
 * @throws AppError as `kmeans` does
 */
export function* chooseK(
  matrix: Matrix,
  options: ChooseKOptions,
): Generator<Checkpoint & { readonly score?: KScore }, ChooseKResult> {
  const ks = candidateKs(matrix, options);
  const { seed, weights = null, miniBatch = false } = options;
  const samples = samplesOf(matrix, { seed, weights, miniBatch });
  const solutions: KSolution[] = [];
  for (const [index, k] of ks.entries()) {
    const to = (CANDIDATES_SHARE * (index + 1)) / ks.length;
    const from = (CANDIDATES_SHARE * index) / ks.length;
    const solution = yield* within(
      solveK(matrix, { k, seed, weights, miniBatch, samples, candidate: true }),
      from,
      to,
    );
    solutions.push(solution);
    yield { share: to, score: solution.score };
  }
  const chosen = pickBest(solutions, options.lowest);
  if (!outgrowsCandidate(matrix)) return chosen;
  const { k } = chosen.best.score;
  return withFinal(
    chosen,
    yield* within(solveK(matrix, { k, seed, weights, miniBatch, samples }), CANDIDATES_SHARE, 1),
  );
}
