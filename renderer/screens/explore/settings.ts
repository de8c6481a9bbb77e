// From the draft of the left pane to the settings of a run, and whether they differ from those of a solution.
import type { Feature } from '../../../shared/model/feature.ts';
import { type Method, scalesFeatures, setsClasses } from '../../../shared/model/method.ts';
import type { ClusterSettings, Scale, Segmentation } from '../../../shared/model/segmentation.ts';
import type { Draft } from './view.ts';

export const LOWEST_K = 2;
export const HIGHEST_K = 12;
/** From three: two groups rarely make a plan. The engine scores two as well, so that the screen can say so. */
const FIRST_DRAFT: Draft = {
  mode: 'range',
  k: 4,
  from: 3,
  to: 8,
  scale: 'z',
  scales: {},
  missing: null,
  logs: true,
  method: 'kmeans',
  outliers: false,
  caps: { low: 0.01, high: 0.99 },
  miniBatch: false,
  covariance: 'best',
  rfm: { groups: 5, ties: 'below', nested: false, cuts: {} },
  tiers: { value: '', by: 'shares', shares: [0.8, 0.15, 0.05], groups: 10 },
  rules: [],
};

/** The draft that repeats a solution; the first proposal when there is none. */
export function draftOf(segmentation: Segmentation | null): Draft {
  if (!segmentation) return FIRST_DRAFT;
  const { k, scale, scales, missing, logs, method, winsorise } = segmentation.settings;
  const { miniBatch, covariance, rfm, tiers, rules } = segmentation.settings;
  const base: Draft = {
    ...FIRST_DRAFT,
    scale,
    scales: scales ?? FIRST_DRAFT.scales,
    missing: missing ?? null,
    logs,
    method,
    outliers: winsorise !== undefined,
    caps: winsorise ?? FIRST_DRAFT.caps,
    miniBatch: miniBatch ?? FIRST_DRAFT.miniBatch,
    covariance: covariance ?? FIRST_DRAFT.covariance,
    rfm: rfm ?? FIRST_DRAFT.rfm,
    tiers: tiers ?? FIRST_DRAFT.tiers,
    rules: rules?.segments ?? FIRST_DRAFT.rules,
  };
  if (setsClasses(method)) return base;
  return typeof k === 'number'
    ? { ...base, k: segmentation.k, mode: 'one' }
    : { ...base, k: segmentation.k, mode: 'range', from: k.from, to: k.to };
}

/** Methods that need a value in every place; those for mixed data leave gaps out of their distances. */
export function fillsGaps(method: Method): boolean {
  return scalesFeatures(method);
}

/** The features of the run that are scaled otherwise than the rest. */
export function ownScales({ scale, scales }: Draft, names: readonly string[]): Record<string, Scale> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = scales[name];
      return own === undefined || own === scale ? [] : [[name, own] as const];
    }),
  );
}

/** Names of the chosen features, in the order of the list. */
export function chosenNames(features: readonly Feature[]): string[] {
  return features.filter((feature) => feature.chosen).map((feature) => feature.name);
}

const RFM = ['recency', 'frequency', 'monetary'] as const;

/** RFM needs orders with dates and amounts. */
export function hasRfm(features: readonly Feature[]): boolean {
  return RFM.every((name) => features.some((feature) => feature.name === name));
}

/** Features that tiers can go by, money first. */
export function tierFeatures(features: readonly Feature[]): readonly Feature[] {
  const numbers = features.filter((feature) => feature.type === 'number');
  return numbers.toSorted((a, b) => Number(b.unit === 'money') - Number(a.unit === 'money'));
}

/** The feature that the tiers of a draft go by; empty when there is none. */
export function tierValue(draft: Draft, features: readonly Feature[]): string {
  const { value } = draft.tiers;
  if (value !== '') return value;
  const possible = tierFeatures(features);
  return (possible.find(({ name }) => name === 'monetary') ?? possible[0])?.name ?? '';
}

/** What a method works on: its own features, or the chosen ones. */
function featuresOf(draft: Draft, features: readonly Feature[]): string[] {
  if (draft.method === 'rfm') return [...RFM];
  if (draft.method === 'tiers') return [tierValue(draft, features)];
  return chosenNames(features);
}

/** Whether a field holds something that cannot be read: it stands as NaN, or as no shares at all. */
function isUnread({ method, tiers, outliers, caps }: Draft): boolean {
  if (method === 'tiers') return tiers.by === 'shares' && tiers.shares.length === 0;
  return !setsClasses(method) && outliers && (Number.isNaN(caps.low) || Number.isNaN(caps.high));
}

/** Why the draft cannot be run yet; null when it can. */
export function missingFor(
  draft: Draft,
  features: readonly Feature[],
): 'features' | 'rules' | 'rfm' | 'values' | null {
  if (isUnread(draft)) return 'values';
  if (draft.method === 'rfm') return hasRfm(features) ? null : 'rfm';
  if (draft.method === 'tiers') return tierValue(draft, features) === '' ? 'features' : null;
  if (draft.method === 'rules' && draft.rules.length === 0) return 'rules';
  return chosenNames(features).length === 0 ? 'features' : null;
}

/** What `segmentations.run` is asked. */
export function runSettings(draft: Draft, features: readonly Feature[], seed: number): ClusterSettings {
  const { method, scale, logs, missing } = draft;
  const found = !setsClasses(method);
  const names = featuresOf(draft, features);
  const own = ownScales(draft, names);
  return {
    method,
    features: names,
    k: !found ? 1 : draft.mode === 'one' ? draft.k : { from: draft.from, to: draft.to },
    scale,
    logs,
    seed,
    ...(scalesFeatures(method) && Object.keys(own).length > 0 && { scales: own }),
    ...(found && missing !== null && { missing: gapsOf(method, missing) }),
    ...(found && draft.outliers && { winsorise: { ...draft.caps } }),
    ...(method === 'kmeans' && draft.miniBatch && { miniBatch: true }),
    ...(method === 'gmm' && { covariance: draft.covariance }),
    ...(method === 'rfm' && { rfm: draft.rfm }),
    ...(method === 'tiers' && { tiers: { ...draft.tiers, value: tierValue(draft, features) } }),
    ...(method === 'rules' && { rules: { segments: [...draft.rules] } }),
  };
}

/** What counts of it for the method. */
function gapsOf(
  method: Method,
  { method: policy, indicators }: NonNullable<Draft['missing']>,
): NonNullable<Draft['missing']> {
  if (policy === 'exclude') return { method: policy, indicators: false };
  return fillsGaps(method) ? { method: policy, indicators } : { method: 'median', indicators: false };
}

const keyOf = ({ features, ...settings }: ClusterSettings): string => {
  const { method, k, scale, logs, seed, winsorise, miniBatch, covariance, rfm, tiers, rules } = settings;
  const scales = Object.entries(settings.scales ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
  const own = [
    scales,
    settings.missing ?? null,
    winsorise ?? null,
    miniBatch ?? false,
    covariance ?? 'best',
    rfm ?? null,
    tiers ?? null,
    rules ?? null,
  ];
  return JSON.stringify([method, features.toSorted(), k, scale, logs, seed, ...own]);
};

/** True when a run with these settings would repeat the solution (the order of features does not matter). */
export function isSameRun(settings: ClusterSettings, segmentation: Segmentation): boolean {
  return keyOf(settings) === keyOf(segmentation.settings);
}
