// A short rule that says who is in a segment: up to three conditions, found greedily.
import type { Checkpoint, Labels } from './matrix.ts';
import type { RuleCondition, RuleInput } from './ruleCondition.ts';
import { categoryColumn, numericColumn, type RuleColumn } from './ruleBins.ts';

export { type RuleCondition, type RuleInput, satisfies } from './ruleCondition.ts';

export interface SegmentRule {
  readonly segment: number;
  /** All must hold. Empty when no condition separates the segment better than naming everyone. */
  readonly conditions: readonly RuleCondition[];
  /** Customers who satisfy the rule, and those of them in the segment. */
  readonly n: number;
  readonly hits: number;
  /** hits / n and hits / size of the segment, 0..1; 0 for an empty segment. */
  readonly precision: number;
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

const MAX_CONDITIONS = 3;
/** A further condition must earn this much F1, or the rule stays shorter. */
const MIN_GAIN = 0.01;

interface Candidate {
  readonly column: number;
  /** Rows in bins `from..to−1` satisfy it. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly hits: number;
  readonly f1: number;
}

/**
 * One rule per segment 0..k−1. Each step adds the condition with the highest F1 (PRIM-like greedy
 * search over at most 48 cuts per feature); two conditions on one feature make a range. Rows
 * labelled −1 count as outside every segment. O(rows × columns) per step and segment.
 */
export function* segmentRules(
  input: RuleInput,
  labels: Labels,
  k: number,
): Generator<Checkpoint, readonly SegmentRule[]> {
  const columns: RuleColumn[] = [];
  for (const values of input.features) {
    columns.push(numericColumn(values));
    yield { share: (0.3 * columns.length) / input.features.length };
  }
  columns.push(...(input.categories ?? []).map(categoryColumn));
  const rules: SegmentRule[] = [];
  for (let segment = 0; segment < k; segment++) {
    rules.push(
      yield* ruleFor(segment, columns, input.features.length, labels, 0.3 + (0.7 * segment) / k, 0.7 / k),
    );
  }
  return rules;
}

function* ruleFor(
  segment: number,
  columns: readonly RuleColumn[],
  numericCount: number,
  labels: Labels,
  from: number,
  span: number,
): Generator<Checkpoint, SegmentRule> {
  let size = 0;
  for (const label of labels) if (label === segment) size++;
  let rows = Int32Array.from(labels.keys());
  let best = { n: rows.length, hits: size, f1: f1Of(rows.length, size, size) };
  const chosen: Candidate[] = [];
  while (chosen.length < MAX_CONDITIONS && size > 0) {
    let leader: Candidate | null = null;
    for (const [index, column] of columns.entries()) {
      const candidate = bestCondition(index, column, rows, labels, segment, size);
      if (candidate !== null && (leader === null || candidate.f1 > leader.f1)) leader = candidate;
      yield { share: from + (span * (chosen.length + (index + 1) / columns.length)) / MAX_CONDITIONS };
    }
    if (leader === null || leader.f1 < best.f1 + MIN_GAIN) break;
    const { column, from: first, to } = leader;
    const bins = columns[column]!.bins;
    rows = rows.filter((row) => bins[row]! >= first && bins[row]! < to);
    best = leader;
    chosen.push(leader);
  }
  const { n, hits, f1 } = best;
  const conditions = conditionsOf(chosen, columns, numericCount);
  return {
    segment,
    conditions,
    n,
    hits,
    precision: n > 0 ? hits / n : 0,
    recall: size > 0 ? hits / size : 0,
    f1,
  };
}

/** The best single condition on a column among the rows still in; null when it has none. */
function bestCondition(
  index: number,
  { bins, count, cuts }: RuleColumn,
  rows: Int32Array,
  labels: Labels,
  segment: number,
  size: number,
): Candidate | null {
  const all = new Float64Array(count);
  const inside = new Float64Array(count);
  for (const row of rows) {
    const bin = bins[row]!;
    if (bin < 0) continue;
    all[bin]! += 1;
    if (labels[row] === segment) inside[bin]! += 1;
  }
  let best: Candidate | null = null;
  function offer(from: number, to: number, n: number, hits: number): void {
    const f1 = f1Of(n, hits, size);
    if (hits > 0 && (best === null || f1 > best.f1)) best = { column: index, from, to, n, hits, f1 };
  }
  if (cuts === null) {
    for (let level = 0; level < count; level++) offer(level, level + 1, all[level]!, inside[level]!);
    return best;
  }
  const total = all.reduce((sum, value) => sum + value, 0);
  const totalHits = inside.reduce((sum, value) => sum + value, 0);
  let n = 0;
  let hits = 0;
  for (let cut = 1; cut < count; cut++) {
    n += all[cut - 1]!;
    hits += inside[cut - 1]!;
    offer(0, cut, n, hits);
    offer(cut, count, total - n, totalHits - hits);
  }
  return best;
}

/** F1 = 2·hits / (n + size). */
function f1Of(n: number, hits: number, size: number): number {
  return n + size > 0 ? (2 * hits) / (n + size) : 0;
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
