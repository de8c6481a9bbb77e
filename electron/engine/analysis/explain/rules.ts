// Short rules that say who is in a segment: up to three of them, each of up to three conditions.
import { type Checkpoint, type Labels, within } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { type BinnedTable, binTable, EXPLAIN_STEPS } from './bins.ts';
import { type RuleCondition, type RuleInput, satisfies, tightened } from './conditions.ts';
import { rulePaths } from './rulePaths.ts';
import { bestCondition, type Candidate, f1Of, type RuleTarget } from './ruleSearch.ts';

/** One way to satisfy a segment's rule: all conditions must hold. The figures are its own, of all customers. */
export interface RuleAlternative {
  readonly conditions: readonly RuleCondition[];
  /** Customers who satisfy it, and those of them in the segment. */
  readonly n: number;
  readonly hits: number;
  /** Hits of those who satisfy it, 0..1 (weighted, where there are weights); 0 for an empty one. */
  readonly precision: number;
}

export interface SegmentRule {
  readonly segment: number;
  /** One of them must hold. Empty when no condition separates the segment better than naming everyone. */
  readonly alternatives: readonly RuleAlternative[];
  /** Customers who satisfy one of them, and those of them in the segment. */
  readonly n: number;
  readonly hits: number;
  /** Hits of those who satisfy it, of the segment, and who satisfies it of everyone, 0..1 (weighted). */
  readonly precision: number;
  readonly recall: number;
  readonly coverage: number;
  /** Harmonic mean of precision and recall. */
  readonly f1: number;
}

const MAX_ALTERNATIVES = 3;
const MAX_CONDITIONS = 3;
/** A further condition must earn this much F1, or the rule stays shorter; a further alternative twice as much. */
const MIN_GAIN = 0.01;
/** Above this the search sees a sample (always the same one); the counts are still those of all rows. */
const SEARCHED_ROWS = 50_000;

interface Search {
  readonly input: RuleInput;
  readonly columns: BinnedTable;
  readonly labels: Labels;
  readonly searched: Int32Array;
}

/**
 * One rule per segment 0..k−1, the better of two by F1 less what its length costs: a list grown greedily (each step
 * adds the condition with the highest F1 of the list; PRIM-like, Friedman & Fisher 1999), and the ways through a tree
 * of four leaves. Rows labelled −1 count as outside every segment. O(rows × columns) per condition and segment, rows
 * being at most 50,000 drawn ones.
 */
export function* segmentRules(
  input: RuleInput,
  labels: Labels,
  k: number,
): Generator<Checkpoint, readonly SegmentRule[]> {
  const columns = yield* within(binTable(input, EXPLAIN_STEPS), 0, 0.3);
  const searched = sampleIndices(labels.length, SEARCHED_ROWS, new Random(0)).sort();
  const rules: SegmentRule[] = [];
  for (let segment = 0; segment < k; segment++) {
    const steps = ruleFor(segment, { input, columns, labels, searched });
    rules.push(yield* within(steps, 0.3 + (0.7 * segment) / k, 0.3 + (0.7 * (segment + 1)) / k));
  }
  return rules;
}

function* ruleFor(segment: number, search: Search): Generator<Checkpoint, SegmentRule> {
  const { columns, labels, searched, input } = search;
  const everyone = judged(segment, [], search);
  const grown = yield* within(greedyList(segment, search), 0, 0.8);
  const greedy = judged(segment, grown, search);
  const paths = yield* within(rulePaths(columns, labels, segment, searched, input.weights ?? null), 0.8, 1);
  if (paths.length === 0 || paths.length > MAX_ALTERNATIVES) return greedy;
  const tree = judged(segment, paths, search);
  return tree.f1 >= everyone.f1 && worthOf(tree) > worthOf(greedy) ? tree : greedy;
}

/** What a rule is right less what it takes to read it. */
function worthOf({ f1, alternatives }: SegmentRule): number {
  return f1 - MIN_GAIN * alternatives.reduce((sum, { conditions }) => sum + conditions.length, 0);
}

