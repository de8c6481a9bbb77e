// How well a small tree can repeat a segmentation: the measure of how explainable it is.
import type { Checkpoint, Labels } from '../matrix.ts';
import { within } from '../matrix.ts';
import type { RuleInput } from './conditions.ts';
import { type BinnedTable, binTable, EXPLAIN_STEPS } from './bins.ts';
import { growTree, type Tree } from './growTree.ts';

export interface FidelityOptions {
  /** Left out: three per segment, at most 24. */
  readonly maxLeaves?: number;
  /** Left out: 5. */
  readonly maxDepth?: number;
  /** From `binTable`, when many segmentations of the same customers are judged. */
  readonly binned?: BinnedTable;
}

export interface TreeFidelity {
  /** (Weighted) share of customers whom the tree puts in their segment, 0..1; null without customers. */
  readonly fidelity: number | null;
  /**
   * Goodman & Kruskal's λ (1954): the share of errors that the tree avoids against naming the largest segment for
   * everyone, 0..1. Comparable between segmentations of unlike balance; null when one segment holds everyone.
   */
  readonly lambda: number | null;
  /** The segment that the tree finds worst: the least (weighted) share of a segment's customers put in it. */
  readonly worstRecall: number | null;
  readonly leaves: number;
  readonly depth: number;
  readonly tree: Tree;
}

/**
 * Grows a tree on the features in their own units and says how often it agrees with the labels. Rows labelled −1 are
 * left out. The tree is judged on the customers that it was grown on: it describes this segmentation, it predicts none.
 * @param k number of segments
 */
export function* treeFidelity(
  input: RuleInput,
  labels: Labels,
  k: number,
  options: FidelityOptions = {},
): Generator<Checkpoint, TreeFidelity> {
  const binned = options.binned ?? (yield* within(binTable(input, EXPLAIN_STEPS), 0, 0.4));
  const { maxLeaves = Math.min(24, 3 * k), maxDepth = 5 } = options;
  const { weights = null } = input;
  const tree = yield* within(growTree(binned, labels, k, { maxLeaves, maxDepth, weights }), 0.4, 1);
  return { ...judged(tree, k), tree };
}

function judged(tree: Tree, k: number): Omit<TreeFidelity, 'tree'> {
  const right = new Float64Array(k);
  let leaves = 0;
  let depth = 0;
  const visit = (node: Tree, level: number): void => {
    if (node.kind === 'split') {
      visit(node.yes, level + 1);
      visit(node.no, level + 1);
      return;
    }
    leaves += 1;
    depth = Math.max(depth, level);
    if (k > 0) right[node.segment]! += node.weights[node.segment]!;
  };
  visit(tree, 0);
  const sizes = tree.weights;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.max(0, ...sizes);
  const hits = right.reduce((sum, value) => sum + value, 0);
  const recalls = sizes.flatMap((size, segment) => (size > 0 ? [right[segment]! / size] : []));
  return {
    fidelity: all > 0 ? hits / all : null,
    lambda: all > most ? Math.max(0, (hits - most) / (all - most)) : null,
    worstRecall: recalls.length > 0 ? Math.min(...recalls) : null,
    leaves,
    depth,
  };
}
