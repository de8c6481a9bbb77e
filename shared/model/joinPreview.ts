// How tables that are about to be imported meet on the customer key, with each other and with the project's sources.
import { z } from 'zod';

/** Different keys of two tables. Examples are keys that stand on one side only, at most three. */
export const JoinPair = z.strictObject({
  a: z.string(),
  b: z.string(),
  both: z.number().int(),
  onlyA: z.number().int(),
  onlyB: z.number().int(),
  examplesA: z.array(z.string()),
  examplesB: z.array(z.string()),
});
export type JoinPair = z.infer<typeof JoinPair>;

/** `rows` is how many rows of each file were looked at when not all of them were; null = all. */
export const JoinPreview = z.strictObject({ pairs: z.array(JoinPair), rows: z.number().int().nullable() });
export type JoinPreview = z.infer<typeof JoinPreview>;
