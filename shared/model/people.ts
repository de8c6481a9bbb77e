// Customers who are probably the same person: proposals that the analyst decides about.
import { z } from 'zod';

/** Why two customers look alike; `nameDiffers` and `birthDiffers` speak against it. */
export const PairReason = z.enum([
  'email',
  'phone',
  'name',
  'nameLike',
  'birth',
  'street',
  'nameDiffers',
  'birthDiffers',
]);
export type PairReason = z.infer<typeof PairReason>;

export const PersonSide = z.strictObject({
  key: z.string(),
  source: z.string(),
  line: z.number().int(),
  /** What the columns say, in the order of `columns`; masked unless asked for. */
  cells: z.array(z.string().nullable()),
});
export type PersonSide = z.infer<typeof PersonSide>;

export const DuplicatePair = z.strictObject({
  left: PersonSide,
  right: PersonSide,
  /** Probability of being the same person, 0..1. */
  score: z.number(),
  reasons: z.array(PairReason),
  /** What the analyst decided; null = open. `kept` is the key that stands for both. */
  verdict: z.enum(['same', 'different']).nullable(),
  kept: z.string().nullable(),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

export const DuplicateList = z.strictObject({
  total: z.number().int(),
  open: z.number().int(),
  /** Open pairs with the same e-mail address and no detail that speaks against it. */
  sameEmail: z.number().int(),
  columns: z.array(z.string()),
  pairs: z.array(DuplicatePair),
});
export type DuplicateList = z.infer<typeof DuplicateList>;

export const PairDecision = z.strictObject({
  kept: z.string(),
  gone: z.string(),
  verdict: z.enum(['same', 'different']),
});
export type PairDecision = z.infer<typeof PairDecision>;
