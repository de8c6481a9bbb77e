// Steps: recorded fixes of one source. They are applied in their order to whatever snapshot is in use, so a fix made
// once is made again on next month's file; the text that was imported stays as it is.
import { z } from 'zod';
import { DateOrder } from './readSettings.ts';
import { FieldType } from './source.ts';

/** The column's position among the source's fields. */
const position = z.number().int().min(0);
const Text = z.string().max(100_000);

export const TEXT_CASES = ['lower', 'upper', 'title', 'sentence'] as const;

/** Takes surrounding white space away and makes runs of it inside one space. */
export const TrimStep = z.strictObject({ kind: z.literal('trim'), position });
export const ChangeCaseStep = z.strictObject({
  kind: z.literal('changeCase'),
  position,
  to: z.enum(TEXT_CASES),
});
/** Several spellings become one. Cells are compared without surrounding white space. */
export const MergeValuesStep = z.strictObject({
  kind: z.literal('mergeValues'),
  position,
  groups: z
    .array(z.strictObject({ into: Text.min(1), from: z.array(Text).min(1).max(10_000) }))
    .min(1)
    .max(10_000),
});
/** For numbers, or for dates as milliseconds since 1970. */
const limit = z.number().finite();
/**
 * `value` is a cell's text and read as the column is; `number` is written as the column is read, a date's like a limit.
 * `median` is for numbers and dates; `mode` is the most frequent value, of equals the first one met.
 */
export const FillMissingStep = z.strictObject({
  kind: z.literal('fillMissing'),
  position,
  with: z.union([
    z.strictObject({ value: Text.min(1) }),
    z.strictObject({ number: limit }),
    z.enum(['median', 'mode']),
  ]),
});
/** Values that stand for "not known" become missing: some words, or everything below or above a limit. */
export const SetMissingStep = z.strictObject({
  kind: z.literal('setMissing'),
  position,
  values: z.array(Text).max(10_000).optional(),
  below: limit.optional(),
  above: limit.optional(),
});
/** Values beyond a limit become the limit. */
export const CapOutliersStep = z.strictObject({
  kind: z.literal('capOutliers'),
  position,
  below: limit.optional(),
  above: limit.optional(),
});
/** Reads the column under other conventions or as another type; what cannot be read so becomes missing. */
export const ParseAgainStep = z.strictObject({
  kind: z.literal('parseAgain'),
  position,
  decimal: z.enum(['.', ',']).optional(),
  thousands: z.enum(['', '.', ',', ' ', "'"]).optional(),
  dateOrder: DateOrder.optional(),
  type: FieldType.optional(),
});
/** By value (`''` = missing), or by number of record in one snapshot's file: other snapshots have other records there. */
export const ExcludeRecordsStep = z.strictObject({
  kind: z.literal('excludeRecords'),
  where: z.union([
    z.strictObject({ position, values: z.array(Text).min(1).max(100_000) }),
    z.strictObject({
      runId: z.number().int().positive(),
      records: z.array(z.number().int().min(1)).min(1).max(1_000_000),
    }),
  ]),
});
/** Of records with the same value one stays, in its place; `merge` keeps the last one with each column's last value. */
export const KeepOneStep = z.strictObject({
  kind: z.literal('keepOne'),
  position,
  keep: z.enum(['first', 'last', 'merge']),
});
/** A rejected record put right and accepted: its cells in the order of the file. Bound to the snapshot it came with. */
export const CorrectRecordStep = z.strictObject({
  kind: z.literal('correctRecord'),
  runId: z.number().int().positive(),
  record: z.number().int().min(1),
  cells: z.array(Text).max(1990),
});

export const RecordedStep = z.discriminatedUnion('kind', [
  TrimStep,
  ChangeCaseStep,
  MergeValuesStep,
  FillMissingStep,
  SetMissingStep,
  CapOutliersStep,
  ParseAgainStep,
  ExcludeRecordsStep,
  KeepOneStep,
  CorrectRecordStep,
]);
export type RecordedStep = z.infer<typeof RecordedStep>;
export type StepKind = RecordedStep['kind'];

/** A step as listed: `touched` = records it changes, leaves out or adds in the snapshot in use; null = not yet computed. */
export const ListedStep = z.strictObject({
  id: z.number().int(),
  sourceId: z.number().int(),
  step: RecordedStep,
  touched: z.number().int().nullable(),
});
export type ListedStep = z.infer<typeof ListedStep>;

/** What a step would do: records touched of all, and what becomes of the most frequent values; `to` null = missing or left out. */
export const StepPreview = z.strictObject({
  touched: z.number().int(),
  of: z.number().int(),
  examples: z.array(
    z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), count: z.number().int() }),
  ),
});
export type StepPreview = z.infer<typeof StepPreview>;
