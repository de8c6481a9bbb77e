// UMAP: a map on which near customers are near. Distances between far groups mean little.
import { type Checkpoint, type Matrix, takeRows, within } from '../matrix.ts';
import { pca } from '../pca.ts';
import { Random, sampleIndices } from '../random.ts';
import { fuzzyGraph, tieStrengths } from './fuzzyGraph.ts';
import { epochsOf, layOut } from './layout.ts';
import { nearestOf, type Sweep, sweepOf } from './neighbours.ts';
import { settle } from './settle.ts';

export interface UmapOptions {
  readonly seed: number;
  /** Left out: 15, umap-learn's default less the row itself. */
  readonly neighbours?: number;
  /** Rows that are laid out; the others are placed among them. Left out: 10,000. */
  readonly limit?: number;
}

export interface UmapResult {
  /** rows × 2 */
  readonly points: Float32Array;
  /** Rows that were laid out. */
  readonly sampled: number;
}

export const UMAP_ROWS = 10_000;
const NEIGHBOURS = 14;
/** Width of the start on the plane, as umap-learn scales its own. */
const START = 10;

/**
 * Uniform manifold approximation and projection (McInnes, Healy & Melville 2018) to two dimensions, Euclidean distance,
 * from exact neighbours. It starts from the principal components, which keeps the large view (Kobak & Linderman 2021).
 * Above `limit` rows a seeded sample is laid out; every other row starts from the mean place of its neighbours there,
 * weighted by the strength of the tie, and settles among them (umap-learn's `transform`). Expects finite values.
 * @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`
 */
export function* umap(matrix: Matrix, options: UmapOptions): Generator<Checkpoint, UmapResult> {
  const { seed, neighbours = NEIGHBOURS, limit = UMAP_ROWS } = options;
  const chosen = sampleIndices(matrix.rows, limit, new Random(seed)).sort();
  const whole = chosen.length === matrix.rows;
  const sample = whole ? matrix : takeRows(matrix, chosen);
  const flat = yield* within(pca(sample, 2), 0, 0.02);
  const direction = flat.loadings.slice(0, matrix.columns);
  const sweep = sweepOf(sample, direction);
  const count = Math.min(neighbours, sample.rows - 1);
  const places = startPlaces(flat.scores, flat.components, sample.rows, seed);
  const until = whole ? 1 : 0.6;
  if (count > 0) {
    const near = yield* within(nearestOf(sweep, sample, count, true), 0.02, 0.25 * until);
    yield* within(layOut(places, fuzzyGraph(near), epochsOf(sample.rows), seed), 0.25 * until, until);
  }
  if (whole) return { points: Float32Array.from(places), sampled: chosen.length };
  const points = yield* within(placeAll(sweep, matrix, places, Math.max(1, count), seed), until, 1);
  chosen.forEach((row, at) => {
    points[2 * row] = places[2 * at]!;
    points[2 * row + 1] = places[2 * at + 1]!;
  });
  return { points, sampled: chosen.length };
}

/** Principal components scaled to a width of 10, with a little noise so that equal rows can part. */
function startPlaces(scores: Float32Array, components: number, rows: number, seed: number): Float64Array {
  const widest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  const random = new Random(seed);
  return Float64Array.from({ length: 2 * rows }, (_, at) => {
    const component = at % 2;
    const score = component < components ? scores[(at >> 1) * components + component]! : 0;
    return (widest > 0 ? (START * score) / widest : 0) + 1e-4 * (random.next() - 0.5);
  });
}

function* placeAll(
  sweep: Sweep,
  matrix: Matrix,
  places: Float64Array,
  count: number,
  seed: number,
): Generator<Checkpoint, Float32Array> {
  const near = yield* within(nearestOf(sweep, matrix, count, false), 0, 0.7);
  const strength = tieStrengths(near);
  const points = new Float32Array(2 * matrix.rows);
  for (let row = 0; row < matrix.rows; row++) {
    let [x, y, total] = [0, 0, 0];
    for (let at = row * count; at < (row + 1) * count; at++) {
      x += strength[at]! * places[2 * near.rows[at]!]!;
      y += strength[at]! * places[2 * near.rows[at]! + 1]!;
      total += strength[at]!;
    }
    points[2 * row] = x / total;
    points[2 * row + 1] = y / total;
  }
  yield* within(settle(points, places, { count, rows: near.rows, strength }, seed), 0.7, 1);
  return points;
}
