// Filters of a view as one mark per record.
import type { RowFilter } from '../../../shared/model/rowView.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Field } from '../../../shared/model/source.ts';
import type { ViewColumns } from './columnValues.ts';

const folded = (text: string): string => text.trim().toLowerCase();

/** Whether a cell fulfils a filter on texts. */
function textTest(filter: Exclude<RowFilter, { op: 'between' }>): (text: string | null) => boolean {
  switch (filter.op) {
    case 'missing':
      return (text) => text === null;
    case 'notMissing':
      return (text) => text !== null;
    case 'oneOf': {
      const wanted = new Set(filter.texts.map(folded));
      return (text) => text !== null && wanted.has(folded(text));
    }
    default:
      return comparison(filter.op, folded(filter.text));
  }
}

type Comparison = Extract<RowFilter, { text: string }>['op'];

function comparison(op: Comparison, wanted: string): (text: string | null) => boolean {
  const tests: Readonly<Record<Comparison, (text: string) => boolean>> = {
    is: (text) => folded(text) === wanted,
    isNot: (text) => folded(text) !== wanted,
    contains: (text) => folded(text).includes(wanted),
    notContains: (text) => !folded(text).includes(wanted),
    startsWith: (text) => folded(text).startsWith(wanted),
    endsWith: (text) => folded(text).endsWith(wanted),
  };
  const test = tests[op];
  const negative = op === 'isNot' || op === 'notContains';
  return (text) => (text === null ? negative : test(text));
}

const KNOWN_TEXTS = 4096;

/** The answer for a text that was met before is remembered: categories repeat. */
function remembering(test: (text: string | null) => boolean): (text: string | null) => boolean {
  const known = new Map<string | null, boolean>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = test(text);
      if (known.size < KNOWN_TEXTS) known.set(text, answer);
    }
    return answer;
  };
}

function markOf(columns: ViewColumns, field: Field, filter: RowFilter): Uint8Array {
  const mark = new Uint8Array(columns.rows);
  if (filter.op === 'between') {
    const values = columns.values(field);
    if (!values) throw new AppError('INPUT-INVALID');
    const from = filter.from ?? -Infinity;
    const to = filter.to ?? Infinity;
    for (let row = 0; row < columns.rows; row++) {
      const value = values[row] as number;
      if (value >= from && value <= to) mark[row] = 1;
    }
    return mark;
  }
  const test = remembering(textTest(filter));
  columns.eachText(field, (text, row) => {
    if (test(text)) mark[row] = 1;
  });
  return mark;
}

/**
 * Marks the records that fulfil all (or any) of the filters: 1 = yes. Null without filters: all of them.
 * @throws AppError FIELD-UNKNOWN; INPUT-INVALID for a range over a column of text
 */
export function filterRows(
  columns: ViewColumns,
  filters: readonly RowFilter[],
  match: 'all' | 'any',
): Uint8Array | null {
  let marks: Uint8Array | null = null;
  for (const filter of filters) {
    const field = columns.fields.find((one) => one.position === filter.position);
    if (!field) throw new AppError('FIELD-UNKNOWN');
    const mark = markOf(columns, field, filter);
    if (marks === null) marks = mark;
    else if (match === 'all') for (let row = 0; row < mark.length; row++) marks[row]! &= mark[row]!;
    else for (let row = 0; row < mark.length; row++) marks[row]! |= mark[row]!;
  }
  return marks;
}
