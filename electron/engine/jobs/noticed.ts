// What only the inspection of a file can know (a title above the header, text encoded twice) stays with the source, so
// that its list of issues says the same after the import as the wizard did before it.
import type { ColumnMapping, FieldType } from '../../../shared/model/source.ts';
import type { Issue, IssueCode } from '../../../shared/model/issue.ts';

/** Found in full by the import itself, or with words of the file in the message, which may be a person's. */
const NOT_KEPT: ReadonlySet<IssueCode> = new Set([
  'ENCODING-GUESSED',
  'ENCODING-CONFIRM',
  'SECOND-TABLE',
  'TOTALS-ROW',
  'NO-ROWS',
  'COLUMN-GONE',
  'COLUMN-NEW',
  'KEYS-CHANGED',
  'CONSENT-RETURNED',
]);

/** What was said of a column as long as it was read so. */
const TYPES: Readonly<Partial<Record<IssueCode, readonly FieldType[]>>> = {
  'LEADING-ZEROS': ['text', 'category'],
  'DATE-SURE': ['date'],
  'DATE-AMBIGUOUS': ['date'],
  'DECIMAL-AMBIGUOUS': ['number', 'money'],
  'CURRENCY-MIXED': ['number', 'money'],
};

/** The issues of an inspection that an import keeps beside those it found itself. */
export function keptNotices(
  noticed: readonly Issue[],
  found: readonly Issue[],
  columns: readonly ColumnMapping[],
): Issue[] {
  const keyOf = ({ code, column }: Issue): string => `${code} ${column ?? ''}`;
  const known = new Set(found.map(keyOf));
  const byName = new Map(columns.map((column) => [column.name, column]));
  return noticed.filter((issue) => {
    if (NOT_KEPT.has(issue.code) || known.has(keyOf(issue))) return false;
    if (issue.column === undefined) return true;
    const column = byName.get(issue.column);
    return column !== undefined && (TYPES[issue.code]?.includes(column.type) ?? true);
  });
}
