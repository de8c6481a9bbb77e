// What reading a whole file without storing it shows: totals, rejections, and how each column's values look.
import { z } from 'zod';
import { ColumnBar } from './inspection.ts';
import { Issue, Reject } from './issue.ts';
import { RecordCounts } from './source.ts';

/** Counts over the accepted records; `distinct` stops at a bound, and `distinctAtLeast` says that it did. */
export const CheckedColumn = z.strictObject({
  position: z.number().int().min(0),
  missing: z.number().int(),
  distinct: z.number().int(),
  distinctAtLeast: z.boolean(),
  /** Records that were rejected because of this column's value. */
  invalid: z.number().int(),
  /** As in a column proposal; drawn from an even sample of the values where the column is long. */
  bars: z.array(ColumnBar),
});
export type CheckedColumn = z.infer<typeof CheckedColumn>;

/** All rejections of one reason in one column: how many, the first lines, the first record. */
export const RejectGroup = z.strictObject({
  first: Reject,
  lines: z.array(z.number().int()),
  count: z.number().int(),
});
export type RejectGroup = z.infer<typeof RejectGroup>;

/** The result of the job `sources.check`. `rejects` are the first 200; `groups` count all of them. */
export const CheckReport = z.strictObject({
  records: RecordCounts,
  issues: z.array(Issue),
  rejects: z.array(Reject),
  groups: z.array(RejectGroup),
  columns: z.array(CheckedColumn),
  /** Newest date of the date column, `yyyy-mm-dd`: the day the data stand for unless another is given. */
  newest: z.iso.date().nullable(),
});
export type CheckReport = z.infer<typeof CheckReport>;
