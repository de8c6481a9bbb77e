// What one division of the customers is judged by, all but its stability.
import type { Judged } from '../../../../shared/model/tournament.ts';
import { type BinnedTable, binTable, EXPLAIN_STEPS } from '../explain/bins.ts';
import type { RuleInput } from '../explain/conditions.ts';
import { treeFidelity } from '../explain/treeFidelity.ts';
import { type Checkpoint, type Labels, type Matrix, within } from '../matrix.ts';
import { calinskiHarabasz, clusterMoments, daviesBouldin, silhouette } from '../validity.ts';
import type { Weights } from '../weights.ts';
import { balance } from './balance.ts';
import { concentration, contrast } from './contrast.ts';
import { dunn } from './dunn.ts';

/** The same for every division: all with the same rows. */
export interface Ruler {
  /** All chosen features as z-scores: distances are taken here, whatever a division was made from. */
  readonly matrix: Matrix;
  /** The features in their own units, for the tree. */
  readonly features: RuleInput;
  /** NaN = unknown; null without an outcome. */
  readonly outcome: Float64Array | null;
  /** 1 = can be reached; null when nobody knows. */
  readonly reach: Uint8Array | null;
  readonly weights: Weights;
  readonly seed: number;
}

/** Rows whose pairwise distances are taken. */
const PAIR_ROWS = 2_000;

/** The columns cut for the tree: once per ruler, for all divisions. */
export function cutForTree(ruler: Ruler): Generator<Checkpoint, BinnedTable> {
  return binTable(ruler.features, EXPLAIN_STEPS);
}

/** Rows labelled −1 are left out of everything. */
export function* scoreDivision(
  ruler: Ruler,
  binned: BinnedTable,
  labels: Labels,
  k: number,
): Generator<Checkpoint, Judged> {
  const { matrix, outcome, reach, weights, seed } = ruler;
  const pairs = { seed, limit: PAIR_ROWS };
  const measured = yield* within(silhouette(matrix, labels, k, { ...pairs, weights }), 0, 0.4);
  const narrow = yield* within(dunn(matrix, labels, { ...pairs, weights }), 0.4, 0.6);
  const moments = clusterMoments(matrix, labels, k, weights);
  const tree = yield* within(treeFidelity(ruler.features, labels, k, { binned }), 0.6, 1);
  const sizes = new Array<number>(k).fill(0);
  const reached = new Array<number>(k).fill(0);
  labels.forEach((label, row) => {
    if (label < 0) return;
    sizes[label]! += 1;
    reached[label]! += reach?.[row] === 1 ? 1 : 0;
  });
  return {
    silhouette: measured.value,
    silhouetteRows: measured.n,
    standardError: measured.standardError,
    calinskiHarabasz: calinskiHarabasz(moments),
    daviesBouldin: daviesBouldin(moments),
    dunn: narrow.value,
    fidelity: tree.fidelity,
    leaves: tree.leaves,
    contrast: outcome && contrast(outcome, labels, k, weights),
    concentration: outcome && concentration(outcome, labels, k, weights),
    ...balance(sizes),
    reach: reach && Math.min(...sizes.map((size, segment) => (size > 0 ? reached[segment]! / size : 1))),
  };
}
