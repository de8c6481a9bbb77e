// The best next condition of a rule, found in counts per step of a column.
import type { Labels } from '../matrix.ts';
import type { Weights } from '../weights.ts';
import { type BinnedColumn, MISSING_BIN } from './bins.ts';

/** A condition not yet written out: rows whose step is `from..to−1`. */
export interface Candidate {
  readonly column: number;
  /** Rows in bins `from..to−1` satisfy it. */
  readonly from: number;
  readonly to: number;
  /** Of the whole list so far, with this condition in its last rule. */
  readonly f1: number;
}

/** What a rule shall find: a segment among the rows searched, beyond what the rules before it found. */
export interface RuleTarget {
  readonly labels: Labels;
  readonly segment: number;
  /** Counts, or weights where customers have them: the segment, what is found already, and what of it is right. */
  readonly size: number;
  readonly found: number;
  readonly right: number;
  readonly weights: Weights;
}

/** The best single condition on a column among the rows still in; null when it has none. */
export function bestCondition(
  index: number,
  { bins, count, cuts }: BinnedColumn,
  rows: Int32Array,
  { labels, segment, size, found, right, weights }: RuleTarget,
): Candidate | null {
  const all = new Float64Array(256);
  const inside = new Float64Array(256);
  for (const row of rows) {
    const bin = bins[row]!;
    const weight = weights === null ? 1 : weights[row]!;
    all[bin]! += weight;
    if (labels[row] === segment) inside[bin]! += weight;
  }
  all[MISSING_BIN] = 0;
  inside[MISSING_BIN] = 0;
  let best: Candidate | null = null;
  function offer(from: number, to: number, n: number, hits: number): void {
    const f1 = f1Of(found + n, right + hits, size);
    if (hits > 0 && (best === null || f1 > best.f1)) best = { column: index, from, to, f1 };
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
export function f1Of(n: number, hits: number, size: number): number {
  return n + size > 0 ? (2 * hits) / (n + size) : 0;
}
