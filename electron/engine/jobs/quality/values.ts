// Values that cannot be, or that stand apart from the rest of their column.
import type { Bar, Finding } from '../../../../shared/model/quality.ts';
import { isNumeric, type Field } from '../../../../shared/model/source.ts';
import { outlierLimits } from '../../analysis/quality/outliers.ts';
import type { OutlierLimits } from '../../analysis/quality/outliers.ts';
import {
  countValues,
  isHeaped,
  mixedUnits,
  suspectedDefaults,
  whippleIndex,
} from '../../analysis/quality/repeated.ts';
import { sortedFinite } from '../../analysis/stats.ts';
import { about, dayOf, isAge, isBirthDate, isBirthYear, isFeature, textsWhere, touching } from './table.ts';
import type { CheckedTable } from './table.ts';

const YEAR_MS = 365.2425 * 86_400_000;
/** Older than the oldest customer that a shop can count on. */
const OLDEST_AGE = 110;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const USUAL_DATES = new Set(
  [
    '1899-12-30',
    '1899-12-31',
    '1900-01-01',
    '1901-01-01',
    '1904-01-01',
    '1970-01-01',
    '1980-01-01',
    '1753-01-01',
  ].map(day),
);
const USUAL_NUMBERS = new Set([
  -1, -9, -99, -999, -9999, 99, 999, 9999, 99_999, 999_999, 9_999_999, 1111, 11_111,
]);
const USUAL_YEARS = new Set([1900, 1901, 1970, 9999]);

interface Column {
  readonly table: CheckedTable;
  readonly field: Field;
  readonly values: Float64Array;
}

/** The day the data speak of: of its newest line, else of the import. */
const seenMs = ({ asOf, importedAt }: CheckedTable['source']): number => Date.parse(asOf ?? importedAt);

function countWhere(values: Float64Array, fits: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (fits(value)) count++;
  return count;
}

const examplesWhere = ({ table, field, values }: Column, fits: (value: number) => boolean) =>
  textsWhere(table, field, (row) => fits(values[row] ?? NaN));

/** Prices end in 99 and sums are round: of money no value is suspect. */
function usualFor(field: Field): ReadonlySet<number> {
  if (field.type === 'date') return USUAL_DATES;
  if (field.type === 'money' || !isFeature(field)) return new Set();
  return isBirthYear(field) ? USUAL_YEARS : USUAL_NUMBERS;
}

/** @returns the suspected default's values too: other checks leave them aside */
function checkDefaults(
  column: Column,
  sorted: Float64Array,
): { found: Finding[]; defaults: ReadonlySet<number> } {
  const { table, field } = column;
  const counts = countValues(sorted);
  const suspects = suspectedDefaults(counts, usualFor(field)).filter(
    // The end of a column proves something only where people are born, not where sums are capped.
    ({ value }) => usualFor(field).has(value) || isBirthDate(field) || isBirthYear(field),
  );
  const defaults = new Set(suspects.map(({ value }) => value));
  if (suspects.length === 0) return { found: [], defaults };
  const texts = examplesWhere(column, (value) => defaults.has(value));
  const count = suspects.reduce((sum, one) => sum + one.count, 0);
  const first = suspects[0] as { value: number };
  const found = about(table, field, 'defaultValue', 'accurate', 'should', {
    args: {
      value: field.type === 'date' ? dayOf(first.value) : first.value,
      isDate: field.type === 'date' ? 'yes' : 'no',
      count,
    },
    touches: touching(table, count),
    examples: isBirthDate(field) ? [] : texts,
    fix: {
      kind: 'step',
      sourceId: table.source.id,
      step: { kind: 'setMissing', position: field.position, values: texts.map(({ word }) => word) },
    },
  });
  return { found: [found], defaults };
}

/** Ages of a column of births or ages, in years at the time of the import. */
function ageOf(field: Field, importedMs: number): ((value: number) => number) | null {
  if (isBirthDate(field)) return (value) => (importedMs - value) / YEAR_MS;
  if (isBirthYear(field)) return (value) => new Date(importedMs).getUTCFullYear() - value;
  return isAge(field) ? (value) => value : null;
}

