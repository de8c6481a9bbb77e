// What is odd about a file: warnings, and records that are kept aside.
import { z } from 'zod';

/** Codes of warnings and rejections; each has a sentence per language in i18n/messages/*\/issues.ts. */
export const ISSUE_CODES = [
  'BOM',
  'ENCODING-GUESSED',
  'ENCODING-CONFIRM',
  'DOUBLE-ENCODED',
  'DOUBLE-ENCODED-REPAIRED',
  'DELIMITER-CLOSE',
  'QUOTE-DIALECT',
  'QUOTES-REPAIRED',
  'QUOTES-AS-TEXT',
  'PREAMBLE',
  'HEADER-ROWS',
  'SECOND-TABLE',
  'TOTALS-ROW',
  'HEADER-DUPLICATE',
  'HEADER-ALIKE',
  'HEADER-EMPTY',
  'HEADER-LIKE',
  'NO-ROWS',
  'NO-HEADER',
  'NUL-CHARACTERS',
  'CONTROL-CHARACTERS',
  'FEWER-CELLS',
  'DATE-AMBIGUOUS',
  'DATE-SURE',
  'DECIMAL-AMBIGUOUS',
  'NULL-WORDS',
  'CURRENCY-MIXED',
  'EMAIL-INVALID',
  'FORMULA-CELLS',
  'FORMULA-NO-VALUE',
  'ERROR-CELLS',
  'MERGED-CELLS',
  'HIDDEN-PARTS',
  'OTHER-SHEETS',
  'LEADING-ZEROS',
  'SHOWN-DIFFERENTLY',
  'VALUE-INVALID',
  'KEY-MISSING',
  'KEY-DUPLICATE',
  'COLUMN-GONE',
  'COLUMN-NEW',
  'KEYS-CHANGED',
  'CONSENT-RETURNED',
  // rejections: the record is kept aside whole
  'MORE-CELLS',
  'INVALID-BYTES',
  'CELL-TOO-LONG',
  'WRONG-DELIMITER',
  'STRING-INDEX',
  'NOT-A-NUMBER',
  'NOT-A-DATE',
  'NOT-A-BOOLEAN',
  'CELL-OUT-OF-RANGE',
  'TOTALS-LEFT-OUT',
  'ERASED-PERSON',
] as const;
export const IssueCode = z.enum(ISSUE_CODES);
export type IssueCode = z.infer<typeof IssueCode>;

export const IssueArgs = z.record(z.string(), z.union([z.string(), z.number()]));
export type IssueArgs = z.infer<typeof IssueArgs>;

/** A warning about a file: loads all the same. `lines` are the first few physical lines concerned. */
export const Issue = z.strictObject({
  code: IssueCode,
  severity: z.enum(['check', 'note']),
  args: IssueArgs,
  column: z.string().optional(),
  count: z.number().int().optional(),
  lines: z.array(z.number().int()).optional(),
});
export type Issue = z.infer<typeof Issue>;

/** A record kept aside. `record` counts records after the header from 1; `line` is the physical line (sheet row) from 1. */
export const Reject = z.strictObject({
  record: z.number().int(),
  line: z.number().int(),
  column: z.string().optional(),
  value: z.string().optional(),
  code: IssueCode,
  args: IssueArgs,
  cells: z.array(z.string()),
});
export type Reject = z.infer<typeof Reject>;

export const ISSUE_SEVERITIES = ['rejected', 'check', 'note'] as const;

/** A warning or a rejected record of a source, in one list. `corrected`: a rejected record that was put right since. */
export const SourceIssue = z.strictObject({
  severity: z.enum(ISSUE_SEVERITIES),
  code: IssueCode,
  args: IssueArgs,
  column: z.string().nullable(),
  value: z.string().nullable(),
  record: z.number().int().nullable(),
  lines: z.array(z.number().int()),
  count: z.number().int(),
  /** Of a rejected record: its cells in the order of the file. */
  cells: z.array(z.string()).nullable(),
  corrected: z.boolean(),
});
export type SourceIssue = z.infer<typeof SourceIssue>;

/** What an issue list is narrowed to. */
export const IssueFilter = z.strictObject({
  severity: z.enum(ISSUE_SEVERITIES).optional(),
  code: IssueCode.optional(),
  column: z.string().optional(),
});
export type IssueFilter = z.infer<typeof IssueFilter>;
