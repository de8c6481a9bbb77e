// What a step makes of one cell. Pure: the figures that a step takes from its column (a median, say) are settled before.
import type { RecordedStep } from '../../../shared/model/step.ts';
import { isMeasured, type Field } from '../../../shared/model/source.ts';
import { parseBoolean, parseDate, parseNumber } from '../files/index.ts';

/** How a column's text is read. */
export type Reading = Pick<Field, 'type' | 'decimal' | 'thousands' | 'dateOrder'>;

const CELL_KINDS = [
  'trim',
  'changeCase',
  'mergeValues',
  'fillMissing',
  'setMissing',
  'capOutliers',
  'parseAgain',
] as const;
export type CellStep = Extract<RecordedStep, { kind: (typeof CELL_KINDS)[number] }>;
export type RecordStep = Exclude<RecordedStep, CellStep>;
/** A step on cells with nothing left to find out; `value` null = the column had nothing to fill with. */
export type SettledStep =
  | Exclude<CellStep, { kind: 'fillMissing' }>
  | { readonly kind: 'fillMissing'; readonly position: number; readonly value: string | null };

/** null = missing, both ways. */
export type CellFix = (cell: string | null) => string | null;

export const isCellStep = (step: RecordedStep): step is CellStep =>
  (CELL_KINDS as readonly string[]).includes(step.kind);

/** The cell's value as a number (dates: milliseconds since 1970; yes/no: 1/0); NaN when missing, unreadable or text. */
export function valueOf(cell: string | null, reading: Reading): number {
  if (cell === null) return NaN;
  switch (reading.type) {
    case 'number':
    case 'money':
      return parseNumber(cell, reading) ?? NaN;
    case 'date':
      return parseDate(cell, reading.dateOrder) ?? NaN;
    case 'boolean': {
      const answer = parseBoolean(cell);
      return answer === true ? 1 : answer === false ? 0 : NaN;
    }
    default:
      return NaN;
  }
}

/** Text that `valueOf` reads as this value: dates year first, which every date order reads. */
export function textOf(value: number, reading: Reading): string {
  if (reading.type !== 'date') return String(value).replace('.', reading.decimal);
  const iso = new Date(Math.round(value)).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

const SPACES = /[\s\u200B\uFEFF]+/gu;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;

const trimmed = (cell: string): string | null => cell.replace(SPACES, ' ').trim() || null;

function inCase(cell: string, to: 'lower' | 'upper' | 'title' | 'sentence'): string {
  if (to === 'upper') return cell.toUpperCase();
  const lower = cell.toLowerCase();
  if (to === 'lower') return lower;
  const capital = (word: string): string => {
    const [first = ''] = word;
    return first.toUpperCase() + word.slice(first.length);
  };
  return to === 'title' ? lower.replace(WORD, capital) : lower.replace(/\p{L}.*/su, capital);
}

function merging({ groups }: Extract<CellStep, { kind: 'mergeValues' }>): CellFix {
  const into = new Map(groups.flatMap((group) => group.from.map((from) => [from.trim(), group.into])));
  return (cell) => (cell === null ? null : (into.get(cell.trim()) ?? cell));
}

function missing(step: Extract<CellStep, { kind: 'setMissing' }>, reading: Reading): CellFix {
  const words = new Set(step.values?.map((value) => value.trim()));
  const values = new Set(
    step.values?.map((value) => valueOf(value, reading)).filter((v) => !Number.isNaN(v)),
  );
  const { below = -Infinity, above = Infinity } = step;
  return (cell) => {
    if (cell === null || words.has(cell.trim())) return null;
    const value = valueOf(cell, reading);
    return values.has(value) || (isMeasured(reading) && (value < below || value > above)) ? null : cell;
  };
}

function capping(step: Extract<CellStep, { kind: 'capOutliers' }>, reading: Reading): CellFix {
  const { below = -Infinity, above = Infinity } = step;
  return (cell) => {
    const value = isMeasured(reading) ? valueOf(cell, reading) : NaN;
    return value < below ? textOf(below, reading) : value > above ? textOf(above, reading) : cell;
  };
}

/** Text and categories are read as they stand; anything else must have a value. */
function reading(as: Reading): CellFix {
  if (as.type === 'text' || as.type === 'category') return (cell) => cell;
  return (cell) => (Number.isNaN(valueOf(cell, as)) ? null : cell);
}

/** @param as how the column is read once all its steps are done (see `readingsOf`) */
export function cellFix(step: SettledStep, as: Reading): CellFix {
  switch (step.kind) {
    case 'trim':
      return (cell) => (cell === null ? null : trimmed(cell));
    case 'changeCase':
      return (cell) => (cell === null ? null : inCase(cell, step.to));
    case 'mergeValues':
      return merging(step);
    case 'fillMissing':
      return (cell) => cell ?? step.value;
    case 'setMissing':
      return missing(step, as);
    case 'capOutliers':
      return capping(step, as);
    case 'parseAgain':
      return reading(as);
  }
}

/**
 * The fields as the steps read them. How a column is read holds for all its steps whatever their order, so that a
 * limit and a median mean the same before and after.
 */
export function readFieldsAs(fields: readonly Field[], steps: readonly RecordedStep[]): Field[] {
  return fields.map((field) => {
    let as = field;
    for (const step of steps) {
      if (step.kind !== 'parseAgain' || step.position !== field.position) continue;
      const { decimal, thousands, dateOrder, type } = step;
      as = {
        ...as,
        ...(decimal === undefined ? {} : { decimal }),
        ...(thousands === undefined ? {} : { thousands }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(type === undefined ? {} : { type }),
      };
    }
    return as;
  });
}
