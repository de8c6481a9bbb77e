// Features from tables with a row per customer (the customer file, a survey): numbers, yes/no, categories, ages and
// days since a date. With several rows per customer the last one counts.
import type { Field } from '../../../../shared/model/source.ts';
import type { CustomerBase, KeyedSource } from './customers.ts';
import { eachCustomerValue } from './customers.ts';
import { categoryDraft, numberDraft } from './draft.ts';
import type { DraftFeature } from './draft.ts';
import type { ColumnParts } from './typedColumns.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365.2425 * DAY_MS;

/** Above this a category says hardly more than the key does. */
const MAX_LEVELS = 200;

/** The last known value per customer, written into `target`, which holds its own sign for missing. */
function lastKnown<T extends Float64Array | Int32Array>(
  target: T,
  keyed: KeyedSource,
  parts: ColumnParts<T>,
): T {
  const missing = target instanceof Int32Array ? -1 : NaN;
  eachCustomerValue(keyed, parts, (who, value = missing) => {
    if (!Object.is(value, missing)) target[who] = value;
  });
  return target;
}

export function valuesOf(keyed: KeyedSource, field: Field, customers: number): Float64Array | null {
  const parts = keyed.columns.valueParts(field);
  return parts && lastKnown<Float64Array>(new Float64Array(customers).fill(NaN), keyed, parts);
}

function dateDraft(field: Field, dates: Float64Array, analysisMs: number): DraftFeature {
  const born = field.pii === 'birthDate';
  const values = dates.map((date) => {
    if (Number.isNaN(date) || date > analysisMs) return NaN;
    return born ? Math.floor((analysisMs - date) / YEAR_MS) : Math.floor((analysisMs - date) / DAY_MS);
  });
  if (born) {
    return numberDraft(
      { name: 'age', label: 'age', builtIn: true, criterion: 'demographic', unit: 'years' },
      values,
    );
  }
  const criterion = field.criterion ?? 'behavioural';
  return numberDraft(
    { name: field.name, label: field.name, builtIn: false, criterion, unit: 'days' },
    values,
  );
}

function draftOf(
  keyed: KeyedSource,
  field: Field,
  customers: number,
  analysisMs: number,
): DraftFeature | null {
  const criterion = field.criterion ?? (keyed.source.kind === 'survey' ? 'psychographic' : 'demographic');
  const identity = { name: field.name, label: field.name, builtIn: false, criterion };
  if (field.type === 'category') {
    const column = keyed.columns.codes(field);
    if (!column || column.count < 2 || column.count > MAX_LEVELS) return null;
    return categoryDraft(
      identity,
      lastKnown<Int32Array>(new Int32Array(customers).fill(-1), keyed, column.parts),
      column.words,
    );
  }
  const values = valuesOf(keyed, field, customers);
  if (!values) return null;
  if (field.type === 'date') return dateDraft(field, values, analysisMs);
  const unit =
    field.type === 'money'
      ? ('money' as const)
      : field.type === 'boolean'
        ? ('share' as const)
        : ('none' as const);
  return numberDraft({ ...identity, unit }, values, {
    type: field.type === 'boolean' ? 'boolean' : 'number',
  });
}

const usable = (field: Field): boolean =>
  field.role === 'feature' ||
  field.role === 'outcome' ||
  field.role === 'amount' ||
  field.pii === 'birthDate';

/** Date of birth becomes an age: the date itself stays out of analysis. */
export function* profileDrafts(base: CustomerBase, analysisMs: number): Generator<DraftFeature> {
  for (const keyed of base.profiles) {
    for (const field of keyed.source.fields) {
      if (!usable(field) || field.role === 'ignore') continue;
      const draft = draftOf(keyed, field, base.count, analysisMs);
      if (draft) yield draft;
    }
  }
}
