// Records that an import kept aside, as they are stored.
import type { Reject } from '../../../shared/model/issue.ts';
import type { ReadDb } from './open.ts';
import { sql } from './schema.ts';
import type { Row } from './schema.ts';

export function rejectOf(row: Row<'reject'>): Reject {
  return {
    record: row.record,
    line: row.line,
    ...(row.column_name === null ? {} : { column: row.column_name }),
    ...(row.value === null ? {} : { value: row.value }),
    code: row.code as Reject['code'],
    args: JSON.parse(row.args) as Reject['args'],
    cells: JSON.parse(row.cells) as string[],
  };
}

/** The rejected record with this number in the run's file. */
export function readReject(db: ReadDb, runId: number, record: number): Reject | null {
  const row = db.get(
    sql.selectFrom('reject').selectAll().where('run_id', '=', runId).where('record', '=', record).limit(1),
  );
  return row ? rejectOf(row) : null;
}
