// A segmentation: prepare → the method for one k or for a range side by side → scores → map; beside it: are there groups?
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import type { Solution } from '../analysis/methods/solution.ts';
import {
  chosenFeatures,
  featureRun,
  type FeatureRun,
  type FeatureTable,
  loadFeatures,
  readKeys,
} from '../db/featureTable.ts';
import { record } from '../db/journal.ts';
import type { ReadDb } from '../db/open.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { inheritPersona } from '../db/personaTable.ts';
import { addSegmentation, newSegment, readSegments } from '../db/segmentationTable.ts';
import type { SegmentationSettings } from '../db/segmentationTable.ts';
import { readSettings } from '../db/settings.ts';
import { heritageOf } from '../profiles/lineage.ts';
import { weightsOf } from '../profiles/weighting.ts';
import { classNames } from '../writing/classNames.ts';
import { clusterInput, type ClusterInput } from './clusterInput.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { choose, type Chosen } from './segmenting/choose.ts';
import { labelsOfAll, place, type Placed, storeColumns } from './segmenting/place.ts';
import { beginResampling } from './segmenting/stability.ts';
import {
  beginJudging,
  groupsQuestion,
  type GroupsQuestion,
  highestAsked,
  isJudged,
} from './segmenting/groups.ts';
import { originOf } from './segmenting/moves.ts';
import { summaryOf, type Tested } from './segmenting/summary.ts';
import { testedOf } from './segmenting/tested.ts';
import { workBeside } from './waiting.ts';

/** Whom the medoids are; undefined for methods without any. */
function medoidKeys(
  db: ReadDb,
  featuresRunId: number,
  { scaled }: ClusterInput,
  { facts }: Solution,
): readonly string[] | undefined {
  if (!facts.medoids) return undefined;
  const keys = readKeys(db, featuresRunId);
  return facts.medoids.map((row) => keys[scaled.keptRows[row] ?? -1] ?? '');
}

interface Prepared {
  readonly features: FeatureRun;
  readonly table: FeatureTable;
  readonly input: ClusterInput;
  readonly question: GroupsQuestion | null;
}

async function* prepare(context: JobContext, settings: ClusterSettings): AsyncGenerator<Progress, Prepared> {
  const { db } = context;
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
  const input = clusterInput(
    table,
    settings,
    logs,
    readSettings(db).missing,
    weightsOf(db, table)?.weights ?? null,
  );
  const asked = isJudged(settings, input.scaled.matrix.rows);
  const allZ = settings.scale === 'z' && Object.keys(settings.scales ?? {}).length === 0;
  const parts = { highest: highestAsked(settings.k), logs, input: allZ ? input : null };
  return { features, table, input, question: asked ? groupsQuestion(db, table, settings, parts) : null };
}

interface Found {
  readonly chosen: Chosen;
  readonly placed: Placed;
  readonly tested: Tested;
}

/** The method, and beside it whether there are groups and how well they hold. */
async function* find(
  context: JobContext,
  { input, question }: Prepared,
  settings: ClusterSettings,
): AsyncGenerator<Progress, Found> {
  const beside = workBeside(context.threads);
  try {
    const judging = question && beginJudging(context.db, beside, question);
    const chosen = yield* choose(context, beside.pool(), input, settings);
    const { solution } = chosen.best;
    const resampling = beginResampling(beside, input.method, solution, settings);
    const placed = yield* place(input, solution, settings.seed);
    const tested = yield* testedOf(judging, resampling);
    return { chosen, placed, tested };
  } finally {
    await beside.close();
  }
}

/**
 * @throws AppError TOO-FEW-CUSTOMERS, TOO-FEW-FEATURES, K-TOO-LARGE, FEATURE-UNKNOWN, NO-CUSTOMERS, METHOD-UNKNOWN
 */
export async function* runSegmentation(
  context: JobContext,
  settings: ClusterSettings,
): AsyncGenerator<Progress, { segmentationId: number }> {
  const { db, now } = context;
  const prepared = yield* prepare(context, settings);
  const { features, input } = prepared;
  const { chosen, placed, tested } = yield* find(context, prepared, settings);
  const { solution } = chosen.best;
  const { weighting, locale } = readSettings(db);
  const names = classNames(settings, solution.facts.classes ?? [], locale);
  const division = { featuresRunId: features.runId, labels: labelsOfAll(input, solution.labels) };
  // Segments that are set out bring their own names.
  const heritage = names.length > 0 ? null : heritageOf(db, division, solution.k);
  const summary = summaryOf(input, chosen, placed, { ...tested, cap: weighting.cap });
  const made = { settings, weighting: summary.weighting };
  const kept: SegmentationSettings = {
    cluster: settings,
    featuresRunId: features.runId,
    ...(heritage && originOf(db, prepared.table, heritage, { labels: division.labels, made })),
  };
  const runId = context.write(() => beginRun(db, 'segmentation', '', kept, now.toISOString()));
  context.begun(runId);
  storeColumns(context, runId, input, solution, placed, medoidKeys(db, features.runId, input, solution));
  const heirs = names.length > 0 ? names.map((name, at) => newSegment(at, name)) : heritage?.segments;
  const change = { label: 'segmentations.run', detail: `k = ${solution.k}`, at: now.toISOString() };
  const { value: segmentationId, tables } = record(db, change, () => {
    finishRun(db, runId, summary);
    const id = addSegmentation(db, runId, solution.k, heirs);
    readSegments(db, id).forEach((segment, at) => {
      const from = heritage?.personas[at] ?? null;
      if (from !== null) inheritPersona(db, from, segment.id);
    });
    return id;
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  return { segmentationId };
}
