// How the segments of one clustering go on in the next: what a new one takes over, and what became of the old ones.
import type { LineageSegment, SegmentColour, SegmentLineage } from '../../../shared/model/segmentation.ts';
import { SEGMENT_COLOURS } from '../../../shared/model/segmentation.ts';
import { matchSegments, overlapOf } from '../analysis/matching/matchSegments.ts';
import { readColumn } from '../db/columns.ts';
import { readKeys } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import type { NewSegment } from '../db/segmentationTable.ts';
import { LABELS, previousOf, readSegmentations, readSegments } from '../db/segmentationTable.ts';
import { readActive } from '../db/settings.ts';
import { loadSegmentation, type SegmentationModel } from './segmentationModel.ts';
import { summariesOf } from './summaries.ts';

/** Segment numbers of a features run's customers. */
interface Divided {
  readonly featuresRunId: number;
  readonly labels: Int32Array;
}

/** The first division's labels for the customers of the second, by key; −1 for those it did not know. */
function alignedLabels(db: ReadDb, from: Divided, to: Divided): Int32Array {
  if (from.featuresRunId === to.featuresRunId) return from.labels;
  const known = new Map(readKeys(db, from.featuresRunId).map((key, row) => [key, from.labels[row] ?? -1]));
  return Int32Array.from(readKeys(db, to.featuresRunId), (key) => known.get(key) ?? -1);
}

export interface Heritage {
  /** The segmentation that was in use. */
  readonly previousId: number;
  /** Per cluster. */
  readonly segments: readonly NewSegment[];
}

/** The colours that no matched segment has, in their order; `other` when they run out. */
function freeColours(taken: readonly SegmentColour[]): () => SegmentColour {
  const free = SEGMENT_COLOURS.filter((colour) => colour !== 'other' && !taken.includes(colour)).values();
  return () => free.next().value ?? 'other';
}

/**
 * What new clusters take over from the segments in use: name, colour and note of the one that each is matched to.
 * @returns null when no segmentation is in use
 */
export function heritageOf(db: ReadDb, divided: Divided, k: number): Heritage | null {
  const active = readActive(db);
  const previous = readSegmentations(db).find((one) => one.id === active);
  const clusters = previous && readColumn(db, previous.runId, LABELS, 'int32');
  if (!previous || !clusters) return null;
  const segments = readSegments(db, previous.id);
  const labels = clusters.map((cluster) =>
    cluster < 0 ? -1 : segments.findIndex((segment) => segment.clusters.includes(cluster)),
  );
  const before = alignedLabels(db, { featuresRunId: previous.featuresRunId, labels }, divided);
  const { identity } = matchSegments(overlapOf(before, divided.labels, segments.length, k));
  const heirs = [...identity].map((from) => segments[from]);
  const nextColour = freeColours(heirs.flatMap((heir) => heir?.colour ?? []));
  return {
    previousId: previous.id,
    segments: heirs.map((heir) => ({
      name: heir?.name ?? '',
      note: heir?.note ?? '',
      colour: heir?.colour ?? nextColour(),
    })),
  };
}

function segmentsOf(db: ReadDb, model: SegmentationModel): readonly LineageSegment[] {
  return summariesOf(db, model).map(({ id, name, colour, customers }) => ({ id, name, colour, customers }));
}

/**
 * What became of the segments that were in use when this segmentation was made.
 * @returns null when there were none, or they have been removed
 * @throws AppError SEGMENTATION-UNKNOWN
 */
export function lineageOf(db: ReadDb, segmentationId: number): SegmentLineage | null {
  const now = loadSegmentation(db, segmentationId);
  const previousId = previousOf(db, now.segmentation.runId);
  if (!readSegmentations(db).some(({ id }) => id === previousId) || previousId === null) return null;
  const then = loadSegmentation(db, previousId);
  const [before, after] = [segmentsOf(db, then), segmentsOf(db, now)];
  const divided = (model: SegmentationModel): Divided => ({
    featuresRunId: model.segmentation.featuresRunId,
    labels: model.labels,
  });
  const labels = alignedLabels(db, divided(then), divided(now));
  const overlap = overlapOf(labels, now.labels, before.length, after.length);
  const list = (all: readonly LineageSegment[], which: number | readonly number[]): LineageSegment[] =>
    [which].flat().flatMap((at) => all[at] ?? []);
  const fates = matchSegments(overlap).fates.map((fate) => ({
    kind: fate.kind,
    from: 'from' in fate ? list(before, fate.from) : [],
    to: 'to' in fate ? list(after, fate.to) : [],
    stayed: fate.kind === 'kept' ? fate.stayed : null,
  }));
  const both = overlap.counts.reduce((sum, count) => sum + count, 0);
  return { previousId, previousAt: then.segmentation.createdAt, customersInBoth: both, fates };
}
