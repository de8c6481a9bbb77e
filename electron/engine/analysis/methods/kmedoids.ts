// k-medoids on mixed data: each segment is represented by a customer who exists.
import type { CentroidDistances } from '../centroidDistances.ts';
import { type Checkpoint, type Labels, within } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import { takeWeights, unevenWeights, type Weights } from '../weights.ts';
import { orderPlaces } from './clusterOrder.ts';
import { fasterPam, type MedoidSolution } from './fasterPam.ts';
import {
  fitGower,
  gowerDistance,
  gowerPoint,
  type GowerRows,
  gowerRows,
  type GowerSpace,
  pointRows,
} from './gower.ts';
import { checkMixed, weightsOfKnown } from './differentRows.ts';
import { type MethodInput, type MixedTable, takeTable } from './input.ts';
import { buildMedoids, drawMedoids } from './medoidStarts.ts';
import { gowerPairs, type PairDistances } from './pairDistances.ts';
import type { KMedoidsModel, Solution } from './solution.ts';

/** Up to here all pairs are looked at (100 MB); above, samples of `SAMPLE_ROWS` as in CLARA (Kaufman & Rousseeuw 1990). */
export const KMEDOIDS_EXACT_ROWS = 5000;
const SAMPLE_ROWS = 3000;
const SAMPLES = 3;
/** Besides the one from BUILD. */
const DRAWN_STARTS = 2;

/**
 * One solution per k. Distances by Gower (1971), search by FasterPAM from BUILD and two seeded starts. Above 5,000 rows
 * three samples of 3,000 are solved, and the medoids that serve all rows best are kept: `facts.sampledRows` says so.
 * Of medoids at the same place one stays, so there may be fewer clusters than asked for. Whoever nothing is known about
 * moves nothing and goes to the largest cluster.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE`
 */
export function* kmedoids(
  input: MethodInput,
  ks: readonly number[],
  seed: number,
): Generator<Checkpoint, readonly Solution[]> {
  const { table } = input;
  const weights = weightsOfKnown(table, unevenWeights(input.weights));
  checkMixed(table, Math.max(1, ...ks), weights);
  const space = fitGower(table, weights);
  const prepared = gowerRows(table, space);
  const random = new Random(seed);
  const samples = table.rows <= KMEDOIDS_EXACT_ROWS ? [null] : drawSamples(table.rows, random);
  const best: (readonly number[])[] = ks.map(() => []);
  const costs = ks.map(() => Infinity);
  for (const [at, sample] of samples.entries()) {
    const found = yield* within(
      solveSample(table, prepared, space, { sample, ks, seed: seed + at, weights }),
      at / samples.length,
      (at + 1) / samples.length,
    );
    found.forEach((medoids, which) => {
      const { cost } = place(prepared, pickRows(prepared, medoids), weights);
      if (cost >= costs[which]!) return;
      costs[which] = cost;
      best[which] = medoids;
    });
  }
  const sampledRows = samples[0] === null ? undefined : SAMPLE_ROWS;
  const solutions: Solution[] = [];
  for (const [which, k] of ks.entries()) {
    solutions.push(toSolution(table, prepared, space, { k, medoids: best[which]!, weights, sampledRows }));
    yield { share: 1 };
  }
  return solutions;
}

function drawSamples(rows: number, random: Random): Int32Array[] {
  return Array.from({ length: SAMPLES }, () => sampleIndices(rows, SAMPLE_ROWS, random).sort());
}

interface SampleTask {
  readonly sample: Int32Array | null;
  readonly ks: readonly number[];
  readonly seed: number;
  readonly weights: Weights;
}

/** Medoids per k, as rows of the whole table. */
function* solveSample(
  table: MixedTable,
  prepared: GowerRows,
  space: GowerSpace,
  { sample, ks, seed, weights }: SampleTask,
): Generator<Checkpoint, readonly (readonly number[])[]> {
  const rows = sample === null ? prepared : gowerRows(takeTable(table, sample), space);
  const worth = sample === null ? weights : takeWeights(weights, sample);
  const pairs = yield* within(gowerPairs(rows), 0, 0.3);
  // BUILD goes on from where it is: the medoids of a smaller k are the first ones of a larger.
  const built = yield* within(buildMedoids(pairs, Math.max(...ks), worth), 0.3, 0.5);
  const found: (readonly number[])[] = [];
  for (const [at, k] of ks.entries()) {
    const span = 0.5 / ks.length;
    const steps = fromStarts(pairs, built.slice(0, k), seed, worth);
    const solved = yield* within(steps, 0.5 + at * span, 0.5 + (at + 1) * span);
    found.push(sample === null ? solved.medoids : solved.medoids.map((row) => sample[row]!));
  }
  return found;
}

