// What sets each segment apart: every feature and category of every segment against everyone.
import type { CategoryColumn } from './oneHot.ts';
import type { Checkpoint, Labels } from './matrix.ts';
import { type MeanCell, meanCell, type ShareCell } from './profileCells.ts';
import { associationOf, shareCells } from './profileShares.ts';
import { mergeSummaries } from './stats/merge.ts';
import { type MeanSummary, summariseWeighted } from './stats/moments.ts';
import { benjaminiHochberg } from './stats/multiplicity.ts';
import { sortedWithWeights, weightedQuantile } from './stats/quantiles.ts';
import { takeWeights, type Weights } from './weights.ts';

export { centroidDistances, type CentroidDistances, borderRows, typicalRows } from './centroidDistances.ts';
export { type HistogramSet, histograms } from './histograms.ts';
export type { MeanCell, ShareCell } from './profileCells.ts';

export interface ProfileInput {
  /** One array per feature, a value per customer; NaN = missing. Raw units, not scaled. */
  readonly features: readonly ArrayLike<number>[];
  readonly categories?: readonly CategoryColumn[];
  /** One per customer: means and shares are then those of the reference population, tests use effective numbers. */
  readonly weights?: Weights;
}

/** A feature over all customers. What is not finite is null. */
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
  /** Per category, Cramér's V with the segments, 0..1; null when one of the two has a single level. */
  readonly associations: readonly (number | null)[];
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
  const { categories = [], weights = null } = input;
  const parts = input.features.length + categories.length;
  const everyone: FeatureSummary[] = [];
  const means: MeanCell[] = [];
  const shares: ShareCell[] = [];
  const associations: (number | null)[] = [];
  for (const [feature, values] of input.features.entries()) {
    yield { share: feature / parts };
    everyone.push(featureSummary(values, weights));
    means.push(...(yield* featureCells(feature, values, weights, labels, k, feature / parts)));
  }
  for (const [index, category] of categories.entries()) {
    yield { share: (input.features.length + index) / parts };
    shares.push(...shareCells(index, category, weights, labels, k));
    associations.push(associationOf(category, weights, labels, k));
  }
  return withAdjustedP({ everyone, means, shares, associations });
}

function featureSummary(values: ArrayLike<number>, weights: Weights): FeatureSummary {
  const { n, mean, variance, min, max } = summariseWeighted(values, weights);
  const some = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const median = weightedQuantile(sortedWithWeights(values, weights), 0.5);
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
  weights: Weights,
  labels: Labels,
  k: number,
  share: number,
): Generator<Checkpoint, readonly MeanCell[]> {
  const groups = rowsByLabel(labels, k).map((rows) => ({
    values: Float64Array.from(rows, (row) => values[row] ?? NaN),
    weights: takeWeights(weights, rows),
  }));
  const summaries: readonly MeanSummary[] = groups.map((group) =>
    summariseWeighted(group.values, group.weights),
  );
  const cells: MeanCell[] = [];
  for (const [segment, group] of groups.slice(0, k).entries()) {
    yield { share };
    const rest = mergeSummaries(summaries.filter((_, other) => other !== segment));
    const median = weightedQuantile(sortedWithWeights(group.values, group.weights), 0.5);
    cells.push(meanCell({ segment, feature }, summaries[segment]!, rest, median));
  }
  return cells;
}

/** Rows of segments 0..k−1, then those in no segment. */
function rowsByLabel(labels: Labels, k: number): readonly Int32Array[] {
  const sizes = new Int32Array(k + 1);
  for (const label of labels) sizes[label < 0 ? k : label]! += 1;
  const groups = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(k + 1);
  labels.forEach((label, row) => {
    const group = label < 0 ? k : label;
    groups[group]![filled[group]!] = row;
    filled[group]! += 1;
  });
  return groups;
}

function withAdjustedP({ everyone, means, shares, associations }: Profile): Profile {
  const tested = [...means, ...shares].map(({ p }) => p).filter((p) => p !== null);
  const adjusted = benjaminiHochberg(tested).values();
  const adjust = <T extends { readonly p: number | null }>(
    cell: T,
  ): T & { readonly pAdjusted: number | null } => ({
    ...cell,
    pAdjusted: cell.p === null ? null : (adjusted.next().value ?? null),
  });
  return { everyone, means: means.map(adjust), shares: shares.map(adjust), associations };
}
