// How the segments of one clustering go on in the next: what a new one takes over, and what became of the old ones.
import type { LineageProposal, LineageSegment, SegmentLineage } from '../../../shared/model/lineage.ts';
import type { SegmentColour } from '../../../shared/model/segmentation.ts';
import { SEGMENT_COLOURS } from '../../../shared/model/segmentation.ts';
import {
  matchSegments,
  overlapOf,
  type SegmentMatch,
  SURE_JACCARD,
} from '../analysis/matching/matchSegments.ts';
import { readColumn } from '../db/columns.ts';
import { readKeys } from '../db/featureTable.ts';
import type { ReadDb } from '../db/open.ts';
import type { NewSegment } from '../db/segmentationTable.ts';
import {
  LABELS,
  readSegmentations,
  readSegments,
  type SegmentationSettings,
  segmentationSettings,
  type StoredSegment,
} from '../db/segmentationTable.ts';
import { personaOfSegment } from '../db/personaTable.ts';
import { readActive, readDismissed } from '../db/settings.ts';
import { loadSegmentation, type SegmentationModel } from './segmentationModel.ts';
import { summariesOf } from './summaries.ts';

/** Segment numbers of a features run's customers. */
export interface Divided {
  readonly featuresRunId: number;
  readonly labels: Int32Array;
}

/** The first division's labels for the customers of the second, by key; −1 for those it did not know. */
export function alignedLabels(db: ReadDb, from: Divided, to: Divided): Int32Array {
  if (from.featuresRunId === to.featuresRunId) return from.labels;
  const known = new Map(readKeys(db, from.featuresRunId).map((key, row) => [key, from.labels[row] ?? -1]));
  return Int32Array.from(readKeys(db, to.featuresRunId), (key) => known.get(key) ?? -1);
}

/** Why a pair is proposed, not taken for the same; null = it is the same. */
type Doubt = LineageProposal['reason'] | null;

/** Of each new segment: is it the one that it goes on from? */
function doubtsOf({ identity, fates }: SegmentMatch): readonly Doubt[] {
  return Array.from(identity, (_, to): Doubt => {
    for (const fate of fates) {
      if (fate.kind === 'kept' && fate.to === to) return fate.jaccard >= SURE_JACCARD ? null : 'changed';
      if (fate.kind === 'split' && fate.to.includes(to)) return 'split';
      if (fate.kind === 'merged' && fate.to === to) return 'merged';
    }
    return 'changed';
  });
}

export interface Heritage {
  /** The segmentation that was in use. */
  readonly previousId: number;
  /** Per cluster. */
  readonly segments: readonly NewSegment[];
  /** Per cluster: the segment whose persona comes along; null = none. */
  readonly personas: readonly (number | null)[];
  readonly match: SegmentMatch;
  /** Former segment of each of today's customers, as the number of its place; −1 = none. */
  readonly before: Int32Array;
  readonly customersBefore: number;
}

/** The colours that no matched segment has, in their order; `other` when they run out. */
function freeColours(taken: readonly SegmentColour[]): () => SegmentColour {
  const free = SEGMENT_COLOURS.filter((colour) => colour !== 'other' && !taken.includes(colour)).values();
  return () => free.next().value ?? 'other';
}

/** Who is in which segment of the one in use; null when none is. */
function inUse(db: ReadDb) {
  const active = readActive(db);
  const previous = readSegmentations(db).find((one) => one.id === active);
  const clusters = previous && readColumn(db, previous.runId, LABELS, 'int32');
  if (!previous || !clusters) return null;
  const segments = readSegments(db, previous.id);
  const labels = clusters.map((cluster) =>
    cluster < 0 ? -1 : segments.findIndex((segment) => segment.clusters.includes(cluster)),
  );
  return { previous, segments, labels };
}

/**
 * What new clusters take over by themselves from the segments in use: of one that is the same (three quarters of all
 * members of both are common) name, note and persona; of one that goes on changed its colour, the rest is proposed.
 * @returns null when no segmentation is in use
 */
