// The shares of one category's levels in every segment, against everyone else.
import type { Labels } from './matrix.ts';
import type { CategoryColumn } from './oneHot.ts';
import { cramersV } from './stats/effects.ts';
import { type ShareCell, shareCell, type ShareGroup } from './profileCells.ts';
import type { Weights } from './weights.ts';

/** Sums per group (segments 0..k−1, then those in none) and level. */
interface Tables {
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  /** Sum of squared weights per group, over all levels. */
  readonly squares: Float64Array;
}

function tablesOf({ codes, levels }: CategoryColumn, given: Weights, labels: Labels, k: number): Tables {
  const counts = new Float64Array((k + 1) * levels);
  const weights = given === null ? counts : new Float64Array((k + 1) * levels);
  const squares = new Float64Array(k + 1);
  codes.forEach((code, row) => {
    if (code < 0) return;
    const label = labels[row]!;
    const group = label < 0 ? k : label;
    counts[group * levels + code]! += 1;
    if (given === null) return;
    const weight = given[row]!;
    weights[group * levels + code]! += weight;
    squares[group]! += weight * weight;
  });
  return { counts, weights, squares };
}

/** Level by level, in each the segments; levels nobody has are left out. */
export function shareCells(
  category: number,
  column: CategoryColumn,
  weights: Weights,
  labels: Labels,
  k: number,
): readonly ShareCell[] {
  const { levels } = column;
  const tables = tablesOf(column, weights, labels, k);
  const groups = Array.from({ length: k + 1 }, (_, group) => group);
  const perGroup = (table: Float64Array): number[] =>
    groups.map((group) => sum(table.subarray(group * levels, (group + 1) * levels)));
  const people = perGroup(tables.counts);
  const worth = weights === null ? people : perGroup(tables.weights);
  const squares = weights === null ? people : tables.squares;
  /** The groups together. */
  const tally = (members: readonly number[], level: number): ShareGroup => {
    const over = (pick: (group: number) => number): number =>
      members.reduce((total, group) => total + pick(group), 0);
    const weight = over((group) => worth[group]!);
    const squared = over((group) => squares[group]!);
    return {
      count: over((group) => tables.counts[group * levels + level]!),
      n: over((group) => people[group]!),
      levelWeight: over((group) => tables.weights[group * levels + level]!),
      weight,
      effectiveN: squared > 0 ? (weight * weight) / squared : 0,
    };
  };
  const cells: ShareCell[] = [];
  for (let level = 0; level < levels; level++) {
    if (!groups.some((group) => tables.counts[group * levels + level]! > 0)) continue;
    for (let segment = 0; segment < k; segment++) {
      const others = groups.filter((group) => group !== segment);
      cells.push(shareCell({ segment, category, level }, tally([segment], level), tally(others, level)));
    }
  }
  return cells;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Cramér's V of segments × levels over the customers of segments (their weights, where they have some). */
export function associationOf(
  column: CategoryColumn,
  weights: Weights,
  labels: Labels,
  k: number,
): number | null {
  const tables = tablesOf(column, weights, labels, k);
  return cramersV(tables.weights, k, column.levels);
}
