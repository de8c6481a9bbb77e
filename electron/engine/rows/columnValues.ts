// What views compare: a column's typed values where the import kept them, otherwise its texts.
import type { Field } from '../../../shared/model/source.ts';

/** A column as numbers, one per record; NaN = missing. */
export type Values = Float64Array;

/** A source's columns as a view needs them; both read the whole column, whatever its size. */
export interface ViewColumns {
  readonly rows: number;
  readonly fields: readonly Field[];
  /** Numbers, dates (epoch ms) and booleans (0, 1); null for columns of text. */
  readonly values: (field: Field) => Values | null;
  /** Calls back for each record in order; null = missing. */
  readonly eachText: (field: Field, take: (text: string | null, row: number) => void) => void;
  /** Marks the records with a cell that contains the text, given in lower case. */
  readonly search: (lower: string, mark: Uint8Array) => void;
}

const MEASURED: readonly Field['type'][] = ['number', 'money', 'date', 'boolean'];
export const isMeasured = (field: Field): boolean => MEASURED.includes(field.type);
