// A clustering: scale → k-means for one k or for a range side by side → scores → map → could it be chance?
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ClusterSettings, Scores, TriedK } from '../../../shared/model/segmentation.ts';
import type { ChooseKResult, KScore } from '../analysis/chooseK.ts';
import type { Matrix } from '../analysis/matrix.ts';
import { pca } from '../analysis/pca.ts';
import { centroidDistances } from '../analysis/profile.ts';
import { shuffledNull } from '../analysis/shuffledNull.ts';
import { effectiveSize, type Weights } from '../analysis/weights.ts';
import { writeColumn } from '../db/columns.ts';
import { chosenFeatures, featureRun, loadFeatures } from '../db/featureTable.ts';
import { record } from '../db/journal.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import {
  addSegmentation,
  LABELS,
  MAP_X,
  MAP_Y,
  MARGIN,
  NEXT_CLUSTER,
  OWN_DISTANCE,
} from '../db/segmentationTable.ts';
import type { SegmentationSettings, SegmentationSummary } from '../db/segmentationTable.ts';
import { readSettings } from '../db/settings.ts';
import { heritageOf } from '../profiles/lineage.ts';
import { weightsOf } from '../profiles/weighting.ts';
import { createComputePool } from '../threads/pool.ts';
import { parallelChooseK } from '../threads/parallelChooseK.ts';
import { parallelSolveK } from '../threads/parallelSolveK.ts';
import { clusterInput, rawCentroids } from './clusterInput.ts';
import type { ClusterInput } from './clusterInput.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

/** Below this many customers a picture of chance means little. */
const MIN_FOR_CHANCE = 30;

async function* choose(
  context: JobContext,
  matrix: Matrix,
  weights: Weights,
  settings: ClusterSettings,
): AsyncGenerator<Progress, ChooseKResult> {
  const pool = createComputePool(context.threads);
  try {
    if (typeof settings.k === 'number') {
      const task = parallelSolveK(
        pool,
        matrix,
        { k: settings.k, seed: settings.seed, weights },
        context.cancel,
      );
      const best = yield* waiting(task.result, () => within('clustering', 0.1, 0.7, task.share()));
      return { best, scores: [best.score], asGood: [best.score.k] };
    }
    const { from: lowest, to: highest } = settings.k;
    const range = { lowest, highest, seed: settings.seed, compareBelow: true, weights };
    const steps = parallelChooseK(pool, matrix, range, context.cancel);
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
      yield within('choosing', 0.1, 0.7, step.value.share);
    }
  } finally {
    await pool.close();
  }
}

/** Yields about ten times a second until the work in another thread is done. */
async function* waiting<T>(work: Promise<T>, progress: () => Progress): AsyncGenerator<Progress, T> {
  const done = Symbol('done');
  const settled = work.then(
    () => done,
    () => done,
  );
  while ((await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 80))])) !== done)
    yield progress();
  return work;
}

function scoresOf(score: KScore): Scores {
  const {
    silhouette: value,
    silhouetteRows: n,
    sampled,
    standardError,
    inertia,
    calinskiHarabasz,
    daviesBouldin,
  } = score;
  return {
    inertia,
    silhouette: value === null ? null : { value, n, sampled, standardError },
    calinskiHarabasz,
    daviesBouldin,
  };
}

function triedOf(score: KScore, rows: number): TriedK {
  return { k: score.k, scores: scoresOf(score), smallestShare: Math.min(...score.sizes) / rows };
}

function* chance(
  matrix: Matrix,
  weights: Weights,
  k: number,
  seed: number,
): Generator<Progress, SegmentationSummary['chance']> {
  if (k < 2 || matrix.rows < MIN_FOR_CHANCE) return null;
  const steps = shuffledNull(matrix, { k, seed, weights });
  for (;;) {
    const step = steps.next();
    if (step.done)
      return { observed: step.value.observed, shuffled: [...step.value.nullValues], pass: step.value.pass };
    yield within('chance', 0.75, 0.95, step.value.share);
  }
}

