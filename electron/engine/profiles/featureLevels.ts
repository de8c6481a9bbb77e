// The present distribution of a feature, in its own levels or in bands.
import type { FeatureLevels } from '../../../shared/model/reference.ts';
import { bandLevel, bandsBetween } from '../../../shared/model/referenceBands.ts';
import { AppError } from '../../../shared/errors.ts';
import { quantile, sortedFinite } from '../analysis/stats.ts';
import { currentFeatures, loadFeatures } from '../db/featureTable.ts';
import type { CategoryFeature, NumberFeature } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';

/** The bands of most population statistics. */
const AGE_CUTS = [15, 25, 35, 45, 55, 65];
const BANDS = 5;
const MAX_LEVELS = 200;

type Levels = FeatureLevels['levels'];

function usualCuts(name: string, sorted: Float64Array): readonly number[] {
  if (name === 'age') return AGE_CUTS;
  const shares = Array.from({ length: BANDS - 1 }, (_, at) => (at + 1) / BANDS);
  const cuts = shares.map((share) => Number(quantile(sorted, share).toPrecision(2)));
  return [...new Set(cuts)].filter(Number.isFinite).toSorted((a, b) => a - b);
}

function bandLevels({ facts, values }: NumberFeature, cuts: readonly number[] | undefined): Levels {
  const sorted = sortedFinite(values);
  const whole = sorted.every(Number.isInteger);
  const used = (cuts ?? usualCuts(facts.name, sorted)).toSorted((a, b) => a - b);
  const yesNo = facts.type === 'boolean';
  return bandsBetween(yesNo ? [0.5] : [...new Set(used)]).map((band, at) => {
    const inside = sorted.filter(
      (value) => value >= (band.from ?? -Infinity) && value < (band.to ?? Infinity),
    );
    const level = yesNo ? String(at) : bandLevel(band, whole);
    const share = sorted.length > 0 ? inside.length / sorted.length : 0;
    return { level, ...band, count: inside.length, share };
  });
}

function wordLevels({ codes, levels }: CategoryFeature): Levels {
  const counts = new Int32Array(levels.length);
  let n = 0;
  for (const code of codes) {
    if (code < 0) continue;
    counts[code]! += 1;
    n++;
  }
  return levels
    .map((level, at) => ({
      level,
      from: null,
      to: null,
      count: counts[at]!,
      share: n > 0 ? counts[at]! / n : 0,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MAX_LEVELS);
}

/** @throws AppError FEATURE-UNKNOWN */
export function featureLevels(
  db: ReadDb,
  { feature, cuts }: { readonly feature: string; readonly cuts?: readonly number[] | undefined },
): FeatureLevels {
  const run = currentFeatures(db);
  const table = run && loadFeatures(db, run);
  const number = table?.numbers.find(({ facts }) => facts.name === feature);
  const category = table?.categories.find(({ facts }) => facts.name === feature);
  const found = number ?? category;
  if (!table || !found) throw new AppError('FEATURE-UNKNOWN', { feature });
  const { facts } = found;
  return {
    feature,
    label: facts.label,
    builtIn: facts.builtIn,
    kind: facts.type,
    n: table.summary.customers - facts.missing,
    missing: facts.missing,
    levels: number ? bandLevels(number, cuts) : category ? wordLevels(category) : [],
  };
}
