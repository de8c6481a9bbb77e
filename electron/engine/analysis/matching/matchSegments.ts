// Which segment of a new division is which of the old one, and which were born, died, were split or merged.
import type { Labels } from '../matrix.ts';
import { assignMost } from './assignment.ts';

/** Customers of both divisions, counted by old and new segment. */
export interface Overlap {
  readonly before: number;
  readonly after: number;
  /** before × after */
  readonly counts: Float64Array;
  /** Members of each segment who are in both divisions. */
  readonly beforeSizes: Float64Array;
  readonly afterSizes: Float64Array;
}

/** What became of segments; numbers are those of the old (`from`) and the new (`to`) division. */
export type SegmentFate =
  | {
      readonly kind: 'kept';
      readonly from: number;
      readonly to: number;
      readonly stayed: number;
      readonly jaccard: number;
    }
  | { readonly kind: 'split'; readonly from: number; readonly to: readonly number[] }
  | { readonly kind: 'merged'; readonly from: readonly number[]; readonly to: number }
  | { readonly kind: 'born'; readonly to: number }
  | { readonly kind: 'died'; readonly from: number };

export interface SegmentMatch {
  /** Old segment whose identity each new one carries on; −1 = none. */
  readonly identity: Int32Array;
  readonly fates: readonly SegmentFate[];
}

/**
 * Least Jaccard similarity (common ÷ all members of both) of two segments that are the same. Below one third a segment
 * of stable size has lost more than half of its members.
 */
export const SAME_JACCARD = 1 / 3;
/** From here on a segment is held for the same without being asked (Hennig 2007: 0.75 and more is a stable cluster). */
export const SURE_JACCARD = 0.75;
/** Share of its members that a segment gives to (or has from) each part of a split (or merger). */
export const PART_SHARE = 0.25;
/** The parts of a split are mostly made of it, what goes into a merger mostly goes there. */
const MOSTLY = 0.5;

/** Counts customers who have a segment in both; −1 = in none. Arrays of the same customers in the same order. */
export function overlapOf(beforeLabels: Labels, afterLabels: Labels, before: number, after: number): Overlap {
  const counts = new Float64Array(before * after);
  const beforeSizes = new Float64Array(before);
  const afterSizes = new Float64Array(after);
  for (let row = 0; row < beforeLabels.length; row++) {
    const from = beforeLabels[row]!;
    const to = afterLabels[row]!;
    if (from < 0 || to < 0) continue;
    counts[from * after + to]! += 1;
    beforeSizes[from]! += 1;
    afterSizes[to]! += 1;
  }
  return { before, after, counts, beforeSizes, afterSizes };
}

/**
 * Pairs segments so that the sum of their Jaccard similarities is largest (Hungarian method); pairs below
 * `SAME_JACCARD` are none. Then what is left is explained: a segment that gives at least `PART_SHARE` of its members to
 * each of two or more new ones, which are mostly made of it, was split; one that has as much from each of two or more
 * old ones, which mostly went there, was merged. The pair of a split or merger keeps the name. What is neither was born
 * or died.
 */
export function matchSegments(overlap: Overlap): SegmentMatch {
  const { before, after, counts, beforeSizes, afterSizes } = overlap;
  const common = (from: number, to: number): number => counts[from * after + to]!;
  const jaccard = (from: number, to: number): number => {
    const all = beforeSizes[from]! + afterSizes[to]! - common(from, to);
    return all > 0 ? common(from, to) / all : 0;
  };
  const gains = Float64Array.from(counts, (_, cell) => jaccard(Math.floor(cell / after), cell % after));
  const pairs = assignMost(gains, before, after);
  const identity = new Int32Array(after).fill(-1);
  pairs.forEach((to, from) => {
    if (to >= 0 && jaccard(from, to) >= SAME_JACCARD) identity[to] = from;
  });
  const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  const gives = (from: number, to: number): number => shareOf(common(from, to), beforeSizes[from]!);
  const has = (from: number, to: number): number => shareOf(common(from, to), afterSizes[to]!);
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);
  // A segment that goes on under its own name is no part of another's split or merger.
  const splits = numbers(before).map((from) =>
    numbers(after).filter(
      (to) =>
        (identity[to] === -1 || identity[to] === from) &&
        gives(from, to) >= PART_SHARE &&
        has(from, to) >= MOSTLY,
    ),
  );
  const mergers = numbers(after).map((to) =>
    numbers(before).filter(
      (from) =>
        (identity[to] === from || !identity.includes(from)) &&
        has(from, to) >= PART_SHARE &&
        gives(from, to) >= MOSTLY,
    ),
  );
  inherit(identity, splits, mergers, common);
  const fates: SegmentFate[] = [];
  const explainedTo = new Set<number>();
  const explainedFrom = new Set<number>();
  splits.forEach((to, from) => {
    if (to.length < 2) return;
    fates.push({ kind: 'split', from, to });
    for (const one of to) explainedTo.add(one);
    explainedFrom.add(from);
  });
  mergers.forEach((from, to) => {
    if (from.length < 2) return;
    fates.push({ kind: 'merged', from, to });
    for (const one of from) explainedFrom.add(one);
    explainedTo.add(to);
  });
  identity.forEach((from, to) => {
    if (from >= 0 && !explainedTo.has(to) && !explainedFrom.has(from)) {
      const stayed = common(from, to);
      fates.push({ kind: 'kept', from, to, stayed, jaccard: jaccard(from, to) });
    }
    if (from >= 0) {
      explainedTo.add(to);
      explainedFrom.add(from);
    }
  });
  for (const to of numbers(after)) if (!explainedTo.has(to)) fates.push({ kind: 'born', to });
  for (const from of numbers(before)) if (!explainedFrom.has(from)) fates.push({ kind: 'died', from });
  return { identity, fates };
}

/** The largest part of a split, and the largest of what was merged, pass the name on where no pair does. */
function inherit(
  identity: Int32Array,
  splits: readonly (readonly number[])[],
  mergers: readonly (readonly number[])[],
  common: (from: number, to: number) => number,
): void {
  splits.forEach((to, from) => {
    if (to.length < 2 || identity.includes(from)) return;
    const largest = to.toSorted((a, b) => common(from, b) - common(from, a) || a - b);
    const heir = largest.find((one) => identity[one] === -1);
    if (heir !== undefined) identity[heir] = from;
  });
  mergers.forEach((from, to) => {
    if (from.length < 2 || identity[to] !== -1) return;
    const largest = from.toSorted((a, b) => common(b, to) - common(a, to) || a - b);
    const source = largest.find((one) => !identity.includes(one));
    if (source !== undefined) identity[to] = source;
  });
}
