// Everything a tournament works on: one ruler, and an input per scaling and subset of features, all of the same rows.
import { AppError } from '../../../../shared/errors.ts';
import type { Scale } from '../../../../shared/model/segmentation.ts';
import type { Subset, TournamentSettings } from '../../../../shared/model/tournament.ts';
import type { Ruler } from '../../analysis/choosing/scoreDivision.ts';
import { differentRows } from '../../analysis/kmeansSeeds.ts';
import { shareMatrix } from '../../analysis/matrix.ts';
import { type MethodInput, takeInput } from '../../analysis/methods/input.ts';
import { Random, sampleIndices } from '../../analysis/random.ts';
import { takeWeights } from '../../analysis/weights.ts';
import {
  chosenFeatures,
  type FeatureRun,
  type FeatureTable,
  loadFeatures,
  readReach,
} from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import { readSettings } from '../../db/settings.ts';
import { weightsOf } from '../../profiles/weighting.ts';
import { clusterInput, type ClusterInput } from '../clusterInput.ts';
import { type BaselineDivision, baselinesOf } from './baselines.ts';
import { groupsQuestion, type GroupsQuestion, highestAsked } from '../segmenting/groups.ts';

/** One way of looking at the customers. */
export interface View {
  readonly scale: Scale;
  readonly subset: Subset;
  readonly features: readonly string[];
  readonly input: MethodInput;
  /** Numbers of segments above this one are not possible. */
  readonly highest: number;
}

export interface Entrants {
  readonly ruler: Ruler;
  /** The first one is the base: all chosen features. */
  readonly views: readonly View[];
  readonly customers: number;
  readonly sampledRows: number | null;
  readonly outcome: string | null;
  /** Whether there are groups at all, asked of everyone. */
  readonly question: GroupsQuestion;
  readonly baselines: readonly BaselineDivision[];
}

/** More customers than this are sampled: a tournament compares, and the chosen solution is made from everyone. */
const ROWS = 10_000;

/** @throws AppError as `clusterInput` does */
export function entrantsOf(db: ReadDb, run: FeatureRun, settings: TournamentSettings): Entrants {
  const table = loadFeatures(db, run);
  const used = weightsOf(db, table)?.weights ?? null;
  const features = chosenFeatures(db, run);
  const logs = new Set(features.filter(({ log }) => log).map(({ name }) => name));
  const { missing } = readSettings(db);
  const inputOf = (names: readonly string[], scale: Scale): ClusterInput => {
    const asked = { method: 'kmeans' as const, k: 2, seed: settings.seed, logs: settings.logs };
    return clusterInput(table, { ...asked, features: [...names], scale }, logs, missing, used);
  };
  const base = inputOf(settings.features, 'z');
  const drawn = sampleIndices(base.scaled.matrix.rows, ROWS, new Random(settings.seed)).sort();
  const rows = Int32Array.from(drawn, (at) => base.scaled.keptRows[at]!);
  const weights = takeWeights(used, rows);
  const views = subsetsOf(table, settings).flatMap(({ subset, names }) =>
    settings.scales.map((scale): View => {
      const input = rowsOf(inputOf(names, scale), rows);
      const highest = differentRows(input.matrix, settings.to, weights);
      return { scale, subset, features: names, input, highest };
    }),
  );
  const own = rowsOf(base, rows);
  const sampled = rows.length < base.scaled.matrix.rows;
  return {
    ruler: { ...rulerOf(db, table, own, rows), seed: settings.seed },
    baselines: baselinesOf(table, settings, rows, own),
    views: views.toSorted((a, b) => order(a, settings) - order(b, settings)),
    customers: base.scaled.matrix.rows,
    sampledRows: sampled ? rows.length : null,
    outcome: outcomeOf(table),
    question: groupsQuestion(db, table, settings, { highest: highestAsked(settings.to), logs, input: base }),
  };
}

/** All features first, and within them the scalings in the order asked for. */
const order = ({ scale, subset }: View, { scales, subsets }: TournamentSettings): number =>
  (subset === 'all' ? 0 : 1 + subsets.indexOf(subset)) * scales.length + scales.indexOf(scale);

const outcomeOf = ({ summary, numbers }: FeatureTable): string | null =>
  numbers.some(({ facts }) => facts.name === summary.revenueFeature) ? summary.revenueFeature : null;

/** The rows of a view; it leaves out none that the base has. */
function rowsOf({ raw, scaled, method }: ClusterInput, rows: Int32Array): MethodInput {
  const place = new Int32Array(raw.rows).fill(-1);
  scaled.keptRows.forEach((row, at) => {
    place[row] = at;
  });
  const taken = takeInput(
    method,
    rows.map((row) => place[row]!),
  );
  return { ...taken, matrix: shareMatrix(taken.matrix) };
}

function rulerOf(
  db: ReadDb,
  table: FeatureTable,
  { matrix, table: mixed, weights }: MethodInput,
  rows: Int32Array,
): Omit<Ruler, 'seed'> {
  const outcome = table.numbers.find(({ facts }) => facts.name === outcomeOf(table));
  return {
    matrix,
    weights,
    features: {
      features: mixed.numbers.map(({ values }) => values),
      categories: mixed.categories.map(({ codes, levels }) => ({ codes, levels: levels.length })),
      weights,
    },
    outcome: outcome ? Float64Array.from(rows, (row) => outcome.values[row]!) : null,
    reach: reachOf(db, table, rows),
  };
}

/** Reachable = on one channel at least. */
function reachOf(db: ReadDb, { runId, summary }: FeatureTable, rows: Int32Array): Uint8Array | null {
  const channels = summary.channels.flatMap((channel) => readReach(db, runId, channel) ?? []);
  if (channels.length === 0) return null;
  return Uint8Array.from(rows, (row) => (channels.some((channel) => channel[row] === 1) ? 1 : 0));
}

/** The subsets that differ from all before them, with at least two features. */
function subsetsOf(
  table: FeatureTable,
  { features, subsets }: TournamentSettings,
): readonly { readonly subset: Subset; readonly names: readonly string[] }[] {
  const facts = new Map(table.summary.features.map((one) => [one.name, one]));
  const unknown = features.find((name) => !facts.has(name));
  if (unknown !== undefined) throw new AppError('FEATURE-UNKNOWN', { feature: unknown });
  const found = new Map<string, { readonly subset: Subset; readonly names: readonly string[] }>();
  for (const subset of new Set<Subset>(['all', ...subsets])) {
    const names = features.filter((name, at) => {
      if (subset === 'all') return true;
      if (subset !== 'withoutTwins') return facts.get(name)!.criterion === subset;
      const twin = facts.get(name)!.twin?.name;
      return twin === undefined || !features.slice(0, at).includes(twin);
    });
    const key = names.join('\n');
    if ((subset === 'all' || names.length > 1) && !found.has(key)) found.set(key, { subset, names });
  }
  return [...found.values()].filter(({ subset }) => subset === 'all' || subsets.includes(subset));
}
