// What tells solutions apart that are called the same: of their settings, as few as make them different.
import { type RfmSettings, scoreCounts } from '../../../shared/model/division.ts';
import { type CovarianceChoice, scalesFeatures, setsClasses } from '../../../shared/model/method.ts';
import type { MissingReport, Scale, Segmentation } from '../../../shared/model/segmentation.ts';

/** The first few of a list, and how many more there are. */
export interface Listed<T> {
  readonly first: readonly T[];
  readonly more: number;
}

/** One setting, as its solution has it. */
export type Difference =
  | { readonly kind: 'with' | 'without' | 'rules'; readonly names: Listed<string> }
  | { readonly kind: 'scale'; readonly scale: Scale }
  | { readonly kind: 'ownScales'; readonly scales: Listed<readonly [string, Scale]> }
  | { readonly kind: 'missing'; readonly method: MissingReport['method'] }
  | { readonly kind: 'capped'; readonly low: number; readonly high: number }
  | { readonly kind: 'indicators' | 'miniBatch' | 'noLogs' | 'nested' | 'weighted' }
  | { readonly kind: 'shape'; readonly shape: CovarianceChoice }
  | { readonly kind: 'scores'; readonly counts: readonly number[] }
  | { readonly kind: 'ties'; readonly ties: RfmSettings['ties'] }
  | { readonly kind: 'cuts'; readonly feature: keyof RfmSettings['cuts']; readonly at: readonly number[] }
  | { readonly kind: 'table'; readonly rows: number }
  | { readonly kind: 'value'; readonly feature: string }
  | { readonly kind: 'shares'; readonly shares: readonly number[] }
  | { readonly kind: 'equalGroups' }
  | { readonly kind: 'number'; readonly k: number }
  | { readonly kind: 'customers'; readonly n: number }
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'date'; readonly at: string };

const MOST = 3;
const listed = <T>(all: readonly T[]): Listed<T> => ({
  first: all.slice(0, MOST),
  more: Math.max(0, all.length - MOST),
});

/** Nothing where the solution has what is usual, which needs no word, or where the method has no such setting. */
type Facet = (solution: Segmentation, alike: readonly Segmentation[]) => Difference | null | undefined;

/** Compared with what all of them are made from. */
const byFeatures: Facet = ({ settings: { method, features } }, alike) => {
  if (method === 'rfm' || method === 'tiers' || method === 'rules') return null;
  const sets = alike.map(({ settings }) => settings.features);
  const own = features.filter((name) => !sets.every((set) => set.includes(name))).toSorted();
  if (own.length > 0) return { kind: 'with', names: listed(own) };
  const others = [...new Set(sets.flat())].filter((name) => !features.includes(name)).toSorted();
  return others.length > 0 ? { kind: 'without', names: listed(others) } : null;
};

const byCuts =
  (feature: keyof RfmSettings['cuts']): Facet =>
  ({ settings: { rfm } }) => {
    const at = rfm?.cuts[feature];
    return at ? { kind: 'cuts', feature, at } : null;
  };

/** Those that say the most first. */
const FACETS: readonly Facet[] = [
  ({ settings: { rfm } }) => {
    if (!rfm) return null;
    const { recency, frequency, monetary } = scoreCounts(rfm);
    const counts =
      recency === frequency && frequency === monetary ? [recency] : [recency, frequency, monetary];
    return { kind: 'scores', counts };
  },
  byCuts('recency'),
  byCuts('frequency'),
  byCuts('monetary'),
  ({ settings: { rfm } }) => (rfm?.nested ? { kind: 'nested' } : null),
  ({ settings: { rfm } }) => rfm && { kind: 'ties', ties: rfm.ties },
  ({ settings: { rfm } }) => (rfm?.rules ? { kind: 'table', rows: rfm.rules.length } : null),
  ({ settings: { tiers } }) => tiers && { kind: 'value', feature: tiers.value },
  ({ settings: { tiers } }) =>
    tiers && (tiers.by === 'shares' ? { kind: 'shares', shares: tiers.shares } : { kind: 'equalGroups' }),
  ({ settings: { rules } }) =>
    rules && { kind: 'rules', names: listed(rules.segments.map(({ name }) => name)) },
  byFeatures,
  ({ settings: { method, scale } }) => (scalesFeatures(method) ? { kind: 'scale', scale } : null),
  ({ settings: { method, scales = {} } }) => {
    const own = Object.entries(scales).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return scalesFeatures(method) && own.length > 0 ? { kind: 'ownScales', scales: listed(own) } : null;
  },
  ({ settings: { miniBatch } }) => (miniBatch ? { kind: 'miniBatch' } : null),
  ({ settings: { method, covariance = 'best' } }) =>
    method === 'gmm' ? { kind: 'shape', shape: covariance } : null,
  ({ settings: { logs } }) => (logs ? null : { kind: 'noLogs' }),
  ({ settings: { winsorise } }) => (winsorise ? { kind: 'capped', ...winsorise } : null),
  ({ missing }) =>
    missing && missing.method !== 'none' ? { kind: 'missing', method: missing.method } : null,
  ({ settings: { missing } }) => (missing?.indicators ? { kind: 'indicators' } : null),
  // Of divisions that are set out, where it follows from the settings; their name says it already.
  ({ k }) => ({ kind: 'number', k }),
  ({ weighting }) => (weighting ? { kind: 'weighted' } : null),
  ({ customers }) => ({ kind: 'customers', n: customers }),
  ({ settings: { seed } }) => ({ kind: 'seed', seed }),
  ({ createdAt }) => ({ kind: 'date', at: createdAt.slice(0, 10) }),
];

/** Solutions of one name, split by one setting after another until each stands alone. */
function tellApart(alike: readonly Segmentation[]): ReadonlyMap<number, readonly Difference[]> {
  const told = new Map<number, Difference[]>(alike.map(({ id }) => [id, []]));
  let together: readonly (readonly Segmentation[])[] = [alike];
  for (const facet of FACETS) {
    if (together.every(({ length }) => length < 2)) break;
    const found = new Map(alike.map((one) => [one.id, facet(one, alike)]));
    const parts = together.map((group) => [
      ...Map.groupBy(group, ({ id }) => JSON.stringify(found.get(id) ?? null)).values(),
    ]);
    if (parts.every(({ length }) => length === 1)) continue;
    together = parts.flat();
    for (const [id, difference] of found) if (difference) told.get(id)!.push(difference);
  }
  return told;
}

/**
 * Nothing for a solution whose method and number of segments are its own, or its method where the number follows from
 * other settings. Two runs with the same settings over the same
 * customers on the same day stay alike.
 */
export function differencesOf(
  solutions: readonly Segmentation[],
): ReadonlyMap<number, readonly Difference[]> {
  const named = Map.groupBy(solutions, ({ k, settings: { method } }) =>
    setsClasses(method) ? method : `${method} ${k}`,
  );
  return new Map([...named.values()].flatMap((alike) => [...tellApart(alike)]));
}
