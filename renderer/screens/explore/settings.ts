// From the draft of the left pane to the settings of a run, and whether they differ from those of a solution.
import type { Feature } from '../../../shared/model/feature.ts';
import type { ClusterSettings, Segmentation } from '../../../shared/model/segmentation.ts';
import type { Draft } from './view.ts';

export const LOWEST_K = 2;
export const HIGHEST_K = 12;
/** From three: two groups rarely make a plan. The engine scores two as well, so that the screen can say so. */
const FIRST_DRAFT: Draft = { mode: 'range', k: 4, from: 3, to: 8, scale: 'z', logs: true };

/** The draft that repeats a solution; the first proposal when there is none. */
export function draftOf(segmentation: Segmentation | null): Draft {
  if (!segmentation) return FIRST_DRAFT;
  const { k, scale, logs } = segmentation.settings;
  const base = { ...FIRST_DRAFT, scale, logs, k: segmentation.k };
  return typeof k === 'number'
    ? { ...base, mode: 'one' }
    : { ...base, mode: 'range', from: k.from, to: k.to };
}

/** Names of the chosen features, in the order of the list. */
export function chosenNames(features: readonly Feature[]): string[] {
  return features.filter((feature) => feature.chosen).map((feature) => feature.name);
}

/** What `segmentations.run` is asked. */
export function runSettings(draft: Draft, features: readonly Feature[], seed: number): ClusterSettings {
  return {
    method: 'kmeans',
    features: chosenNames(features),
    k: draft.mode === 'one' ? draft.k : { from: draft.from, to: draft.to },
    scale: draft.scale,
    logs: draft.logs,
    seed,
  };
}

const keyOf = ({ features, k, scale, logs, seed }: ClusterSettings): string =>
  JSON.stringify([features.toSorted(), k, scale, logs, seed]);

/** True when a run with these settings would repeat the solution (the order of features does not matter). */
export function isSameRun(settings: ClusterSettings, segmentation: Segmentation): boolean {
  return keyOf(settings) === keyOf(segmentation.settings);
}
