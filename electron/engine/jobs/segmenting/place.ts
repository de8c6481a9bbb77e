// Where customers stand: on the map (two principal components), to the middle of their segment, to the next one.
import type { Progress } from '../../../../shared/model/job.ts';
import { type CentroidDistances, centroidDistances } from '../../analysis/centroidDistances.ts';
import type { Matrix } from '../../analysis/matrix.ts';
import { medoidDistances } from '../../analysis/methods/kmedoids.ts';
import { clusterMeans } from '../../analysis/methods/scored.ts';
import type { Solution } from '../../analysis/methods/solution.ts';
import { pca } from '../../analysis/pca.ts';
import type { Weights } from '../../analysis/weights.ts';
import { writeColumn } from '../../db/columns.ts';
import {
  LABELS,
  MAP_X,
  MAP_Y,
  MARGIN,
  MODEL,
  NEXT_CLUSTER,
  OWN_DISTANCE,
} from '../../db/segmentationTable.ts';
import type { ClusterInput } from '../clusterInput.ts';
import { type JobContext, within } from '../context.ts';

export interface Placed {
  readonly explained: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export function* place(matrix: Matrix, weights: Weights): Generator<Progress, Placed> {
  const steps = pca(matrix, Math.min(2, matrix.columns), weights);
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      yield within('profiling', 0.7, 0.75, step.value.share);
      continue;
    }
    const { components, scores, explained, loadings } = step.value;
    const axis = (at: number): Float32Array =>
      Float32Array.from({ length: matrix.rows }, (_, row) =>
        at < components ? (scores[row * components + at] ?? 0) : 0,
      );
    const pulls = [0, 1].map((at) =>
      Array.from({ length: matrix.columns }, (_, column) =>
        at < components ? (loadings[at * matrix.columns + column] ?? 0) : 0,
      ),
    );
    return { explained: explained.slice(0, 2), loadings: pulls, x: axis(0), y: axis(1) };
  }
}

/** By the method's own measure where it has one: a medoid is then the most typical customer of its segment. */
function distancesOf({ method }: ClusterInput, { model, labels, k }: Solution): CentroidDistances {
  if (model.method === 'kmedoids') return medoidDistances(model, method.table, labels);
  const means = clusterMeans(method.matrix, labels, k, method.weights);
  return centroidDistances(method.matrix, labels, means);
}

/** Values of the clustered rows, placed among all analysed customers. */
function spreadOut<T extends Float32Array | Int16Array>(
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

/** The run's columns: one entry per analysed customer, and the model that places new ones. */
export function storeColumns(
  context: JobContext,
  runId: number,
  input: ClusterInput,
  solution: Solution,
  placed: Placed,
): void {
  const { db } = context;
  const rows = input.raw.rows;
  const distances = distancesOf(input, solution);
  const floats = (values: ArrayLike<number>): Float32Array =>
    spreadOut(new Float32Array(rows).fill(NaN), input, values);
  const shorts = (values: ArrayLike<number>): Int16Array =>
    spreadOut(new Int16Array(rows).fill(-1), input, values);
  const model = { model: solution.model, preparation: input.preparation };
  context.write(() => {
    writeColumn(db, runId, LABELS, labelsOfAll(input, solution.labels));
    writeColumn(db, runId, NEXT_CLUSTER, Int32Array.from(shorts(distances.next)));
    writeColumn(db, runId, MAP_X, floats(placed.x));
    writeColumn(db, runId, MAP_Y, floats(placed.y));
    writeColumn(db, runId, OWN_DISTANCE, floats(distances.own));
    writeColumn(db, runId, MARGIN, floats(distances.margin));
    writeColumn(db, runId, MODEL, [JSON.stringify(model)]);
  });
}