interface Placed {
  readonly explained: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function* place(matrix: Matrix, weights: Weights): Generator<Progress, Placed> {
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

function store(
  context: JobContext,
  runId: number,
  input: ClusterInput,
  chosen: ChooseKResult,
  placed: Placed,
): void {
  const { db } = context;
  const { labels, centroids } = chosen.best.clustering;
  const rows = input.raw.rows;
  const distances = centroidDistances(input.scaled.matrix, labels, centroids);
  const floats = (values: ArrayLike<number>): Float32Array =>
    spreadOut(new Float32Array(rows).fill(NaN), input, values);
  const shorts = (values: ArrayLike<number>): Int16Array =>
    spreadOut(new Int16Array(rows).fill(-1), input, values);
  context.write(() => {
    writeColumn(db, runId, LABELS, Int32Array.from(shorts(labels)));
    writeColumn(db, runId, NEXT_CLUSTER, Int32Array.from(shorts(distances.next)));
    writeColumn(db, runId, MAP_X, floats(placed.x));
    writeColumn(db, runId, MAP_Y, floats(placed.y));
    writeColumn(db, runId, OWN_DISTANCE, floats(distances.own));
    writeColumn(db, runId, MARGIN, floats(distances.margin));
  });
}

/** @throws AppError TOO-FEW-CUSTOMERS, TOO-FEW-FEATURES, K-TOO-LARGE, FEATURE-UNKNOWN, NO-CUSTOMERS */
export async function* runSegmentation(
  context: JobContext,
  settings: ClusterSettings,
): AsyncGenerator<Progress, { segmentationId: number }> {
  const { db, now } = context;
  const featuresRunId = yield* computeFeatures(context, 0, 0.05);
  const features = featuresRunId === null ? null : featureRun(db, featuresRunId);
  if (!features) throw new AppError('NO-CUSTOMERS');
  yield within('scaling', 0.05, 0.1, 0);
  const logs = new Set(
    chosenFeatures(db, features)
      .filter((feature) => feature.log)
      .map((feature) => feature.name),
  );
  const table = loadFeatures(db, features);
  const used = weightsOf(db, table)?.weights ?? null;
  const input = clusterInput(table, settings, logs, readSettings(db).missing, used);
  const { weights } = input;
  const { matrix } = input.scaled;
  const chosen = yield* choose(context, matrix, weights, settings);
  const placed = yield* place(matrix, weights);
  const { clustering, score } = chosen.best;
  const chanceTest = yield* chance(matrix, weights, clustering.k, settings.seed);
  const labels = Int32Array.from(
    spreadOut(new Int16Array(input.raw.rows).fill(-1), input, clustering.labels),
  );
  const heritage = heritageOf(db, { featuresRunId: features.runId, labels }, clustering.k);
  const kept: SegmentationSettings = {
    cluster: settings,
    featuresRunId: features.runId,
    ...(heritage && { previousId: heritage.previousId }),
  };
  const runId = context.write(() => beginRun(db, 'segmentation', '', kept, now.toISOString()));
  context.begun(runId);
  store(context, runId, input, chosen, placed);
  const summary: SegmentationSummary & { loadings: Placed['loadings'] } = {
    k: clustering.k,
    customers: matrix.rows,
    excluded: input.scaled.excludedRows,
    imputed: input.scaled.imputed.reduce((sum, count) => sum + count, 0),
    columns: [...input.columns],
    centroids: rawCentroids(input, clustering.labels, clustering.k),
    sizes: [...clustering.sizes],
    clusterSilhouettes: [...score.perCluster],
    scores: scoresOf(score),
    tried: chosen.scores.map((one) => triedOf(one, matrix.rows)),
    chance: chanceTest,
    explainedVariance: [...placed.explained],
    loadings: placed.loadings,
    ...(weights && {
      weighting: { cap: readSettings(db).weighting.cap, effectiveN: effectiveSize(weights) },
    }),
  };
  const change = { label: 'segmentations.run', detail: `k = ${clustering.k}`, at: now.toISOString() };
  const { value: segmentationId, tables } = record(db, change, () => {
    finishRun(db, runId, summary);
    return addSegmentation(db, runId, clustering.k, heritage?.segments);
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  return { segmentationId };
}
