// Columns cut into at most 255 steps of one byte, so that trees and rules are searched in counts and not in rows.
import type { Checkpoint } from '../matrix.ts';
import type { CategoryColumn } from '../oneHot.ts';
import type { Weights } from '../weights.ts';
import type { RuleInput } from './conditions.ts';
import { cutsOf } from './cuts.ts';

/** Step of a missing value. */
export const MISSING_BIN = 255;
const MAX_BINS = 255;
/** Steps per column for what people read: enough to be right, few enough for round numbers. */
export const EXPLAIN_STEPS = 64;

/** One column to make conditions on. */
export interface BinnedColumn {
  /** Step of each row, or `MISSING_BIN`, which satisfies no condition. */
  readonly bins: Uint8Array;
  readonly count: number;
  /** Numeric columns: lower bound of steps 1, 2, …; null for a category. */
  readonly cuts: readonly number[] | null;
  /** Categories: the level of each step; null for numbers. */
  readonly levels: readonly number[] | null;
}

/** Numeric columns first, then the categories, in their order. */
export type BinnedTable = readonly BinnedColumn[];

/**
 * Bins all columns of a table.
 * @param steps of a numeric column, 2..255; fewer steps make rounder numbers
 */
export function* binTable(input: RuleInput, steps: number): Generator<Checkpoint, BinnedTable> {
  const columns: BinnedColumn[] = [];
  for (const values of input.features) {
    const cuts = cutsOf(values, Math.min(steps, MAX_BINS), input.weights);
    columns.push({ bins: stepsOf(values, cuts), count: cuts.length + 1, cuts, levels: null });
    yield { share: columns.length / input.features.length };
  }
  columns.push(...(input.categories ?? []).map((column) => categoryBins(column, input.weights ?? null)));
  return columns;
}

/** Number of cuts at or below each value. */
function stepsOf(values: ArrayLike<number>, cuts: readonly number[]): Uint8Array {
  const bins = new Uint8Array(values.length);
  // Padded to 256 so that every search takes the same eight steps.
  const bounds = new Float64Array(256).fill(Infinity);
  bounds.set(cuts);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    let at = 0;
    for (let jump = 128; jump > 0; jump >>= 1) if (bounds[at + jump - 1]! <= value) at += jump;
    bins[row] = Number.isFinite(value) ? at : MISSING_BIN;
  }
  return bins;
}

/** Its levels in order of frequency, ties by code; those beyond the 254 most frequent share a last, nameless step. */
function categoryBins({ codes, levels }: CategoryColumn, weights: Weights): BinnedColumn {
  const counts = new Float64Array(levels);
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! >= 0) counts[codes[row]!]! += weights === null ? 1 : weights[row]!;
  const used = Array.from(counts.keys()).filter((level) => counts[level]! > 0);
  used.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const named = used.slice(0, MAX_BINS - 1);
  const stepOf = new Uint8Array(levels).fill(named.length);
  named.forEach((level, step) => {
    stepOf[level] = step;
  });
  const bins = Uint8Array.from(codes, (code) => (code < 0 ? MISSING_BIN : stepOf[code]!));
  return { bins, count: named.length, cuts: null, levels: named };
}
