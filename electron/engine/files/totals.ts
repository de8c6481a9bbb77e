// Totals rows: what says that it sums up the others, by a word or because its figures are the columns' sums.
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { type NumberStyle, parseNumber } from './values/number.ts';

const TOTALS =
  /^(?:grand\s+|sub\s*-?)?(?:total(?:s|es|is)?|итоги?|итого|всего|сумма|suma|soma|sum|summe|gesamt(?:summe|betrag)?|insgesamt|somme)(?:\s+(?:geral|general|gerais|generals?|total|по\s.{1,20}|\(.{1,20}\)))?\s*:?$|^общий итог:?$/i;
const LONGEST_WORD = 40;
const SEARCHED_CELLS = 3;

/** True when one of the first filled cells of a record says that it sums up the others. */
export function isTotalsRow(cells: readonly string[]): boolean {
  let filled = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (text.length < LONGEST_WORD && TOTALS.test(text)) return true;
    if (++filled === SEARCHED_CELLS) return false;
  }
  return false;
}

interface Summed {
  readonly position: number;
  readonly style: NumberStyle;
  sum: number;
  count: number;
}

/** Adds up the columns of numbers of a table while its records pass by. */
export class ColumnSums {
  readonly #numbers: readonly Summed[];
  readonly #others: readonly number[];
  #records = 0;

  constructor(columns: readonly ColumnMapping[]) {
    const isNumber = ({ type }: ColumnMapping): boolean => type === 'number' || type === 'money';
    this.#numbers = columns.filter(isNumber).map(({ position, decimal, thousands }) => ({
      position,
      style: { decimal, thousands },
      sum: 0,
      count: 0,
    }));
    this.#others = columns.filter((column) => !isNumber(column)).map(({ position }) => position);
  }

  add(cells: readonly string[]): void {
    this.#records++;
    for (const column of this.#numbers) {
      const value = parseNumber(cells[column.position] ?? '', column.style);
      if (typeof value !== 'number') continue;
      column.sum += value;
      column.count++;
    }
  }

  /** How many columns' sums the record states, to the cent. */
  matches(cells: readonly string[]): number {
    let matches = 0;
    for (const { position, style, sum, count } of this.#numbers) {
      const value = parseNumber(cells[position] ?? '', style);
      if (typeof value !== 'number' || value === 0 || count < 2) continue;
      if (Math.abs(value - sum) <= 0.005 + Math.abs(sum) * 1e-9) matches++;
    }
    return matches;
  }

  /** A record that sums up the others without saying so: figures only, and at least half of them are the sums. */
  isSum(cells: readonly string[]): boolean {
    if (this.#records < 3 || this.#others.length === 0) return false;
    if (this.#others.some((position) => (cells[position] ?? '').trim() !== '')) return false;
    const filled = this.#numbers.filter(({ position }) => (cells[position] ?? '').trim() !== '').length;
    const matches = this.matches(cells);
    return matches > 0 && matches * 2 >= filled;
  }
}
