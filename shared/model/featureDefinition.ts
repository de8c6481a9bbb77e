// Features that the analyst makes from others: formulas, bands, transformations, scales of a survey.
import { z } from 'zod';
import { TRANSFORMS } from './featureTransform.ts';

/** What takes the place of missing values. */
export const FILLS = ['median', 'mode', 'nearest'] as const;
export type Fill = (typeof FILLS)[number];

/** Brackets would end a name inside a formula. */
const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^[\]]+$/u);

export const FeatureDefinition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('formula'), name: Name, formula: z.string().trim().min(1).max(1000) }),
  z.strictObject({
    kind: z.literal('bands'),
    name: Name,
    of: z.string(),
    /** Own cut points, rising; or so many bands of equal size. */
    by: z.union([
      z.strictObject({ cuts: z.array(z.number()).min(1).max(50) }),
      z.strictObject({ groups: z.number().int().min(2).max(20) }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('transform'),
    name: Name,
    of: z.string(),
    method: z.enum(TRANSFORMS),
    /** Of `winsor`: the share of each tail that is capped. */
    share: z.number().min(0.001).max(0.25).optional(),
  }),
  z.strictObject({
    kind: z.literal('scale'),
    name: Name,
    items: z
      .array(z.strictObject({ feature: z.string(), reversed: z.boolean() }))
      .min(2)
      .max(50),
    /** The lowest and the highest answer. */
    low: z.number(),
    high: z.number(),
  }),
  z.strictObject({
    kind: z.literal('fill'),
    name: Name,
    of: z.string(),
    /** nearest: the mean of the five most similar customers, by the features of `like`. */
    method: z.enum(FILLS),
    like: z.array(z.string()).max(50),
  }),
]);
export type FeatureDefinition = z.infer<typeof FeatureDefinition>;
export const DEFINITION_KINDS = ['formula', 'bands', 'transform', 'fill', 'scale'] as const;
export type DefinitionKind = FeatureDefinition['kind'];

/** Below this a scale hangs together so little that it hardly is one. */
export const LOW_ALPHA = 0.6;

/** What computing a defined feature met with; counts are of customers. */
export const DefinitionReport = z.strictObject({
  dividedByZero: z.number().int(),
  /** Logarithms and roots of numbers that have none. */
  undefined: z.number().int(),
  /** Values moved to a limit by winsorising. */
  capped: z.number().int(),
  /** Missing values that were filled. */
  filled: z.number().int(),
  /** Of a scale: Cronbach's α over those who answered everything, and each item against the others. */
  reliability: z
    .strictObject({
      alpha: z.number().nullable(),
      complete: z.number().int(),
      outside: z.number().int(),
      items: z.array(
        z.strictObject({
          feature: z.string(),
          itemRest: z.number().nullable(),
          alphaWithout: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type DefinitionReport = z.infer<typeof DefinitionReport>;
