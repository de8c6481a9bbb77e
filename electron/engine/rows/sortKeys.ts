// What a column sorts by: numbers by value, texts by the rank of their spelling among all spellings of the column.
import type { Field } from '../../../shared/model/source.ts';
import type { ViewColumns } from './columnValues.ts';

/** Above this many spellings the language's own collation would take seconds. */
const COLLATED = 20_000;

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/**
 * Spellings in order. Up to 20,000 of them by the language's collation (numbers inside texts by value); more by the
 * text without accents and case, which differs only where a language has letters of its own.
 */
export function orderTexts(texts: readonly string[], locale: string): string[] {
  if (texts.length <= COLLATED) {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return texts.toSorted((a, b) => compare(a, b) || (a < b ? -1 : 1));
  }
  const keyed = texts.map((text) => [unaccented(text), text] as const);
  keyed.sort(([a, rawA], [b, rawB]) => (a < b ? -1 : a > b ? 1 : rawA < rawB ? -1 : 1));
  return keyed.map(([, text]) => text);
}

/** One key per record, to be compared as numbers; NaN = missing. */
export function sortKeys(columns: ViewColumns, field: Field, locale: string): Float64Array {
  const values = columns.values(field);
  if (values) return values;
  const codes = new Float64Array(columns.rows);
  const numbers = new Map<string, number>();
  columns.eachText(field, (text, row) => {
    if (text === null) {
      codes[row] = NaN;
      return;
    }
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    codes[row] = number;
  });
  const ranks = new Float64Array(numbers.size);
  for (const [rank, text] of orderTexts([...numbers.keys()], locale).entries())
    ranks[numbers.get(text) as number] = rank;
  return codes.map((code) => (Number.isNaN(code) ? NaN : (ranks[code] as number)));
}
