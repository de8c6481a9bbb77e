// Value tiers and RFM segments of the tournament's customers: they search for nothing, and are the measure of the rest.
import { RfmSettings, TierSettings } from '../../../../shared/model/division.ts';
import type { ClusterSettings } from '../../../../shared/model/segmentation.ts';
import { type Baseline, BASELINES, type TournamentSettings } from '../../../../shared/model/tournament.ts';
import { worthOf } from '../../../../shared/model/worth.ts';
import { runToEnd } from '../../analysis/matrix.ts';
import { type MethodInput, takeTable } from '../../analysis/methods/input.ts';
import { solve } from '../../analysis/methods/solve.ts';
import type { FeatureTable } from '../../db/featureTable.ts';
import { clusterInput } from '../clusterInput.ts';
import { methodOptions } from '../segmenting/choose.ts';

const RFM = ['recency', 'frequency', 'monetary'];

export type BaselineDivision = Omit<Baseline, 'judged'> & { readonly labels: Int16Array };

/** What is asked of a baseline, exactly as the workbench asks it; null when a feature is missing. */
export function baselineSettings(
  method: Baseline['method'],
  features: Parameters<typeof worthOf>[0],
  { logs, seed }: Pick<TournamentSettings, 'logs' | 'seed'>,
): ClusterSettings | null {
  const common = { method, k: 1, scale: 'z' as const, logs, seed };
  if (method === 'rfm') {
    const known = RFM.every((name) => features.some((feature) => feature.name === name));
    return known ? { ...common, features: RFM, rfm: RfmSettings.parse({}) } : null;
  }
  const value = worthOf(features);
  return value === null ? null : { ...common, features: [value], tiers: TierSettings.parse({ value }) };
}

/**
 * Those that the features allow and that divide at all.
 * @param rows customers of the features run, in the order of the ruler
 * @param ruler its matrix is passed on, for these methods look at values only
 */
export function baselinesOf(
  table: FeatureTable,
  settings: TournamentSettings,
  rows: Int32Array,
  ruler: MethodInput,
): readonly BaselineDivision[] {
  return BASELINES.flatMap((method) => {
    const asked = baselineSettings(method, table.summary.features, settings);
    if (!asked) return [];
    // Nobody is left out: whoever lacks a value is in no segment.
    const all = clusterInput(table, asked, new Set(), 'median', null).method.table;
    const input = { ...ruler, table: takeTable(all, rows) };
    const { labels, sizes, k } = runToEnd(solve(input, methodOptions(asked)));
    if (k < 2) return [];
    return [{ id: method, method, k, features: asked.features, sizes: [...sizes], labels }];
  });
}
