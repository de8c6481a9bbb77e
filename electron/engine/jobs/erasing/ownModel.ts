// A model whose description of a segment is the erased person alone: a medoid that they were, a segment that had nobody
// else. The medoid becomes another customer; a segment without anybody has nothing to be described by, so the model goes.
import { bestMedoid } from '../../analysis/methods/bestMedoid.ts';
import { gowerPoint, gowerRows } from '../../analysis/methods/gower.ts';
import { medoidDistances } from '../../analysis/methods/kmedoids.ts';
import type { KMedoidsModel } from '../../analysis/methods/solution.ts';
import { readColumn, replaceColumn } from '../../db/columns.ts';
import { featureRun, loadFeatures, readKeys } from '../../db/featureTable.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { readRun } from '../../db/runs.ts';
import { LABELS, MARGIN, MODEL, NEXT_CLUSTER, OWN_DISTANCE } from '../../db/segmentationTable.ts';
import type { SegmentationSettings, SegmentationSummary } from '../../db/segmentationTable.ts';
import { setsClasses } from '../../../../shared/model/method.ts';
import { type ClusterInput, clusterInputAgain } from '../clusterInput.ts';
import { spreadOut } from '../segmenting/place.ts';
import { changeModel, storedModel } from '../segmenting/storedModel.ts';

interface Run {
  readonly runId: number;
  readonly featuresRunId: number;
}

const summaryOf = (db: ReadDb, runId: number): SegmentationSummary =>
  JSON.parse(readRun(db, runId)?.summary ?? '{}') as SegmentationSummary;

function writeSummary(db: WriteDb, runId: number, summary: SegmentationSummary): void {
  db.runRaw('UPDATE run SET summary = ? WHERE id = ?', JSON.stringify(summary), runId);
}

const hasModel = (db: ReadDb, runId: number): boolean =>
  db.allRaw('SELECT 1 FROM column_chunk WHERE run_id = ? AND name = ? LIMIT 1', runId, MODEL).length > 0;

/**
 * To be asked before anything is blanked.
 * @param at the person's places in the features run
 * @returns the clusters whose medoid the person is
 */
export function ownMedoids(
  db: ReadDb,
  runId: number,
  at: readonly number[],
  keys: ReadonlySet<string>,
): number[] {
  if (!hasModel(db, runId)) return [];
  const { model, medoidKeys } = storedModel(db, runId);
  if (model.method !== 'kmedoids') return [];
  const rows = summaryOf(db, runId).facts?.medoids;
  const isOwn = (cluster: number): boolean =>
    keys.has(medoidKeys?.[cluster] ?? '') || at.includes(rows?.[cluster] ?? -1);
  return model.medoids.flatMap((_, cluster) => (isOwn(cluster) ? [cluster] : []));
}

/** An empty segment stands where everybody does, until there is somebody in it. */
function forgetEmptied(db: WriteDb, runId: number, emptied: readonly number[]): void {
  const summary = summaryOf(db, runId);
  const { sizes, centroids, customers } = summary;
  const everybody = summary.columns.map((_, column) =>
    customers === 0
      ? 0
      : sizes.reduce(
          (sum, size, cluster) => (size > 0 ? sum + size * (centroids[cluster]?.[column] ?? 0) : sum),
          0,
        ) / customers,
  );
  const { medoids: _medoids, ...facts } = summary.facts ?? {};
  writeSummary(db, runId, {
    ...summary,
    centroids: centroids.map((one, cluster) => (emptied.includes(cluster) ? everybody : one)),
    facts,
  });
  db.runRaw('DELETE FROM column_chunk WHERE run_id = ? AND name = ?', runId, MODEL);
}

/** The run's customers as they were clustered; the erased one is among them at most as a gap. */
function inputOf(db: ReadDb, { runId, featuresRunId }: Run): ClusterInput | null {
  const features = featureRun(db, featuresRunId);
  const run = readRun(db, runId);
  if (!features || !run) return null;
  const { cluster } = JSON.parse(run.settings) as SegmentationSettings;
  return clusterInputAgain(loadFeatures(db, features), cluster, storedModel(db, runId).preparation, null);
}

function replaceMedoids(db: WriteDb, run: Run, own: readonly number[]): void {
  const { runId, featuresRunId } = run;
  const input = inputOf(db, run);
  const stored = readColumn(db, runId, LABELS, 'int32');
  const before = storedModel(db, runId).model;
  if (!input || !stored || before.method !== 'kmedoids') return;
  const { keptRows } = input.scaled;
  const { table } = input.method;
  const labels = Int16Array.from(keptRows, (row) => stored[row] ?? -1);
  const points = gowerRows(table, before.space);
  const found = new Map(own.map((cluster) => [cluster, bestMedoid(points, labels, cluster)]));
  const model: KMedoidsModel = {
    ...before,
    medoids: before.medoids.map((medoid, cluster) => {
      const row = found.get(cluster);
      return row === undefined ? medoid : gowerPoint(table, points, row);
    }),
  };
  const rowOf = (cluster: number): number => keptRows[found.get(cluster) ?? -1] ?? -1;
  const keys = readKeys(db, featuresRunId);
  changeModel(db, runId, ({ medoidKeys, ...rest }) => ({
    ...rest,
    model,
    ...(medoidKeys && {
      medoidKeys: medoidKeys.map((key, cluster) => (found.has(cluster) ? (keys[rowOf(cluster)] ?? '') : key)),
    }),
  }));
  const summary = summaryOf(db, runId);
  if (summary.facts?.medoids) {
    const medoids = summary.facts.medoids.map((row, cluster) => (found.has(cluster) ? rowOf(cluster) : row));
    writeSummary(db, runId, { ...summary, facts: { ...summary.facts, medoids } });
  }
  const { own: mine, margin, next } = medoidDistances(model, table, labels);
  const floats = (values: ArrayLike<number>): Float32Array =>
    spreadOut(new Float32Array(stored.length).fill(NaN), input, values);
  const others = spreadOut(new Int16Array(stored.length).fill(-1), input, next);
  replaceColumn(db, runId, OWN_DISTANCE, floats(mine));
  replaceColumn(db, runId, MARGIN, floats(margin));
  replaceColumn(db, runId, NEXT_CLUSTER, Int32Array.from(others));
}

/**
 * To be called when features and segmentation no longer know the person.
 * @param medoids the clusters whose medoid the person was
 * @param emptied the clusters that have nobody any more
 */
export function withoutOwnModel(
  db: WriteDb,
  run: Run,
  medoids: readonly number[],
  emptied: readonly number[],
): void {
  const { cluster } = JSON.parse(readRun(db, run.runId)?.settings ?? '{}') as SegmentationSettings;
  if (setsClasses(cluster.method)) return;
  if (emptied.length > 0) forgetEmptied(db, run.runId, emptied);
  else if (medoids.length > 0) replaceMedoids(db, run, medoids);
}
