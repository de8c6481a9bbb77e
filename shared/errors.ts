// The closed list of errors that users can meet. Each code has one sentence per language in
// i18n/messages/*/errors.ts, or that file does not compile. Anything else that is thrown is a bug.

export const ERROR_CODES = [
  // reading files
  'SRC-NOT-A-FILE',
  'SRC-UNREADABLE',
  'SRC-CHANGED',
  'SRC-WRONG-TYPE',
  'SRC-UNSUPPORTED',
  'SRC-TOO-MANY-COLUMNS',
  'CSV-EMPTY',
  'CSV-BLANK',
  'CSV-BINARY',
  'CSV-HTML',
  'CSV-RECORD-TOO-LONG',
  'CSV-UNCLOSED-QUOTE',
  'XLSX-ENCRYPTED',
  'XLSX-DAMAGED',
  'XLSX-UNSAFE',
  'XLSX-TOO-LARGE',
  'XLSX-NO-ROWS',
  'XLS-TOO-LARGE',
  'ZIP-SEVERAL',
  'ZIP-NO-TABLE',
  'ZIP-DAMAGED',
  'ZIP-TOO-LARGE',
  // project files
  'PROJECT-NOT-OURS',
  'PROJECT-NEWER',
  'PROJECT-DAMAGED',
  'PROJECT-FOREIGN-PART',
  'PROJECT-FOREIGN-JOURNAL',
  'PROJECT-UNREACHABLE',
  'PROJECT-READ-ONLY-PLACE',
  'SALVAGE-NOTHING',
  'PROJECT-IN-USE',
  'PROJECT-READ-ONLY',
  'PROJECT-MISSING',
  'PROJECT-NONE-OPEN',
  'PROJECT-EXISTS',
  'DISK-FULL',
  // using what was imported
  'SOURCE-UNKNOWN',
  'SOURCE-NO-KEY',
  'SOURCE-NO-DATE',
  'SOURCE-NO-AMOUNT',
  'FIELD-UNKNOWN',
  'SRC-ALREADY-IMPORTED',
  'SNAPSHOT-UNKNOWN',
  'SNAPSHOT-IN-USE',
  'SNAPSHOT-OTHER-TABLE',
  'STEP-UNKNOWN',
  'STEP-UNFIT',
  'CORRECTION-INVALID',
  'NO-CUSTOMERS',
  'NO-CUSTOMER-VALUE',
  'FEATURE-UNKNOWN',
  'FEATURE-EXISTS',
  'FEATURE-NEEDED',
  'FEATURE-UNFIT',
  'FORMULA-SYNTAX',
  'FORMULA-ENDS',
  'FORMULA-NAME',
  'FORMULA-AMBIGUOUS',
  'FORMULA-ARGUMENTS',
  'FORMULA-UNITS',
  'FORMULA-TYPE',
  'FORMULA-CYCLE',
  'REFERENCE-UNKNOWN',
  'REFERENCE-LEVEL',
  'TOO-FEW-CUSTOMERS',
  'TOO-FEW-FEATURES',
  'MIXTURE-NO-NUMBER',
  'K-TOO-LARGE',
  'TIME-TOO-SHORT',
  'NO-GROUPS',
  'VALUE-TOO-LARGE',
  'METHOD-UNKNOWN',
  'MODEL-MISSING',
  'SEGMENTATION-UNKNOWN',
  'SEGMENT-UNKNOWN',
  'PERSONA-UNKNOWN',
  'CUSTOMER-UNKNOWN',
  'ERASE-FILE-READ',
  'CAMPAIGN-UNKNOWN',
  'ACTION-UNKNOWN',
  'PLAYBOOK-BROKEN',
  'NO-SEGMENTS',
  'RULE-MISSING',
  'RULE-FORMULA-LONG',
  'NO-PLAN',
  // everything else
  'FILE-UNKNOWN',
  'JOB-UNKNOWN',
  'JOB-CANCELLED',
  'EXPORT-TARGET',
  'INPUT-INVALID',
  'NOTHING-TO-UNDO',
  'NOTHING-TO-REDO',
  'RUN-UNKNOWN',
  'RECIPE-INVALID',
  'ENGINE-STOPPED',
  'BUG',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values for the ICU placeholders of a code's sentence. */
export type ErrorArgs = Readonly<Record<string, string | number>>;

/** Where it happened: file › sheet › record (line) › column. Counted from 1. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly record?: number;
  readonly line?: number;
  readonly column?: string;
}

/** An expected refusal or failure. `message` is for logs only: it holds the code, never user data. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly args: ErrorArgs;
  readonly place: Place;
  constructor(code: ErrorCode, args: ErrorArgs = {}, place: Place = {}) {
    super(code);
    this.code = code;
    this.args = args;
    this.place = place;
  }
}

/** The form in which an error crosses threads, processes and the wire. */
export interface ErrorData {
  readonly code: ErrorCode;
  readonly args: ErrorArgs;
  readonly place: Place;
}

export function toErrorData(error: unknown): ErrorData {
  if (error instanceof AppError) return { code: error.code, args: error.args, place: error.place };
  return { code: 'BUG', args: {}, place: {} };
}

export function fromErrorData(data: ErrorData): AppError {
  return new AppError(data.code, data.args, data.place);
}
