// k-prototypes (Huang 1998): k-means for mixed data of any size; a cluster's middle is means and most frequent levels.
import { type Checkpoint, within, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { takeWeights, unevenWeights, type Weights } from '../weights.ts';
import { orderPlaces } from './clusterOrder.ts';
import { checkMixed, weightsOfKnown } from './differentRows.ts';
import { type MethodInput, type MixedTable, takeTable } from './input.ts';
import {
  fitPrototypes,
  prototypeCost,
  prototypeRows,
  type PrototypeRows,
  type Prototypes,
  prototypesAt,
  prototypesOf,
  nearestPrototypes,
  type PlacedRows,
  takePrototypes,
} from './prototypes.ts';
import type { KPrototypesModel, Solution } from './solution.ts';

/** Starts are tried on so many rows; the best three are then polished on all, as k-means does. */
const TRIAL_ROWS = 10_000;
const STARTS = 12;
const POLISHED = 3;
const MAX_ITERATIONS = 100;

interface Found {
  readonly labels: Int16Array;
  readonly prototypes: Prototypes;
  readonly cost: number;
}

/**
 * Prototypes that end at the same place become one, so there may be fewer clusters than asked for. Whoever nothing is
 * known about moves nothing and goes to the largest cluster.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE`
 */
export function* kprototypes(
  input: MethodInput,
  { k, seed }: { readonly k: number; readonly seed: number },
): Generator<Checkpoint, Solution> {
  const { table } = input;
  const weights = weightsOfKnown(table, unevenWeights(input.weights));
  checkMixed(table, k, weights);
  const space = fitPrototypes(table, weights);
  const rows = prototypeRows(table, space);
  const random = new Random(seed);
  const small = table.rows <= TRIAL_ROWS;
  const sample = small ? null : sampleIndices(table.rows, TRIAL_ROWS, random).sort();
  const trial = sample === null ? rows : prototypeRows(takeTable(table, sample), space);
  const worth = sample === null ? weights : takeWeights(weights, sample);
  const tried: Found[] = [];
  for (let start = 0; start < (k === 1 ? 1 : STARTS); start++) {
    const first = drawPrototypes(trial, k, { random, weights: worth, gamma: space.gamma });
    const share = small ? 1 : 0.5;
    tried.push(
      yield* within(
        improve(trial, first, worth, space.gamma),
        (share * start) / STARTS,
        (share * (start + 1)) / STARTS,
      ),
    );
  }
  tried.sort((a, b) => a.cost - b.cost);
  let best = tried[0]!;
  if (!small) {
    const polished: Found[] = [];
    for (const [at, { prototypes }] of tried.slice(0, POLISHED).entries()) {
      const from = 0.5 + (0.5 * at) / POLISHED;
      polished.push(
        yield* within(improve(rows, prototypes, weights, space.gamma), from, from + 0.5 / POLISHED),
      );
    }
    best = polished.reduce((leader, one) => (one.cost < leader.cost ? one : leader));
  }
  return toSolution(table, rows, best.prototypes, weights, space);
}

interface Draw {
  readonly random: Random;
  readonly weights: Weights;
  readonly gamma: number;
}

/** Rows with a chance in proportion to what they cost so far, as k-means++ draws them. */
function drawPrototypes(rows: PrototypeRows, k: number, { random, weights, gamma }: Draw): Prototypes {
  const worth = Float64Array.from({ length: rows.rows }, (_, row) => (weights === null ? 1 : weights[row]!));
  const cost = new Float64Array(rows.rows).fill(1);
  const drawn: number[] = [];
  while (drawn.length < k) {
    let total = 0;
    for (let row = 0; row < rows.rows; row++) total += cost[row]! * worth[row]!;
    let left = random.next() * total;
    let next = -1;
    for (let row = 0; row < rows.rows; row++) {
      if (cost[row]! * worth[row]! <= 0) continue;
      next = row;
      left -= cost[row]! * worth[row]!;
      if (left < 0) break;
    }
    // A sample may have fewer different rows than k: any row not drawn yet.
    if (next < 0) next = worth.findIndex((_, row) => !drawn.includes(row));
    drawn.push(next);
    const latest = prototypesAt(rows, [next]);
    const first = drawn.length === 1;
    for (let row = 0; row < rows.rows; row++) {
      const own = prototypeCost(rows, row, latest, 0, gamma);
      cost[row] = first ? own : Math.min(cost[row]!, own);
    }
  }
  return prototypesAt(rows, drawn);
}

/** Assign and move until no row changes its cluster; the cost never rises. */
function* improve(
  rows: PrototypeRows,
  start: Prototypes,
  weights: Weights,
  gamma: number,
): Generator<Checkpoint, Found> {
  const { k } = start;
  const labels = new Int16Array(rows.rows).fill(-1);
  const costs = new Float64Array(rows.rows);
  let prototypes = start;
  for (let iteration = 0; ; iteration++) {
    const changed = yield* assignAll(rows, prototypes, gamma, { labels, costs, iteration });
    const empty = fillEmpty(labels, costs, k, weights);
    if ((changed === 0 && !empty) || iteration >= MAX_ITERATIONS) break;
    prototypes = prototypesOf(rows, labels, k, weights);
    yield { share: Math.min(1, (iteration + 1) / MAX_ITERATIONS) };
  }
  let cost = 0;
  for (let row = 0; row < rows.rows; row++) cost += (weights === null ? 1 : weights[row]!) * costs[row]!;
  return { labels, prototypes, cost };
}

interface AssignState {
  readonly labels: Int16Array;
  readonly costs: Float64Array;
  readonly iteration: number;
}

function* assignAll(
  rows: PrototypeRows,
  prototypes: Prototypes,
  gamma: number,
  { labels, costs, iteration }: AssignState,
): Generator<Checkpoint, number> {
  const { k } = prototypes;
  let changed = 0;
  let work = 0;
  for (let row = 0; row < rows.rows; row++) {
    let [least, nearest] = [Infinity, 0];
    for (let cluster = 0; cluster < k; cluster++) {
      const cost = prototypeCost(rows, row, prototypes, cluster, gamma);
      if (cost < least) [least, nearest] = [cost, cluster];
    }
    costs[row] = least;
    if (labels[row] !== nearest) {
      labels[row] = nearest;
      changed++;
    }
    work += k * (rows.numbers + rows.categories);
    if (work < WORK_PER_CHECKPOINT / 4) continue;
    work = 0;
    yield { share: Math.min(1, (iteration + row / rows.rows) / MAX_ITERATIONS) };
  }
  return changed;
}

/** A cluster without rows takes the row that fits its own worst. True when there was one. */
function fillEmpty(labels: Int16Array, costs: Float64Array, k: number, weights: Weights): boolean {
  const worth = new Float64Array(k);
  const counts = new Int32Array(k);
  labels.forEach((label, row) => {
    worth[label]! += weights === null ? 1 : weights[row]!;
    counts[label]! += 1;
  });
  let found = false;
  for (let cluster = 0; cluster < k; cluster++) {
    if (worth[cluster]! > 0) continue;
    let worst = -1;
    for (let row = 0; row < costs.length; row++) {
      if (weights?.[row] === 0 || counts[labels[row]!]! < 2) continue;
      if (worst < 0 || costs[row]! > costs[worst]!) worst = row;
    }
    if (worst < 0 || costs[worst] === 0) continue;
    counts[labels[worst]!]! -= 1;
    counts[cluster]! += 1;
    labels[worst] = cluster;
    costs[worst] = 0;
    found = true;
  }
  return found;
}

function toSolution(
  table: MixedTable,
  rows: PrototypeRows,
  prototypes: Prototypes,
  weights: Weights,
  space: KPrototypesModel['space'],
): Solution {
  const nearest = (order: readonly number[]): PlacedRows =>
    nearestPrototypes(rows, takePrototypes(prototypes, order), space.gamma);
  const { labels, sizes, order } = orderPlaces(prototypes.k, weights, (asked) => nearest(asked).labels);
  const { costs } = nearest(order);
  const cost = costs.reduce((sum, own, row) => sum + (weights === null ? 1 : weights[row]!) * own, 0);
  const [numbers, categories] = [space.numbers.length, space.categories.length];
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return {
    k: order.length,
    labels,
    sizes,
    model: {
      method: 'kprototypes',
      space,
      prototypes: order.map((cluster) => ({
        numbers: [...prototypes.means.subarray(cluster * numbers, (cluster + 1) * numbers)].map(known),
        levels: Array.from({ length: categories }, (_, column) => {
          const mode = prototypes.modes[cluster * categories + column]!;
          return mode < 0 ? null : (table.categories[column]!.levels[mode] ?? null);
        }),
      })),
    },
    facts: { cost, gamma: space.gamma },
  };
}

/** The cheapest stored prototype per row; a level that the table does not know equals none of its. */
export function assignPrototypes({ space, prototypes }: KPrototypesModel, table: MixedTable): Int16Array {
  const rows = prototypeRows(table, space);
  const codeOf = table.categories.map(({ levels }) => new Map(levels.map((level, code) => [level, code])));
  const middle: Prototypes = {
    k: prototypes.length,
    means: Float64Array.from(prototypes.flatMap((one) => one.numbers.map((value) => value ?? NaN))),
    modes: Int32Array.from(
      prototypes.flatMap((one) =>
        one.levels.map((level, column) => (level === null ? -1 : (codeOf[column]!.get(level) ?? -1))),
      ),
    ),
  };
  return nearestPrototypes(rows, middle, space.gamma).labels;
}
