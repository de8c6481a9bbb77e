// A fix while it is being chosen: column, kind and what it needs, and the step that they make.
import { isMeasured, isNumeric, type Field } from '../../../../shared/model/source.ts';
import type { RecordedStep } from '../../../../shared/model/step.ts';
import type { TypedNumbers } from '../../../ui/index.ts';

const TEXTUAL = ['trim', 'lower', 'upper', 'title', 'sentence'] as const;
const MEASURED = ['missingBeyond', 'cap'] as const;
const ANY = ['fillMode', 'fillValue', 'missingValue', 'leaveOut'] as const;
const REPEATED = ['keepFirst', 'keepLast', 'keepMerged'] as const;
const DATES = ['dayFirst', 'monthFirst'] as const;
const NUMBERS = ['decimalPoint', 'decimalComma'] as const;

export type StepChoice =
  | 'fillMedian'
  | (typeof TEXTUAL | typeof MEASURED | typeof ANY | typeof REPEATED | typeof DATES | typeof NUMBERS)[number];

/** What can be done with a column. Repeated values are for columns of keys. */
export function choicesFor(field: Field): readonly StepChoice[] {
  const measured = isMeasured(field);
  return [
    ...(measured || field.type === 'boolean' ? [] : TEXTUAL),
    ...(measured ? (['fillMedian', ...MEASURED] as const) : []),
    ...ANY,
    ...(isNumeric(field) ? NUMBERS : []),
    ...(field.type === 'date' ? DATES : []),
    ...(field.role === 'customerKey' || field.role === 'orderKey' ? REPEATED : []),
  ];
}

export interface StepDraft {
  readonly position: number;
  readonly choice: StepChoice;
  readonly value: string;
  /** Numbers as typed, dates as yyyy-mm-dd; '' = no limit. */
  readonly below: string;
  readonly above: string;
}

export const needsValue = (choice: StepChoice): boolean =>
  choice === 'fillValue' || choice === 'missingValue' || choice === 'leaveOut';
export const needsLimits = (choice: StepChoice): boolean => choice === 'missingBeyond' || choice === 'cap';

/** Undefined for an empty field, null for what cannot be read. */
export function limitOf(text: string, field: Field, { read }: TypedNumbers): number | null | undefined {
  if (text.trim() === '') return undefined;
  if (field.type !== 'date') return read(text);
  const day = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(day) ? null : day;
}

function limitsOf(
  draft: StepDraft,
  field: Field,
  numbers: TypedNumbers,
): { below?: number; above?: number } | null {
  const below = limitOf(draft.below, field, numbers);
  const above = limitOf(draft.above, field, numbers);
  if (below === null || above === null || (below === undefined && above === undefined)) return null;
  return { ...(below === undefined ? {} : { below }), ...(above === undefined ? {} : { above }) };
}

function fillingOf(text: string, field: Field, numbers: TypedNumbers): RecordedStep | null {
  const { position } = field;
  if (!isMeasured(field))
    return text.trim() === '' ? null : { kind: 'fillMissing', position, with: { value: text.trim() } };
  const number = limitOf(text, field, numbers);
  return typeof number === 'number' ? { kind: 'fillMissing', position, with: { number } } : null;
}

/** Null while something is missing. */
export function stepOf(draft: StepDraft, field: Field, numbers: TypedNumbers): RecordedStep | null {
  const { position, choice, value } = draft;
  const limits = limitsOf(draft, field, numbers);
  switch (choice) {
    case 'trim':
      return { kind: 'trim', position };
    case 'lower':
    case 'upper':
    case 'title':
    case 'sentence':
      return { kind: 'changeCase', position, to: choice };
    case 'fillMedian':
      return { kind: 'fillMissing', position, with: 'median' };
    case 'fillMode':
      return { kind: 'fillMissing', position, with: 'mode' };
    case 'fillValue':
      return fillingOf(value, field, numbers);
    case 'missingValue':
      return value.trim() === '' ? null : { kind: 'setMissing', position, values: [value.trim()] };
    case 'missingBeyond':
      return limits && { kind: 'setMissing', position, ...limits };
    case 'cap':
      return limits && { kind: 'capOutliers', position, ...limits };
    case 'leaveOut':
      return { kind: 'excludeRecords', where: { position, values: [value.trim()] } };
    case 'keepFirst':
    case 'keepLast':
      return { kind: 'keepOne', position, keep: choice === 'keepFirst' ? 'first' : 'last' };
    case 'keepMerged':
      return { kind: 'keepOne', position, keep: 'merge' };
    case 'dayFirst':
    case 'monthFirst':
      return { kind: 'parseAgain', position, dateOrder: choice === 'dayFirst' ? 'dmy' : 'mdy' };
    case 'decimalPoint':
      return { kind: 'parseAgain', position, decimal: '.', thousands: ',' };
    case 'decimalComma':
      return { kind: 'parseAgain', position, decimal: ',', thousands: '.' };
  }
}
