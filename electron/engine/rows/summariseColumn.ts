// What a filter offers to choose from: a column's most frequent texts, or the range of its numbers.
import type { ColumnSummary } from '../../../shared/model/rowView.ts';
import type { Field } from '../../../shared/model/source.ts';
import type { ViewColumns } from './columnValues.ts';

const LISTED = 200;
const BINS = 24;

function ofNumbers(values: Float64Array): ColumnSummary {
  let [min, max, missing] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (Number.isNaN(value)) missing++;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  if (missing === values.length) return { missing, distinct: 0, texts: [], range: null };
  const bars = Array.from({ length: BINS }, () => 0);
  const width = (max - min) / BINS;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const bin = width > 0 ? Math.min(BINS - 1, Math.floor((value - min) / width)) : 0;
    bars[bin] = (bars[bin] as number) + 1;
  }
  return { missing, distinct: 0, texts: [], range: { min, max, bars } };
}

/** Numbers, dates and booleans by range with 24 equal bins; everything else by its 200 most frequent texts. */
export function summariseColumn(columns: ViewColumns, field: Field): ColumnSummary {
  const values = columns.values(field);
  if (values) return ofNumbers(values);
  const counts = new Map<string, number>();
  let missing = 0;
  columns.eachText(field, (text) => {
    if (text === null) missing++;
    else counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  const texts = [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, LISTED)
    .map(([text, count]) => ({ text, count }));
  return { missing, distinct: counts.size, texts, range: null };
}