/** What lies below or above is set to missing: by the same limits as the check, so the next snapshot is judged alike. */
function possible(field: Field, importedMs: number): { below: number; above: number } {
  if (isBirthDate(field)) return { below: importedMs - OLDEST_AGE * YEAR_MS, above: importedMs };
  const year = new Date(importedMs).getUTCFullYear();
  return isBirthYear(field) ? { below: year - OLDEST_AGE, above: year } : { below: 0, above: OLDEST_AGE };
}

/** Of a date of birth only the year is shown. */
function yearsOf(field: Field, values: Float64Array, fits: (value: number) => boolean) {
  const shown = values
    .filter(fits)
    .map((value) => (isBirthDate(field) ? new Date(value).getUTCFullYear() : value));
  return countValues(shown.sort()).map(({ value, count }) => ({ word: String(value), count }));
}

function checkBirths({ table, field, values }: Column, defaults: ReadonlySet<number>): Finding[] {
  const age = ageOf(field, seenMs(table.source));
  if (!age) return [];
  const impossible = (value: number): boolean =>
    !defaults.has(value) && (age(value) > OLDEST_AGE || age(value) < 0);
  const count = countWhere(values, impossible);
  const limits = possible(field, seenMs(table.source));
  const found = about(table, field, 'impossibleBirth', 'accurate', count > 0 ? 'should' : 'passed', {
    args: { count, oldest: OLDEST_AGE },
    touches: touching(table, count),
    examples: yearsOf(field, values, impossible),
    fix:
      count === 0
        ? null
        : {
            kind: 'step',
            sourceId: table.source.id,
            step: { kind: 'setMissing', position: field.position, ...limits },
          },
  });
  const index = isAge(field) ? whippleIndex(values) : null;
  return index === null || !isHeaped(index)
    ? [found]
    : [
        found,
        about(table, field, 'roundedAges', 'accurate', 'know', {
          args: { index },
          touches: touching(
            table,
            countWhere(values, (value) => value % 5 === 0),
          ),
        }),
      ];
}

const BARS = 40;

/** Bars over the part of the column that can be seen: up to twice the limits. */
function barsOf(sorted: Float64Array, { low, high, scale }: OutlierLimits): Bar[] {
  const to = (value: number): number => (scale === 'log' ? Math.log10(value) : value);
  const back = (value: number): number => (scale === 'log' ? 10 ** value : value);
  const kept = scale === 'log' ? sorted.filter((value) => value > 0) : sorted;
  const [from, until] = [to(kept[0] ?? 1), to(kept.at(-1) ?? 1)];
  const reach = to(high) - to(low);
  const [left, right] = [Math.max(from, to(low) - reach), Math.min(until, to(high) + reach)];
  const width = (right - left) / BARS;
  if (!(width > 0)) return [];
  const counts = new Array<number>(BARS).fill(0);
  for (const value of kept) {
    const bin = Math.floor((to(value) - left) / width);
    counts[Math.min(BARS - 1, Math.max(0, bin))]! += 1;
  }
  return counts.map((count, bin) => ({
    from: back(left + bin * width),
    to: back(left + (bin + 1) * width),
    count,
  }));
}

/** More than this share lies outside: a long tail, which is no error. */
const MOST_OUTLIERS = 0.02;
/** As far again from the middle as the limit is: such a value moves a mean. */
const FAR = 2;

/** Whether the farthest value lies more than twice as far from the middle as its limit, on the scale that is judged by. */
function reachesFar({ low, high, median, scale }: OutlierLimits, least: number, greatest: number): boolean {
  const on = (value: number): number =>
    scale === 'log' ? Math.log(Math.max(value, Number.MIN_VALUE)) : value;
  const middle = on(median);
  return (
    on(greatest) - middle > FAR * (on(high) - middle) ||
    (least > 0 && middle - on(least) > FAR * (middle - on(low)))
  );
}

