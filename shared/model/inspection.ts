// What was found out about a file before its import: how it is read, what its columns probably mean, a preview.
import { z } from 'zod';
import { Issue, Reject } from './issue.ts';
import { DateOrder, Encoding, ReadSettings } from './readSettings.ts';
import { Criterion, FieldRole, FieldType, PiiKind, TableKind } from './source.ts';

/** Why a type or role was proposed; `code` is a key of i18n `reasons`. */
export const REASON_CODES = [
  'headerWord',
  'checksum',
  'emailShape',
  'phoneShape',
  'nameShape',
  'streetShape',
  'scaleShape',
  'dateShape',
  'numberShape',
  'moneyShape',
  'booleanWords',
  'fewDistinct',
  'allDistinct',
  'leadingZeros',
  'longText',
  'constant',
  'empty',
  'remembered',
] as const;
export const ReasonCode = z.enum(REASON_CODES);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** `to`: the highest value, at the last bin of numbers and dates. */
export const ColumnBar = z.strictObject({
  label: z.string(),
  count: z.number().int(),
  to: z.string().optional(),
});

/** What is proposed for one column, from its header and the sampled values. `name` is the shown, unique header. */
export const ColumnProposal = z.strictObject({
  position: z.number().int().min(0),
  header: z.string(),
  name: z.string(),
  type: FieldType,
  role: FieldRole,
  criterion: Criterion.nullable(),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.strictObject({ code: ReasonCode, word: z.string().optional() })),
  pii: PiiKind.nullable(),
  /** Per-column conventions (a file may mix them); default to the file's. */
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', '.', ',', ' ', "'"]),
  dateOrder: DateOrder,
  /** What most of the values are amounts of: an ISO 4217 code, or the sign itself where several currencies share it (`$`). */
  currency: z.string().optional(),
  /** Most of the values carry a percent sign; they are read as fractions (`12,5 %` is 0.125). */
  percent: z.boolean().optional(),
  /** The column has numbers that their format shows otherwise; true = they are loaded as shown. */
  numbersShown: z.boolean().optional(),
  sampled: z.number().int(),
  missing: z.number().int(),
  distinct: z.number().int(),
  examples: z.array(z.string()),
  /** Counts of a small histogram (numbers, dates) or of the top categories, for the column head; empty for text. */
  bars: z.array(ColumnBar),
});
export type ColumnProposal = z.infer<typeof ColumnProposal>;

/** A previewed record: cells exactly as they will be stored; `reject` says that the import would keep it aside and why. */
export const PreviewRecord = z.strictObject({
  record: z.number().int(),
  line: z.number().int(),
  cells: z.array(z.string().nullable()),
  /** What the cells are read as: numbers, ISO dates, yes/no; text where nothing else was found. */
  values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  reject: Reject.optional(),
});
export type PreviewRecord = z.infer<typeof PreviewRecord>;

export const Sheet = z.strictObject({
  name: z.string(),
  rows: z.number().int(),
  columns: z.number().int(),
  hidden: z.boolean(),
});
export type Sheet = z.infer<typeof Sheet>;

/**
 * A source of the open project that this file was imported as before (`file`: same content), or that has the same
 * columns (`shape`). `importedAt` is an ISO time.
 */
export const KnownSource = z.strictObject({
  sourceId: z.number().int(),
  name: z.string(),
  importedAt: z.string(),
  match: z.enum(['file', 'shape']),
});
export type KnownSource = z.infer<typeof KnownSource>;

/** The layout that an inspection applied (see model/layout.ts), and how many of the file's columns it knew. */
export const AppliedLayout = z.strictObject({
  id: z.string(),
  name: z.string(),
  savedAt: z.string(),
  matched: z.number().int(),
  columns: z.number().int(),
});
export type AppliedLayout = z.infer<typeof AppliedLayout>;

/** How the file would read in one encoding: words with letters above ASCII, or whole cells where they decide. */
export const EncodingChoice = z.strictObject({ encoding: Encoding, samples: z.array(z.string()) });
export type EncodingChoice = z.infer<typeof EncodingChoice>;

/** A word that may stand for "no value", how often the sample contains it, and whether it is taken so now. */
export const NullWord = z.strictObject({
  word: z.string(),
  count: z.number().int(),
  missing: z.boolean(),
});
export type NullWord = z.infer<typeof NullWord>;

/** What was found out about a file from its first part (text: 256 KB), with every decision visible and changeable. */
export const Inspection = z.strictObject({
  fileName: z.string(),
  bytes: z.number().int(),
  settings: ReadSettings,
  /** How sure each detected setting is, 0..1, and the second-best guess where one is close. */
  confidence: z.strictObject({
    encoding: z.number(),
    delimiter: z.number(),
    header: z.number(),
    dateOrder: z.number(),
    quote: z.number().optional(),
    decimal: z.number().optional(),
  }),
  runnerUp: z.strictObject({
    encoding: Encoding.optional(),
    delimiter: z.string().optional(),
    quote: ReadSettings.shape.quote.optional(),
    decimal: ReadSettings.shape.decimal.optional(),
    dateOrder: DateOrder.optional(),
  }),
  /** Questions that must be answered before importing (never guessed silently). `header`: there are rows above it. */
  asks: z.array(z.enum(['encoding', 'dateOrder', 'decimal', 'header'])),
  /** While the encoding is a guess: the likely ones, best first, each with what it makes of the same words. */
  encodings: z.array(EncodingChoice).optional(),
  /** Values that look encoded twice: how many of the sample, and up to three as written and as repaired. */
  doubleEncoded: z
    .strictObject({
      count: z.number().int(),
      examples: z.array(z.strictObject({ written: z.string(), repaired: z.string() })),
    })
    .optional(),
  /** Words of the sample that stand (or could stand) for a missing value; see `ReadSettings.nullWords`. */
  nullWords: z.array(NullWord).optional(),
  /** Where a second table starts; `overrides.startLine` with this line inspects it as a source of its own. */
  secondTable: z.strictObject({ line: z.number().int() }).optional(),
  /**
   * The totals row at the end. `line` is 0 where only the end of a large file was looked at; `sums` counts the columns
   * whose values add up to the row's (0 when the whole file was not read).
   */
  totalsRow: z.strictObject({ line: z.number().int(), sums: z.number().int() }).optional(),
  kind: TableKind,
  sheets: z.array(Sheet),
  columns: z.array(ColumnProposal),
  preview: z.array(PreviewRecord),
  issues: z.array(Issue),
  /** True when the whole file was read for this, so that counts are totals and not of a sample. */
  complete: z.boolean(),
  /** Whether the open project holds this file, or a source of its shape; null = neither. */
  known: KnownSource.nullable().optional(),
  /** The remembered layout that was applied; null = none fits. */
  layout: AppliedLayout.nullable().optional(),
});
export type Inspection = z.infer<typeof Inspection>;
