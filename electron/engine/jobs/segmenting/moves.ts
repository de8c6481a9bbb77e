// Why customers are in another segment than in the division in use: told apart by placing today's customers by the
// former definition.
import { AppError } from '../../../../shared/errors.ts';
import type { LineageMoves } from '../../../../shared/model/lineage.ts';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import { countMoves } from '../../analysis/matching/moves.ts';
import { assign } from '../../analysis/methods/solve.ts';
import type { FeatureTable } from '../../db/featureTable.ts';
import type { ReadDb } from '../../db/open.ts';
import { readSegmentations, readSegments, type SegmentationSettings } from '../../db/segmentationTable.ts';
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
  const segments = readSegments(db, former.id);
  const place = new Map(segments.flatMap(({ clusters }, at) => clusters.map((cluster) => [cluster, at])));
  return labelsOfAll(input, assign(model, input.method)).map((cluster) => place.get(cluster) ?? -1);
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
    return countMoves({ before, placed, after, identity: match.identity, customersBefore });
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

/** For customers placed again by the same definition: everything that moved, the data moved. */
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
  return {
    changes: changesBetween(db, former, { featuresRunId: now.featuresRunId, settings, weighting }),
    moves: countMoves({ before, placed: now.labels, after: now.labels, identity, customersBefore }),
    placed: { at: createdAt, sizes, stayed },
  };
}
