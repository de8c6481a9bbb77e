// Recorded fixes of a source: listed with what they touch, tried out, added, moved and taken away.
import { AppError } from '../../../shared/errors.ts';
import { isMeasured, type Field, type Source } from '../../../shared/model/source.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import type { ReadDb } from '../db/open.ts';
import { filePlaces, readSource } from '../db/sources.ts';
import { addStep, deleteStep, orderSteps, readStep, readSteps } from '../db/steps.ts';
import { readFieldsAs, valueOf } from '../preparing/cellFix.ts';
import { checkCorrection } from '../preparing/corrections.ts';
import { readPrepared } from '../preparing/prepared.ts';
import { resolveSteps } from '../preparing/resolveSteps.ts';
import type { Command, Query } from '../procedures.ts';

export const listSteps: Query<'steps.list'> = (db, { sourceId }) => {
  const source = readSource(db, sourceId);
  const touched = readPrepared(db, source)?.touched;
  return readSteps(db, sourceId).map((one, at) => ({ ...one, touched: touched?.[at] ?? null }));
};

const positionOf = (step: RecordedStep): number | null =>
  'position' in step
    ? step.position
    : step.kind === 'excludeRecords' && 'position' in step.where
      ? step.where.position
      : null;

/** A number or date to fill in must be one, and a limit needs something to measure. */
function suits(step: RecordedStep, field: Field): boolean {
  switch (step.kind) {
    case 'fillMissing': {
      if (step.with === 'mode') return true;
      if (step.with === 'median' || 'number' in step.with) return isMeasured(field);
      const measured = isMeasured(field) || field.type === 'boolean';
      return !measured || !Number.isNaN(valueOf(step.with.value, field));
    }
    case 'setMissing':
      return (step.below === undefined && step.above === undefined) || isMeasured(field);
    case 'capOutliers':
      return isMeasured(field) && (step.below ?? -Infinity) < (step.above ?? Infinity);
    default:
      return true;
  }
}

/** @throws AppError FIELD-UNKNOWN, STEP-UNFIT, CORRECTION-INVALID */
function checkStep(db: ReadDb, source: Source, step: RecordedStep): void {
  if (step.kind === 'correctRecord') {
    const { stored, refusal } = checkCorrection(db, source.fields, filePlaces(db, step.runId), step);
    if (stored) return;
    throw new AppError('CORRECTION-INVALID', { record: step.record, column: refusal?.column ?? '' });
  }
  const position = positionOf(step);
  if (position === null) return;
  const steps = [...readSteps(db, source.id).map((one) => one.step), step];
  const field = readFieldsAs(source.fields, steps).find((one) => one.position === position);
  if (!field) throw new AppError('FIELD-UNKNOWN', { column: String(position + 1) });
  if (!suits(step, field)) throw new AppError('STEP-UNFIT', { column: field.name });
}

export const previewStep: Query<'steps.preview'> = (db, { sourceId, step }) => {
  const source = readSource(db, sourceId);
  checkStep(db, source, step);
  const steps = [...readSteps(db, sourceId).map((one) => one.step), step];
  const resolving = resolveSteps(db, source, steps);
  for (;;) {
    const next = resolving.next();
    if (!next.done) continue;
    const { effects, loaded, corrected } = next.value;
    const { touched = 0, examples = [] } = effects.at(-1) ?? {};
    return { touched, of: loaded + corrected.length, examples: [...examples] };
  }
};

/** Names the column, or the source where the step concerns its records. */
function detailOf(db: ReadDb, sourceId: number, step: RecordedStep): string {
  const source = readSource(db, sourceId);
  const position = positionOf(step);
  return source.fields.find((field) => field.position === position)?.name ?? source.name;
}

export const recordStep: Command<'steps.add'> = {
  detail: (db, { sourceId, step }) => detailOf(db, sourceId, step),
  run: (db, { sourceId, step }) => {
    checkStep(db, readSource(db, sourceId), step);
    addStep(db, sourceId, step);
  },
};

const detailOfStored = (db: ReadDb, { stepId }: { readonly stepId: number }): string => {
  const { sourceId, step } = readStep(db, stepId);
  return detailOf(db, sourceId, step);
};

export const removeStep: Command<'steps.remove'> = {
  detail: detailOfStored,
  run: (db, { stepId }) => {
    const { sourceId } = readStep(db, stepId);
    deleteStep(db, stepId);
    orderSteps(
      db,
      readSteps(db, sourceId).map(({ id }) => id),
    );
  },
};

export const moveStep: Command<'steps.move'> = {
  detail: detailOfStored,
  run: (db, { stepId, to }) => {
    const { sourceId } = readStep(db, stepId);
    const others = readSteps(db, sourceId)
      .map(({ id }) => id)
      .filter((id) => id !== stepId);
    orderSteps(db, others.toSpliced(to, 0, stepId));
  },
};
