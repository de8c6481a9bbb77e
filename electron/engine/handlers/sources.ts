// Sources: what was imported, its rows and rejects, and how customers and transactions meet.
import { AppError } from '../../../shared/errors.ts';
import { WHOLE_TABLE } from '../../../shared/model/rowView.ts';
import type { ReadDb } from '../db/open.ts';
import { rejectOf } from '../db/rejects.ts';
import { sql } from '../db/schema.ts';
import { readSource, readSources } from '../db/sources.ts';
import type { Command, Query } from '../procedures.ts';
import { preparedRecordsAt } from '../preparing/prepared.ts';
import { placeOfLine } from '../rows/placeOfLine.ts';
import { shownRecords, storedColumns } from '../rows/storedColumns.ts';
import { summariseColumn } from '../rows/summariseColumn.ts';
import { viewOrder } from '../rows/viewOrder.ts';

function sourceOf(db: ReadDb, sourceId: number): { name: string; run_id: number } {
  const row = db.get(sql.selectFrom('source').select(['name', 'run_id']).where('id', '=', sourceId));
  if (!row) throw new AppError('SOURCE-UNKNOWN');
  return row;
}

export const listSources: Query<'sources.list'> = (db) => readSources(db);

/** A page of a view. @throws AppError SOURCE-UNKNOWN, FIELD-UNKNOWN. The view's order is computed once and kept, so that the next pages come at once. */
export const sourceRows: Query<'sources.rows'> = (db, input) => {
  const { sourceId, offset, limit, view, asImported } = input;
  const prepared = shownRecords(db, readSource(db, sourceId), asImported);
  const order = viewOrder(db, prepared, view ?? WHOLE_TABLE);
  const total = order?.length ?? prepared.rows;
  const size = Math.max(0, Math.min(limit, total - offset));
  const page = Array.from({ length: size }, (_, at) => order?.[offset + at] ?? offset + at);
  const known = prepared.fields.map((field) => field.position);
  const positions = input.positions ?? known;
  const unknown = positions.find((position) => !known.includes(position));
  if (unknown !== undefined) throw new AppError('FIELD-UNKNOWN', { column: String(unknown + 1) });
  const rows = preparedRecordsAt(db, prepared, positions, page).map(({ record, line, cells, imported }) => {
    const changed = cells.flatMap((cell, at) => (cell === imported[at] ? [] : [at]));
    const before = changed.map((at) => ({ at, cell: imported[at] ?? null }));
    return { record, line, cells: [...cells], ...(before.length > 0 ? { before } : {}) };
  });
  return { total, rows };
};

/** @throws AppError SOURCE-UNKNOWN, FIELD-UNKNOWN */
export const sourcePlaceOfLine: Query<'sources.placeOfLine'> = (db, { sourceId, line, view }) => ({
  place: placeOfLine(db, shownRecords(db, readSource(db, sourceId)), view, line),
});

/** @throws AppError SOURCE-UNKNOWN, FIELD-UNKNOWN */
export const sourceColumnSummary: Query<'sources.columnSummary'> = (db, { sourceId, position }) => {
  const prepared = shownRecords(db, readSource(db, sourceId));
  const field = prepared.fields.find((one) => one.position === position);
  if (!field) throw new AppError('FIELD-UNKNOWN');
  return summariseColumn(storedColumns(db, prepared), field);
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
  return { total: all?.n ?? 0, rejects: rows.map(rejectOf) };
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
    for (const table of ['field', 'snapshot', 'step'] as const)
      db.run(sql.deleteFrom(table).where('source_id', '=', sourceId));
    db.run(sql.deleteFrom('source').where('id', '=', sourceId));
  },
};
