// A classification tree over binned columns: who is in which segment, in as few questions as asked for.
import type { Checkpoint, Labels } from '../matrix.ts';
import { WORK_PER_CHECKPOINT } from '../matrix.ts';
import type { RuleCondition, RuleInput } from './conditions.ts';
import { satisfies } from './conditions.ts';
import type { Weights } from '../weights.ts';
import { type BinnedTable, MISSING_BIN } from './bins.ts';
import { bestSplit, better, type Split, type SplitRules, TIE } from './treeSplit.ts';

export interface TreeOptions {
  /** Questions lead to at most so many ends; 2 or more. */
  readonly maxLeaves: number;
  readonly maxDepth: number;
  /** Least weight (number of customers without weights) of a leaf; 1 when left out. */
  readonly minLeaf?: number;
  readonly weights?: Weights;
}

export interface TreeLeaf {
  readonly kind: 'leaf';
  /** The segment that weighs most here; ties go to the lower number. */
  readonly segment: number;
  /** Customers, and what they weigh per segment. */
  readonly n: number;
  readonly weights: readonly number[];
}
export interface TreeSplit {
  readonly kind: 'split';
  /** `atLeast` for a number, `is` for a category. */
  readonly condition: RuleCondition;
  /** Where customers go whose value is missing; always `no` for a category. */
  readonly missing: 'yes' | 'no';
  readonly yes: Tree;
  readonly no: Tree;
  readonly n: number;
  readonly weights: readonly number[];
}
export type Tree = TreeLeaf | TreeSplit;

/** A node while the tree grows: rows `order[from..to−1]`. */
interface Growing {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly totals: Float64Array;
  /** The split that it would make, and what it would gain. */
  readonly split: Split | null;
  readonly gain: number;
  children: readonly [Growing, Growing] | null;
}

interface Grower {
  readonly columns: BinnedTable;
  readonly labels: Labels;
  readonly weights: Weights;
  readonly k: number;
  readonly order: Int32Array;
  readonly spare: Int32Array;
  readonly counts: Float64Array;
  readonly minLeaf: number;
  readonly maxDepth: number;
}

/**
 * CART (Breiman et al. 1984) with Gini impurity over histograms, grown where it gains most until `maxLeaves`. Missing
 * values go to the side that they make purer. Ties go to the earlier column, the lower cut and the older node, so the
 * same table gives the same tree everywhere. O(rows × columns) per level. Rows labelled −1 are left out.
 * @param k number of segments
 * @returns a lone leaf when nothing separates; of segment 0 with n = 0 when there are no rows
 */
export function* growTree(
  columns: BinnedTable,
  labels: Labels,
  k: number,
  options: TreeOptions,
): Generator<Checkpoint, Tree> {
  const order = labelled(labels);
  const grower: Grower = {
    columns,
    labels,
    weights: options.weights ?? null,
    k,
    order,
    spare: new Int32Array(order.length),
    counts: new Float64Array(256 * k),
    minLeaf: options.minLeaf ?? 1,
    maxDepth: options.maxDepth,
  };
  const root = yield* nodeOf(grower, 0, order.length, 0, 0);
  const leaves: Growing[] = [root];
  while (leaves.length < options.maxLeaves) {
    const next = leaves.reduce((best, leaf) => (leaf.gain > best.gain * (1 + TIE) ? leaf : best));
    if (next.split === null || next.gain <= 0) break;
    const middle = partition(grower, next, next.split);
    const share = leaves.length / options.maxLeaves;
    const no = yield* nodeOf(grower, next.from, middle, next.depth + 1, share);
    const yes = yield* nodeOf(grower, middle, next.to, next.depth + 1, share);
    next.children = [yes, no];
    leaves.splice(leaves.indexOf(next), 1, no, yes);
  }
  return finished(root, columns);
}

function labelled(labels: Labels): Int32Array {
  const rows = new Int32Array(labels.length);
  let count = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row]! >= 0) rows[count++] = row;
  return rows.slice(0, count);
}

