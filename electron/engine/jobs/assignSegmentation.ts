// All current customers placed by a segmentation's stored model: segments keep name, colour and note; who moved, moved.
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ClusterSettings, Segmentation } from '../../../shared/model/segmentation.ts';
import type { KScore } from '../analysis/chooseK.ts';
import { assignInParts } from '../analysis/methods/assignInParts.ts';
import type { MethodInput } from '../analysis/methods/input.ts';
import type { Solution, StoredModel } from '../analysis/methods/solution.ts';
import { scoreSolution } from '../analysis/methods/scored.ts';
import { featureRun, type FeatureTable, loadFeatures } from '../db/featureTable.ts';
import { readColumn } from '../db/columns.ts';
import { record } from '../db/journal.ts';
import type { ReadDb } from '../db/open.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import {
  addSegment,
  LABELS,
  newSegment,
  readSegmentations,
  type SegmentationSettings,
} from '../db/segmentationTable.ts';
import { readSettings } from '../db/settings.ts';
import { weightsOf } from '../profiles/weighting.ts';
import { classNames } from '../writing/classNames.ts';
import { type ClusterInput, clusterInputAgain } from './clusterInput.ts';
import { computeFeatures } from './computeFeatures.ts';
import { type JobContext, within } from './context.ts';
import {
  beginJudging,
  groupsQuestion,
  type GroupsQuestion,
  highestAsked,
  isJudged,
} from './segmenting/groups.ts';
import { placedOrigin } from './segmenting/moves.ts';
import { labelsOfAll, place, storeColumns } from './segmenting/place.ts';
import type { Preparation } from './segmenting/preparation.ts';
import { beginResampling } from './segmenting/stability.ts';
import { storedModel } from './segmenting/storedModel.ts';
import { summaryOf } from './segmenting/summary.ts';
import { testedOf } from './segmenting/tested.ts';
import { workBeside } from './waiting.ts';

/** Clusters keep their numbers; a class that had nobody and now has somebody is added after them. */
function* placeCustomers(
  model: StoredModel,
  { method }: ClusterInput,
  { k, facts }: Pick<Solution, 'k' | 'facts'>,
): Generator<Progress, Solution> {
  if (!('clusters' in model)) {
    const labels = yield* placed(model, method, 0.4, 0.6);
    return { k, labels, sizes: sizesOf(labels, k), model, facts: factsOf(facts) };
  }
  const { clusters } = model;
  const count = classCount(model);
  const others = Array.from({ length: count }, (_, at) => at).filter((at) => !clusters.includes(at));
  const all = yield* placed({ ...model, clusters: [...clusters, ...others] }, method, 0.4, 0.5);
  const sizes = sizesOf(all, count);
  const used = others.filter((_, at) => sizes[k + at]! > 0);
  const wider = { ...model, clusters: [...clusters, ...used] };
  const labels = yield* placed(wider, method, 0.5, 0.6);
  const now = wider.clusters.length;
  const next = { ...factsOf(facts), classes: wider.clusters };
  return { k: now, labels, sizes: sizesOf(labels, now), model: wider, facts: next };
}

function* placed(
  model: StoredModel,
  method: MethodInput,
  from: number,
  to: number,
): Generator<Progress, Int16Array> {
  const steps = assignInParts(model, method);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield within('clustering', from, to, step.value.share);
  }
}

/** With the last one, "Others" (of tiers: the lowest). */
function classCount(model: Extract<StoredModel, { readonly clusters: readonly number[] }>): number {
  if (model.method === 'rfm') return model.rules.length + 1;
  return model.method === 'tiers' ? model.cuts.length + 1 : model.segments.length + 1;
}

/** What was true of the customers it was found on is not said of others; how the model was learnt stays true. */
function factsOf({
  medoids: _medoids,
  cost: _cost,
  sampledRows: _rows,
  batches,
  tree: _tree,
  mixtures: _compared,
  ...facts
}: Solution['facts']): Solution['facts'] {
  return batches === undefined ? facts : { ...facts, fromBatches: true };
}

function sizesOf(labels: Int16Array, k: number): readonly number[] {
  const sizes = Array.from({ length: k }, () => 0);
  for (const label of labels) if (label >= 0) sizes[label]! += 1;
  return sizes;
}

