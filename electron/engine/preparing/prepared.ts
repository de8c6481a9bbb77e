// A source as the analysis uses it: its snapshot with the recorded fixes applied. Without fixes that is the import run
// itself; with them a run of kind `prepare`, found by signature, so that undoing a fix finds the former one at once.
import type { Field, Source } from '../../../shared/model/source.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import { readColumn } from '../db/columns.ts';
import type { ReadDb } from '../db/open.ts';
import { recordCells, recordsAt } from '../db/records.ts';
import { runBySignature } from '../db/runs.ts';
import { readSteps } from '../db/steps.ts';
import type { CellFix, SettledStep } from './cellFix.ts';
import { cellFix, readFieldsAs } from './cellFix.ts';
import { EVERYTHING, rowsOf, sizeOf } from './recordChoice.ts';
import type { Choice } from './recordChoice.ts';

/** What a run of kind `prepare` keeps about itself. */
export interface PreparedSummary {
  readonly fixes: readonly SettledStep[];
  /** Records touched, one count per step. */
  readonly touched: readonly number[];
  readonly corrected: number;
  /** Whether it has a column of the rows that count; without it all do. */
  readonly chosen: boolean;
  /** Columns that take some cells from other rows. */
  readonly own: readonly number[];
}

export const ROWS_COLUMN = 'rows';
export const ownRowsColumn = (position: number): string => `rows:${position}`;

/** Everything that the prepared columns depend on. Bump the version when steps come to mean something else. */
export function preparedSignature(source: Source, steps: readonly RecordedStep[]): string {
  const fields = source.fields.map((field) => [
    field.position,
    field.type,
    field.role,
    field.pii,
    field.decimal,
    field.thousands,
    field.dateOrder,
  ]);
  return JSON.stringify({ version: 1, runId: source.runId, fields, steps });
}

export interface Prepared {
  /** The run that holds the records as they were imported. */
  readonly importRunId: number;
  /** The run whose typed columns count; a column that it lacks is the import run's. */
  readonly runId: number;
  /** As the steps read them. */
  readonly fields: readonly Field[];
  /** Records of the import; a record beyond is corrected and stands in `runId`. */
  readonly loaded: number;
  readonly corrected: number;
  /** How many records count. */
  readonly rows: number;
  readonly choice: Choice;
  /** Records touched, one count per step. */
  readonly touched: readonly number[];
  /** Columns whose cells are not simply those of the import. */
  readonly fixed: ReadonlySet<number>;
  /** What becomes of a column's cell. */
  readonly fixOf: (position: number) => CellFix;
}

const asItIs: CellFix = (cell) => cell;

function fixesByColumn(
  fields: readonly Field[],
  fixes: readonly SettledStep[],
): ReadonlyMap<number, CellFix> {
  const made = new Map<number, CellFix>();
  for (const step of fixes) {
    const as = fields.find(({ position }) => position === step.position);
    if (!as) continue;
    const before = made.get(step.position) ?? asItIs;
    const fix = cellFix(step, as);
    made.set(step.position, (cell) => fix(before(cell)));
  }
  return made;
}

/** The source as it was imported, without its fixes. */
export function importedOnly(source: Source): Prepared {
  const { runId, fields, records } = source;
  return {
    importRunId: runId,
    runId,
    fields,
    loaded: records.loaded,
    corrected: 0,
    rows: records.loaded,
    choice: EVERYTHING,
    touched: [],
    fixed: new Set(),
    fixOf: () => asItIs,
  };
}

function choiceOf(db: ReadDb, runId: number, { chosen, own }: PreparedSummary): Choice {
  const rows = (name: string): Int32Array => readColumn(db, runId, name, 'int32') ?? new Int32Array(0);
  return {
    rows: chosen ? rows(ROWS_COLUMN) : null,
    own: new Map(own.map((position) => [position, rows(ownRowsColumn(position))])),
  };
}

