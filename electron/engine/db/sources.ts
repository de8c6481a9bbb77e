// Sources and their fields as the model has them, read from the decision tables and their import runs.
import { AppError } from '../../../shared/errors.ts';
import type { Field, RecordCounts, Source } from '../../../shared/model/source.ts';
import type { Issue } from '../../../shared/model/issue.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { Field as FieldSchema } from '../../../shared/model/source.ts';
import type { KeyReport } from '../../../shared/model/snapshot.ts';
import type { ReadDb } from './open.ts';
import { readRun } from './runs.ts';
import { sql } from './schema.ts';
import type { Row } from './schema.ts';

/** A column of a run: where it stood in the file (null = the file had none) and how it was read there. */
export type RunColumn = Pick<Field, 'position' | 'decimal' | 'thousands' | 'dateOrder'> & {
  readonly at: number | null;
};

/** What an import run keeps about itself. */
export interface ImportSummary {
  readonly fileName: string;
  readonly fileHash: string;
  /** `hashHead` of the file; runs of older versions have none. */
  readonly headHash?: string;
  readonly records: RecordCounts;
  readonly issues: readonly Issue[];
  /** Newest date in the date column (yyyy-mm-dd). */
  readonly asOf: string | null;
  /** Runs of older versions have none: their columns stood in the file where their fields' positions say. */
  readonly columns?: readonly RunColumn[];
  /** Of an import into a source: its customer keys against those of the snapshot before. */
  readonly keys?: KeyReport;
}

function fieldOf(row: Row<'field'>): Field {
  const { id, position, header, name, type, role, criterion, decimal, thousands, pii } = row;
  return FieldSchema.parse({
    id,
    position,
    header,
    name,
    type,
    role,
    criterion,
    decimal,
    thousands,
    dateOrder: row.date_order,
    pii,
  });
}

export function readFields(db: ReadDb, sourceId: number): Field[] {
  const rows = db.all(
    sql.selectFrom('field').selectAll().where('source_id', '=', sourceId).orderBy('position'),
  );
  return rows.map(fieldOf);
}

/** All sources in the order of their import. */
export function readSources(db: ReadDb): Source[] {
  const rows = db.all(
    sql
      .selectFrom('source')
      .innerJoin('run', 'run.id', 'source.run_id')
      .select([
        'source.id',
        'source.name',
        'source.kind',
        'source.run_id',
        'run.created_at',
        'run.settings',
        'run.summary',
      ])
      .orderBy('source.id'),
  );
  return rows.map((row) => {
    const summary = JSON.parse(row.summary) as ImportSummary;
    return {
      id: row.id,
      name: row.name,
      kind: row.kind as Source['kind'],
      fileName: summary.fileName,
      runId: row.run_id,
      importedAt: row.created_at,
      asOf: summary.asOf,
      records: summary.records,
      settings: JSON.parse(row.settings) as ReadSettings,
      fields: readFields(db, row.id),
      issues: [...summary.issues],
    };
  });
}

/** Where a field's column stood in a run's file; null = it had none. */
export type FilePlaces = (position: number) => number | null;

export function filePlaces(db: ReadDb, runId: number): FilePlaces {
  const summary = JSON.parse(readRun(db, runId)?.summary ?? '{}') as Partial<ImportSummary>;
  if (!summary.columns) return (position) => position;
  const places = new Map(summary.columns.map(({ position, at }) => [position, at]));
  return (position) => places.get(position) ?? null;
}

/** @throws AppError SOURCE-UNKNOWN */
export function readSource(db: ReadDb, sourceId: number): Source {
  const source = readSources(db).find(({ id }) => id === sourceId);
  if (!source) throw new AppError('SOURCE-UNKNOWN');
  return source;
}
