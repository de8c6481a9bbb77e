// A short rule that says who is in a segment: up to three conditions, found greedily.
import { type Checkpoint, type Labels, within } from './matrix.ts';
import { createRandom, sampleIndices } from './random.ts';
import type { RuleCondition, RuleInput } from './ruleCondition.ts';
import { bestCondition, type Candidate, f1Of } from './ruleSearch.ts';
import type { Weights } from './weights.ts';
import { categoryColumn, numericColumn, type RuleColumn } from './ruleBins.ts';

export { type RuleCondition, type RuleInput, satisfies } from './ruleCondition.ts';

export interface SegmentRule {
  readonly segment: number;
  /** All must hold. Empty when no condition separates the segment better than naming everyone. */
  readonly conditions: readonly RuleCondition[];
  /** Customers who satisfy the rule, and those of them in the segment. */
  readonly n: number;
  readonly hits: number;
  /** Hits of those who satisfy it, and of the segment, 0..1 (weighted, where there are weights); 0 for an empty one. */
  readonly precision: number;
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

const MAX_CONDITIONS = 3;
/** A further condition must earn this much F1, or the rule stays shorter. */
const MIN_GAIN = 0.01;
/** Above this the search sees a sample (always the same one); the counts are still those of all rows. */
const SEARCHED_ROWS = 50_000;

/**
 * One rule per segment 0..k−1. Each step adds the condition with the highest F1 (PRIM-like greedy
 * search over at most 48 cuts per feature); two conditions on one feature make a range. Rows
 * labelled −1 count as outside every segment. O(rows × columns) per step and segment,
 * rows being at most 50,000 drawn ones.
 */
export function* segmentRules(
  input: RuleInput,
  labels: Labels,
  k: number,
): Generator<Checkpoint, readonly SegmentRule[]> {
  const columns: RuleColumn[] = [];
  for (const values of input.features) {
    columns.push(numericColumn(values, input.weights));
    yield { share: (0.3 * columns.length) / input.features.length };
  }
  columns.push(...(input.categories ?? []).map(categoryColumn));
  const searched = sampleIndices(labels.length, SEARCHED_ROWS, createRandom(0)).sort();
  const rules: SegmentRule[] = [];
  for (let segment = 0; segment < k; segment++) {
    const steps = ruleFor(segment, columns, input, labels, searched);
    rules.push(yield* within(steps, 0.3 + (0.7 * segment) / k, 0.3 + (0.7 * (segment + 1)) / k));
  }
  return rules;
}

function* ruleFor(
  segment: number,
  columns: readonly RuleColumn[],
  { features, weights = null }: RuleInput,
  labels: Labels,
  searched: Int32Array,
): Generator<Checkpoint, SegmentRule> {
  const size = worthOf(searched, labels, segment, weights);
  const target = { labels, segment, size, weights };
  let rows = searched;
  let bestF1 = f1Of(worthOf(rows, labels, null, weights), size, size);
  const chosen: Candidate[] = [];
  while (chosen.length < MAX_CONDITIONS && size > 0) {
    let leader: Candidate | null = null;
    for (const [index, column] of columns.entries()) {
      const candidate = bestCondition(index, column, rows, target);
      if (candidate !== null && (leader === null || candidate.f1 > leader.f1)) leader = candidate;
      yield { share: (chosen.length + (index + 1) / columns.length) / MAX_CONDITIONS };
    }
    if (leader === null || leader.f1 < bestF1 + MIN_GAIN) break;
    rows = satisfying(rows, leader, columns);
    bestF1 = leader.f1;
    chosen.push(leader);
  }
  return judged(segment, chosen, columns, { count: features.length, labels, weights });
}

/** The rule with its counts over all rows, also when it was searched on a sample. */
function judged(
  segment: number,
  chosen: readonly Candidate[],
  columns: readonly RuleColumn[],
  { count, labels, weights }: { readonly count: number; readonly labels: Labels; readonly weights: Weights },
): SegmentRule {
  const all = Int32Array.from(labels.keys());
  const size = worthOf(all, labels, segment, weights);
  let rows: Int32Array = all;
  for (const candidate of chosen) rows = satisfying(rows, candidate, columns);
  const found = worthOf(rows, labels, null, weights);
  const right = worthOf(rows, labels, segment, weights);
  return {
    segment,
    conditions: conditionsOf(chosen, columns, count),
    n: rows.length,
    hits: worthOf(rows, labels, segment, null),
    precision: found > 0 ? right / found : 0,
    recall: size > 0 ? right / size : 0,
    f1: f1Of(found, right, size),
  };
}

function satisfying(
  rows: Int32Array,
  { column, from, to }: Candidate,
  columns: readonly RuleColumn[],
): Int32Array {
  const { bins } = columns[column]!;
  return rows.filter((row) => bins[row]! >= from && bins[row]! < to);
}

/** What the rows of a segment count (with weights, weigh) together; of all segments for `null`. */
function worthOf(rows: Int32Array, labels: Labels, segment: number | null, weights: Weights): number {
  let worth = 0;
  for (const row of rows)
    if (segment === null || labels[row] === segment) worth += weights === null ? 1 : weights[row]!;
  return worth;
}

/** In the order found; a tighter bound on the same side of the same feature replaces the earlier one. */
function conditionsOf(
  chosen: readonly Candidate[],
  columns: readonly RuleColumn[],
  numericCount: number,
): readonly RuleCondition[] {
  const bySide = new Map<string, RuleCondition>();
  for (const { column, from, to } of chosen) {
    const { cuts } = columns[column]!;
    if (cuts === null) {
      bySide.set(`${column} is`, { kind: 'is', category: column - numericCount, level: from });
    } else if (from > 0) {
      bySide.set(`${column} low`, { kind: 'atLeast', feature: column, value: cuts[from - 1]! });
    } else {
      bySide.set(`${column} high`, { kind: 'below', feature: column, value: cuts[to - 1]! });
    }
  }
  return [...bySide.values()];
}
