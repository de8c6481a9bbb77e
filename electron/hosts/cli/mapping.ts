// `--mapping`: what the user fixes about a file; everything else is detected. Columns are named by their header.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { mappingOf } from '../../../shared/model/mapping.ts';
import { ColumnMapping } from '../../../shared/model/source.ts';
import { ReadOverrides } from '../../../shared/model/readSettings.ts';
import type { FieldRole } from '../../../shared/model/source.ts';
import type { Inspection } from '../../../shared/model/inspection.ts';
import { refusedField } from './failures.ts';

export const MappingFile = z.strictObject({
  settings: ReadOverrides.optional(),
  columns: z
    .record(z.string(), ColumnMapping.pick({ type: true, role: true, criterion: true }).partial().strict())
    .optional(),
});
export type MappingFile = z.infer<typeof MappingFile>;

/** Roles that one column of a table has at most. */
const SINGLE_ROLES: readonly FieldRole[] = [
  'customerKey',
  'orderKey',
  'date',
  'amount',
  'quantity',
  'unitPrice',
  'weight',
];

/** @throws AppError INPUT-INVALID naming the field that does not fit */
export function readMapping(path: string | undefined): MappingFile {
  if (path === undefined) return {};
  const found = basename(path);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new AppError('INPUT-INVALID', { field: '--mapping', found });
  }
  const parsed = MappingFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const field = ['--mapping', refusedField(parsed.error.issues[0])].filter((part) => part !== '').join(' ');
  throw new AppError('INPUT-INVALID', { field, found });
}

/** @throws AppError FIELD-UNKNOWN for a column that no file has: a misspelt header must not pass unnoticed */
export function checkMapping(mapping: MappingFile, inspections: readonly Inspection[]): void {
  const known = new Set(inspections.flatMap(({ columns }) => columns.map((column) => column.name)));
  const unknown = Object.keys(mapping.columns ?? {}).find((name) => !known.has(name));
  if (unknown !== undefined) throw new AppError('FIELD-UNKNOWN', { column: unknown });
}

/** The proposals with the mapping on top. A single role that a named column takes is given up by the others. */
export function mappedColumns(inspection: Inspection, mapping: MappingFile): ColumnMapping[] {
  const named = new Map(Object.entries(mapping.columns ?? {}));
  const taken = new Set(
    [...named.values()].flatMap(({ role }) => (role && SINGLE_ROLES.includes(role) ? [role] : [])),
  );
  return mappingOf(inspection.columns).map((column) => {
    const wish = named.get(column.name);
    const { type = column.type, criterion = column.criterion } = wish ?? {};
    const stepsDown = wish?.role === undefined && taken.has(column.role);
    return { ...column, type, criterion, role: wish?.role ?? (stepsDown ? 'ignore' : column.role) };
  });
}

/**
 * Transactions are of no use without these. Customers without a key are numbered instead.
 * @throws AppError SOURCE-NO-KEY, SOURCE-NO-DATE, SOURCE-NO-AMOUNT
 */
export function checkTransactions(source: string, columns: readonly ColumnMapping[]): void {
  const has = (role: FieldRole): boolean => columns.some((column) => column.role === role);
  if (!has('customerKey')) throw new AppError('SOURCE-NO-KEY', { source });
  if (!has('date')) throw new AppError('SOURCE-NO-DATE', { source });
  const amount = has('amount') || (has('quantity') && has('unitPrice'));
  if (!amount) throw new AppError('SOURCE-NO-AMOUNT', { source });
}