export function heritageOf(db: ReadDb, divided: Divided, k: number): Heritage | null {
  const now = inUse(db);
  if (!now) return null;
  const { previous, segments, labels } = now;
  const before = alignedLabels(db, { featuresRunId: previous.featuresRunId, labels }, divided);
  const match = matchSegments(overlapOf(before, divided.labels, segments.length, k));
  const doubts = doubtsOf(match);
  const heirs = [...match.identity].map((from) => segments[from]);
  const sure = heirs.map((heir, at) => (doubts[at] === null ? heir : undefined));
  const nextColour = freeColours(heirs.flatMap((heir) => heir?.colour ?? []));
  return {
    previousId: previous.id,
    segments: heirs.map((heir, at) => ({
      name: sure[at]?.name ?? '',
      note: sure[at]?.note ?? '',
      colour: heir?.colour ?? nextColour(),
    })),
    personas: sure.map((heir) => heir?.id ?? null),
    match,
    before,
    customersBefore: labels.reduce((sum, label) => (label < 0 ? sum : sum + 1), 0),
  };
}

function segmentsOf(db: ReadDb, model: SegmentationModel): readonly LineageSegment[] {
  return summariesOf(db, model).map(({ id, name, colour, customers }) => ({ id, name, colour, customers }));
}

/** What today's segments lack of those that they go on from, where the analyst has not said that they need it not. */
function proposalsOf(
  db: ReadDb,
  match: SegmentMatch,
  then: { readonly stored: readonly StoredSegment[]; readonly shown: readonly LineageSegment[] },
  now: readonly StoredSegment[],
): LineageProposal[] {
  const doubts = doubtsOf(match);
  const dismissed = readDismissed(db);
  return now.flatMap((segment, to): LineageProposal[] => {
    const at = match.identity[to] ?? -1;
    const [from, shown] = [then.stored[at], then.shown[at]];
    if (!from || !shown) return [];
    if (dismissed.some((one) => one.segmentId === segment.id && one.fromSegmentId === from.id)) return [];
    const persona = personaOfSegment(db, segment.id) ? null : personaOfSegment(db, from.id);
    const wanted = {
      name: segment.name === '' && from.name !== '' ? from.name : null,
      note: segment.note === '' && from.note !== '' ? from.note : null,
      persona: persona?.name ?? null,
    };
    if (Object.values(wanted).every((part) => part === null)) return [];
    return [{ segmentId: segment.id, from: shown, reason: doubts[to] ?? 'changed', ...wanted }];
  });
}

/** Customers of the same definition: every segment is what it was. */
function placedLineage(
  db: ReadDb,
  now: SegmentationModel,
  { changes = [], moves = null }: SegmentationSettings,
  placed: NonNullable<SegmentationSettings['placed']>,
): SegmentLineage {
  const sumOf = (counts: readonly number[], clusters: readonly number[]): number =>
    clusters.reduce((sum, cluster) => sum + (counts[cluster] ?? 0), 0);
  const fates = segmentsOf(db, now).map((segment, at) => {
    const clusters = now.segments[at]?.clusters ?? [];
    return {
      kind: 'kept' as const,
      from: [{ ...segment, customers: sumOf(placed.sizes, clusters) }],
      to: [segment],
      stayed: sumOf(placed.stayed, clusters),
    };
  });
  return {
    previousId: now.segmentation.id,
    previousAt: placed.at,
    placed: true,
    customersInBoth: moves?.both ?? 0,
    fates,
    changes: [...changes],
    moves,
    proposals: [],
  };
}

/**
 * What became of the segments that were in use when this segmentation was made, or its customers were placed again.
 * @returns null when there were none, or they have been removed
 * @throws AppError SEGMENTATION-UNKNOWN
 */
export function lineageOf(db: ReadDb, segmentationId: number): SegmentLineage | null {
  const now = loadSegmentation(db, segmentationId);
  const made = segmentationSettings(db, now.segmentation.runId);
  if (made?.placed) return placedLineage(db, now, made, made.placed);
  const previousId = made?.previousId ?? null;
  if (!made || previousId === null || !readSegmentations(db).some(({ id }) => id === previousId)) return null;
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
  const match = matchSegments(overlap);
  const fates = match.fates.map((fate) => ({
    kind: fate.kind,
    from: 'from' in fate ? list(before, fate.from) : [],
    to: 'to' in fate ? list(after, fate.to) : [],
    stayed: fate.kind === 'kept' ? fate.stayed : null,
  }));
  return {
    previousId,
    previousAt: then.segmentation.createdAt,
    placed: false,
    customersInBoth: overlap.counts.reduce((sum, count) => sum + count, 0),
    fates,
    changes: [...(made.changes ?? [])],
    moves: made.moves ?? null,
    proposals: proposalsOf(db, match, { stored: then.segments, shown: before }, now.segments),
  };
}
