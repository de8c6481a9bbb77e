// One customer: everything the project knows about them, in one place.
import { z } from 'zod';

/** A record that names the customer; cells are those of the source's fields, in their order. */
export const CustomerRecord = z.strictObject({
  record: z.number().int(),
  line: z.number().int(),
  cells: z.array(z.string().nullable()),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;

/** All records of one source about the customer. Only the newest or last 500 are listed; `total` counts all. */
export const CustomerSource = z.strictObject({
  sourceId: z.number().int(),
  total: z.number().int(),
  records: z.array(CustomerRecord),
});
export type CustomerSource = z.infer<typeof CustomerSource>;

/** A feature's value and where it stands: the share of analysed customers with a lower value (ties count half), 0..1. */
export const CustomerFeature = z.strictObject({
  name: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  rank: z.number().nullable(),
});
export type CustomerFeature = z.infer<typeof CustomerFeature>;

export const CustomerCard = z.strictObject({
  key: z.string(),
  /** Keys that the analyst declared to be the same person. */
  alsoKnownAs: z.array(z.string()),
  /** False for a customer without an order, who is known but not analysed. */
  analysed: z.boolean(),
  sources: z.array(CustomerSource),
  features: z.array(CustomerFeature),
  /** One per segmentation that the customer is part of. */
  segments: z.array(
    z.strictObject({
      segmentationId: z.number().int(),
      segmentId: z.number().int(),
      active: z.boolean(),
      /** Null = the segment was not named yet. */
      name: z.string().nullable(),
      colour: z.string(),
    }),
  ),
  /** Null = the sources do not tell. */
  reach: z.array(z.strictObject({ channel: z.string(), reached: z.boolean() })).nullable(),
});
export type CustomerCard = z.infer<typeof CustomerCard>;
