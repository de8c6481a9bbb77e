// The methods that divide customers, and what each of them can tell about its solution.
import { z } from 'zod';

export const METHODS = ['kmeans', 'kmedoids', 'kprototypes', 'gmm', 'ward', 'rfm', 'tiers', 'rules'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

/** Methods whose classes are set out beforehand: k is what they make it. */
export function setsClasses(method: Method): boolean {
  return method === 'rfm' || method === 'tiers' || method === 'rules';
}

/** Methods that take distances between scaled features. */
export function scalesFeatures(method: Method): boolean {
  return method === 'kmeans' || method === 'gmm' || method === 'ward';
}

/** k-means reads mini-batches of more customers than this only: of fewer, passes over everyone take no longer. */
export const MINI_BATCH_ABOVE = 20_000;
/** Customers in each of them: with four or ten times as many a start takes as much longer and ends where it did. */
export const MINI_BATCH_ROWS = 1_024;

/** mclust's VVV, VEV, VVI and VII. */
export const COVARIANCE_SHAPES = ['full', 'equalShape', 'diagonal', 'spherical'] as const;
export const CovarianceShape = z.enum(COVARIANCE_SHAPES);
export type CovarianceShape = z.infer<typeof CovarianceShape>;
/** Compared when none is named: `equalShape` takes a solution half as long again, and is tried on request. */
export const COMPARED_SHAPES = [
  'full',
  'diagonal',
  'spherical',
] as const satisfies readonly CovarianceShape[];
/** `best`: of those that are compared the one with the lowest BIC. */
export const CovarianceChoice = z.enum([...COVARIANCE_SHAPES, 'best']);
export type CovarianceChoice = z.infer<typeof CovarianceChoice>;

/** How many customers of a cell of the RFM grid are in a cluster. */
export const CellPart = z.strictObject({ cluster: z.number().int(), n: z.number().int() });
export type CellPart = z.infer<typeof CellPart>;

const CutsByScore = z.record(z.string(), z.array(z.number()).readonly());

/** The last merges of a tree, as a dendrogram shows them. Leaves 0 … n − 1; merge `at` makes node n + at. */
export const TreeTop = z.strictObject({
  /** Customers of the tree in each leaf, and the leaf's cluster. */
  sizes: z.array(z.number().int()),
  clusters: z.array(z.number().int()),
  /** In order of height. */
  merges: z.array(z.strictObject({ a: z.number().int(), b: z.number().int(), height: z.number() })),
});
export type TreeTop = z.infer<typeof TreeTop>;

/** One mixture that was compared. */
export const MixtureFit = z.strictObject({
  k: z.number().int(),
  shape: CovarianceShape,
  bic: z.number(),
  icl: z.number(),
});
export type MixtureFit = z.infer<typeof MixtureFit>;

/** What a method found besides the division; each states its own. */
export const MethodFacts = z.strictObject({
  /** What was made small: k-means', Ward's and k-prototypes' within-cluster cost, k-medoids' total dissimilarity. */
  cost: z.number().optional(),
  /** Customers that the method itself looked at, when not all: the others were placed by its model. */
  sampledRows: z.number().int().optional(),
  /** k-means in mini-batches: how many of them the winning start read. */
  batches: z.number().int().optional(),
  /** In place of `batches` once other customers were placed by what mini-batches had found. */
  fromBatches: z.literal(true).optional(),
  /** k-medoids: the row of each cluster's medoid. */
  medoids: z.array(z.number().int()).readonly().optional(),
  /** k-prototypes: what one differing category costs against one standard deviation squared. */
  gamma: z.number().optional(),
  /** Ward: heights of the last merges, ascending. */
  heights: z.array(z.number()).readonly().optional(),
  tree: TreeTop.optional(),
  /** Mixture: every shape and number of clouds that was compared. */
  mixtures: z.array(MixtureFit).readonly().optional(),
  /** Mixture: the shape of its clouds, and how likely it makes the data. BIC and ICL: lower is better. */
  covariance: CovarianceShape.optional(),
  logLikelihood: z.number().optional(),
  bic: z.number().optional(),
  icl: z.number().optional(),
  /** RFM, tiers, rules: which class each cluster is; the number after the last one is "Others". */
  classes: z.array(z.number().int()).readonly().optional(),
  /** RFM: cut points; nested ones by the score of what stands before. */
  rfmCuts: z
    .strictObject({
      recency: z.array(z.number()).readonly(),
      frequency: CutsByScore,
      monetary: CutsByScore,
    })
    .optional(),
  /** RFM: customers by recency score (the first row is 1) and frequency score; mean monetary score of each cell. */
  rfmCells: z
    .strictObject({
      counts: z.array(z.array(z.number().int())).readonly(),
      monetary: z.array(z.array(z.number().nullable())).readonly(),
      /** The clusters of each cell, largest first. Divisions of earlier versions have none. */
      clusters: z
        .array(z.array(z.array(CellPart).readonly()))
        .readonly()
        .optional(),
    })
    .optional(),
  /** Tiers: the lowest value of each but the last. */
  tierCuts: z.array(z.number().nullable()).readonly().optional(),
  /** Mixture: columns that it cannot look at (no more than two different values). */
  leftOutColumns: z.array(z.number().int()).readonly().optional(),
});
export type MethodFacts = z.infer<typeof MethodFacts>;
