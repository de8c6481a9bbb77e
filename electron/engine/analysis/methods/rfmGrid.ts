// RFM: three scores per customer, and a table of rules that names their combinations.
import { AppError } from '../../../../shared/errors.ts';
import {
  FIVE_SCORES,
  fittedRules,
  RFM_SEGMENTS,
  type RfmSettings,
  scoreCounts,
} from '../../../../shared/model/division.ts';
import type { CellPart, MethodFacts } from '../../../../shared/model/method.ts';
import { scoreByCuts, scoreCuts } from '../rfmScore.ts';
import { sortedWithWeights, weightedQuantile } from '../stats/quantiles.ts';
import { takeWeights, unevenWeights, type Weights } from '../weights.ts';
import { classDivision, clustersOf } from './classes.ts';
import type { MethodInput, MixedTable } from './input.ts';
import type { RfmModel, Solution } from './solution.ts';

type Dimension = 'recency' | 'frequency' | 'monetary';
type Cuts = readonly number[];

interface Values {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/**
 * Whoever lacks one of the three (customers without orders have a frequency of 0) counts in none of the quantiles.
 * @throws AppError `FEATURE-UNKNOWN`
 */
function valuesOf(table: MixedTable): Values {
  const named = (name: Dimension): Float64Array => {
    const column = table.numbers.find((one) => one.name === name);
    if (!column) throw new AppError('FEATURE-UNKNOWN', { feature: name });
    return column.values;
  };
  const all = [named('recency'), named('frequency'), named('monetary')] as const;
  const known = (values: Float64Array): Float64Array =>
    values.map((value, row) => (all.some((column) => Number.isNaN(column[row]!)) ? NaN : value));
  return { recency: known(all[0]), frequency: known(all[1]), monetary: known(all[2]) };
}

/** Cut points of the rows that have a value: type-7 quantiles, weighted where there are weights. */
function cutsOf(
  values: Float64Array,
  rows: readonly number[] | null,
  settings: Pick<RfmSettings, 'groups' | 'ties'>,
  weights: Weights,
): Cuts {
  const { groups, ties } = settings;
  const taken = rows === null ? values : Float64Array.from(rows, (row) => values[row]!);
  const worth = rows === null ? weights : takeWeights(weights, rows);
  if (worth === null && ties === 'below') return scoreCuts(taken, groups);
  const sorted = sortedWithWeights(taken, worth);
  if (sorted.values.length === 0) return [];
  const step = ties === 'below' && sorted.values.every(Number.isInteger) ? 1 : 0;
  return Array.from({ length: groups - 1 }, (_, at) => weightedQuantile(sorted, (at + 1) / groups) + step);
}

/** One list of cuts for all (key 0), or one per score of the dimensions before it. */
function nestedCuts(
  values: Float64Array,
  parents: readonly number[] | null,
  settings: Pick<RfmSettings, 'groups' | 'ties'>,
  weights: Weights,
): RfmModel['cuts']['frequency'] {
  if (parents === null) return { 0: cutsOf(values, null, settings, weights) };
  const rows = new Map<number, number[]>();
  parents.forEach((parent, row) => {
    if (parent === 0) return;
    const list = rows.get(parent);
    if (list) list.push(row);
    else rows.set(parent, [row]);
  });
  return Object.fromEntries(
    [...rows.entries()]
      .toSorted(([a], [b]) => a - b)
      .map(([parent, list]) => [parent, cutsOf(values, list, settings, weights)]),
  );
}

/** Scores by the cuts of each row's parent; 0 where the value or the parent is missing. */
function scoresBy(
  values: Float64Array,
  parents: readonly number[] | null,
  cuts: RfmModel['cuts']['frequency'],
): readonly number[] {
  if (parents === null) return [...scoreByCuts(values, cuts[0] ?? [])];
  return parents.map((parent, row) => {
    if (parent === 0) return 0;
    return scoreByCuts([values[row]!], cuts[parent] ?? cuts[0] ?? [])[0]!;
  });
}

interface Scored {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** With ten scores still one number per pair, for no score is 0. */
const PAIR = 10;
/** Frequency's parent is the recency score; monetary's the pair of both, as two digits. */
function pairs(recency: readonly number[], frequency: readonly number[]): readonly number[] {
  return recency.map((score, row) => (score > 0 && frequency[row]! > 0 ? score * PAIR + frequency[row]! : 0));
}

function scoresOf(
  { recency, frequency, monetary }: Values,
  { nested, cuts }: Pick<RfmModel, 'nested' | 'cuts'>,
): Scored {
  const first = [...scoreByCuts(recency, cuts.recency, true)];
  const second = scoresBy(frequency, nested ? first : null, cuts.frequency);
  return {
    recency: first,
    frequency: second,
    monetary: scoresBy(monetary, nested ? pairs(first, second) : null, cuts.monetary),
  };
}

/** The class of each row by the first rule that fits; after the last rule "Others"; −1 without all three scores. */
function classesOf({ recency, frequency, monetary }: Scored, rules: RfmModel['rules']): Int16Array {
  const inside = (score: number, [low, high]: readonly [number, number]): boolean =>
    score >= low && score <= high;
  return Int16Array.from(recency, (score, row) => {
    const [second, third] = [frequency[row]!, monetary[row]!];
    if (score === 0 || second === 0 || third === 0) return -1;
    const rule = rules.findIndex(
      (one) => inside(score, one.recency) && inside(second, one.frequency) && inside(third, one.monetary),
    );
    return rule < 0 ? rules.length : rule;
  });
}

function fitCuts(values: Values, settings: RfmSettings, weights: Weights): RfmModel['cuts'] {
  const { nested, cuts: own } = settings;
  const recency = own.recency ?? cutsOf(values.recency, null, settings, weights);
  const first = [...scoreByCuts(values.recency, recency, true)];
  const parents = nested ? first : null;
  const frequency = own.frequency
    ? { 0: own.frequency }
    : nestedCuts(values.frequency, parents, settings, weights);
  const second = scoresBy(values.frequency, parents, frequency);
  const monetary = own.monetary
    ? { 0: own.monetary }
    : nestedCuts(values.monetary, nested ? pairs(first, second) : null, settings, weights);
  return { recency, frequency, monetary };
}

/**
 * Scores recency, frequency and monetary (features of these names) and names the segments by the first rule that fits.
 * Whoever lacks one of the three is in no segment.
 * @throws AppError `FEATURE-UNKNOWN` without the three features
 */
export function rfmGrid({ table, weights: given }: MethodInput, settings: RfmSettings): Solution {
  const values = valuesOf(table);
  const weights = unevenWeights(given);
  const cuts = fitCuts(values, settings, weights);
  const named = settings.rules ?? fittedRules(RFM_SEGMENTS, FIVE_SCORES, scoreCounts(settings));
  const rules = named.map(({ recency, frequency, monetary }) => ({
    recency: [...recency] as [number, number],
    frequency: [...frequency] as [number, number],
    monetary: [...monetary] as [number, number],
  }));
  const fitted = { nested: settings.nested, cuts, rules };
  const { k, labels, sizes, clusters } = classDivision(
    classesOf(scoresOf(values, fitted), rules),
    rules.length + 1,
  );
  return {
    k,
    labels,
    sizes,
    model: { method: 'rfm', ...fitted, clusters },
    facts: { classes: clusters, rfmCuts: cuts },
  };
}

/** The clusters of one cell, largest first. */
function partsOf(clusters: readonly number[]): readonly CellPart[] {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes]
    .map(([cluster, n]) => ({ cluster, n }))
    .toSorted((a, b) => b.n - a.n || a.cluster - b.cluster);
}

/**
 * Customers by recency score (the first row is 1) and frequency score, the mean monetary score of each cell, and the
 * clusters that its customers are in.
 */
export function rfmCells(model: RfmModel, table: MixedTable): NonNullable<MethodFacts['rfmCells']> {
  const scored = scoresOf(valuesOf(table), model);
  const { recency, frequency, monetary } = scored;
  const labels = clustersOf(classesOf(scored, model.rules), model.clusters);
  const columns = Math.max(1, ...Object.values(model.cuts.frequency).map((cuts) => cuts.length + 1));
  const cells = Array.from({ length: model.cuts.recency.length + 1 }, () =>
    Array.from({ length: columns }, () => ({ sum: 0, clusters: [] as number[] })),
  );
  recency.forEach((score, at) => {
    const [second, third] = [frequency[at]!, monetary[at]!];
    if (score === 0 || second === 0 || third === 0) return;
    const cell = cells[score - 1]![second - 1]!;
    cell.sum += third;
    cell.clusters.push(labels[at]!);
  });
  return {
    counts: cells.map((row) => row.map(({ clusters }) => clusters.length)),
    monetary: cells.map((row) =>
      row.map(({ sum, clusters }) => (clusters.length > 0 ? sum / clusters.length : null)),
    ),
    clusters: cells.map((row) => row.map(({ clusters }) => partsOf(clusters))),
  };
}

/** By the stored cut points and rules. @throws AppError `FEATURE-UNKNOWN` */
export function assignRfm(model: RfmModel, table: MixedTable): Int16Array {
  return clustersOf(classesOf(scoresOf(valuesOf(table), model), model.rules), model.clusters);
}
