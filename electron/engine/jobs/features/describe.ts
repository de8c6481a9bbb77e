// What the interface shows of a feature, and what we propose: use it for clustering? take its log? is it a twin?
import type { Feature } from '../../../../shared/model/feature.ts';
import { TWIN_MIN_ROWS, TWIN_STRENGTH } from '../../analysis/features/redundancy.ts';
import { suggestLog } from '../../analysis/scale.ts';
import { quantile, sortedFinite } from '../../analysis/stats.ts';
import { summariseWeighted } from '../../analysis/stats/moments.ts';
import { sortedWithWeights, weightedQuantile } from '../../analysis/stats/quantiles.ts';
import type { Weights } from '../../analysis/weights.ts';
import type { FeatureFacts } from '../../db/featureTable.ts';
import { letGo } from '../../letGo.ts';
import type { DraftFeature } from './draft.ts';

const BARS = 16;
const TOP_LEVELS = 12;
/** More than this share missing: not proposed. */
const MAX_MISSING = 0.45;
const MAX_PROPOSED = 12;
/** Of the built-in features these are; the others are there to be chosen. */
const PROPOSED_BUILT_INS: readonly string[] = ['recency', 'frequency', 'monetary', 'age'];

function bins(sorted: Float64Array): Feature['bars'] {
  const low = sorted[0];
  const high = quantile(sorted, 0.99);
  if (low === undefined || !(high > low)) return [];
  const width = (high - low) / BARS;
  const counts = new Array<number>(BARS).fill(0);
  for (const value of sorted) counts[Math.min(BARS - 1, Math.floor((value - low) / width))]! += 1;
  return counts.map((count, bin) => ({
    label: '',
    from: low + bin * width,
    to: low + (bin + 1) * width,
    count,
  }));
}

const some = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The figures of a number that weights change. */
export function numberFigures(
  values: Float64Array,
  weights: Weights,
): Pick<Feature, 'mean' | 'sd' | 'median'> {
  const { mean, variance } = summariseWeighted(values, weights);
  const median = weightedQuantile(sortedWithWeights(values, weights), 0.5);
  return { mean: some(mean), sd: some(Math.sqrt(variance)), median: some(median) };
}

function describeNumber(draft: Extract<DraftFeature, { values: Float64Array }>) {
  const sorted = sortedFinite(draft.values);
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let at = 1; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) distinct++;
  const { mean, variance } = summariseWeighted(draft.values, null);
  const described = {
    missing: draft.values.length - sorted.length,
    distinct,
    min: some(sorted[0]),
    max: some(sorted.at(-1)),
    mean: some(mean),
    sd: some(Math.sqrt(variance)),
    median: some(quantile(sorted, 0.5)),
    bars: bins(sorted),
  };
  letGo(sorted);
  return described;
}

/** @param ordered the levels have an order of their own, as bands have; else the most frequent ones come first */
function describeCategory(draft: Extract<DraftFeature, { codes: Int32Array }>, ordered: boolean) {
  const counts = new Map<number, number>();
  for (const code of draft.codes) if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const top = ordered
    ? [...counts].toSorted((a, b) => a[0] - b[0])
    : [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TOP_LEVELS);
  const bars = top.map(([code, count]) => ({ label: draft.levels[code] ?? '', from: null, to: null, count }));
  const none = { mean: null, sd: null, min: null, median: null, max: null };
  return { missing: draft.codes.length - known, distinct: counts.size, ...none, bars };
}

/** For each number, the earlier one that it repeats most. @param r their correlations, as `correlationMatrix` gives them */
export function twinsOf(names: readonly string[], r: Float64Array): Map<string, Feature['twin']> {
  const twins = new Map<string, Feature['twin']>();
  for (const [at, name] of names.entries()) {
    let best: Feature['twin'] = null;
    for (let other = 0; other < at; other++) {
      const value = r[at * names.length + other] ?? NaN;
      if (Math.abs(value) >= Math.max(TWIN_STRENGTH, Math.abs(best?.r ?? 0)))
        best = { name: names[other] ?? '', r: value };
    }
    twins.set(name, best);
  }
  return twins;
}

/** What a feature says by itself; its values are not needed any more. */
export interface DescribedFeature extends Omit<FeatureFacts, 'twin' | 'proposed'> {
  readonly informative: boolean;
}

/** @param draft a feature of the analysed customers */
export function describeFeature(
  draft: DraftFeature,
  made: Pick<FeatureFacts, 'definition' | 'report'> = {},
): DescribedFeature {
  const { name, label, builtIn, criterion, type, unit } = draft;
  const described =
    draft.type === 'category'
      ? describeCategory(draft, made.definition?.kind === 'bands')
      : describeNumber(draft);
  const proposedLog = draft.type !== 'category' && unit !== 'share' && suggestLog(draft.values);
  const informative = draft.type === 'number' && draft.informative;
  return { name, label, builtIn, criterion, type, unit, ...described, ...made, proposedLog, informative };
}

/** Null where one of the two is known of too few: with few customers a strong correlation is easily chance. */
function sureTwin(
  { missing }: Pick<FeatureFacts, 'missing'>,
  twin: Feature['twin'],
  described: readonly DescribedFeature[],
  customers: number,
): Feature['twin'] {
  const other = described.find(({ name }) => name === twin?.name);
  return other && customers - Math.max(missing, other.missing) >= TWIN_MIN_ROWS ? twin : null;
}

/** @param described all features, built-in ones first; @param customers that are analysed */
export function proposeFeatures(
  described: readonly DescribedFeature[],
  twins: ReadonlyMap<string, Feature['twin']>,
  customers: number,
): FeatureFacts[] {
  let proposedCount = 0;
  return described.map(({ informative, proposedLog, ...facts }) => {
    const { name, distinct, missing } = facts;
    const twin = sureTwin(facts, twins.get(name) ?? null, described, customers);
    const useful = informative && distinct > 2 && missing <= MAX_MISSING * customers && !twin;
    const wanted = !facts.builtIn || PROPOSED_BUILT_INS.includes(name);
    const proposed = useful && wanted && proposedCount < MAX_PROPOSED;
    if (proposed) proposedCount++;
    return { ...facts, twin, proposed, proposedLog };
  });
}
