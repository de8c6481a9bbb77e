// The segments of a plan, by id: an action may speak of one that is no longer in use.
import { SEGMENT_COLOURS, type SegmentSummary } from '../../../shared/model/segmentation.ts';

export interface PlanSegment {
  readonly name: string;
  readonly slot: number;
}

export type FindSegment = (segmentId: number) => PlanSegment;

/** @param gone the name of a segment that is no longer in use */
export function segmentFinder(segments: readonly SegmentSummary[], gone: string): FindSegment {
  const known = new Map(
    segments.map(({ id, name, colour }) => [id, { name, slot: SEGMENT_COLOURS.indexOf(colour) }]),
  );
  return (segmentId) => known.get(segmentId) ?? { name: gone, slot: SEGMENT_COLOURS.indexOf('other') };
}
