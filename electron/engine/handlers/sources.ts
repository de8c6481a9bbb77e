// Sources: what was imported, its rows and rejects, and how customers and transactions meet.
import { AppError } from '../../../shared/errors.ts';
import type { Reject } from '../../../shared/model/source.ts';
import type { ReadDb, Value } from '../db/open.ts';
import { rowsTable } from '../db/runs.ts';
import { sql } from '../db/schema.ts';
import { readFields, readSources } from '../db/sources.ts';
import type { Command, Query } from '../procedures.ts';

function sourceOf(db: ReadDb, sourceId: number): { name: string; run_id: number } {
  const row = db.get(sql.selectFrom('source').select(['name', 'run_id']).where('id', '=', sourceId));
  if (!row) throw new AppError('SOURCE-UNKNOWN');
  return row;
}

export const listSources: Query<'sources.list'> = (db) => readSources(db);

/** `%`, `_` and `\` in what the user typed are ordinary characters. */
const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

interface Where {
  readonly sql: string;
  readonly values: Value[];
}

function searchIn(columns: readonly string[], search: string | undefined): Where {
  if (search === undefined || search.trim() === '') return { sql: '', values: [] };
  const any = columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ');
  return { sql: `WHERE ${any}`, values: columns.map(() => likePattern(search.trim())) };
}

const NUMERIC_TYPES: readonly string[] = ['number', 'money'];

/** Numbers sort as numbers; text by Unicode's code points; missing values last. */
function orderBy(
  db: ReadDb,
  sourceId: number,
  sort: { position: number; descending: boolean } | undefined,
): string {
  if (!sort) return 'ORDER BY n';
  const field = readFields(db, sourceId).find((one) => one.position === sort.position);
  if (!field) throw new AppError('FIELD-UNKNOWN');
  const column = `c${field.position}`;
  const dot = field.decimal === ',' ? `replace(replace(${column}, '.', ''), ',', '.')` : column;
  const value = NUMERIC_TYPES.includes(field.type) ? `CAST(${dot} AS REAL)` : column;
  const direction = sort.descending ? 'DESC' : 'ASC';
  return `ORDER BY ${column} IS NULL, ${value} ${direction}, n`;
}

export const sourceRows: Query<'sources.rows'> = (db, { sourceId, offset, limit, search, sort }) => {
  const source = sourceOf(db, sourceId);
  const columns = readFields(db, sourceId).map((field) => `c${field.position}`);
  const table = rowsTable(source.run_id);
  const where = searchIn(columns, search);
  const order = orderBy(db, sourceId, sort);
  const total =
    db.allRaw<{ n: number }>(`SELECT count(*) AS n FROM ${table} ${where.sql}`, ...where.values)[0]?.n ?? 0;
  // Without search and sort a page is found by its row numbers, however far down it is.
  const direct = where.sql === '' && !sort;
  const page = direct ? 'WHERE n > ? AND n <= ? ORDER BY n' : `${where.sql} ${order} LIMIT ? OFFSET ?`;
  const bounds = direct ? [offset, offset + limit] : [limit, offset];
  const query = `SELECT record, line, ${columns.join(', ')} FROM ${table} ${page}`;
  const rows = [...db.iterateRaw(query, ...where.values, ...bounds)];
  return {
    total,
    rows: rows.map(([record, line, ...cells]) => ({
      record: Number(record),
      line: Number(line),
      cells: cells as (string | null)[],
    })),
  };
};

export const sourceRejects: Query<'sources.rejects'> = (db, { sourceId, offset, limit }) => {
  const { run_id: runId } = sourceOf(db, sourceId);
  const all = db.get(
    sql
      .selectFrom('reject')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('run_id', '=', runId),
  );
  const rows = db.all(
    sql.selectFrom('reject').selectAll().where('run_id', '=', runId).orderBy('n').limit(limit).offset(offset),
  );
  const rejects = rows.map((row) => ({
    record: row.record,
    line: row.line,
    ...(row.column_name === null ? {} : { column: row.column_name }),
    ...(row.value === null ? {} : { value: row.value }),
    code: row.code as Reject['code'],
    args: JSON.parse(row.args) as Reject['args'],
    cells: JSON.parse(row.cells) as string[],
  }));
  return { total: all?.n ?? 0, rejects };
};

export const renameSource: Command<'sources.rename'> = {
  detail: (_db, { name }) => name,
  run: (db, { sourceId, name }) => {
    sourceOf(db, sourceId);
    db.run(sql.updateTable('source').set({ name }).where('id', '=', sourceId));
  },
};

export const setField: Command<'sources.setField'> = {
  detail: (db, { fieldId }) =>
    db.get(sql.selectFrom('field').select('name').where('id', '=', fieldId))?.name ?? '',
  run: (db, { fieldId, role, criterion }) => {
    const change = {
      ...(role === undefined ? {} : { role }),
      ...(criterion === undefined ? {} : { criterion }),
    };
    if (Object.keys(change).length === 0) return;
    const { changes } = db.run(sql.updateTable('field').set(change).where('id', '=', fieldId));
    if (changes === 0) throw new AppError('FIELD-UNKNOWN');
  },
};

/** The import run stays in the file until the history forgets it, so that undo brings the source back at once. */
export const removeSource: Command<'sources.remove'> = {
  detail: (db, { sourceId }) => sourceOf(db, sourceId).name,
  run: (db, { sourceId }) => {
    sourceOf(db, sourceId);
    db.run(sql.deleteFrom('field').where('source_id', '=', sourceId));
    db.run(sql.deleteFrom('source').where('id', '=', sourceId));
  },
};
