// Why customers are in another segment than in the division in use: told apart by placing today's customers by the
// former definition.
import { AppError } from '../../../../shared/errors.ts';
import type { LineageMoves } from '../../../../shared/model/lineage.ts';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import { countMoves } from '../../analysis/matching/moves.ts';
import { assign } from '../../analysis/methods/solve.ts';
import type { FeatureTable } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import { readColumn } from '../../db/columns.ts';
import {
  LABELS,
  MARGIN,
  NEXT_CLUSTER,
  readSegmentations,
  readSegments,
  type SegmentationSettings,
} from '../../db/segmentationTable.ts';
import { changesBetween } from '../../profiles/lineageChanges.ts';
import { alignedLabels, type Divided, type Heritage } from '../../profiles/lineage.ts';
import { clusterInputAgain } from '../clusterInput.ts';
import { labelsOfAll } from './place.ts';
import { storedModel } from './storedModel.ts';

type Former = ReturnType<typeof readSegmentations>[number];

/** @throws AppError as `clusterInputAgain`, MODEL-MISSING */
function placedToday(db: ReadDb, table: FeatureTable, former: Former): Int32Array {
  const { model, preparation } = storedModel(db, former.runId);
  const input = clusterInputAgain(table, former.settings, preparation, null);
  return segmentsOf(db, former, labelsOfAll(input, assign(model, input.method)));
}

/** Segments by their place instead of clusters. */
function segmentsOf(db: ReadDb, { id }: Former, clusters: Int32Array): Int32Array {
  const segments = readSegments(db, id);
  const place = new Map(segments.flatMap(({ clusters: own }, at) => own.map((cluster) => [cluster, at])));
  return clusters.map((cluster) => place.get(cluster) ?? -1);
}

/**
 * The cluster that the former definition itself gave each customer then; null = the one they had. Ward's stored means
 * are nearer to some than the mean of the cluster that the tree put them in.
 */
function definedThen(db: ReadDb, { settings, runId }: Former): Int32Array | null {
  if (settings.method !== 'ward') return null;
  const labels = readColumn(db, runId, LABELS, 'int32');
  const margins = readColumn(db, runId, MARGIN, 'float32');
  const next = readColumn(db, runId, NEXT_CLUSTER, 'int32');
  if (!labels || !margins || !next) return null;
  return labels.map((label, row) => (label >= 0 && margins[row]! < 0 ? next[row]! : label));
}

/** Null where the former definition does not fit today's features any more. */
function movesSince(
  db: ReadDb,
  table: FeatureTable,
  former: Former,
  { match, before, customersBefore }: Heritage,
  after: Int32Array,
): LineageMoves | null {
  try {
    const placed = former.featuresRunId === table.runId ? null : placedToday(db, table, former);
    const then = placed && definedThen(db, former);
    const defined =
      then &&
      alignedLabels(
        db,
        { featuresRunId: former.featuresRunId, labels: segmentsOf(db, former, then) },
        { featuresRunId: table.runId, labels: after },
      );
    return countMoves({ before, placed, defined, after, identity: match.identity, customersBefore });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** For a new division: what changed since the one in use, and why customers moved. */
export function originOf(
  db: ReadDb,
  table: FeatureTable,
  heritage: Heritage,
  now: { readonly labels: Int32Array; readonly made: Pick<Segmentation, 'settings' | 'weighting'> },
): Pick<SegmentationSettings, 'previousId' | 'changes' | 'moves'> {
  const { previousId } = heritage;
  const former = readSegmentations(db).find(({ id }) => id === previousId);
  if (!former) return { previousId };
  const { settings, weighting } = now.made;
  return {
    previousId,
    changes: changesBetween(db, former, { featuresRunId: table.runId, settings, weighting }),
    moves: movesSince(db, table, former, heritage, now.labels),
  };
}

/** For customers placed again by the same definition: what moved, the data moved, unless the definition had it there then. */
export function placedOrigin(
  db: ReadDb,
  former: Former,
  then: Divided,
  now: Divided,
  weighting: Segmentation['weighting'],
): Pick<SegmentationSettings, 'changes' | 'moves' | 'placed'> {
  const { settings, k, createdAt } = former;
  const before = alignedLabels(db, then, now);
  const clusters = Math.max(k, ...new Set(now.labels.map((label) => label + 1)));
  const sizes = Array.from({ length: clusters }, () => 0);
  const stayed = Array.from({ length: clusters }, () => 0);
  let customersBefore = 0;
  for (const label of then.labels) {
    if (label < 0) continue;
    sizes[label]! += 1;
    customersBefore++;
  }
  now.labels.forEach((label, row) => {
    if (label >= 0 && before[row] === label) stayed[label]! += 1;
  });
  const identity = Int32Array.from({ length: clusters }, (_, at) => at);
  const there = definedThen(db, former);
  const defined = there && alignedLabels(db, { featuresRunId: then.featuresRunId, labels: there }, now);
  return {
    changes: changesBetween(db, former, { featuresRunId: now.featuresRunId, settings, weighting }),
    moves: countMoves({
      before,
      placed: now.labels,
      defined,
      after: now.labels,
      identity,
      customersBefore,
    }),
    placed: { at: createdAt, sizes, stayed },
  };
}
