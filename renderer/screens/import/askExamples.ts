// A value of the file that shows why a question is open: a date that can be read in two ways, a number with one mark.
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';

export interface DateExample {
  readonly value: string;
  /** ISO dates of the two readings. */
  readonly dayFirst: string;
  readonly monthFirst: string;
}

export interface NumberExample {
  readonly value: string;
  /** The number when the mark stands before decimals, and when it groups thousands. */
  readonly decimal: number;
  readonly thousands: number;
  /** Settings of the two readings. */
  readonly asDecimal: ReadOverrides;
  readonly asThousands: ReadOverrides;
}

const DATE = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/;
const GROUPED = /^\s*(\d{1,3})([.,])(\d{3})\s*$/;

function* cellsOfType(inspection: Inspection, types: readonly string[]): Generator<string> {
  const columns = inspection.columns.flatMap((column, index) => (types.includes(column.type) ? [index] : []));
  for (const index of columns) {
    for (const { cells } of inspection.preview) if (cells[index]) yield cells[index];
    for (const example of inspection.columns[index]?.examples ?? []) yield example;
  }
}

const iso = (year: string, month: number, day: number): string =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The first date whose two readings differ; null when the preview holds none. */
export function dateExampleOf(inspection: Inspection): DateExample | null {
  for (const value of cellsOfType(inspection, ['date'])) {
    const [, first = '', second = '', year = ''] = DATE.exec(value) ?? [];
    const [a, b] = [Number(first), Number(second)];
    if (a === b || a < 1 || b < 1 || a > 12 || b > 12) continue;
    return { value: value.trim(), dayFirst: iso(year, b, a), monthFirst: iso(year, a, b) };
  }
  return null;
}

/** The first number with one mark and three digits after it; null when the preview holds none. */
export function numberExampleOf(inspection: Inspection): NumberExample | null {
  for (const value of cellsOfType(inspection, ['number', 'money'])) {
    const [, whole = '', mark, rest = ''] = GROUPED.exec(value) ?? [];
    if (mark !== '.' && mark !== ',') continue;
    const other = mark === '.' ? ',' : '.';
    return {
      value: value.trim(),
      decimal: Number(`${whole}.${rest}`),
      thousands: Number(`${whole}${rest}`),
      asDecimal: { decimal: mark, thousands: other },
      asThousands: { decimal: other, thousands: mark },
    };
  }
  return null;
}
