// Where an import goes: a source of its own, or the next snapshot of one that is there. Then its columns are those of
// the source, found by their headers; what they mean there stays, how the file writes them is the file's.
import type { ImportInput } from '../../../shared/contract/sources.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ColumnMapping, Field, Source } from '../../../shared/model/source.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadDb } from '../db/open.ts';
import { readSource } from '../db/sources.ts';
import type { RunColumn } from '../db/sources.ts';

export interface ImportTarget {
  /** Null: a source of its own. */
  readonly into: Source | null;
  /** By position in the file. */
  readonly read: readonly ColumnMapping[];
  /** The same columns in the same order, by the position of their field. */
  readonly stored: readonly ColumnMapping[];
  /** Columns that the source has not had. */
  readonly added: readonly ColumnMapping[];
  /** Fields that the file has no column for. */
  readonly missing: readonly Field[];
}

const headerOf = ({ header, name }: Pick<ColumnMapping, 'header' | 'name'>): string =>
  (header ?? name).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Equal headers are told apart by their order. */
function matchFields(fields: readonly Field[], columns: readonly ColumnMapping[]): Map<ColumnMapping, Field> {
  const free = new Map<string, Field[]>();
  for (const field of fields) free.set(headerOf(field), [...(free.get(headerOf(field)) ?? []), field]);
  const found = new Map<ColumnMapping, Field>();
  for (const column of columns) {
    const field = free.get(headerOf(column))?.shift();
    if (field) found.set(column, field);
  }
  return found;
}

/** @throws AppError SOURCE-UNKNOWN, SNAPSHOT-OTHER-TABLE */
export function importTarget(
  db: ReadDb,
  { into: sourceId, columns }: Pick<ImportInput, 'into' | 'columns'>,
  file: string,
): ImportTarget {
  if (sourceId === undefined) return { into: null, read: columns, stored: columns, added: [], missing: [] };
  const source = readSource(db, sourceId);
  const fields = matchFields(source.fields, columns);
  if (fields.size === 0) throw new AppError('SNAPSHOT-OTHER-TABLE', { source: source.name }, { file });
  let next = Math.max(...source.fields.map(({ position }) => position)) + 1;
  const stored = columns.map((column) => {
    const field = fields.get(column);
    if (!field) return { ...column, position: next++ };
    const { position, name, header, type, role, criterion, pii } = field;
    return { ...column, position, name, header, type, role, criterion, pii };
  });
  const matched = new Set(fields.values());
  return {
    into: source,
    read: stored.map((column, at) => ({ ...column, position: columns[at]?.position ?? column.position })),
    stored,
    added: stored.filter((_, at) => !fields.has(columns[at] as ColumnMapping)),
    missing: source.fields.filter((field) => !matched.has(field)),
  };
}

/** What the run keeps about its columns. */
export function runColumns({ read, stored, missing }: ImportTarget): RunColumn[] {
  const found = stored.map(({ position, decimal, thousands, dateOrder }, at) => ({
    position,
    at: read[at]?.position ?? null,
    decimal,
    thousands,
    dateOrder,
  }));
  const lost = missing.map(({ position, decimal, thousands, dateOrder }) => ({
    position,
    at: null,
    decimal,
    thousands,
    dateOrder,
  }));
  return [...found, ...lost];
}

/** Columns that came or went, as the file's issues. */
export function columnIssues({ into, added, missing }: ImportTarget): Issue[] {
  if (!into) return [];
  return [
    ...missing.map(({ name }) => ({
      code: 'COLUMN-GONE' as const,
      severity: 'check' as const,
      args: {},
      column: name,
    })),
    ...added.map(({ name }) => ({
      code: 'COLUMN-NEW' as const,
      severity: 'note' as const,
      args: {},
      column: name,
    })),
  ];
}
