// How the segments in use went on into a newer division: what became of them, why customers moved, and what may be
// taken over.
import { z } from 'zod';
import { SegmentColour } from './segmentation.ts';

/** A segment as one side of a comparison knows it. */
export const LineageSegment = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  colour: SegmentColour,
  customers: z.number().int(),
});
export type LineageSegment = z.infer<typeof LineageSegment>;

/** `data`: records, fixes, who is the same person. `definitions`: how features are computed. The rest: the run's settings. */
export const LINEAGE_CHANGES = [
  'data',
  'definitions',
  'weights',
  'method',
  'features',
  'k',
  'scaling',
  'missing',
  'logs',
  'outliers',
  'classes',
  'seed',
] as const;
export const LineageChange = z.enum(LINEAGE_CHANGES);
export type LineageChange = z.infer<typeof LineageChange>;

/**
 * Customers of both divisions are counted once: they stayed, or moved. Today's customers placed by the former
 * definition tell why: who is elsewhere already there moved by the data, who is elsewhere only now by the settings.
 */
export const LineageMoves = z.strictObject({
  both: z.number().int(),
  stayed: z.number().int(),
  byData: z.number().int(),
  bySettings: z.number().int(),
  byBoth: z.number().int(),
  /** Only in the newer division; only in the former one. */
  came: z.number().int(),
  left: z.number().int(),
});
export type LineageMoves = z.infer<typeof LineageMoves>;

/** What a segment would take over from the one that it goes on from; null = nothing, or it has its own already. */
export const LineageProposal = z.strictObject({
  segmentId: z.number().int(),
  from: LineageSegment,
  reason: z.enum(['changed', 'split', 'merged']),
  name: z.string().nullable(),
  note: z.string().nullable(),
  /** The persona's name. */
  persona: z.string().nullable(),
});
export type LineageProposal = z.infer<typeof LineageProposal>;

/** What became of the segments that were in use when a clustering was made: thresholds in analysis/matching. */
export const SegmentLineage = z.strictObject({
  previousId: z.number().int(),
  previousAt: z.string(),
  /** True when the same definition placed other customers: segments are what they were. */
  placed: z.boolean(),
  /** Customers who have a segment in both. */
  customersInBoth: z.number().int(),
  fates: z.array(
    z.strictObject({
      kind: z.enum(['kept', 'split', 'merged', 'born', 'died']),
      from: z.array(LineageSegment),
      to: z.array(LineageSegment),
      /** Customers of a kept segment who were in it before. */
      stayed: z.number().int().nullable(),
    }),
  ),
  changes: z.array(LineageChange),
  /** Null where it could not be told (a feature of the former definition is gone; made by an earlier version). */
  moves: LineageMoves.nullable(),
  proposals: z.array(LineageProposal),
});
export type SegmentLineage = z.infer<typeof SegmentLineage>;
