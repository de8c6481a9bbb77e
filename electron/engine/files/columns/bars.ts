// The small chart at the head of a column: a histogram of numbers or dates, or the commonest categories.
import type { ColumnProposal } from '../../../../shared/model/inspection.ts';
import type { FieldType } from '../../../../shared/model/source.ts';
import { parseDate } from '../values/date.ts';
import { parseNumber } from '../values/number.ts';

type Bars = ColumnProposal['bars'];
export type BarReading = Pick<ColumnProposal, 'decimal' | 'thousands' | 'dateOrder'>;

/** What is drawn: values (numbers, dates) or how often each different one occurs (categories). */
export interface BarValues {
  readonly values: readonly string[];
  readonly distinct: ReadonlyMap<string, number>;
}

const BINS = 12;
const CATEGORIES = 8;

/** @param exact writes the lowest and the highest value */
function histogram(
  values: readonly number[],
  label: (value: number) => string,
  exact: (value: number) => string = label,
): Bars {
  const [first] = values;
  if (first === undefined) return [];
  let low = first;
  let high = first;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return [{ label: exact(low), count: values.length }];
  const step = (high - low) / BINS;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / step));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    label: bin === 0 ? exact(low) : label(low + bin * step),
    count,
    ...(bin === BINS - 1 && { to: exact(high) }),
  }));
}

function numbersOf(
  { values }: BarValues,
  read: (text: string) => number | null | undefined,
): readonly number[] {
  return values.map(read).filter((value): value is number => typeof value === 'number');
}

/**
 * Bars for a column of the given type; none for free text. Labels are the lower ends of the bins, or the categories;
 * `to` of the last bin is the highest value.
 */
export function barsOfValues(profile: BarValues, type: FieldType, reading: BarReading): Bars {
  if (type === 'number' || type === 'money') {
    return histogram(
      numbersOf(profile, (text) => parseNumber(text, reading)),
      (value) => String(Number(value.toPrecision(4))),
      String,
    );
  }
  if (type === 'date') {
    const dates = numbersOf(profile, (text) => parseDate(text, reading.dateOrder));
    return histogram(dates, (value) => new Date(value).toISOString().slice(0, 10));
  }
  if (type === 'text') return [];
  return [...profile.distinct]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CATEGORIES)
    .map(([label, count]) => ({ label, count }));
}
