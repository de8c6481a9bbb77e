// The best split of one column of a node, found in counts per step and segment.
import { MISSING_BIN, type BinnedColumn } from './bins.ts';

/** A split not yet written out: rows whose step is in `from..to−1` answer yes. */
export interface Split {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** Which way rows without a value go. */
  readonly missing: 'yes' | 'no';
  /** Σ over both sides of Σ(weight of a segment)² / weight: larger means purer. */
  readonly score: number;
}

/** What is asked of a split. */
export interface SplitRules {
  /** Segments. */
  readonly k: number;
  /** Least weight on either side. */
  readonly minLeaf: number;
  /** Weight of each segment in the node, and of all. */
  readonly totals: Float64Array;
  readonly weight: number;
}

/** Purer by less than this is a tie: the earlier column and the lower cut stay. */
export const TIE = 1e-9;

/**
 * @param counts 256 steps × k segments, weights of the node's rows
 * @returns null when no cut leaves enough on both sides
 */
export function bestSplit(
  index: number,
  column: BinnedColumn,
  counts: Float64Array,
  rules: SplitRules,
): Split | null {
  const { k, weight } = rules;
  const missing = counts.subarray(MISSING_BIN * k, (MISSING_BIN + 1) * k);
  const absent = missing.reduce((sum, value) => sum + value, 0);
  if (absent === weight) return null;
  if (column.cuts === null) return levelSplit(index, column.count, counts, rules);
  const below = cutSplit(index, column.count, counts, rules, missing, absent);
  if (absent === 0) return below;
  const above = cutSplit(index, column.count, counts, rules, null, 0);
  return better(above, below) ? above : below;
}

/** True when the first is purer by more than a tie. */
export function better(first: Split | null, second: Split | null): boolean {
  if (first === null) return false;
  return second === null || first.score > second.score * (1 + TIE);
}

/** "At least the cut" against the rest; rows without a value below it, when they are given, else above. */
function cutSplit(
  index: number,
  count: number,
  counts: Float64Array,
  { k, minLeaf, totals, weight }: SplitRules,
  missing: Float64Array | null,
  absent: number,
): Split | null {
  const low = missing === null ? new Float64Array(k) : Float64Array.from(missing);
  let lowWeight = absent;
  let best: Split | null = null;
  for (let cut = 1; cut < count; cut++) {
    const base = (cut - 1) * k;
    for (let segment = 0; segment < k; segment++) {
      const added = counts[base + segment]!;
      low[segment]! += added;
      lowWeight += added;
    }
    const highWeight = weight - lowWeight;
    if (!(lowWeight >= minLeaf && highWeight >= minLeaf && lowWeight > 0 && highWeight > 0)) continue;
    let lowSquares = 0;
    let highSquares = 0;
    for (let segment = 0; segment < k; segment++) {
      const value = low[segment]!;
      const rest = totals[segment]! - value;
      lowSquares += value * value;
      highSquares += rest * rest;
    }
    const score = lowSquares / lowWeight + highSquares / highWeight;
    if (best === null || score > best.score * (1 + TIE))
      best = { column: index, from: cut, to: count, missing: missing === null ? 'yes' : 'no', score };
  }
  return best;
}

/** One level against all others and those without a value. */
function levelSplit(
  index: number,
  count: number,
  counts: Float64Array,
  { k, minLeaf, totals, weight }: SplitRules,
): Split | null {
  let best: Split | null = null;
  for (let level = 0; level < count; level++) {
    let own = 0;
    let squares = 0;
    let restSquares = 0;
    for (let segment = 0; segment < k; segment++) {
      const value = counts[level * k + segment]!;
      const rest = totals[segment]! - value;
      own += value;
      squares += value * value;
      restSquares += rest * rest;
    }
    const others = weight - own;
    if (!(own >= minLeaf && others >= minLeaf && own > 0 && others > 0)) continue;
    const score = squares / own + restSquares / others;
    if (best === null || score > best.score * (1 + TIE))
      best = { column: index, from: level, to: level + 1, missing: 'no', score };
  }
  return best;
}
