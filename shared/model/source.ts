// Sources: what one imported file is, how it is read, and what its columns mean.
import { z } from 'zod';
import { Issue, Reject } from './issue.ts';

export const TABLE_KINDS = ['customers', 'transactions', 'survey', 'results', 'other'] as const;
export const TableKind = z.enum(TABLE_KINDS);
export type TableKind = z.infer<typeof TableKind>;

export const FIELD_TYPES = ['number', 'money', 'date', 'boolean', 'category', 'text'] as const;
export const FieldType = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof FieldType>;

/** `pii` is kept out of analysis and exports; `contact` is PII that says how a customer can be reached. */
export const FIELD_ROLES = [
  'customerKey',
  'orderKey',
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'product',
  'feature',
  'outcome',
  'weight',
  'consent',
  'contact',
  'pii',
  'ignore',
] as const;
export const FieldRole = z.enum(FIELD_ROLES);
export type FieldRole = z.infer<typeof FieldRole>;

export const CRITERIA = ['demographic', 'geographic', 'psychographic', 'behavioural'] as const;
export const Criterion = z.enum(CRITERIA);
export type Criterion = z.infer<typeof Criterion>;

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export const DateOrder = z.enum(DATE_ORDERS);
export type DateOrder = z.infer<typeof DateOrder>;

/** `csv` is every kind of delimited text, also inside a gzip or zip file; XLSM is `xlsx`. */
export const FILE_FORMATS = ['csv', 'xlsx', 'ods', 'xls', 'xlsb'] as const;
export const FileFormat = z.enum(FILE_FORMATS);
export type FileFormat = z.infer<typeof FileFormat>;

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'koi8-r',
  'cp866',
  'cp850',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'gb18030',
] as const;
export const Encoding = z.enum(ENCODINGS);
export type Encoding = z.infer<typeof Encoding>;

/**
 * How a file is read. The same settings drive the preview and the import, so they cannot differ.
 * `headerRow` is the 1-based record that holds the headers; 0 = the file has none.
 */
export const ReadSettings = z.strictObject({
  format: FileFormat,
  sheet: z.string().optional(),
  encoding: Encoding,
  delimiter: z.string().max(3),
  quote: z.enum(['"', "'", '']),
  escape: z.enum(['"', "'", '\\', '']),
  headerRow: z.number().int().min(0).max(1000),
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', '.', ',', ' ', "'"]),
  dateOrder: DateOrder,
  /** How many rows, ending with `headerRow`, are merged into one name per column; left out = 1. */
  headerRows: z.number().int().min(1).max(3).optional(),
  /** What happens to a totals row at the end of the table: an ordinary record, or a rejected one (`TOTALS-LEFT-OUT`). */
  totals: z.enum(['keep', 'leaveOut']).optional(),
  /**
   * Exactly these words (case and outer spaces aside) stand for a missing value; left out = `NULL_WORDS`. The short ones
   * (`SHORT_NULL_WORDS`) count only where a number, date or yes/no is expected. An empty cell is always missing.
   */
  nullWords: z.array(z.string().min(1).max(100)).max(200).optional(),
  /** Turn text that was encoded as UTF-8 twice back, cell by cell, where that can be reversed. */
  repairDoubleEncoding: z.boolean().optional(),
  /** The physical line (from 1) on which the table starts: a second table of a file; `headerRow` counts from there. */
  startLine: z.number().int().min(1).optional(),
  /** 0-based positions of the columns to propose, where a file has more than a project holds (1,990); left out = all. */
  keepColumns: z.array(z.number().int().min(0)).max(1990).optional(),
  /**
   * Of a workbook's columns (by 0-based position): whether numbers that their format shows otherwise (`00000`) are loaded
   * as shown or as stored. A column left out: as shown where the format is one of codes, else as stored.
   */
  numbersShown: z.record(z.string().regex(/^\d{1,5}$/), z.boolean()).optional(),
});
export type ReadSettings = z.infer<typeof ReadSettings>;
/** What the analyst changed by hand; everything else is detected. */
export const ReadOverrides = ReadSettings.partial();
export type ReadOverrides = z.infer<typeof ReadOverrides>;

/** Words that stand for no value in any column but free text: lower case, as they are compared. */
export const NULL_WORDS = [
  'null',
  'n/a',
  '#n/a',
  '(null)',
  '\\n',
  'n/d',
  's/d',
  'n.d.',
  's.d.',
  'н/д',
  'н.д.',
  'нет данных',
  'não informado',
  'sem dados',
  'sin datos',
  'sense dades',
] as const;
/** Too short to mean only that: missing where a number, date or yes/no is expected, else text ("NA" may be a name). */
export const SHORT_NULL_WORDS = ['-', '–', '—', '--', '.', '?', 'na', 'nd', 'sd', 'none', 'nil'] as const;

export const PII_KINDS = ['email', 'phone', 'name', 'street', 'nationalId', 'birthDate'] as const;
export const PiiKind = z.enum(PII_KINDS);
export type PiiKind = z.infer<typeof PiiKind>;

export { ISSUE_CODES, Issue, IssueArgs, IssueCode, Reject } from './issue.ts';

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
  bars: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
});
export type ColumnProposal = z.infer<typeof ColumnProposal>;

/** One column's confirmed meaning: what the import needs. */
export const ColumnMapping = z.strictObject({
  position: z.number().int().min(0),
  name: z.string(),
  type: FieldType,
  role: FieldRole,
  criterion: Criterion.nullable(),
  decimal: z.enum(['.', ',']),
  thousands: z.enum(['', '.', ',', ' ', "'"]),
  dateOrder: DateOrder,
  /** The header as it stands in the file; left out = the same as `name`. */
  header: z.string().optional(),
  pii: PiiKind.nullable().optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

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

/** Conservation law: read = loaded + rejected + blank, always. */
export const RecordCounts = z.strictObject({
  read: z.number().int(),
  loaded: z.number().int(),
  rejected: z.number().int(),
  blank: z.number().int(),
});
export type RecordCounts = z.infer<typeof RecordCounts>;

export const Field = ColumnMapping.extend({
  id: z.number().int(),
  header: z.string(),
  pii: PiiKind.nullable(),
});
export type Field = z.infer<typeof Field>;

/** One imported source with its newest visible snapshot. */
export const Source = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  kind: TableKind,
  fileName: z.string(),
  runId: z.number().int(),
  importedAt: z.string(),
  asOf: z.string().nullable(),
  records: RecordCounts,
  settings: ReadSettings,
  fields: z.array(Field),
  issues: z.array(Issue),
});
export type Source = z.infer<typeof Source>;
