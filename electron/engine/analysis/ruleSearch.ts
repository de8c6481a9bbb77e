// The best next condition of a rule, found in counts per step of a column.
import type { Labels } from './matrix.ts';
import type { RuleColumn } from './ruleBins.ts';
import type { Weights } from './weights.ts';

/** A condition not yet written out: rows whose step is `from..to−1`, with its counts among the rows searched. */
export interface Candidate {
  readonly column: number;
  /** Rows in bins `from..to−1` satisfy it. */
  readonly from: number;
  readonly to: number;
  /** Counts, or weights where customers have them. */
  readonly n: number;
  readonly hits: number;
  readonly f1: number;
}

/** What a rule shall find: a segment among the rows searched, and what its rows count together. */
export interface RuleTarget {
  readonly labels: Labels;
  readonly segment: number;
  readonly size: number;
  readonly weights: Weights;
}

/** The best single condition on a column among the rows still in; null when it has none. */
export function bestCondition(
  index: number,
  { bins, count, cuts }: RuleColumn,
  rows: Int32Array,
  { labels, segment, size, weights }: RuleTarget,
): Candidate | null {
  const all = new Float64Array(count);
  const inside = new Float64Array(count);
  for (const row of rows) {
    const bin = bins[row]!;
    if (bin < 0) continue;
    const weight = weights === null ? 1 : weights[row]!;
    all[bin]! += weight;
    if (labels[row] === segment) inside[bin]! += weight;
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
export function f1Of(n: number, hits: number, size: number): number {
  return n + size > 0 ? (2 * hits) / (n + size) : 0;
}
