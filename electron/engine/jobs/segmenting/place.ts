// Where customers stand: on the map (two principal components), to the middle of their segment, to the next one; and
// how much nearer each is to its own.
import type { Progress } from '../../../../shared/model/job.ts';
import { type CentroidDistances, centroidDistances } from '../../analysis/centroidDistances.ts';
import type { Checkpoint } from '../../analysis/matrix.ts';
import { gowerSilhouette } from '../../analysis/methods/gowerSilhouette.ts';
import { medoidDistances } from '../../analysis/methods/kmedoids.ts';
import { clusterMeans } from '../../analysis/methods/scored.ts';
import type { Solution } from '../../analysis/methods/solution.ts';
import { pca } from '../../analysis/pca.ts';
import { silhouette } from '../../analysis/silhouette.ts';
import { writeColumn } from '../../db/columns.ts';
import {
  LABELS,
  MAP_X,
  MAP_Y,
  MARGIN,
  MODEL,
  NEXT_CLUSTER,
  OWN_DISTANCE,
  SILHOUETTE,
} from '../../db/segmentationTable.ts';
import type { ClusterInput } from '../clusterInput.ts';
import { type JobContext, within } from '../context.ts';
import type { Stored } from './storedModel.ts';

export interface Placed {
  readonly explained: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Per row; NaN where it is not known. */
  readonly silhouettes: Float32Array;
}

/** More components than the map shows, so that the variation can be seen falling. */
const COMPONENTS = 6;

/** @throws AppError as `pca` does */
export function* place(input: ClusterInput, solution: Solution, seed: number): Generator<Progress, Placed> {
  const { matrix, weights } = input.method;
  const steps = pca(matrix, Math.min(COMPONENTS, matrix.columns), weights);
  const flat = yield* reported(steps, 0.7, 0.73);
  const { components, scores, explained, loadings } = flat;
  const axis = (at: number): Float32Array =>
    Float32Array.from({ length: matrix.rows }, (_, row) =>
      at < components ? (scores[row * components + at] ?? 0) : 0,
    );
  const pulls = Array.from({ length: Math.max(2, components) }, (_, at) =>
    Array.from({ length: matrix.columns }, (_column, column) =>
      at < components ? (loadings[at * matrix.columns + column] ?? 0) : 0,
    ),
  );
  const silhouettes = yield* reported(rowSilhouettes(input, solution, seed), 0.73, 0.75);
  return { explained: explained.slice(0, COMPONENTS), loadings: pulls, x: axis(0), y: axis(1), silhouettes };
}

function* reported<T>(steps: Generator<Checkpoint, T>, from: number, to: number): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield within('profiling', from, to, step.value.share);
  }
}

/** By the method's own distance; NaN for rows outside the sample (above 20,000; mixed data: 3,000) and in no cluster. */
function* rowSilhouettes(
  { method }: ClusterInput,
  { model, labels, k }: Solution,
  seed: number,
): Generator<Checkpoint, Float32Array> {
  const values = new Float32Array(method.matrix.rows).fill(NaN);
  const mixed = model.method === 'kmedoids' || model.method === 'kprototypes';
  const { weights } = method;
  const found = mixed
    ? yield* gowerSilhouette(method, labels, k, seed)
    : yield* silhouette(method.matrix, labels, k, { seed, weights });
  if (found.value === null) return values;
  found.rows.forEach((row, at) => {
    values[row] = found.values[at]!;
  });
  return values;
}

/** By the method's own measure where it has one: a medoid is then the most typical customer of its segment. */
function distancesOf({ method }: ClusterInput, { model, labels, k }: Solution): CentroidDistances {
  if (model.method === 'kmedoids') return medoidDistances(model, method.table, labels);
  const means = clusterMeans(method.matrix, labels, k, method.weights);
  return centroidDistances(method.matrix, labels, means);
}

/** Values of the clustered rows, placed among all analysed customers. */
export function spreadOut<T extends Float32Array | Int16Array>(
  target: T,
  input: ClusterInput,
  values: ArrayLike<number>,
): T {
  input.scaled.keptRows.forEach((row, at) => {
    target[row] = values[at] ?? NaN;
  });
  return target;
}

/** Cluster of every analysed customer; −1 for those left out. */
export function labelsOfAll(input: ClusterInput, labels: ArrayLike<number>): Int32Array {
  return Int32Array.from(spreadOut(new Int16Array(input.raw.rows).fill(-1), input, labels));
}

/**
 * The run's columns: one entry per analysed customer, and the model that places new ones.
 * @param medoidKeys the customers that the medoids are, where the method has any
 */
export function storeColumns(
  context: JobContext,
  runId: number,
  input: ClusterInput,
  solution: Solution,
  placed: Placed,
  medoidKeys?: readonly string[],
): void {
  const { db } = context;
  const rows = input.raw.rows;
  const distances = distancesOf(input, solution);
  const floats = (values: ArrayLike<number>): Float32Array =>
    spreadOut(new Float32Array(rows).fill(NaN), input, values);
  const shorts = (values: ArrayLike<number>): Int16Array =>
    spreadOut(new Int16Array(rows).fill(-1), input, values);
  const model: Stored = {
    model: solution.model,
    preparation: input.preparation,
    ...(medoidKeys && { medoidKeys }),
  };
  context.write(() => {
    writeColumn(db, runId, LABELS, labelsOfAll(input, solution.labels));
    writeColumn(db, runId, NEXT_CLUSTER, Int32Array.from(shorts(distances.next)));
    writeColumn(db, runId, MAP_X, floats(placed.x));
    writeColumn(db, runId, MAP_Y, floats(placed.y));
    writeColumn(db, runId, OWN_DISTANCE, floats(distances.own));
    writeColumn(db, runId, MARGIN, floats(distances.margin));
    writeColumn(db, runId, SILHOUETTE, floats(placed.silhouettes));
    writeColumn(db, runId, MODEL, [JSON.stringify(model)]);
  });
}
