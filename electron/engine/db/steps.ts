// Recorded fixes as they are stored: in order per source, the order being all that `position` says.
import { AppError } from '../../../shared/errors.ts';
import { RecordedStep } from '../../../shared/model/step.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';

export interface StoredStep {
  readonly id: number;
  readonly sourceId: number;
  readonly step: RecordedStep;
}

/** The source's steps in the order in which they are applied. */
export function readSteps(db: ReadDb, sourceId: number): StoredStep[] {
  const rows = db.all(
    sql.selectFrom('step').selectAll().where('source_id', '=', sourceId).orderBy('position').orderBy('id'),
  );
  return rows.map(({ id, body }) => ({ id, sourceId, step: RecordedStep.parse(JSON.parse(body)) }));
}

/** @throws AppError STEP-UNKNOWN */
export function readStep(db: ReadDb, stepId: number): StoredStep {
  const row = db.get(sql.selectFrom('step').select('source_id').where('id', '=', stepId));
  const found = row && readSteps(db, row.source_id).find(({ id }) => id === stepId);
  if (!found) throw new AppError('STEP-UNKNOWN');
  return found;
}

export function addStep(db: WriteDb, sourceId: number, step: RecordedStep): void {
  const position = readSteps(db, sourceId).length;
  db.run(sql.insertInto('step').values({ source_id: sourceId, position, body: JSON.stringify(step) }));
}

export function replaceStep(db: WriteDb, stepId: number, step: RecordedStep): void {
  db.run(
    sql
      .updateTable('step')
      .set({ body: JSON.stringify(step) })
      .where('id', '=', stepId),
  );
}

/** Gives the steps these places, one after another. */
export function orderSteps(db: WriteDb, stepIds: readonly number[]): void {
  for (const [position, id] of stepIds.entries())
    db.run(sql.updateTable('step').set({ position }).where('id', '=', id));
}

export function deleteStep(db: WriteDb, stepId: number): void {
  db.run(sql.deleteFrom('step').where('id', '=', stepId));
}
