// Works out what a source's steps come to on the snapshot in use: which records count, what becomes of the cells, and
// how many records each step touches. Reads only; `yield` between steps so that a job can report and be stopped.
import type { Field, Source } from '../../../shared/model/source.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import type { ReadDb } from '../db/open.ts';
import { readPlaces } from '../db/records.ts';
import type { StoredRecord } from '../db/records.ts';
import { filePlaces } from '../db/sources.ts';
import { cellFix, isCellStep, readFieldsAs, textOf, valueOf } from './cellFix.ts';
import type { CellStep, RecordStep, SettledStep } from './cellFix.ts';
import { applyFix, countCodes, loadColumn, medianText, modeText } from './codedColumn.ts';
import type { CodedColumn, Effect } from './codedColumn.ts';
import { checkCorrection } from './corrections.ts';
import {
  EVERYTHING,
  groupPlaces,
  keepPlaces,
  lastKnown,
  onePerGroup,
  rowsOf,
  sizeOf,
} from './recordChoice.ts';
import type { Choice } from './recordChoice.ts';

export interface Resolved {
  /** As the steps read them. */
  readonly fields: readonly Field[];
  /** Records of the import; a corrected one is numbered after them. */
  readonly loaded: number;
  readonly corrected: readonly StoredRecord[];
  readonly choice: Choice;
  readonly fixes: readonly SettledStep[];
  /** One per step, in their order. */
  readonly effects: readonly Effect[];
  /** Columns that a step looked at, with the fixes applied. */
  readonly columns: ReadonlyMap<number, CodedColumn>;
}

const NOTHING: Effect = { touched: 0, examples: [] };

class Workbench {
  readonly fields: readonly Field[];
  readonly corrected: StoredRecord[] = [];
  readonly columns = new Map<number, CodedColumn>();
  readonly fixes: SettledStep[] = [];
  choice: Choice = EVERYTHING;
  readonly #db: ReadDb;
  readonly #source: Source;
  readonly #original: ReadonlyMap<number, Field>;
  readonly #accepted = new Set<RecordedStep>();

  constructor(db: ReadDb, source: Source, steps: readonly RecordedStep[]) {
    this.#db = db;
    this.#source = source;
    this.#original = new Map(source.fields.map((field) => [field.position, field]));
    this.fields = readFieldsAs(source.fields, steps);
    const places = filePlaces(db, source.runId);
    for (const step of steps) {
      if (step.kind !== 'correctRecord' || step.runId !== source.runId) continue;
      const { stored } = checkCorrection(db, source.fields, places, step);
      if (!stored) continue;
      this.corrected.push(stored);
      this.#accepted.add(step);
    }
  }

  get base(): number {
    return this.#source.records.loaded + this.corrected.length;
  }

  column(position: number): CodedColumn {
    const known = this.columns.get(position);
    if (known) return known;
    const at = this.fields.findIndex((field) => field.position === position);
    const { runId, records } = this.#source;
    const corrected = this.corrected.map(({ cells }) => cells[at] ?? null);
    const made = loadColumn(this.#db, runId, records.loaded, position, corrected);
    this.columns.set(position, made);
    return made;
  }

  apply(step: RecordedStep): Effect {
    return isCellStep(step) ? this.#fixCells(step) : this.#chooseRecords(step);
  }

  #fixCells(step: CellStep): Effect {
    const { position } = step;
    const as = this.fields.find((field) => field.position === position);
    const was = this.#original.get(position);
    if (!as || !was) return NOTHING;
    const column = this.column(position);
    const counts = countCodes(column, rowsOf(this.choice, position));
    const settled = this.#settle(step, column, counts, as);
    this.fixes.push(settled);
    const reread = (from: string | null, to: string | null): string | null =>
      to === null || Object.is(valueOf(from, was), valueOf(to, as)) ? to : textOf(valueOf(to, as), as);
    const applied = applyFix(
      column,
      counts,
      cellFix(settled, as),
      step.kind === 'parseAgain' ? reread : undefined,
    );
    this.columns.set(position, applied.column);
    return applied.effect;
  }

