// Hierarchical clustering by Ward: one tree for every k; above 10,000 rows the tree of a sample, extended to all.
import { checkClusterable } from '../kmeansSeeds.ts';
import { type Checkpoint, type Matrix, takeRows, within } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { takeWeights, unevenWeights, type Weights } from '../weights.ts';
import { clusterMoments, withinSumOfSquares } from '../validity.ts';
import { nearestCentroids } from './centroidModel.ts';
import { orderClusters } from './clusterOrder.ts';
import type { MethodInput } from './input.ts';
import type { Solution } from './solution.ts';
import { treeTop } from './treeTop.ts';
import { cutTree, type WardTree, wardTree } from './wardTree.ts';

/** The tree needs rows² steps: some two seconds here. */
export const WARD_EXACT_ROWS = 10_000;
/** The last merges are what a dendrogram is read by. */
const HEIGHTS = 50;

/**
 * One solution per k. Up to 10,000 rows the tree itself divides the rows; above, the tree of a seeded sample, and every
 * row goes to the nearest mean (`facts.sampledRows`). The stored model is the means in either case.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE`
 */
export function* ward(
  { matrix, weights: given }: MethodInput,
  ks: readonly number[],
  seed: number,
): Generator<Checkpoint, readonly Solution[]> {
  const weights = unevenWeights(given);
  checkClusterable(matrix, Math.max(1, ...ks), weights);
  const rows = treeRows(matrix, weights, seed);
  const sampled = rows !== null && matrix.rows > WARD_EXACT_ROWS;
  const used = rows === null ? matrix : takeRows(matrix, rows);
  const worth = rows === null ? weights : takeWeights(weights, rows);
  const tree = yield* within(wardTree(used, worth), 0, 0.95);
  return ks.map((k) => solution({ matrix, weights }, { tree, used, worth, rows, sampled }, k));
}

/** The rows of the tree; null = all. Rows that weigh nothing are never in it. */
function treeRows(matrix: Matrix, weights: Weights, seed: number): Int32Array | null {
  const counted =
    weights === null ? null : Int32Array.from(weights.keys()).filter((row) => weights[row]! > 0);
  const rows = counted === null ? matrix.rows : counted.length;
  if (rows <= WARD_EXACT_ROWS) return counted !== null && rows < matrix.rows ? counted : null;
  const drawn = sampleIndices(rows, WARD_EXACT_ROWS, new Random(seed)).sort();
  return counted === null ? drawn : drawn.map((at) => counted[at]!);
}

interface Grown {
  readonly tree: WardTree;
  readonly used: Matrix;
  readonly worth: Weights;
  readonly rows: Int32Array | null;
  readonly sampled: boolean;
}

function solution(
  { matrix, weights }: { readonly matrix: Matrix; readonly weights: Weights },
  { tree, used, worth, rows, sampled }: Grown,
  k: number,
): Solution {
  const cut = cutTree(tree, k);
  const { means } = clusterMoments(used, cut, k, worth);
  const centroids = means.map((mean) => [...mean]);
  let divided = cut;
  if (rows !== null) {
    divided = nearestCentroids(matrix, centroids);
    if (!sampled) rows.forEach((row, at) => (divided[row] = cut[at]!));
  }
  const { labels, sizes, order } = orderClusters(divided, k, weights);
  const ordered = order.map((cluster) => centroids[cluster]!);
  const places = new Map(order.map((cluster, at) => [cluster, at]));
  const clusterOf = cut.map((cluster) => places.get(cluster)!);
  return {
    k,
    labels,
    sizes,
    model: { method: 'ward', centroids: ordered },
    facts: {
      cost: withinSumOfSquares(clusterMoments(matrix, labels, k, weights)),
      heights: tree.merges.slice(-HEIGHTS).map(({ height }) => height),
      tree: treeTop(tree, clusterOf),
      ...(sampled ? { sampledRows: used.rows } : {}),
    },
  };
}