/** The features of today, as the segments look at them; null where nothing is claimed. */
function questionOf(
  db: ReadDb,
  table: FeatureTable,
  cluster: ClusterSettings,
  { features }: Preparation,
): GroupsQuestion | null {
  if (!isJudged(cluster, table.summary.customers)) return null;
  const logs = new Set(features.flatMap((one) => (one.kind === 'number' && one.log ? one.name : [])));
  return groupsQuestion(db, table, cluster, { highest: highestAsked(cluster.k), logs, input: null });
}

interface Former {
  readonly model: StoredModel;
  readonly input: ClusterInput;
  readonly question: GroupsQuestion | null;
}

/** Everyone placed; the tests run beside it. */
async function* found(
  context: JobContext,
  former: Pick<Segmentation, 'k' | 'facts' | 'settings'>,
  { model, input, question }: Former,
) {
  const { seed } = former.settings;
  const beside = workBeside(context.threads);
  try {
    const judging = question && beginJudging(context.db, beside, question);
    yield within('clustering', 0.4, 0.6, 0);
    const solution = yield* placeCustomers(model, input, { k: former.k, facts: former.facts ?? {} });
    const resampling = beginResampling(beside, input.method, solution, former.settings);
    const best = { solution, score: yield* scored(input, solution, seed) };
    const onMap = yield* place(input, solution, seed);
    return { best, placed: onMap, tested: yield* testedOf(judging, resampling) };
  } finally {
    await beside.close();
  }
}

/**
 * The definition stays, the customers are today's. One undoable change.
 * @throws AppError SEGMENTATION-UNKNOWN, MODEL-MISSING, NO-CUSTOMERS, TOO-FEW-CUSTOMERS, FEATURE-UNKNOWN (a feature
 * that the segments were made from is gone)
 */
export async function* assignSegmentation(
  context: JobContext,
  { segmentationId }: { readonly segmentationId: number },
): AsyncGenerator<Progress, { segmentationId: number }> {
  const { db, now } = context;
  const former = readSegmentations(db).find((one) => one.id === segmentationId);
  if (!former) throw new AppError('SEGMENTATION-UNKNOWN');
  const { model, preparation, medoidKeys } = storedModel(db, former.runId);
  const featuresRunId = yield* computeFeatures(context, 0, 0.3);
  const features = featuresRunId === null ? null : featureRun(db, featuresRunId);
  if (!features) throw new AppError('NO-CUSTOMERS');
  yield within('scaling', 0.3, 0.4, 0);
  const table = loadFeatures(db, features);
  const { settings: cluster } = former;
  const { weighting, locale } = readSettings(db);
  const input = clusterInputAgain(table, cluster, preparation, weightsOf(db, table)?.weights ?? null);
  const { best, placed, tested } = yield* found(context, former, {
    model,
    input,
    question: questionOf(db, table, cluster, preparation),
  });
  const { solution } = best;
  const chosen = { best, tried: [best] };
  const summary = summaryOf(input, chosen, placed, { ...tested, cap: weighting.cap });
  const then = {
    featuresRunId: former.featuresRunId,
    labels: readColumn(db, former.runId, LABELS, 'int32') ?? new Int32Array(0),
  };
  const today = { featuresRunId: features.runId, labels: labelsOfAll(input, solution.labels) };
  const kept: SegmentationSettings = {
    cluster,
    featuresRunId: features.runId,
    ...placedOrigin(db, former, then, today, summary.weighting),
  };
  const runId = context.write(() => beginRun(db, 'segmentation', '', kept, now.toISOString()));
  context.begun(runId);
  storeColumns(context, runId, input, solution, placed, medoidKeys);
  const names = classNames(cluster, solution.facts.classes ?? [], locale);
  const change = { label: 'segmentations.assign', detail: `k = ${solution.k}`, at: now.toISOString() };
  const { tables } = record(db, change, () => {
    finishRun(db, runId, summary);
    db.run(sql.updateTable('segmentation').set({ run_id: runId }).where('id', '=', segmentationId));
    for (let at = former.k; at < solution.k; at++)
      addSegment(db, segmentationId, at, newSegment(at, names[at] ?? ''));
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  return { segmentationId };
}

function* scored(input: ClusterInput, solution: Solution, seed: number): Generator<Progress, KScore> {
  const steps = scoreSolution(input.method, solution, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield within('profiling', 0.6, 0.7, step.value.share);
  }
}