  #settle(step: CellStep, column: CodedColumn, counts: Float64Array, as: Field): SettledStep {
    if (step.kind !== 'fillMissing') return step;
    const { kind, position, with: filling } = step;
    if (filling === 'median') return { kind, position, value: medianText(column, counts, as) };
    if (filling === 'mode') return { kind, position, value: modeText(column, counts) };
    const value = 'number' in filling ? textOf(filling.number, as) : filling.value;
    return { kind, position, value };
  }

  #chooseRecords(step: RecordStep): Effect {
    switch (step.kind) {
      case 'correctRecord': {
        const touched = this.#accepted.has(step) ? 1 : 0;
        return { touched, examples: [] };
      }
      case 'excludeRecords':
        return 'records' in step.where
          ? this.#excludeNumbered(step.where.runId, new Set(step.where.records))
          : this.#excludeValues(step.where.position, step.where.values);
      case 'keepOne':
        return this.#keepOne(step.position, step.keep);
    }
  }

  #keep(keep: (place: number) => boolean): number {
    const before = sizeOf(this.choice, this.base);
    this.choice = keepPlaces(this.choice, this.base, keep);
    return before - sizeOf(this.choice, this.base);
  }

  #excludeNumbered(runId: number, records: ReadonlySet<number>): Effect {
    if (runId !== this.#source.runId) return NOTHING;
    const { loaded } = this.#source.records;
    const places = readPlaces(this.#db, runId).records;
    const rows = this.choice.rows;
    const numberOf = (row: number): number =>
      (row < loaded ? places[row] : this.corrected[row - loaded]?.record) ?? 0;
    return { touched: this.#keep((place) => !records.has(numberOf(rows?.[place] ?? place))), examples: [] };
  }

  #excludeValues(position: number, values: readonly string[]): Effect {
    const { codes, words } = this.column(position);
    const wanted = new Set(values.map((value) => value.trim()));
    const out = words.map((word) => wanted.has(word?.trim() ?? ''));
    const rows = rowsOf(this.choice, position);
    const counts = countCodes({ codes, words }, rows);
    const examples = words
      .map((from, code) => ({ from, to: null, count: out[code] ? (counts[code] ?? 0) : 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, 12);
    return { touched: this.#keep((place) => !out[codes[rows?.[place] ?? place] ?? 0]), examples };
  }

  #keepOne(position: number, keep: 'first' | 'last' | 'merge'): Effect {
    const { codes, words } = this.column(position);
    const rows = rowsOf(this.choice, position);
    const size = sizeOf(this.choice, this.base);
    const wordAt = (place: number): string | null => words[codes[rows?.[place] ?? place] ?? 0] ?? null;
    const { groups, count } = groupPlaces(Array.from({ length: size }, (_, place) => wordAt(place)));
    const alone = groups.reduce((sum, group) => sum + (group < 0 ? 1 : 0), 0);
    if (keep === 'merge' && count + alone < size) this.#mergeCells(groups, count);
    const kept = onePerGroup(groups, count, keep === 'first' ? 'first' : 'last');
    const sizes = new Map<string, number>();
    for (const [place, group] of groups.entries()) {
      const key = wordAt(place)?.trim() ?? '';
      if (group >= 0) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    const examples = [...sizes]
      .filter(([, many]) => many > 1)
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([key, many]) => ({ from: key, to: key, count: many }));
    return { touched: this.#keep((place) => kept[place] === 1), examples };
  }

  /** Before the choice is made, each place takes the last cell that its group knows. */
  #mergeCells(groups: Int32Array, count: number): void {
    const own = new Map(this.choice.own);
    for (const { position } of this.fields) {
      const { codes, words } = this.column(position);
      const isPresent = (row: number): boolean => words[codes[row] ?? 0] != null;
      const taken = lastKnown(groups, count, rowsOf(this.choice, position), isPresent);
      if (taken) own.set(position, taken);
    }
    this.choice = { rows: this.choice.rows, own };
  }
}

/** @param steps those of the source, in order; perhaps with one more to see what it would do */
export function* resolveSteps(
  db: ReadDb,
  source: Source,
  steps: readonly RecordedStep[],
): Generator<number, Resolved> {
  const bench = new Workbench(db, source, steps);
  const effects: Effect[] = [];
  for (const [at, step] of steps.entries()) {
    effects.push(bench.apply(step));
    yield (at + 1) / steps.length;
  }
  const { fields, corrected, choice, fixes, columns } = bench;
  return { fields, loaded: source.records.loaded, corrected, choice, fixes, effects, columns };
}
