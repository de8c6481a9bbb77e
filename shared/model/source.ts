// Sources: what one imported file is, and what its columns mean.
import { z } from 'zod';
import { Issue } from './issue.ts';
import { DateOrder, ReadSettings } from './readSettings.ts';

export const TABLE_KINDS = ['customers', 'transactions', 'survey', 'results', 'other'] as const;
export const TableKind = z.enum(TABLE_KINDS);
export type TableKind = z.infer<typeof TableKind>;

export const FIELD_TYPES = ['number', 'money', 'date', 'boolean', 'category', 'text'] as const;
export const FieldType = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof FieldType>;
export const isNumeric = ({ type }: { readonly type: FieldType }): boolean =>
  type === 'number' || type === 'money';
/** Has a median and can have limits. */
export const isMeasured = (of: { readonly type: FieldType }): boolean => isNumeric(of) || of.type === 'date';

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

export const PII_KINDS = ['email', 'phone', 'name', 'street', 'nationalId', 'birthDate'] as const;
export const PiiKind = z.enum(PII_KINDS);
export type PiiKind = z.infer<typeof PiiKind>;

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
