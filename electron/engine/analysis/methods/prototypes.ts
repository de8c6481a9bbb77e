// The space of k-prototypes (Huang 1998): squared distance of z-scaled numbers plus γ per category that differs.
import { summariseWeighted, weightOf } from '../stats/moments.ts';
import type { Weights } from '../weights.ts';
import type { LevelColumn, MixedTable, NumberColumn } from './input.ts';

export interface PrototypeSpace {
  readonly numbers: readonly {
    readonly name: string;
    readonly log: boolean;
    readonly centre: number;
    readonly spread: number;
  }[];
  readonly categories: readonly string[];
  /** What one differing category costs. */
  readonly gamma: number;
}

/** Rows ready for distances, row-major; NaN and −1 are missing and cost nothing. */
export interface PrototypeRows {
  readonly rows: number;
  readonly numbers: number;
  readonly categories: number;
  readonly values: Float64Array;
  readonly codes: Int32Array;
  readonly levels: readonly number[];
}

/** The middle of each cluster: means (in the scaled space) and most frequent levels; NaN and −1 = unknown. */
export interface Prototypes {
  readonly k: number;
  readonly means: Float64Array;
  readonly modes: Int32Array;
}

/** 1 − Σp²: the chance that two customers differ in a category. */
function heterogeneity({ codes, levels }: LevelColumn, weights: Weights): number {
  const counts = new Float64Array(levels.length);
  let total = 0;
  codes.forEach((code, row) => {
    if (code < 0) return;
    const weight = weights === null ? 1 : weights[row]!;
    counts[code]! += weight;
    total += weight;
  });
  return total > 0 ? 1 - counts.reduce((sum, count) => sum + (count / total) ** 2, 0) : 0;
}

const measured = (log: boolean, value: number): number => (log ? Math.log1p(Math.max(value, 0)) : value);

function fitNumber({ name, log, values }: NumberColumn, weights: Weights): PrototypeSpace['numbers'][number] {
  const summary = summariseWeighted(log ? values.map((value) => measured(true, value)) : values, weights);
  const worth = weightOf(summary);
  const spread = worth > 0 ? Math.sqrt((summary.variance * (worth - 1)) / worth) : 0;
  const centre = summary.n > 0 ? summary.mean : 0;
  return { name, log, centre, spread: spread > 0 ? spread : 1 };
}

/**
 * Numbers by mean and standard deviation. γ balances the two kinds (Szepannek 2018): the mean variance of the numbers,
 * which is 1, over the mean heterogeneity of the categories.
 */
export function fitPrototypes(table: MixedTable, weights: Weights): PrototypeSpace {
  const mixed = table.categories.map((column) => heterogeneity(column, weights));
  const mean = mixed.reduce((sum, value) => sum + value, 0) / Math.max(1, mixed.length);
  return {
    numbers: table.numbers.map((column) => fitNumber(column, weights)),
    categories: table.categories.map(({ name }) => name),
    gamma: mean > 0 ? 1 / mean : 1,
  };
}

/** The table's rows in a fitted space; columns are found by their place. */
export function prototypeRows(table: MixedTable, space: PrototypeSpace): PrototypeRows {
  const { rows } = table;
  const [numbers, categories] = [space.numbers.length, space.categories.length];
  const values = new Float64Array(rows * numbers);
  const codes = new Int32Array(rows * categories);
  space.numbers.forEach(({ log, centre, spread }, column) => {
    const from = table.numbers[column]!.values;
    for (let row = 0; row < rows; row++) {
      const raw = from[row]!;
      values[row * numbers + column] = Number.isFinite(raw) ? (measured(log, raw) - centre) / spread : NaN;
    }
  });
  for (let column = 0; column < categories; column++) {
    const from = table.categories[column]!.codes;
    for (let row = 0; row < rows; row++) codes[row * categories + column] = from[row]!;
  }
  const levels = table.categories.map((column) => column.levels.length);
  return { rows, numbers, categories, values, codes, levels };
}

/** What a row costs in a cluster. */
export function prototypeCost(
  { numbers, categories, values, codes }: PrototypeRows,
  row: number,
  { means, modes }: Prototypes,
  cluster: number,
  gamma: number,
): number {
  let cost = 0;
  for (let column = 0; column < numbers; column++) {
    const gap = values[row * numbers + column]! - means[cluster * numbers + column]!;
    if (!Number.isNaN(gap)) cost += gap * gap;
  }
  for (let column = 0; column < categories; column++) {
    const code = codes[row * categories + column]!;
    if (code >= 0 && code !== modes[cluster * categories + column]) cost += gamma;
  }
  return cost;
}

