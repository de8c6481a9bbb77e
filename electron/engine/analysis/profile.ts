// What sets each segment apart: every feature and category of every segment against everyone.
import type { CategoryColumn } from './oneHot.ts';
import type { Checkpoint, Labels } from './matrix.ts';
import { type MeanCell, meanCell, type ShareCell, shareCell } from './profileCells.ts';
import { mergeSummaries } from './stats/merge.ts';
import { type MeanSummary, summarise } from './stats/moments.ts';
import { benjaminiHochberg } from './stats/multiplicity.ts';
import { quantile, sortedFinite } from './stats/quantiles.ts';

export { centroidDistances, type CentroidDistances, borderRows, typicalRows } from './centroidDistances.ts';
export { type HistogramSet, histograms } from './histograms.ts';
export type { MeanCell, ShareCell } from './profileCells.ts';

export interface ProfileInput {
  /** One array per feature, a value per customer; NaN = missing. Raw units, not scaled. */
  readonly features: readonly ArrayLike<number>[];
  readonly categories?: readonly CategoryColumn[];
}

/** A feature over all customers. NaN fields become null. */
export interface FeatureSummary {
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface Profile {
  /** Everyone, per feature. */
  readonly everyone: readonly FeatureSummary[];
  /** Feature by feature, in each the segments 0..k−1: `means[feature * k + segment]`. */
  readonly means: readonly MeanCell[];
  /** Category by category, level by level, in each the segments; levels nobody has are left out. */
  readonly shares: readonly ShareCell[];
}

/**
 * Compares every segment with everyone else. Rows labelled −1 count among everyone. Means are tested
 * by Welch's t against the rest, shares by the two-sample z test; p-values are adjusted together
 * (Benjamini–Hochberg) over all cells of the profile.
 * @param k number of segments, also those without rows (their cells hold null)
 */
export function* profileSegments(
  input: ProfileInput,
  labels: Labels,
  k: number,
): Generator<Checkpoint, Profile> {
  const categories = input.categories ?? [];
  const parts = input.features.length + categories.length;
  const everyone: FeatureSummary[] = [];
  const means: MeanCell[] = [];
  const shares: ShareCell[] = [];
  for (const [feature, values] of input.features.entries()) {
    yield { share: feature / parts };
    everyone.push(featureSummary(values));
    means.push(...(yield* featureCells(feature, values, labels, k, feature / parts)));
  }
  for (const [index, category] of categories.entries()) {
    yield { share: (input.features.length + index) / parts };
    shares.push(...categoryCells(index, category, labels, k));
  }
  return withAdjustedP({ everyone, means, shares });
}

function featureSummary(values: ArrayLike<number>): FeatureSummary {
  const { n, mean, variance, min, max } = summarise(values);
  const some = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const median = quantile(sortedFinite(values), 0.5);
  return {
    n,
    mean: some(mean),
    median: some(median),
    sd: some(Math.sqrt(variance)),
    min: some(min),
    max: some(max),
  };
}

function* featureCells(
  feature: number,
  values: ArrayLike<number>,
  labels: Labels,
  k: number,
  share: number,
): Generator<Checkpoint, readonly MeanCell[]> {
  const groups = splitByLabel(values, labels, k);
  const summaries: readonly MeanSummary[] = groups.map(summarise);
  const cells: MeanCell[] = [];
  for (const [segment, group] of groups.slice(0, k).entries()) {
    yield { share };
    const rest = mergeSummaries(summaries.filter((_, other) => other !== segment));
    cells.push(meanCell({ segment, feature }, summaries[segment]!, rest, quantile(sortedFinite(group), 0.5)));
  }
  return cells;
}

/** Values of segments 0..k−1, then those of rows in no segment. */
function splitByLabel(values: ArrayLike<number>, labels: Labels, k: number): readonly Float64Array[] {
  const sizes = new Int32Array(k + 1);
  for (const label of labels) sizes[label < 0 ? k : label]! += 1;
  const groups = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(k + 1);
  labels.forEach((label, row) => {
    const group = label < 0 ? k : label;
    groups[group]![filled[group]!] = values[row] ?? NaN;
    filled[group]! += 1;
  });
  return groups;
}

function categoryCells(
  category: number,
  column: CategoryColumn,
  labels: Labels,
  k: number,
): readonly ShareCell[] {
  const { levels } = column;
  const counts = new Int32Array((k + 1) * levels);
  column.codes.forEach((code, row) => {
    if (code < 0) return;
    const label = labels[row]!;
    counts[(label < 0 ? k : label) * levels + code]! += 1;
  });
  const perGroup = Array.from({ length: k + 1 }, (_, group) =>
    sum(counts.subarray(group * levels, (group + 1) * levels)),
  );
  const everyone = sum(perGroup);
  const cells: ShareCell[] = [];
  for (let level = 0; level < levels; level++) {
    const total = sum(Array.from({ length: k + 1 }, (_, group) => counts[group * levels + level]!));
    if (total === 0) continue;
    for (let segment = 0; segment < k; segment++) {
      const here = { count: counts[segment * levels + level]!, n: perGroup[segment]! };
      const rest = { count: total - here.count, n: everyone - here.n };
      cells.push(shareCell({ segment, category, level }, here, rest));
    }
  }
  return cells;
}

function withAdjustedP({ everyone, means, shares }: Profile): Profile {
  const tested = [...means, ...shares].map(({ p }) => p).filter((p) => p !== null);
  const adjusted = benjaminiHochberg(tested).values();
  const adjust = <T extends { readonly p: number | null }>(
    cell: T,
  ): T & { readonly pAdjusted: number | null } => ({
    ...cell,
    pAdjusted: cell.p === null ? null : (adjusted.next().value ?? null),
  });
  return { everyone, means: means.map(adjust), shares: shares.map(adjust) };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
}
