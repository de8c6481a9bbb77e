// How features become what the methods work on: which levels have a column, where outliers are capped. Made once per
// segmentation and stored with it, so that new customers are prepared exactly like the first ones.
import { AppError } from '../../../../shared/errors.ts';
import type { ClusterSettings } from '../../../../shared/model/segmentation.ts';
import { oneHot } from '../../analysis/oneHot.ts';
import type { ScaleMethod, Scaling } from '../../analysis/scale.ts';
import { sortedWithWeights, weightedQuantile } from '../../analysis/stats/quantiles.ts';
import type { Weights } from '../../analysis/weights.ts';
import type { CategoryFeature, FeatureTable, NumberFeature } from '../../db/featureTable.ts';

export interface PreparedNumber {
  readonly kind: 'number';
  readonly name: string;
  readonly log: boolean;
  /** Values beyond are set to these; null = as they are. */
  readonly caps: readonly [number, number] | null;
}

export interface PreparedCategory {
  readonly kind: 'category';
  readonly name: string;
  /** The level of each column by its name; null = all others. */
  readonly levels: readonly (string | null)[];
}

/** A yes/no: is the feature's value missing? */
export interface PreparedGap {
  readonly kind: 'gap';
  readonly name: string;
}

export type PreparedFeature = PreparedNumber | PreparedCategory | PreparedGap;

/** `scaling` belongs to the columns that the features make, in their order. */
export interface Preparation {
  readonly features: readonly PreparedFeature[];
  readonly scaling: Scaling;
}

export interface RawColumn {
  readonly name: string;
  readonly kind: 'number' | 'level' | 'gap';
  /** That it is made of. */
  readonly feature: string;
  readonly values: Float64Array;
  readonly log: boolean;
  /** Values that were capped. */
  readonly capped: number;
}

/** Methods with set classes look at the values as they are. */
const asTheyAre = ({ method }: ClusterSettings): boolean =>
  method === 'rfm' || method === 'tiers' || method === 'rules';

/** @throws AppError FEATURE-UNKNOWN */
export function findFeature(table: FeatureTable, name: string): NumberFeature | CategoryFeature {
  const found =
    table.numbers.find((one) => one.facts.name === name) ??
    table.categories.find((one) => one.facts.name === name);
  if (!found) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  return found;
}

/** @throws AppError FEATURE-UNKNOWN */
export function prepareFeature(
  table: FeatureTable,
  name: string,
  {
    settings,
    logs,
    weights,
  }: {
    readonly settings: ClusterSettings;
    readonly logs: ReadonlySet<string>;
    readonly weights: Weights;
  },
): PreparedFeature {
  const feature = findFeature(table, name);
  if ('codes' in feature) {
    const { columnLevels } = oneHot({ codes: feature.codes, levels: feature.levels.length });
    const levels = columnLevels.map((level) => (level === null ? null : (feature.levels[level] ?? '')));
    return { kind: 'category', name, levels };
  }
  const { winsorise } = settings;
  // A yes/no has no outliers: capped, the rarer answer would be gone.
  const capped = winsorise !== undefined && !asTheyAre(settings) && feature.facts.type === 'number';
  const caps = capped ? capsOf(feature.values, winsorise, weights) : null;
  return { kind: 'number', name, log: settings.logs && logs.has(name), caps };
}

function capsOf(
  values: Float64Array,
  { low, high }: NonNullable<ClusterSettings['winsorise']>,
  weights: Weights,
): readonly [number, number] | null {
  const sorted = sortedWithWeights(values, weights);
  if (sorted.values.length === 0) return null;
  return [weightedQuantile(sorted, low), weightedQuantile(sorted, high)];
}

/** How the columns are scaled, each as its feature is. */
export function scalesOf(
  columns: readonly RawColumn[],
  { scale, scales }: Pick<ClusterSettings, 'scale' | 'scales'>,
): readonly ScaleMethod[] {
  return columns.map(({ feature }) => scales?.[feature] ?? scale);
}

/** Into how many columns the category was taken apart that each comes from; 1 for all others. */
export function levelsOf(columns: readonly RawColumn[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { kind, feature } of columns)
    if (kind === 'level') counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return columns.map(({ kind, feature }) => (kind === 'level' ? (counts.get(feature) ?? 1) : 1));
}

/** Values within the caps, on shared memory. */
function cap(
  values: Float64Array,
  caps: readonly [number, number] | null,
): Pick<RawColumn, 'values' | 'capped'> {
  if (caps === null) return { values, capped: 0 };
  const [low, high] = caps;
  const target = new Float64Array(new SharedArrayBuffer(values.byteLength));
  let capped = 0;
  values.forEach((value, row) => {
    if (value < low || value > high) capped++;
    target[row] = Number.isNaN(value) ? NaN : Math.min(high, Math.max(low, value));
  });
  return { values: target, capped };
}

/** The columns of one feature in its own units. @throws AppError FEATURE-UNKNOWN, also when its kind has changed */
export function rawColumns(table: FeatureTable, prepared: PreparedFeature): RawColumn[] {
  const { name } = prepared;
  const feature = findFeature(table, name);
  if (prepared.kind === 'gap') return [gapColumn(feature)];
  if (prepared.kind === 'number') {
    if ('codes' in feature) throw new AppError('FEATURE-UNKNOWN', { feature: name });
    const column = { name, kind: 'number' as const, feature: name, log: prepared.log };
    return [{ ...column, ...cap(feature.values, prepared.caps) }];
  }
  if (!('codes' in feature)) throw new AppError('FEATURE-UNKNOWN', { feature: name });
  return levelColumns(feature, prepared);
}

/** Stands where a level's name does. */
const GAP_SIGN = '∅';

function gapColumn(feature: NumberFeature | CategoryFeature): RawColumn {
  const { name } = feature.facts;
  const values =
    'codes' in feature
      ? Float64Array.from(feature.codes, (code) => (code < 0 ? 1 : 0))
      : feature.values.map((value) => (Number.isFinite(value) ? 0 : 1));
  return { name: `${name}: ${GAP_SIGN}`, kind: 'gap', feature: name, values, log: false, capped: 0 };
}

function levelColumns({ codes, levels }: CategoryFeature, prepared: PreparedCategory): RawColumn[] {
  const place = new Map(prepared.levels.map((level, at) => [level, at]));
  const others = place.get(null) ?? -1;
  const columnOfCode = levels.map((level) => place.get(level) ?? others);
  return prepared.levels.map((level, at) => ({
    name: `${prepared.name}: ${level ?? '…'}`,
    kind: 'level',
    feature: prepared.name,
    values: Float64Array.from(codes, (code) => (code < 0 ? NaN : columnOfCode[code] === at ? 1 : 0)),
    log: false,
    capped: 0,
  }));
}