function checkOutliers(
  { table, field, values }: Column,
  sorted: Float64Array,
  defaults: ReadonlySet<number>,
): Finding[] {
  const limits = outlierLimits(defaults.size === 0 ? values : values.filter((value) => !defaults.has(value)));
  if (!limits) return [];
  const { low, high, below, above, scale } = limits;
  const count = below + above;
  if (count === 0 || count > MOST_OUTLIERS * sorted.length)
    return [about(table, field, 'outliers', 'accurate', 'passed')];
  const outside = sorted.filter((value) => (value < low && (scale === 'plain' || value > 0)) || value > high);
  const [least, greatest] = [outside[0] ?? 0, outside.at(-1) ?? 0];
  const far = isFeature(field) && reachesFar(limits, least, greatest);
  const side = below === 0 ? 'above' : above === 0 ? 'below' : 'both';
  const fix: Finding['fix'] = {
    kind: 'cap',
    sourceId: table.source.id,
    position: field.position,
    low: below > 0 ? low : null,
    high: above > 0 ? high : null,
    bars: barsOf(sorted, limits),
  };
  return [
    about(table, field, 'outliers', 'accurate', far ? 'should' : 'know', {
      args: { count, low, high, scale, side, greatest, least },
      touches: touching(table, count),
      examples: [...countValues(outside)]
        .toReversed()
        .map(({ value, count: times }) => ({ word: String(value), count: times })),
      fix: isFeature(field) ? fix : null,
    }),
  ];
}

function checkUnits({ table, field }: Column, sorted: Float64Array): Finding[] {
  const mixed =
    field.type === 'money' || field.role === 'amount' || field.role === 'unitPrice'
      ? mixedUnits(sorted)
      : null;
  if (!mixed) return [];
  return [
    about(table, field, 'mixedUnits', 'accurate', 'must', {
      args: { factor: mixed.factor, border: mixed.border, count: mixed.count },
      touches: touching(table, mixed.count),
    }),
  ];
}

function checkFuture(column: Column): Finding[] {
  const { table, field, values } = column;
  if (field.type !== 'date' || isBirthDate(field)) return [];
  const limit = Date.parse(table.source.importedAt);
  const late = (value: number): boolean => value > limit;
  const count = countWhere(values, late);
  const severity = count === 0 ? 'passed' : field.role === 'date' ? 'should' : 'know';
  return [
    about(table, field, 'futureDates', 'accurate', severity, {
      args: { count, date: dayOf(limit) },
      touches: touching(table, count),
      examples: count > 0 ? examplesWhere(column, late) : [],
    }),
  ];
}

function checkPrices({ table, field, values }: Column): Finding[] {
  if (field.role !== 'unitPrice') return [];
  const count = countWhere(values, (value) => value < 0);
  return [
    about(table, field, 'negativePrices', 'accurate', count > 0 ? 'know' : 'passed', {
      args: { count },
      touches: touching(table, count),
    }),
  ];
}

const MEASURED: readonly Field['role'][] = ['amount', 'quantity', 'unitPrice'];

/** Everything that is judged column by column from its typed values. */
export function checkValues(table: CheckedTable, field: Field): Finding[] {
  if (field.role === 'ignore') return [];
  const values = field.type === 'boolean' ? null : table.columns.values(field);
  if (!values) return [];
  const column: Column = { table, field, values };
  const sorted = sortedFinite(values);
  const guards = checkDefaults(column, sorted);
  const judged =
    isNumeric(field) && (isFeature(field) || MEASURED.includes(field.role)) && !isBirthYear(field);
  return [
    ...guards.found,
    ...checkBirths(column, guards.defaults),
    ...(judged ? checkOutliers(column, sorted, guards.defaults) : []),
    ...checkUnits(column, sorted),
    ...checkFuture(column),
    ...checkPrices(column),
  ];
}
