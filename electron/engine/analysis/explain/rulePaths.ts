// Rules read off a small tree: each way from its root to an end where the segment prevails is one of them.
import type { Checkpoint, Labels } from '../matrix.ts';
import type { Weights } from '../weights.ts';
import type { BinnedTable } from './bins.ts';
import { type RuleCondition, tightened } from './conditions.ts';
import { growTree, type Tree } from './growTree.ts';

/** Ends of the tree: at most three of them can be the segment's. */
const LEAVES = 4;
const DEPTH = 3;

/**
 * Grows a tree of the segment against everyone else.
 * @param labels −1 counts as outside the segment
 * @returns the conditions of each rule, the one that finds most first; none when the segment prevails nowhere
 */
export function* rulePaths(
  columns: BinnedTable,
  labels: Labels,
  segment: number,
  searched: Int32Array,
  weights: Weights,
): Generator<Checkpoint, readonly (readonly RuleCondition[])[]> {
  const inside = new Int16Array(labels.length).fill(-1);
  for (const row of searched) inside[row] = labels[row] === segment ? 1 : 0;
  const tree = yield* growTree(columns, inside, 2, { maxLeaves: LEAVES, maxDepth: DEPTH, weights });
  const paths: { readonly conditions: readonly RuleCondition[]; readonly hits: number }[] = [];
  const visit = (node: Tree, before: readonly RuleCondition[]): void => {
    if (node.kind === 'split') {
      visit(node.yes, [...before, node.condition]);
      visit(node.no, [...before, opposite(node.condition)]);
    } else if (node.segment === 1) {
      paths.push({ conditions: tightened(before), hits: node.weights[1]! });
    }
  };
  visit(tree, []);
  return paths.toSorted((a, b) => b.hits - a.hits).map(({ conditions }) => conditions);
}

function opposite(condition: RuleCondition): RuleCondition {
  if ('level' in condition) return { ...condition, kind: condition.kind === 'is' ? 'isNot' : 'is' };
  return { ...condition, kind: condition.kind === 'atLeast' ? 'below' : 'atLeast' };
}