function* nodeOf(
  grower: Grower,
  from: number,
  to: number,
  depth: number,
  share: number,
): Generator<Checkpoint, Growing> {
  const { labels, weights, order, k, columns, counts, minLeaf, maxDepth } = grower;
  const totals = new Float64Array(k);
  for (let at = from; at < to; at++)
    totals[labels[order[at]!]!]! += weights === null ? 1 : weights[order[at]!]!;
  const weight = totals.reduce((sum, value) => sum + value, 0);
  const squares = totals.reduce((sum, value) => sum + value * value, 0);
  const pure = totals.some((value) => value === weight);
  let split: Split | null = null;
  if (depth < maxDepth && !pure && weight >= 2 * minLeaf) {
    const rules: SplitRules = { k, minLeaf, totals, weight };
    let work = 0;
    for (const [index, column] of columns.entries()) {
      countSteps(grower, column.bins, from, to);
      const found = bestSplit(index, column, counts, rules);
      if (better(found, split)) split = found;
      work += 4 * (to - from);
      if (work < WORK_PER_CHECKPOINT) continue;
      work = 0;
      yield { share };
    }
  }
  const own = weight > 0 ? squares / weight : 0;
  const gain = split === null ? 0 : split.score - own;
  // What is left of rounding is no gain.
  return { from, to, depth, totals, split, gain: gain > own * TIE ? gain : 0, children: null };
}

/** What the node's rows weigh per step and segment. */
function countSteps(
  { counts, order, labels, weights, k }: Grower,
  bins: Uint8Array,
  from: number,
  to: number,
): void {
  counts.fill(0);
  if (weights === null) {
    for (let at = from; at < to; at++) {
      const row = order[at]!;
      counts[bins[row]! * k + labels[row]!]! += 1;
    }
    return;
  }
  for (let at = from; at < to; at++) {
    const row = order[at]!;
    counts[bins[row]! * k + labels[row]!]! += weights[row]!;
  }
}

/** Rows that answer no first, both in their order. @returns where those that answer yes begin */
function partition({ order, spare, columns }: Grower, { from, to }: Growing, split: Split): number {
  const { bins } = columns[split.column]!;
  let kept = from;
  let moved = 0;
  for (let at = from; at < to; at++) {
    const row = order[at]!;
    const bin = bins[row]!;
    const yes = bin === MISSING_BIN ? split.missing === 'yes' : bin >= split.from && bin < split.to;
    if (yes) spare[moved++] = row;
    else order[kept++] = row;
  }
  order.set(spare.subarray(0, moved), kept);
  return kept;
}

function finished(node: Growing, columns: BinnedTable): Tree {
  const n = node.to - node.from;
  const weights = Array.from(node.totals);
  if (node.children === null || node.split === null) {
    const segment = weights.reduce((best, value, at) => (value > weights[best]! ? at : best), 0);
    return { kind: 'leaf', segment, n, weights };
  }
  const [yes, no] = node.children;
  const condition = conditionOf(node.split, columns);
  const sides = { yes: finished(yes, columns), no: finished(no, columns) };
  // A question whose answer changes nothing is not asked: it made the groups purer, not different.
  if (sides.yes.kind === 'leaf' && sides.no.kind === 'leaf' && sides.yes.segment === sides.no.segment)
    return { kind: 'leaf', segment: sides.yes.segment, n, weights };
  return { kind: 'split', condition, missing: node.split.missing, ...sides, n, weights };
}

function conditionOf({ column, from }: Split, columns: BinnedTable): RuleCondition {
  const { cuts, levels } = columns[column]!;
  if (cuts !== null) return { kind: 'atLeast', feature: column, value: cuts[from - 1]! };
  const numbers = columns.filter((one) => one.cuts !== null).length;
  return { kind: 'is', category: column - numbers, level: levels![from]! };
}

/** The leaf that a customer reaches; the definition that every written form of the tree follows. */
export function leafOf(tree: Tree, input: RuleInput, row: number): TreeLeaf {
  let node = tree;
  while (node.kind === 'split') {
    const { condition, missing } = node;
    const absent =
      'feature' in condition && !Number.isFinite(input.features[condition.feature]?.[row] ?? NaN);
    const yes = absent ? missing === 'yes' : satisfies([condition], input, row);
    node = yes ? node.yes : node.no;
  }
  return node;
}
