// What weights change: every mean and share of everyone, without and with them, the biggest difference first.
import type { WeightedChange } from '../../../shared/model/reference.ts';
import { summarise, summariseWeighted } from '../analysis/stats/moments.ts';
import type { CategoryFeature, FeatureTable, NumberFeature } from '../db/featureTable.ts';

/** Levels of categories fewer have say little about anyone. */
const MIN_SHARE = 0.01;

function meanChange({ facts, values }: NumberFeature, weights: Float64Array): WeightedChange[] {
  const plain = summarise(values);
  const weighted = summariseWeighted(values, weights);
  const effect = (weighted.mean - plain.mean) / Math.sqrt(plain.variance);
  if (!Number.isFinite(effect)) return [];
  const { name, label, builtIn, unit } = facts;
  const [unweighted, after] = [plain.mean, weighted.mean];
  return [{ feature: name, label, builtIn, unit, level: null, unweighted, weighted: after, effect }];
}

function shareChanges(
  { facts, codes, levels }: CategoryFeature,
  weights: Float64Array,
): readonly WeightedChange[] {
  const counts = new Float64Array(levels.length);
  const sums = new Float64Array(levels.length);
  let n = 0;
  let total = 0;
  codes.forEach((code, row) => {
    if (code < 0) return;
    counts[code]! += 1;
    sums[code]! += weights[row]!;
    n++;
    total += weights[row]!;
  });
  const { name, label, builtIn, unit } = facts;
  const angle = (share: number): number => 2 * Math.asin(Math.sqrt(Math.min(1, share)));
  return levels.flatMap((level, at) => {
    const unweighted = counts[at]! / n;
    const weighted = sums[at]! / total;
    if (!(Math.max(unweighted, weighted) >= MIN_SHARE)) return [];
    const effect = angle(weighted) - angle(unweighted);
    return [{ feature: name, label, builtIn, unit, level, unweighted, weighted, effect }];
  });
}

/** @param without features whose reference is what the weights are made from: that these change is the point */
export function weightedChanges(
  { numbers, categories }: FeatureTable,
  weights: Float64Array,
  { without, count }: { readonly without: ReadonlySet<string>; readonly count: number },
): WeightedChange[] {
  return [
    ...numbers.flatMap((feature) => meanChange(feature, weights)),
    ...categories.flatMap((feature) => shareChanges(feature, weights)),
  ]
    .filter(({ feature }) => !without.has(feature))
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, count);
}
