// Whether there are groups in the data at all: one verdict about customers and features, whatever divides them.
import { z } from 'zod';

/** A figure of the data beside the same figure of copies without groups. */
const Against = z.strictObject({
  observed: z.number(),
  copies: z.array(z.number()).readonly(),
  p: z.number(),
});
const Gap = z.strictObject({
  /** Per number of segments, from 1 on. */
  gap: z.array(z.number()).readonly(),
  error: z.array(z.number()).readonly(),
  first: z.number().int(),
  overall: z.number().int(),
});

export const GROUP_VERDICTS = ['clear', 'weak', 'none'] as const;
/**
 * `clear`: better separated than any copy without groups, and two halves of the customers agree. `weak`: better
 * separated, but the halves do not agree. `none`: copies without groups separate as well.
 */
export const GroupVerdict = z.enum(GROUP_VERDICTS);
export type GroupVerdict = z.infer<typeof GroupVerdict>;

export const Groups = z.strictObject({
  verdict: GroupVerdict,
  /** The number of segments that stands out most from one crowd. */
  k: z.number().int(),
  againstCrowd: Against,
  againstEven: Against,
  stability: Against,
  gapBox: Gap,
  gapAligned: Gap,
  /** Customers that it was measured on. */
  rows: z.number().int(),
});
export type Groups = z.infer<typeof Groups>;

/** Fewer customers say too little about whether there are groups. */
export const LEAST_FOR_GROUPS = 30;

/** Numbers of segments tried were 2 up to this one; the curve of the gap goes one further. */
export const highestTried = ({ gapBox }: Pick<Groups, 'gapBox'>): number => gapBox.gap.length - 1;
