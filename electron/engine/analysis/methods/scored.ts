// Solutions of any method with what they are judged by, and which k the scores speak for.
import { type KScore, kScoreOf } from '../chooseK.ts';
import { type Checkpoint, type Labels, type Matrix, within } from '../matrix.ts';
import { clusterMoments, silhouette, withinSumOfSquares } from '../validity.ts';
import type { Weights } from '../weights.ts';
import { gowerSilhouette } from './gowerSilhouette.ts';
import type { MethodInput } from './input.ts';
import { type ClusterOptions, type MethodOptions, solve, solveMany } from './solve.ts';
import type { Solution } from './solution.ts';

export interface Scored {
  readonly solution: Solution;
  readonly score: KScore;
}

/**
 * Separation is measured by the distance the method itself uses: Gower's for k-medoids and k-prototypes, Euclidean in
 * the scaled space for all others. Calinski-Harabasz and Davies-Bouldin are always of the scaled space.
 */
export function* scoreSolution(
  input: MethodInput,
  solution: Solution,
  seed: number,
): Generator<Checkpoint, KScore> {
  const { matrix, weights } = input;
  const { k, labels, sizes, model, facts } = solution;
  const mixed = model.method === 'kmedoids' || model.method === 'kprototypes';
  const measured = mixed
    ? yield* gowerSilhouette(input, labels, k, seed)
    : yield* silhouette(matrix, labels, k, { seed, weights });
  const moments = clusterMoments(matrix, labels, k, weights);
  const inertia = facts.cost ?? withinSumOfSquares(moments);
  return kScoreOf({ k, sizes, inertia }, measured, moments);
}

/** One solution per k with its scores; methods with set classes have one, whatever `ks` says. */
export function* solveScored(
  input: MethodInput,
  options: MethodOptions,
  ks: readonly number[],
): Generator<Checkpoint, readonly Scored[]> {
  const { seed } = { seed: 0, ...options };
  const solutions = yield* within(
    'k' in options ? solveMany(input, options, ks) : only(input, options),
    0,
    0.6,
  );
  const scored: Scored[] = [];
  for (const [at, solution] of solutions.entries()) {
    const from = 0.6 + (0.4 * at) / solutions.length;
    const steps = scoreSolution(input, solution, seed);
    scored.push({ solution, score: yield* within(steps, from, from + 0.4 / solutions.length) });
  }
  return scored;
}

function* only(
  input: MethodInput,
  options: Exclude<MethodOptions, ClusterOptions>,
): Generator<Checkpoint, readonly Solution[]> {
  return [yield* solve(input, options)];
}

/**
 * A mixture is chosen by the lowest BIC, every other method by the highest silhouette; ties go to the smaller k.
 * @param lowest smaller k are there for comparison only
 */
export function pickScored(all: readonly Scored[], lowest: number): Scored {
  const worth = ({ score, solution: { facts } }: Scored): number =>
    facts.bic === undefined ? (score.silhouette ?? -Infinity) : -facts.bic;
  const wanted = all.filter(({ score }) => score.k >= lowest);
  const ordered = (wanted.length > 0 ? wanted : all).toSorted((a, b) => a.score.k - b.score.k);
  return ordered.reduce((leader, one) => (worth(one) > worth(leader) ? one : leader));
}

/** The (weighted) mean of each cluster's rows, k × columns; 0 for a cluster that weighs nothing. */
export function clusterMeans(
  { columns, values }: Matrix,
  labels: Labels,
  k: number,
  weights: Weights,
): Float64Array {
  const sums = new Float64Array(k * columns);
  const worth = new Float64Array(k);
  labels.forEach((label, row) => {
    if (label < 0) return;
    const weight = weights === null ? 1 : weights[row]!;
    worth[label]! += weight;
    for (let column = 0; column < columns; column++)
      sums[label * columns + column]! += weight * values[row * columns + column]!;
  });
  return sums.map((sum, cell) => {
    const weight = worth[Math.floor(cell / columns)]!;
    return weight > 0 ? sum / weight : 0;
  });
}