function* greedyList(
  segment: number,
  search: Search,
): Generator<Checkpoint, readonly (readonly RuleCondition[])[]> {
  const { labels, searched, columns } = search;
  const weights = search.input.weights ?? null;
  const size = sumOf(searched, labels, segment, weights);
  let f1 = f1Of(sumOf(searched, labels, null, weights), size, size);
  let rows = searched;
  let target: RuleTarget = { labels, segment, size, found: 0, right: 0, weights };
  const lists: (readonly RuleCondition[])[] = [];
  while (lists.length < MAX_ALTERNATIVES && size > 0) {
    const from = lists.length / MAX_ALTERNATIVES;
    const least = lists.length === 0 ? f1 : -Infinity;
    const steps = grow(columns, rows, target, least);
    const grown = yield* within(steps, from, from + 1 / MAX_ALTERNATIVES);
    if (grown.chosen.length === 0 || (lists.length > 0 && grown.f1 < f1 + 2 * MIN_GAIN)) break;
    lists.push(tightened(grown.chosen.map((candidate) => conditionOf(candidate, columns))));
    f1 = grown.f1;
    target = {
      ...target,
      found: target.found + sumOf(grown.rows, labels, null, weights),
      right: target.right + sumOf(grown.rows, labels, segment, weights),
    };
    const matched = new Set(grown.rows);
    rows = rows.filter((row) => !matched.has(row));
  }
  return lists;
}

/** One alternative among the rows that none before it matched. */
function* grow(
  columns: BinnedTable,
  from: Int32Array,
  target: RuleTarget,
  least: number,
): Generator<
  Checkpoint,
  { readonly chosen: readonly Candidate[]; readonly rows: Int32Array; readonly f1: number }
> {
  let rows = from;
  let f1 = least;
  const chosen: Candidate[] = [];
  while (chosen.length < MAX_CONDITIONS) {
    let leader: Candidate | null = null;
    for (const [index, column] of columns.entries()) {
      const candidate = bestCondition(index, column, rows, target);
      if (candidate !== null && (leader === null || candidate.f1 > leader.f1)) leader = candidate;
      yield { share: (chosen.length + (index + 1) / columns.length) / MAX_CONDITIONS };
    }
    if (leader === null || leader.f1 < f1 + MIN_GAIN) break;
    rows = satisfying(rows, leader, columns);
    f1 = leader.f1;
    chosen.push(leader);
  }
  return { chosen, rows, f1 };
}

/** A list with its figures over all rows, also when it was searched on a sample; without alternatives, everyone. */
function judged(
  segment: number,
  lists: readonly (readonly RuleCondition[])[],
  { input, labels }: Search,
): SegmentRule {
  const weights = input.weights ?? null;
  const all = Int32Array.from(labels.keys());
  const size = sumOf(all, labels, segment, weights);
  const matching = lists.map((conditions) => all.filter((row) => satisfies(conditions, input, row)));
  const alternatives = lists.map((conditions, at) => {
    const rows = matching[at]!;
    const worth = sumOf(rows, labels, null, weights);
    const precision = worth > 0 ? sumOf(rows, labels, segment, weights) / worth : 0;
    return { conditions, n: rows.length, hits: sumOf(rows, labels, segment, null), precision };
  });
  const rows = lists.length === 0 ? all : unionOf(matching, all.length);
  const found = sumOf(rows, labels, null, weights);
  const right = sumOf(rows, labels, segment, weights);
  const everyone = sumOf(all, labels, null, weights);
  return {
    segment,
    alternatives,
    n: rows.length,
    hits: sumOf(rows, labels, segment, null),
    precision: found > 0 ? right / found : 0,
    recall: size > 0 ? right / size : 0,
    coverage: everyone > 0 ? found / everyone : 0,
    f1: f1Of(found, right, size),
  };
}

/** Rows that are in at least one of the lists, ascending. */
function unionOf(lists: readonly Int32Array[], count: number): Int32Array {
  const found = new Uint8Array(count);
  for (const rows of lists) for (const row of rows) found[row] = 1;
  return Int32Array.from(found.keys()).filter((row) => found[row] === 1);
}

function satisfying(rows: Int32Array, { column, from, to }: Candidate, columns: BinnedTable): Int32Array {
  const { bins } = columns[column]!;
  return rows.filter((row) => bins[row]! >= from && bins[row]! < to);
}

/** What the rows of a segment count (with weights, weigh) together; of all segments for `null`. */
function sumOf(
  rows: Int32Array,
  labels: Labels,
  segment: number | null,
  weights: Float64Array | null,
): number {
  let sum = 0;
  for (const row of rows)
    if (segment === null || labels[row] === segment) sum += weights === null ? 1 : weights[row]!;
  return sum;
}

function conditionOf({ column, from, to }: Candidate, columns: BinnedTable): RuleCondition {
  const { cuts, levels } = columns[column]!;
  const numbers = columns.filter((one) => one.cuts !== null).length;
  if (cuts === null) return { kind: 'is', category: column - numbers, level: levels![from]! };
  if (from > 0) return { kind: 'atLeast', feature: column, value: cuts[from - 1]! };
  return { kind: 'below', feature: column, value: cuts[to - 1]! };
}
