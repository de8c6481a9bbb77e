// Applies a source's recorded fixes: a run with the records that count, and typed columns of what the steps changed.
import type { Progress } from '../../../shared/model/job.ts';
import type { Field, Source } from '../../../shared/model/source.ts';
import { readColumn, readStrings, writeColumn } from '../db/columns.ts';
import { packRecords, writeRecords } from '../db/records.ts';
import { beginRun, finishRun } from '../db/runs.ts';
import { readSteps } from '../db/steps.ts';
import { valueOf } from '../preparing/cellFix.ts';
import { preparedSignature, readPrepared, ownRowsColumn, ROWS_COLUMN } from '../preparing/prepared.ts';
import type { Prepared, PreparedSummary } from '../preparing/prepared.ts';
import { rowsOf, sizeOf } from '../preparing/recordChoice.ts';
import { resolveSteps } from '../preparing/resolveSteps.ts';
import type { Resolved } from '../preparing/resolveSteps.ts';
import { columnName, createColumnBuilder, dictionaryName, formOf } from './columnBuilder.ts';
import { within } from './context.ts';
import type { JobContext } from './context.ts';

const ROWS_PER_WRITE = 5_000;

interface Task {
  readonly context: JobContext;
  readonly source: Source;
  readonly resolved: Resolved;
  readonly runId: number;
}

/** A column whose cells a step looked at: built from the fixed text. */
function buildColumn({ context, resolved, runId }: Task, field: Field): void {
  const { db } = context;
  const { codes, words } = resolved.columns.get(field.position) ?? { codes: new Int32Array(0), words: [] };
  const rows = rowsOf(resolved.choice, field.position);
  const builder = createColumnBuilder(runId, [field]);
  const size = sizeOf(resolved.choice, resolved.loaded + resolved.corrected.length);
  for (let from = 0; from < size; from += ROWS_PER_WRITE) {
    context.write(() => {
      for (let place = from; place < Math.min(size, from + ROWS_PER_WRITE); place++)
        builder.push(db, [words[codes[rows?.[place] ?? place] ?? 0] ?? null]);
    });
  }
  context.write(() => builder.finish(db));
}

/** Values of the rows that count; `extra` are those of the corrected records. */
function gather<T extends Float64Array | Int32Array | Uint8Array>(
  target: T,
  from: T,
  rows: Int32Array | null,
  extra: readonly number[],
): T {
  for (let place = 0; place < target.length; place++) {
    const row = rows?.[place] ?? place;
    target[place] = (row < from.length ? from[row] : extra[row - from.length]) ?? 0;
  }
  return target;
}

/** Codes are given anew in the order of the rows, so that the dictionary holds only words that still occur. */
function gatherCodes(
  { context: { db }, source, resolved }: Task,
  { position }: Field,
  cells: readonly (string | null)[],
): { codes: Int32Array; words: string[] } | null {
  const from = readColumn(db, source.runId, columnName('code', position), 'int32');
  if (!from) return null;
  const words = readStrings(db, source.runId, dictionaryName(position));
  const known = new Map(words.map((word, code) => [word, code]));
  const extra = cells.map((cell) => {
    if (cell === null) return -1;
    const word = cell.trim();
    if (!known.has(word)) known.set(word, words.push(word) - 1);
    return known.get(word) ?? -1;
  });
  const rows = rowsOf(resolved.choice, position);
  const size = sizeOf(resolved.choice, resolved.loaded + resolved.corrected.length);
  const codes = gather(new Int32Array(size), from, rows, extra);
  const anew = new Int32Array(words.length).fill(-1);
  const used: string[] = [];
  for (const [place, code] of codes.entries()) {
    if (code < 0) continue;
    if (anew[code] === -1) anew[code] = used.push(words[code] ?? '') - 1;
    codes[place] = anew[code] ?? -1;
  }
  return { codes, words: used };
}

/** A column that no step looked at, but whose records were chosen or corrected: gathered from the import's typed copy. */
function gatherColumn(task: Task, field: Field): void {
  const { context, source, resolved, runId } = task;
  const { db } = context;
  const form = formOf(field);
  if (form === null) return;
  const at = resolved.fields.indexOf(field);
  const cells = resolved.corrected.map((record) => record.cells[at] ?? null);
  const rows = rowsOf(resolved.choice, field.position);
  const size = sizeOf(resolved.choice, resolved.loaded + resolved.corrected.length);
  const name = columnName(form, field.position);
  if (form === 'code') {
    const made = gatherCodes(task, field, cells);
    if (made) {
      context.write(() => {
        writeColumn(db, runId, name, made.codes);
        writeColumn(db, runId, dictionaryName(field.position), made.words);
      });
    }
    return;
  }
  const extra = cells.map((cell) => (form === 'value' ? valueOf(cell, field) : Number(cell !== null)));
  const from = readColumn(db, source.runId, name, form === 'value' ? 'float64' : 'uint8');
  if (!from) return;
  const target = from instanceof Float64Array ? new Float64Array(size) : new Uint8Array(size);
  const made = gather<Float64Array | Uint8Array>(target, from as Float64Array | Uint8Array, rows, extra);
  context.write(() => writeColumn(db, runId, name, made));
}

function storeChoice({ context, resolved, runId }: Task): PreparedSummary {
  const { db } = context;
  const { choice, corrected, fields, fixes, effects } = resolved;
  const positions = fields.map((field) => field.position);
  const { rows } = choice;
  context.write(() => {
    if (rows) writeColumn(db, runId, ROWS_COLUMN, rows);
    for (const [position, own] of choice.own) writeColumn(db, runId, ownRowsColumn(position), own);
    if (corrected.length > 0) writeRecords(db, runId, 0, positions, packRecords(corrected, positions.length));
  });
  return {
    fixes,
    touched: effects.map((effect) => effect.touched),
    corrected: corrected.length,
    chosen: rows !== null,
    own: [...choice.own.keys()],
  };
}

/**
 * Finds or makes the run that holds the source as its steps leave it. The import's typed columns must be complete.
 * @param from to the stretch of the whole job's progress that this takes
 */
export function* prepareSource(
  context: JobContext,
  source: Source,
  from: number,
  to: number,
): Generator<Progress, Prepared> {
  const { db, now } = context;
  const existing = readPrepared(db, source);
  if (existing) return existing;
  const steps = readSteps(db, source.id).map(({ step }) => step);
  const resolving = resolveSteps(db, source, steps);
  let resolved = resolving.next();
  while (!resolved.done) {
    yield within('preparing', from, to, 0.5 * resolved.value);
    resolved = resolving.next();
  }
  const signature = preparedSignature(source, steps);
  const settings = { sourceId: source.id, runId: source.runId };
  const runId = context.write(() => beginRun(db, 'prepare', signature, settings, now.toISOString()));
  context.begun(runId);
  const task: Task = { context, source, resolved: resolved.value, runId };
  const { fields, columns, choice, corrected } = task.resolved;
  const moved = choice.rows !== null || corrected.length > 0;
  for (const [at, field] of fields.entries()) {
    const looked = task.resolved.fixes.some(({ position }) => position === field.position);
    if (looked && columns.has(field.position)) buildColumn(task, field);
    else if (moved) gatherColumn(task, field);
    yield within('preparing', from, to, 0.5 + (0.5 * (at + 1)) / fields.length);
  }
  const summary = storeChoice(task);
  context.write(() => finishRun(db, runId, summary));
  context.kept(runId);
  context.changed(['run']);
  const made = readPrepared(db, source);
  if (!made) throw new Error('a prepared run is not found by its own signature');
  return made;
}
