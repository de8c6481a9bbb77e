// A view of a source's records: which of them, in which order. The same view drives the table, its export and counts.
import { z } from 'zod';

const position = z.number().int().min(0);

/**
 * One condition on a column. Texts compare without regard to case and surrounding spaces; numbers and dates (epoch
 * milliseconds) by value, both ends included. A missing cell fulfils only `missing`, `isNot` and `notContains`.
 */
export const RowFilter = z.discriminatedUnion('op', [
  z.strictObject({ position, op: z.enum(['missing', 'notMissing']) }),
  z.strictObject({
    position,
    op: z.enum(['is', 'isNot', 'contains', 'notContains', 'startsWith', 'endsWith']),
    text: z.string().max(1000),
  }),
  z.strictObject({ position, op: z.literal('oneOf'), texts: z.array(z.string().max(1000)).min(1).max(1000) }),
  z.strictObject({
    position,
    op: z.literal('between'),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
]);
export type RowFilter = z.infer<typeof RowFilter>;

export const RowSort = z.strictObject({ position, descending: z.boolean() });
export type RowSort = z.infer<typeof RowSort>;

export const RowView = z.strictObject({
  filters: z.array(RowFilter).max(50),
  match: z.enum(['all', 'any']),
  /** Found in any cell, without regard to case. */
  search: z.string().max(200),
  /** First the first; equal records keep the file's order. Missing cells come last either way. */
  sort: z.array(RowSort).max(10),
});
export type RowView = z.infer<typeof RowView>;

export const WHOLE_TABLE: RowView = { filters: [], match: 'all', search: '', sort: [] };

/** What a column's filter offers: its most frequent texts, or the range of its values in equal bins. */
export const ColumnSummary = z.strictObject({
  missing: z.number().int(),
  /** Different texts; 0 for numbers, dates and booleans. */
  distinct: z.number().int(),
  texts: z.array(z.strictObject({ text: z.string(), count: z.number().int() })),
  range: z.strictObject({ min: z.number(), max: z.number(), bars: z.array(z.number().int()) }).nullable(),
});
export type ColumnSummary = z.infer<typeof ColumnSummary>;
