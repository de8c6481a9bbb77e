// Sources: what was imported, its rows and rejects, and how customers and transactions meet.
import { AppError } from '../../../shared/errors.ts';
import type { Field, Reject } from '../../../shared/model/source.ts';
import type { ReadDb } from '../db/open.ts';
import { recordCells, recordsAt } from '../db/records.ts';
import { sql } from '../db/schema.ts';
import { readSources } from '../db/sources.ts';
import { parseNumber } from '../files/index.ts';
import type { Command, Query } from '../procedures.ts';

function sourceOf(db: ReadDb, sourceId: number): { name: string; run_id: number } {
  const row = db.get(sql.selectFrom('source').select(['name', 'run_id']).where('id', '=', sourceId));
  if (!row) throw new AppError('SOURCE-UNKNOWN');
  return row;
}

export const listSources: Query<'sources.list'> = (db) => readSources(db);

interface Sort {
  readonly position: number;
  readonly descending: boolean;
}

const NUMERIC_TYPES: readonly string[] = ['number', 'money'];

/** Numbers sort as numbers; text by Unicode's code points; missing values last. */
function sorted(db: ReadDb, runId: number, rows: number[], fields: readonly Field[], sort: Sort): number[] {
  const field = fields.find((one) => one.position === sort.position);
  if (!field) throw new AppError('FIELD-UNKNOWN');
  const cells = [...recordCells(db, runId, [field.position])].map(([cell]) => cell ?? null);
  const style = { decimal: field.decimal, thousands: field.thousands };
  const numeric = NUMERIC_TYPES.includes(field.type);
  const keys = cells.map((cell) => (cell !== null && numeric ? (parseNumber(cell, style) ?? NaN) : cell));
  const sign = sort.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const [a, b] = [keys[left] ?? null, keys[right] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || left - right;
    return sign * (a < b ? -1 : a > b ? 1 : 0) || left - right;
  });
}

function found(db: ReadDb, runId: number, positions: readonly number[], search: string): number[] {
  const wanted = search.toLowerCase();
  const rows: number[] = [];
  let row = 0;
  for (const cells of recordCells(db, runId, positions)) {
    if (cells.some((cell) => cell?.toLowerCase().includes(wanted))) rows.push(row);
    row++;
  }
  return rows;
}

export const sourceRows: Query<'sources.rows'> = (db, { sourceId, offset, limit, search, sort }) => {
  const source = readSources(db).find((one) => one.id === sourceId);
  if (!source) throw new AppError('SOURCE-UNKNOWN');
  const { runId, fields, records } = source;
  const positions = fields.map((field) => field.position);
  const text = search?.trim() ?? '';
  const all = (): number[] => Array.from({ length: records.loaded }, (_, row) => row);
  const matching = text === '' ? null : found(db, runId, positions, text);
  const order = sort ? sorted(db, runId, matching ?? all(), fields, sort) : matching;
  const total = order?.length ?? records.loaded;
  const page = order
    ? order.slice(offset, offset + limit)
    : Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => offset + at);
  return { total, rows: recordsAt(db, runId, positions, page) };
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
