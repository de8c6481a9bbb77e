// Missing values in what is clustered: what takes their place, which get a yes/no of their own, and what is told of it.
import type { ProjectSettings } from '../../../../shared/model/project.ts';
import type { ClusterSettings, MissingReport } from '../../../../shared/model/segmentation.ts';
import { setsClasses } from '../../../../shared/model/method.ts';
import type { MissingPolicy } from '../../analysis/scale.ts';
import { summariseWeighted } from '../../analysis/stats/moments.ts';
import type { Weights } from '../../analysis/weights.ts';
import type { FeatureTable } from '../../db/featureTable.ts';
import { findFeature, type PreparedFeature, type PreparedGap, type RawColumn } from './preparation.ts';

export interface Gaps {
  readonly policy: MissingPolicy;
  readonly indicators: boolean;
}

const leavesOut = ({ method }: Pick<ClusterSettings, 'method'>): boolean =>
  method === 'kmedoids' || method === 'kprototypes';

/** Methods that leave missing values out of their distances, or look at none, fill them for the map alone. */
export function gapsWanted(
  settings: Pick<ClusterSettings, 'method' | 'missing'>,
  usual: ProjectSettings['missing'],
): Gaps {
  const { method: policy, indicators } = settings.missing ?? { method: usual, indicators: false };
  if (policy === 'exclude') return { policy, indicators: false };
  const fills = !leavesOut(settings) && !setsClasses(settings.method);
  return fills ? { policy, indicators } : { policy: 'median', indicators: false };
}

/** A yes/no for each feature that some customers have and some lack. */
export function indicatorsOf(table: FeatureTable, names: readonly string[]): PreparedGap[] {
  return names.flatMap((name): PreparedGap[] => {
    const found = findFeature(table, name);
    const all = 'codes' in found ? found.codes.length : found.values.length;
    const missing =
      'codes' in found
        ? found.codes.reduce((sum, code) => (code < 0 ? sum + 1 : sum), 0)
        : found.values.reduce((sum, value) => (Number.isFinite(value) ? sum : sum + 1), 0);
    return missing > 0 && missing < all ? [{ kind: 'gap', name }] : [];
  });
}

/** Of a category the most frequent level, of yes/no the more frequent answer, null (the median) of other numbers. */
export function fillsOf(
  table: FeatureTable,
  columns: readonly RawColumn[],
  weights: Weights,
): readonly (number | null)[] {
  const shares = columns.map(({ kind, feature, values }) => {
    const counts = kind === 'level' || findFeature(table, feature).facts.type === 'boolean';
    return counts ? summariseWeighted(values, weights).mean : NaN;
  });
  const usualLevel = new Map<string, number>();
  columns.forEach(({ kind, feature }, at) => {
    if (kind !== 'level') return;
    const best = usualLevel.get(feature);
    if (best === undefined || shares[at]! > shares[best]!) usualLevel.set(feature, at);
  });
  return columns.map(({ kind, feature }, at) => {
    if (kind === 'level') return usualLevel.get(feature) === at ? 1 : 0;
    return Number.isNaN(shares[at]!) ? null : Number(shares[at]! > 0.5);
  });
}

/** @param columns of all analysed customers */
export function missingReport(
  settings: ClusterSettings,
  policy: MissingPolicy,
  prepared: readonly PreparedFeature[],
  columns: readonly RawColumn[],
): MissingReport {
  const counted = prepared.flatMap(({ kind, name }) => {
    const column = kind === 'gap' ? undefined : columns.find((one) => one.feature === name);
    const count = column?.values.reduce((sum, value) => (Number.isFinite(value) ? sum : sum + 1), 0) ?? 0;
    return count > 0 ? [{ feature: name, count }] : [];
  });
  const indicators = prepared.filter(({ kind }) => kind === 'gap').map(({ name }) => name);
  if (policy === 'exclude') return { method: policy, indicators, features: counted };
  if (setsClasses(settings.method)) return { method: 'none', indicators, features: [] };
  return { method: leavesOut(settings) ? 'skipped' : policy, indicators, features: counted };
}

/** Values that were filled in. */
export function filledCount({ method, features }: MissingReport): number {
  const fills = method === 'median' || method === 'nearest';
  return fills ? features.reduce((sum, { count }) => sum + count, 0) : 0;
}
