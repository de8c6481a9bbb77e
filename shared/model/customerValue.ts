// What the models of customer value say about themselves: fitted to whom, how well, and with which parameters.
import { z } from 'zod';

/** Settings of the estimate; the features appear while it is on. */
export const ValueSettings = z.strictObject({
  months: z.number().int().min(1).max(60),
  /** Per month, 0.01 = 1 %. */
  discount: z.number().min(0).max(0.2),
  /** Share of the amounts that is earned; 1 = revenue. */
  margin: z.number().min(0.01).max(1),
  model: z.enum(['bgnbd', 'paretonbd']),
});
export type ValueSettings = z.infer<typeof ValueSettings>;
export const DEFAULT_VALUE: ValueSettings = { months: 12, discount: 0.01, margin: 1, model: 'bgnbd' };

export const VALUE_VERDICTS = [
  'fits',
  'rough',
  'fails',
  'fewRepeaters',
  'shortTime',
  'noConvergence',
] as const;

export type FitVerdict = 'fits' | 'rough' | 'fails';

/** What was foretold of the holdout wrongly, and customers in another group than expected: the most that fits, and roughly. */
const FIT_LIMITS = { error: [0.15, 0.35], misplaced: [0.05, 0.15] } as const;

/** @param off a share above 0; NaN fails */
export function fitLevel(what: keyof typeof FIT_LIMITS, off: number): FitVerdict {
  const [fits, rough] = FIT_LIMITS[what];
  return off <= fits ? 'fits' : off <= rough ? 'rough' : 'fails';
}

/** What is known of one customer, in weeks, the unit of the parameters. */
export const PurchaseRecord = z
  .strictObject({
    /** x: purchases after the first. */
    repeats: z.number().int().min(0).max(100_000),
    /** t_x: from the first purchase to the last; 0 without repeats. */
    lastWeeks: z.number().min(0).max(5_200),
    /** T: from the first purchase to the end of the time that was watched. */
    watchedWeeks: z.number().min(0).max(5_200),
    /** Mean amount of the repeated purchases. */
    meanAmount: z.number().positive().optional(),
  })
  .refine(({ lastWeeks, watchedWeeks }) => lastWeeks <= watchedWeeks, { path: ['lastWeeks'] })
  .refine(({ repeats, lastWeeks }) => repeats > 0 || lastWeeks === 0, { path: ['lastWeeks'] });
export type PurchaseRecord = z.infer<typeof PurchaseRecord>;

/** What the fitted models expect of one customer; null where they have no finite answer. */
export const Expectation = z.strictObject({
  /** P(alive): the chance that the customer still buys. */
  alive: z.number().nullable(),
  /** Days with a purchase in the weeks to come, those of a new customer after the first. */
  ahead: z.array(z.strictObject({ weeks: z.number(), purchases: z.number().nullable() })),
  /** Per purchase, by Gamma-Gamma; null without a model of the amounts. */
  amount: z.number().nullable(),
});
export type Expectation = z.infer<typeof Expectation>;

export const CustomerValueReport = z.strictObject({
  /** The last three: nothing was computed, and why. */
  verdict: z.enum(VALUE_VERDICTS),
  settings: ValueSettings,
  customers: z.number().int(),
  repeaters: z.number().int(),
  /** Customers that the parameters were fitted to; fewer than all above a stated number. */
  fittedTo: z.number().int(),
  parameters: z.record(z.string(), z.number()),
  logLikelihood: z.number().nullable(),
  /** Null without amounts that the model can use. */
  spending: z
    .strictObject({
      parameters: z.strictObject({ p: z.number(), q: z.number(), v: z.number() }),
      logLikelihood: z.number(),
      /** Between the number of purchases and their mean amount; the model takes it to be none. */
      correlation: z.number(),
    })
    .nullable(),
  /** Fitted to the first part of the time, compared with what came after; null when the time is too short. */
  holdout: z
    .strictObject({
      /** First day of the holdout, yyyy-mm-dd. */
      from: z.string(),
      actual: z.number(),
      expected: z.number(),
      /** (expected − actual) / actual; null when nobody bought. */
      error: z.number().nullable(),
      points: z.array(
        z.strictObject({
          /** Purchases repeated before; the last stands for so many or more. */
          repeats: z.number().int(),
          customers: z.number().int(),
          actual: z.number(),
          expected: z.number(),
        }),
      ),
      /** Repeated purchases added up since the first day, of those who bought first before the holdout. */
      weekly: z
        .array(
          z.strictObject({
            /** From the first day of the holdout: 0 = all that the model saw. */
            week: z.number().int(),
            actual: z.number(),
            expected: z.number(),
          }),
        )
        /** Absent in reports of earlier versions. */
        .optional(),
    })
    .nullable(),
  /** Customers by repeated purchases 0, 1, … (the last: so many or more), counted and expected; BG/NBD only. */
  frequencies: z
    .strictObject({
      actual: z.array(z.number()),
      expected: z.array(z.number()),
      chiSquare: z.number(),
      degrees: z.number().int(),
      p: z.number(),
      misplaced: z.number(),
    })
    .nullable(),
});
export type CustomerValueReport = z.infer<typeof CustomerValueReport>;
