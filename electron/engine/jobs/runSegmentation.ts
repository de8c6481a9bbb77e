// A segmentation: prepare → the method for one k or for a range side by side → scores → map → could it be chance?
import { AppError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/model/job.ts';
import type { ClusterSettings } from '../../../shared/model/segmentation.ts';
import type { Solution } from '../analysis/methods/solution.ts';
import { chosenFeatures, featureRun, loadFeatures, readKeys } from '../db/featureTable.ts';
import { record } from '../db/journal.ts';
import type { ReadDb } from '../db/open.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { addSegmentation, newSegment } from '../db/segmentationTable.ts';
import type { SegmentationSettings } from '../db/segmentationTable.ts';
import { readSettings } from '../db/settings.ts';
import { heritageOf } from '../profiles/lineage.ts';
import { weightsOf } from '../profiles/weighting.ts';
import { classNames } from '../writing/classNames.ts';
import { type ClusterInput, clusterInput } from './clusterInput.ts';
import { computeFeatures } from './computeFeatures.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';
import { choose } from './segmenting/choose.ts';
import { labelsOfAll, place, storeColumns } from './segmenting/place.ts';
import { chance, summaryOf } from './segmenting/summary.ts';

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

/**
 * @throws AppError TOO-FEW-CUSTOMERS, TOO-FEW-FEATURES, K-TOO-LARGE, FEATURE-UNKNOWN, NO-CUSTOMERS, METHOD-UNKNOWN
 */
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
  const { missing, weighting, locale } = readSettings(db);
  const input = clusterInput(table, settings, logs, missing, used);
  const { matrix, weights } = input.method;
  const chosen = yield* choose(context, input, settings);
  const { solution } = chosen.best;
  const placed = yield* place(input, solution, settings.seed);
  const tested = yield* chance(matrix, weights, chosen.best, settings.seed);
  const names = classNames(settings, solution.facts.classes ?? [], locale);
  const division = { featuresRunId: features.runId, labels: labelsOfAll(input, solution.labels) };
  // Segments that are set out bring their own names.
  const heritage = names.length > 0 ? null : heritageOf(db, division, solution.k);
  const kept: SegmentationSettings = {
    cluster: settings,
    featuresRunId: features.runId,
    ...(heritage && { previousId: heritage.previousId }),
  };
  const runId = context.write(() => beginRun(db, 'segmentation', '', kept, now.toISOString()));
  context.begun(runId);
  storeColumns(context, runId, input, solution, placed, medoidKeys(db, features.runId, input, solution));
  const summary = summaryOf(input, chosen, placed, { chance: tested, cap: weighting.cap });
  const heirs = names.length > 0 ? names.map((name, at) => newSegment(at, name)) : heritage?.segments;
  const change = { label: 'segmentations.run', detail: `k = ${solution.k}`, at: now.toISOString() };
  const { value: segmentationId, tables } = record(db, change, () => {
    finishRun(db, runId, summary);
    return addSegmentation(db, runId, solution.k, heirs);
  });
  context.kept(runId);
  context.changed([...tables, 'change']);
  return { segmentationId };
}
