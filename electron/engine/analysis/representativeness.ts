// How far a distribution here is from the reference: per level and in three figures for the whole variable.
import type { Weights } from './weights.ts';
import { chiSquareUpper } from './stats/chiSquare.ts';

export interface LevelGap {
  /** Rows with this level. */
  readonly count: number;
  /** 0..1, of the rows whose level is known. */
  readonly here: number;
  readonly reference: number;
  /** here − reference */
  readonly gap: number;
}

export interface ReferenceDistance {
  readonly levels: readonly LevelGap[];
  /** Rows with a level of the reference, and what they are worth after weighting (Kish). */
  readonly n: number;
  readonly effectiveN: number;
  readonly missing: number;
  /** Total variation: half the sum of the absolute gaps, 0..1: the share that stands in the wrong level. */
  readonly totalVariation: number;
  /** Level with the largest absolute gap; −1 without rows. */
  readonly largest: number;
  /**
   * Pearson's goodness of fit and its p; with weights first-order corrected (Rao & Scott 1981): shares are compared
   * as if observed on the effective number of customers. Null with fewer than two levels or without rows.
   */
  readonly chiSquare: { readonly value: number; readonly degrees: number; readonly p: number } | null;
}

/** @param targets wanted shares; only their proportions count. Codes of −1 are missing. */
export function referenceDistance(
  codes: Int32Array,
  targets: readonly number[],
  weights: Weights = null,
): ReferenceDistance {
  const counts = new Float64Array(targets.length);
  const sums = new Float64Array(targets.length);
  let total = 0;
  let squares = 0;
  let n = 0;
  codes.forEach((code, row) => {
    if (code < 0 || code >= targets.length) return;
    const weight = weights === null ? 1 : weights[row]!;
    counts[code]! += 1;
    sums[code]! += weight;
    total += weight;
    squares += weight * weight;
    n++;
  });
  const wanted = targets.reduce((sum, target) => sum + target, 0);
  const levels = targets.map((target, level) => {
    const here = total > 0 ? sums[level]! / total : 0;
    const reference = wanted > 0 ? target / wanted : 0;
    return { count: counts[level]!, here, reference, gap: here - reference };
  });
  const sizes = levels.map(({ gap }) => Math.abs(gap));
  const effectiveN = squares > 0 ? (total * total) / squares : 0;
  return {
    levels,
    n,
    effectiveN,
    missing: codes.length - n,
    totalVariation: total > 0 ? sizes.reduce((sum, size) => sum + size, 0) / 2 : 0,
    largest: total > 0 ? sizes.indexOf(Math.max(...sizes)) : -1,
    chiSquare: chiSquareOf(levels, effectiveN),
  };
}

function chiSquareOf(levels: readonly LevelGap[], n: number): ReferenceDistance['chiSquare'] {
  const used = levels.filter(({ here, reference }) => here > 0 || reference > 0);
  if (used.length < 2 || n === 0) return null;
  const value = used.reduce(
    (sum, { gap, reference }) => sum + (reference > 0 ? (n * gap * gap) / reference : Infinity),
    0,
  );
  const degrees = used.length - 1;
  return { value, degrees, p: chiSquareUpper(value, degrees) };
}
