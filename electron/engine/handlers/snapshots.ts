// The imports of a source: which there are, which is in use, what was odd about it; and records that are put right.
import { AppError } from '../../../shared/errors.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import { sql } from '../db/schema.ts';
import { putInUse, readSnapshots } from '../db/snapshots.ts';
import { readIssues } from '../db/sourceIssues.ts';
import { filePlaces, readSource } from '../db/sources.ts';
import { addStep, readSteps, replaceStep } from '../db/steps.ts';
import { checkCorrection } from '../preparing/corrections.ts';
import type { Command, Query } from '../procedures.ts';

export const listSnapshots: Query<'sources.snapshots'> = (db, { sourceId }) => {
  readSource(db, sourceId);
  return readSnapshots(db, sourceId);
};

export const sourceIssues: Query<'sources.issues'> = (db, { sourceId, offset, limit, ...filter }) =>
  readIssues(db, readSource(db, sourceId), filter, { offset, limit });

export const useSnapshot: Command<'sources.useSnapshot'> = {
  detail: (db, { sourceId }) => readSource(db, sourceId).name,
  run: (db, { sourceId, runId }) => {
    readSource(db, sourceId);
    putInUse(db, sourceId, runId);
  },
};

/** The import run stays in the file until the history forgets it, so that undo brings it back at once. */
export const removeSnapshot: Command<'sources.removeSnapshot'> = {
  detail: (db, { sourceId }) => readSource(db, sourceId).name,
  run: (db, { sourceId, runId }) => {
    const source = readSource(db, sourceId);
    if (source.runId === runId) throw new AppError('SNAPSHOT-IN-USE');
    const { changes } = db.run(
      sql.deleteFrom('snapshot').where('source_id', '=', sourceId).where('run_id', '=', runId),
    );
    if (changes === 0) throw new AppError('SNAPSHOT-UNKNOWN');
  },
};

const correctionOf = (
  runId: number,
  record: number,
  cells: readonly string[],
): Extract<RecordedStep, { kind: 'correctRecord' }> => ({
  kind: 'correctRecord',
  runId,
  record,
  cells: [...cells],
});

/** @throws AppError CORRECTION-INVALID there is no such rejected record */
export const checkRecord: Query<'sources.checkRecord'> = (db, { sourceId, record, cells }) => {
  const { fields, runId } = readSource(db, sourceId);
  const step = correctionOf(runId, record, cells);
  const { stored, refusal } = checkCorrection(db, fields, filePlaces(db, runId), step);
  if (!stored && !refusal) throw new AppError('CORRECTION-INVALID', { record, column: '' });
  return refusal;
};

/** A record that was corrected before is corrected anew. @throws AppError CORRECTION-INVALID */
export const correctRecord: Command<'sources.correct'> = {
  detail: (db, { sourceId }) => readSource(db, sourceId).name,
  run: (db, { sourceId, record, cells }) => {
    const source = readSource(db, sourceId);
    const { runId } = source;
    const step = correctionOf(runId, record, cells);
    const { stored, refusal } = checkCorrection(db, source.fields, filePlaces(db, runId), step);
    if (!stored) throw new AppError('CORRECTION-INVALID', { record, column: refusal?.column ?? '' });
    const before = readSteps(db, sourceId).find(
      ({ step: one }) => one.kind === 'correctRecord' && one.runId === runId && one.record === record,
    );
    if (before) replaceStep(db, before.id, step);
    else addStep(db, sourceId, step);
  },
};