/** @returns null while the source's fixes have not been applied yet (`features.compute` does it) */
export function readPrepared(db: ReadDb, source: Source): Prepared | null {
  const steps = readSteps(db, source.id).map(({ step }) => step);
  if (steps.length === 0) return importedOnly(source);
  const run = runBySignature(db, 'prepare', preparedSignature(source, steps));
  if (!run) return null;
  const summary = JSON.parse(run.summary) as PreparedSummary;
  const fields = readFieldsAs(source.fields, steps);
  const choice = choiceOf(db, run.id, summary);
  const fixes = fixesByColumn(fields, summary.fixes);
  const { loaded } = source.records;
  return {
    importRunId: source.runId,
    runId: run.id,
    fields,
    loaded,
    corrected: summary.corrected,
    rows: sizeOf(choice, loaded + summary.corrected),
    choice,
    touched: summary.touched,
    fixed: new Set([...fixes.keys(), ...summary.own]),
    fixOf: (position) => fixes.get(position) ?? asItIs,
  };
}

export interface PreparedRecord {
  readonly record: number;
  readonly line: number;
  /** As the analysis uses them. */
  readonly cells: readonly (string | null)[];
  /** As they were imported in that record. */
  readonly imported: readonly (string | null)[];
}

/** The records at these places (from 0, of those that count), in that order. */
export function preparedRecordsAt(
  db: ReadDb,
  prepared: Prepared,
  positions: readonly number[],
  places: readonly number[],
): PreparedRecord[] {
  const own = recordsOf(db, prepared, positions, placed(prepared.choice.rows, places));
  const merged = new Map(
    positions
      .filter((position) => prepared.choice.own.has(position))
      .map((position) => {
        const rows = placed(rowsOf(prepared.choice, position), places);
        return [position, recordsOf(db, prepared, [position], rows)] as const;
      }),
  );
  return own.map(({ record, line, cells }, at) => ({
    record,
    line,
    imported: cells,
    cells: positions.map((position, column) => {
      const from = merged.get(position)?.[at]?.cells[0];
      return prepared.fixOf(position)(from === undefined ? (cells[column] ?? null) : from);
    }),
  }));
}

const placed = (rows: Int32Array | null, places: readonly number[]): number[] =>
  places.map((place) => rows?.[place] ?? place);

function recordsOf(
  db: ReadDb,
  { importRunId, runId, loaded }: Prepared,
  positions: readonly number[],
  rows: readonly number[],
) {
  const imported = recordsAt(
    db,
    importRunId,
    positions,
    rows.filter((row) => row < loaded),
  );
  const corrected = recordsAt(
    db,
    runId,
    positions,
    rows.filter((row) => row >= loaded).map((row) => row - loaded),
  );
  const [from, then] = [imported.values(), corrected.values()];
  return rows.flatMap((row) => (row < loaded ? from : then).next().value ?? []);
}

/** Cells of several columns as the analysis uses them, record by record. */
export function* preparedCells(
  db: ReadDb,
  prepared: Prepared,
  positions: readonly number[],
): Generator<(string | null)[]> {
  const fixes = positions.map((position) => prepared.fixOf(position));
  const { importRunId, runId, choice, corrected } = prepared;
  if (choice.rows === null && choice.own.size === 0) {
    for (const cells of recordCells(db, importRunId, positions))
      yield cells.map((cell, at) => fixes[at]?.(cell) ?? null);
    if (corrected === 0) return;
    for (const cells of recordCells(db, runId, positions))
      yield cells.map((cell, at) => fixes[at]?.(cell) ?? null);
    return;
  }
  const page = 4096;
  for (let from = 0; from < prepared.rows; from += page) {
    const places = Array.from({ length: Math.min(page, prepared.rows - from) }, (_, at) => from + at);
    for (const { cells } of preparedRecordsAt(db, prepared, positions, places)) yield [...cells];
  }
}