function* fromStarts(
  pairs: PairDistances,
  built: readonly number[],
  seed: number,
  weights: Weights,
): Generator<Checkpoint, Pick<MedoidSolution, 'medoids' | 'cost'>> {
  // BUILD's single medoid is the best there is.
  if (built.length === 1) return { medoids: built, cost: 0 };
  const random = new Random(seed);
  let best = yield* within(fasterPam(pairs, built, weights), 0, 0.4);
  for (let start = 0; start < DRAWN_STARTS; start++) {
    const drawn = drawMedoids(pairs, built.length, random, weights);
    const from = 0.4 + (0.6 * start) / DRAWN_STARTS;
    const other = yield* within(fasterPam(pairs, drawn, weights), from, from + 0.6 / DRAWN_STARTS);
    if (other.cost < best.cost) best = other;
  }
  return best;
}

function pickRows(prepared: GowerRows, rows: readonly number[]): GowerRows {
  const { numbers, categories, values, codes, missing } = prepared;
  const cut = <T extends Float64Array | Int32Array>(from: T, width: number): number[] =>
    rows.flatMap((row) => [...from.subarray(row * width, (row + 1) * width)]);
  return {
    rows: rows.length,
    numbers,
    categories,
    values: Float64Array.from(cut(values, numbers)),
    codes: Int32Array.from(cut(codes, categories)),
    missing,
  };
}

interface Placed {
  readonly labels: Int16Array;
  readonly distances: Float64Array;
  readonly cost: number;
}

/** Nearest medoid of each row; ties go to the lower number. */
function place(prepared: GowerRows, medoids: GowerRows, weights: Weights): Placed {
  const labels = new Int16Array(prepared.rows);
  const distances = new Float64Array(prepared.rows).fill(Infinity);
  let cost = 0;
  for (let row = 0; row < prepared.rows; row++) {
    for (let at = 0; at < medoids.rows; at++) {
      const distance = gowerDistance(prepared, row, medoids, at);
      if (distance >= distances[row]!) continue;
      distances[row] = distance;
      labels[row] = at;
    }
    cost += (weights === null ? 1 : weights[row]!) * distances[row]!;
  }
  return { labels, distances, cost };
}

interface Chosen {
  readonly k: number;
  readonly medoids: readonly number[];
  readonly weights: Weights;
  readonly sampledRows: number | undefined;
}

function toSolution(
  table: MixedTable,
  prepared: GowerRows,
  space: GowerSpace,
  { k, medoids, weights, sampledRows }: Chosen,
): Solution {
  const placeBy = (order: readonly number[]): Placed => {
    const chosen = order.map((cluster) => medoids[cluster]!);
    return place(prepared, pickRows(prepared, chosen), weights);
  };
  const { labels, sizes, order } = orderPlaces(k, weights, (asked) => placeBy(asked).labels);
  const ordered = order.map((cluster) => medoids[cluster]!);
  return {
    k: ordered.length,
    labels,
    sizes,
    model: { method: 'kmedoids', space, medoids: ordered.map((row) => gowerPoint(table, prepared, row)) },
    facts: {
      cost: placeBy(order).cost,
      medoids: ordered,
      ...(sampledRows === undefined ? {} : { sampledRows }),
    },
  };
}

/** Nearest stored medoid per row. */
export function assignMedoids(model: KMedoidsModel, table: MixedTable): Int16Array {
  const prepared = gowerRows(table, model.space);
  return place(prepared, pointRows(model.medoids, table), null).labels;
}

/**
 * How near each row is to its own medoid and to the next one, by Gower's dissimilarity.
 * @param labels the division; −1 = in none
 */
export function medoidDistances(model: KMedoidsModel, table: MixedTable, labels: Labels): CentroidDistances {
  const rows = gowerRows(table, model.space);
  const medoids = pointRows(model.medoids, table);
  const own = new Float64Array(rows.rows).fill(NaN);
  const margin = new Float64Array(rows.rows).fill(NaN);
  const next = new Int16Array(rows.rows).fill(-1);
  for (let row = 0; row < rows.rows; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    let [mine, least] = [0, Infinity];
    for (let at = 0; at < medoids.rows; at++) {
      const distance = gowerDistance(rows, row, medoids, at);
      if (at === label) mine = distance;
      else if (distance < least) [least, next[row]] = [distance, at];
    }
    const larger = Math.max(mine, least);
    own[row] = mine;
    margin[row] = next[row]! < 0 ? 1 : larger === 0 ? 0 : (least - mine) / larger;
  }
  return { own, next, margin };
}
