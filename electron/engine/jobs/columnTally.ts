// Counts over a file's columns in bounded memory: missing, different values up to a bound, an even sample for the bars.
import type { CheckedColumn } from '../../../shared/model/check.ts';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import { barsOfValues } from '../files/index.ts';

/** Different values kept over all columns together: some 30 MB of short texts. */
const DISTINCT_TOTAL = 400_000;
const DISTINCT_PER_COLUMN = 50_000;
/** Values that a histogram is drawn from; beyond, every second of them stays and every second further is taken. */
const SAMPLE_TOTAL = 200_000;
const SAMPLE_PER_COLUMN = 10_000;

export interface ColumnTally {
  /** Cells of an accepted record, in the order of the columns. */
  readonly push: (cells: readonly (string | null)[]) => void;
  /** A record rejected because of the named column. */
  readonly reject: (name: string) => void;
  readonly columns: () => CheckedColumn[];
}

class Column {
  readonly mapping: ColumnMapping;
  readonly #mostDistinct: number;
  readonly #mostSampled: number;
  readonly #distinct = new Map<string, number>();
  #sample: string[] = [];
  #stride = 1;
  #filled = 0;
  missing = 0;
  invalid = 0;
  #more = false;

  constructor(mapping: ColumnMapping, mostDistinct: number, mostSampled: number) {
    this.mapping = mapping;
    this.#mostDistinct = mostDistinct;
    this.#mostSampled = mostSampled;
  }

  push(cell: string | null): void {
    if (cell === null) {
      this.missing++;
      return;
    }
    const seen = this.#distinct.get(cell);
    if (seen !== undefined) this.#distinct.set(cell, seen + 1);
    else if (this.#distinct.size < this.#mostDistinct) this.#distinct.set(cell, 1);
    else this.#more = true;
    if (this.#filled++ % this.#stride === 0) this.#take(cell);
  }

  #take(cell: string): void {
    this.#sample.push(cell);
    if (this.#sample.length < this.#mostSampled) return;
    this.#sample = this.#sample.filter((_cell, at) => at % 2 === 0);
    this.#stride *= 2;
  }

  result(): CheckedColumn {
    const { position, type } = this.mapping;
    const drawn = barsOfValues({ values: this.#sample, distinct: this.#distinct }, type, this.mapping);
    const sampled = type === 'number' || type === 'money' || type === 'date';
    const bars = sampled ? drawn.map((bar) => ({ ...bar, count: bar.count * this.#stride })) : drawn;
    const distinct = this.#distinct.size;
    return {
      position,
      missing: this.missing,
      distinct,
      distinctAtLeast: this.#more,
      invalid: this.invalid,
      bars,
    };
  }
}

/** One tally per column. */
export function createColumnTally(columns: readonly ColumnMapping[]): ColumnTally {
  const share = (total: number, most: number): number =>
    Math.max(64, Math.min(most, Math.floor(total / Math.max(1, columns.length))));
  const mostDistinct = share(DISTINCT_TOTAL, DISTINCT_PER_COLUMN);
  const mostSampled = share(SAMPLE_TOTAL, SAMPLE_PER_COLUMN);
  const tallies = columns.map((mapping) => new Column(mapping, mostDistinct, mostSampled));
  const byName = new Map(tallies.map((one) => [one.mapping.name, one]));
  return {
    push: (cells) => {
      for (let i = 0; i < tallies.length; i++) tallies[i]?.push(cells[i] ?? null);
    },
    reject: (name) => {
      const one = byName.get(name);
      if (one) one.invalid++;
    },
    columns: () => tallies.map((one) => one.result()),
  };
}
