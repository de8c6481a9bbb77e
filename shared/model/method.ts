// The methods that divide customers, and what each of them can tell about its solution.
import { z } from 'zod';

export const METHODS = ['kmeans'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

/** What a method found besides the division; each states its own. */
export const MethodFacts = z.strictObject({
  /** What was made small: k-means' and k-prototypes' within-cluster cost, k-medoids' total dissimilarity. */
  cost: z.number().optional(),
  /** Customers that the method itself looked at, when not all: the others were placed by its model. */
  sampledRows: z.number().int().optional(),
});
export type MethodFacts = z.infer<typeof MethodFacts>;
