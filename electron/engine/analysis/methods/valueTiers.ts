// Value tiers: ABC by parts of the whole value, or groups of equal size. Equal values are never parted.
import { AppError } from '../../../../shared/errors.ts';
import type { TierSettings } from '../../../../shared/model/division.ts';
import { sortedWithWeights, weightedQuantile } from '../stats/quantiles.ts';
import { unevenWeights, type Weights } from '../weights.ts';
import { classDivision, clustersOf } from './classes.ts';
import type { MethodInput, MixedTable } from './input.ts';
import type { Solution, TierModel } from './solution.ts';

/** @throws AppError `FEATURE-UNKNOWN` */
function valueColumn(table: MixedTable, name: string): Float64Array {
  const column = table.numbers.find((one) => one.name === name);
  if (!column) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  return column.values;
}

/**
 * The lowest value of each tier but the last, best first. A tier begins where what the better customers bring together
 * reaches the parts before it: the customer who crosses the line still belongs to the better tier. Values of 0 and
 * below bring nothing and are never in a better tier than the last.
 */
function cutsByShare(values: Float64Array, shares: readonly number[], weights: Weights): readonly number[] {
  const { values: sorted, cumulative } = sortedWithWeights(values, weights);
  const worth = (at: number): number =>
    cumulative === null ? 1 : cumulative[at]! - (at > 0 ? cumulative[at - 1]! : 0);
  let total = 0;
  for (let at = 0; at < sorted.length; at++) total += worth(at) * Math.max(0, sorted[at]!);
  const tiers = tierCount(shares);
  const cuts: number[] = [];
  let brought = 0;
  let line = 0;
  let at = sorted.length - 1;
  for (let tier = 0; tier < tiers - 1; tier++) {
    line += shares[tier]!;
    let lowest = cuts.at(-1) ?? Infinity;
    // A hair of tolerance: 0.8 + 0.15 of the whole is not exactly 0.95 of it.
    for (; at >= 0 && sorted[at]! > 0 && brought < (line - 1e-12) * total; at--) {
      lowest = sorted[at]!;
      brought += worth(at) * lowest;
    }
    cuts.push(lowest);
  }
  return cuts;
}

/** Parts that do not reach 1 leave a last tier for the rest. */
function tierCount(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum < 1 - 1e-9 ? shares.length + 1 : shares.length;
}

/** Type-7 quantiles from the top: a value on the line belongs to the better group. */
function cutsBySize(values: Float64Array, groups: number, weights: Weights): readonly number[] {
  const sorted = sortedWithWeights(values, weights);
  if (sorted.values.length === 0) return [];
  return Array.from({ length: groups - 1 }, (_, at) => weightedQuantile(sorted, 1 - (at + 1) / groups));
}

/** The first tier whose lowest value the row reaches; −1 without a value. */
function classesOf(values: Float64Array, cuts: readonly (number | null)[]): Int16Array {
  return Int16Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const tier = cuts.findIndex((cut) => cut !== null && value >= cut);
    return tier < 0 ? cuts.length : tier;
  });
}

/** @throws AppError `FEATURE-UNKNOWN` */
export function valueTiers({ table, weights: given }: MethodInput, settings: TierSettings): Solution {
  const values = valueColumn(table, settings.value);
  const weights = unevenWeights(given);
  const found =
    settings.by === 'shares'
      ? cutsByShare(values, settings.shares, weights)
      : cutsBySize(values, settings.groups, weights);
  // Infinity (a tier nobody can reach) has no JSON.
  const cuts = found.map((cut) => (Number.isFinite(cut) ? cut : null));
  const { k, labels, sizes, clusters } = classDivision(classesOf(values, cuts), cuts.length + 1);
  const model: TierModel = { method: 'tiers', value: settings.value, cuts, clusters };
  return { k, labels, sizes, model, facts: { classes: clusters, tierCuts: cuts } };
}

/** By the stored lowest values. @throws AppError `FEATURE-UNKNOWN` */
export function assignTiers({ value, cuts, clusters }: TierModel, table: MixedTable): Int16Array {
  return clustersOf(classesOf(valueColumn(table, value), cuts), clusters);
}