/** Rows themselves as prototypes. */
export function prototypesAt(rows: PrototypeRows, at: readonly number[]): Prototypes {
  const { numbers, categories, values, codes } = rows;
  const prototypes = {
    k: at.length,
    means: new Float64Array(at.length * numbers),
    modes: new Int32Array(at.length * categories),
  };
  at.forEach((row, cluster) => {
    prototypes.means.set(values.subarray(row * numbers, (row + 1) * numbers), cluster * numbers);
    prototypes.modes.set(codes.subarray(row * categories, (row + 1) * categories), cluster * categories);
  });
  return prototypes;
}

export interface PlacedRows {
  readonly labels: Int16Array;
  readonly costs: Float64Array;
}

/** The cheapest prototype of each row; ties go to the lower number. */
export function nearestPrototypes(rows: PrototypeRows, prototypes: Prototypes, gamma: number): PlacedRows {
  const costs = new Float64Array(rows.rows).fill(Infinity);
  const labels = new Int16Array(rows.rows);
  for (let row = 0; row < rows.rows; row++)
    for (let cluster = 0; cluster < prototypes.k; cluster++) {
      const cost = prototypeCost(rows, row, prototypes, cluster, gamma);
      if (cost >= costs[row]!) continue;
      costs[row] = cost;
      labels[row] = cluster;
    }
  return { labels, costs };
}

/** The prototypes in another order; some may be left out. */
export function takePrototypes({ k, means, modes }: Prototypes, order: readonly number[]): Prototypes {
  const [numbers, categories] = [means.length / k, modes.length / k];
  const cut = (from: ArrayLike<number>, width: number): number[] =>
    order.flatMap((cluster) => Array.from({ length: width }, (_, at) => from[cluster * width + at]!));
  return {
    k: order.length,
    means: Float64Array.from(cut(means, numbers)),
    modes: Int32Array.from(cut(modes, categories)),
  };
}

/** Means and modes of the labelled rows over what is known; ties of a mode go to the lower level. */
export function prototypesOf(
  rows: PrototypeRows,
  labels: Int16Array,
  k: number,
  weights: Weights,
): Prototypes {
  const { numbers, categories } = rows;
  const means = new Float64Array(k * numbers).fill(NaN);
  const modes = new Int32Array(k * categories).fill(-1);
  for (let column = 0; column < numbers; column++) meansOf(rows, column, { labels, k, weights }, means);
  for (let column = 0; column < categories; column++) modesOf(rows, column, { labels, k, weights }, modes);
  return { k, means, modes };
}

interface Division {
  readonly labels: Int16Array;
  readonly k: number;
  readonly weights: Weights;
}

function meansOf(
  { rows, numbers, values }: PrototypeRows,
  column: number,
  { labels, k, weights }: Division,
  means: Float64Array,
): void {
  const sums = new Float64Array(k);
  const counts = new Float64Array(k);
  for (let row = 0; row < rows; row++) {
    const value = values[row * numbers + column]!;
    if (Number.isNaN(value)) continue;
    const weight = weights === null ? 1 : weights[row]!;
    sums[labels[row]!]! += weight * value;
    counts[labels[row]!]! += weight;
  }
  for (let cluster = 0; cluster < k; cluster++)
    if (counts[cluster]! > 0) means[cluster * numbers + column] = sums[cluster]! / counts[cluster]!;
}

function modesOf(
  { rows, categories, codes, levels }: PrototypeRows,
  column: number,
  { labels, k, weights }: Division,
  modes: Int32Array,
): void {
  const width = levels[column]!;
  const counts = new Float64Array(k * width);
  for (let row = 0; row < rows; row++) {
    const code = codes[row * categories + column]!;
    if (code >= 0) counts[labels[row]! * width + code]! += weights === null ? 1 : weights[row]!;
  }
  for (let cluster = 0; cluster < k; cluster++) {
    let most = 0;
    for (let code = 0; code < width; code++) {
      if (counts[cluster * width + code]! <= most) continue;
      most = counts[cluster * width + code]!;
      modes[cluster * categories + column] = code;
    }
  }
}
