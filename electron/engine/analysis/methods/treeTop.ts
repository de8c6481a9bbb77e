// The top of a tree of merges, small enough to be drawn: what stands below counts as its leaves.
import type { TreeTop } from '../../../../shared/model/method.ts';
import type { Labels } from '../matrix.ts';
import { cutTree, type WardTree } from './wardTree.ts';

/** Leaves of a drawn tree: more cannot be told apart. */
const LEAVES = 31;

/**
 * The last merges, at most 30. Leaves are numbered 0 … leaves − 1 and the merge `at` makes node leaves + at.
 * @param clusterOf the cluster of each of the tree's rows, one for every row of a leaf
 */
export function treeTop(tree: WardTree, clusterOf: Labels): TreeTop {
  const leaves = Math.max(Math.min(LEAVES, tree.rows), Math.min(tree.rows, 1 + Math.max(0, ...clusterOf)));
  const leafOf = cutTree(tree, leaves);
  const sizes = new Array<number>(leaves).fill(0);
  const clusters = new Array<number>(leaves).fill(0);
  leafOf.forEach((leaf, row) => {
    sizes[leaf]! += 1;
    clusters[leaf] = clusterOf[row]!;
  });
  // The node that each leaf has become part of.
  const node = Array.from({ length: leaves }, (_, leaf) => leaf);
  const merges = tree.merges.slice(tree.rows - leaves).map(({ a, b, height }, at) => {
    const [left, right] = [node[leafOf[a]!]!, node[leafOf[b]!]!];
    node.forEach((own, leaf) => {
      if (own === left || own === right) node[leaf] = leaves + at;
    });
    return { a: left, b: right, height };
  });
  return { sizes, clusters, merges };
}
