// Segmentations and the segments of the one in use.
import { z } from 'zod';
import {
  ClusterSettings,
  BorderCustomer,
  BorderSort,
  MapColumns,
  NearnessMap,
  ProfileTable,
  Segmentation,
  SegmentColour,
  SegmentDetail,
  SegmentSummary,
  SilhouetteBins,
} from '../model/segmentation.ts';
import { OwnSegment, RuleCounts } from '../model/division.ts';
import { RuleForm } from '../model/ruleForm.ts';
import { SegmentLineage } from '../model/lineage.ts';
import { command, Id, job, Nothing, query } from './kinds.ts';

const One = z.strictObject({ segmentationId: Id });

export const segmentations = {
  /** The job's result is `{segmentationId}`. */
  run: job(ClusterSettings),
  /** Places all current customers by the stored model: segments stay who they are. The job's result is `{segmentationId}`. */
  assign: job(One),
  list: query(Nothing, z.array(Segmentation)),
  /** Of the current customers, while own rules are being written. Refuses FEATURE-UNKNOWN, NO-CUSTOMERS. */
  ruleCounts: query(
    z.strictObject({
      rules: z
        .array(OwnSegment.pick({ any: true }))
        .min(1)
        .max(30),
    }),
    RuleCounts,
  ),
  map: query(One, MapColumns),
  /** Makes the second map (UMAP); the job's result is `{sampled}`. */
  embed: job(One),
  /** Null until it was made. */
  nearness: query(One, NearnessMap.nullable()),
  profile: query(One, ProfileTable),
  /** Cluster number per analysed customer, −1 for those left out; keys in the same order. */
  labels: query(One, z.strictObject({ keys: z.array(z.string()), clusters: z.array(z.number().int()) })),
  /** Against the segmentation that was in use when it was made; null when there was none or it is gone. */
  lineage: query(One, SegmentLineage.nullable()),
  /** "Use these segments": later steps build on this one. */
  activate: command(One, Nothing),
  remove: command(One, Nothing),
};

export const segments = {
  /** Of one segmentation; of the active one when none is named (empty when there is none). */
  list: query(z.strictObject({ segmentationId: Id.optional() }), z.array(SegmentSummary)),
  get: query(z.strictObject({ segmentId: Id }), SegmentDetail),
  /**
   * The rule of one segment (refuses RULE-MISSING), or the tree that places every customer of the active segmentation
   * (refuses NO-SEGMENTS), as text; a formula longer than Excel takes is refused, RULE-FORMULA-LONG. `fidelity` is the share of customers whom that tree puts in their own segment.
   */
  describe: query(
    z.strictObject({ form: RuleForm, segmentId: Id.optional() }),
    z.strictObject({ text: z.string(), fidelity: z.number() }),
  ),
  /** Of all segments of one segmentation (of the active one when none is named). Null when none is known. */
  silhouettes: query(z.strictObject({ segmentationId: Id.optional() }), SilhouetteBins.nullable()),
  /** Customers of a segment by how firmly they belong to it, least first unless turned round; unknown ones last. */
  border: query(
    z.strictObject({
      segmentId: Id,
      sort: BorderSort,
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ total: z.number().int(), customers: z.array(BorderCustomer) }),
  ),
  /** An empty name goes back to the first suggestion. */
  rename: command(z.strictObject({ segmentId: Id, name: z.string().max(120) }), Nothing),
  recolour: command(z.strictObject({ segmentId: Id, colour: SegmentColour }), Nothing),
  note: command(z.strictObject({ segmentId: Id, note: z.string().max(5000) }), Nothing),
  /** Takes over what the analyst had made of a former segment: its own name, its note, its persona. */
  inherit: command(
    z.strictObject({
      segmentId: Id,
      fromSegmentId: Id,
      name: z.boolean(),
      note: z.boolean(),
      persona: z.boolean(),
    }),
    Nothing,
  ),
  /** Proposes what the former segment could give it no more. */
  dismiss: command(z.strictObject({ segmentId: Id, fromSegmentId: Id }), Nothing),
  /** The first keeps its name and colour. */
  merge: command(z.strictObject({ segmentIds: z.array(Id).min(2) }), Nothing),
};
