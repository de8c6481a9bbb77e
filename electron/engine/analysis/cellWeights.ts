// The weights of all rows while they are raked, held per cell: factor × min(base weight, ceiling). Raking multiplies a
// cell's weights by one number and the cap cuts its greatest, so no row has to be touched until the end.
import type { CellBases, RakingCells } from './rakingCells.ts';

/** Within rounding error of the cap is at the cap: otherwise trimming would chase its own tail. */
const ROUNDING = 1e-12;

export class CellWeights {
  readonly #cells: RakingCells;
  readonly #factors: Float64Array;
  readonly #ceilings: Float64Array;
  /** Sum of min(base weight, ceiling) per cell. */
  readonly #masses: Float64Array;

  private constructor(
    cells: RakingCells,
    factors: Float64Array,
    ceilings: Float64Array,
    masses: Float64Array,
  ) {
    this.#cells = cells;
    this.#factors = factors;
    this.#ceilings = ceilings;
    this.#masses = masses;
  }

  /** The base weights. */
  static of(cells: RakingCells): CellWeights {
    const size = cells.counts.length;
    const { starts, sumTo } = cells.bases;
    const masses = Float64Array.from({ length: size }, (_, cell) => sumTo[starts[cell + 1]! - 1]!);
    return new CellWeights(
      cells,
      new Float64Array(size).fill(1),
      new Float64Array(size).fill(Infinity),
      masses,
    );
  }

  copy(): CellWeights {
    return new CellWeights(this.#cells, this.#factors.slice(), this.#ceilings.slice(), this.#masses.slice());
  }

  /** Sum of the weights of a cell's rows. */
  sumOf(cell: number): number {
    return this.#factors[cell]! * this.#masses[cell]!;
  }

  get total(): number {
    let total = 0;
    for (let cell = 0; cell < this.#factors.length; cell++) total += this.sumOf(cell);
    return total;
  }

  multiply(cell: number, factor: number): void {
    this.#factors[cell]! *= factor;
  }

  /** The weight of a row of this cell. */
  weightOf(cell: number, base: number): number {
    return this.#factors[cell]! * Math.min(base, this.#ceilings[cell]!);
  }

  get greatest(): number {
    const { starts, values } = this.#cells.bases;
    let greatest = 0;
    for (let cell = 0; cell < this.#factors.length; cell++)
      greatest = Math.max(greatest, this.weightOf(cell, values[starts[cell + 1]! - 1]!));
    return greatest;
  }

  /**
   * The most by which any row's weight differs from another state of the same cells, or a little more: a cell's weights
   * are straight lines over the base weight, so they differ most where one of them bends or ends.
   */
  largestChange(other: CellWeights): number {
    const { starts, values } = this.#cells.bases;
    let most = 0;
    for (let cell = 0; cell < this.#factors.length; cell++) {
      const [least, top] = [values[starts[cell]!]!, values[starts[cell + 1]! - 1]!];
      for (const bend of [least, this.#ceilings[cell]!, other.#ceilings[cell]!, top]) {
        const base = Math.max(least, Math.min(top, bend));
        most = Math.max(most, Math.abs(this.weightOf(cell, base) - other.weightOf(cell, base)));
      }
    }
    return most;
  }

  /**
   * Cuts weights to at most `cap` times their mean and scales the uncut ones up so that the total stays; repeated
   * until none is above (the "inside raking" trimming of Izrael, Battaglia & Frankel 2009, with the excess spread
   * proportionally as in Potter 1990). Where too few have any weight for the cap to hold, all of those get the same.
   * @returns rows that were cut
   */
  trim(cap: number): number {
    const { counts, bases } = this.#cells;
    const total = this.total;
    if (total === 0) return 0;
    let rows = 0;
    let weighted = 0;
    for (let cell = 0; cell < counts.length; cell++) {
      rows += counts[cell]!;
      if (this.#factors[cell]! > 0) weighted += counts[cell]! - rowsBelow(bases, cell, Number.MIN_VALUE).rows;
    }
    const limit = Math.max((cap * total) / rows, total / weighted);
    const isCut = new Uint8Array(counts.length);
    for (;;) {
      const { cutRows, rest, more } = this.#cut(limit, isCut);
      if (!more || rest === 0) return cutRows;
      const scale = (total - cutRows * limit) / rest;
      for (let cell = 0; cell < counts.length; cell++) this.#factors[cell]! *= scale;
      if (scale <= 1 + ROUNDING) return cutRows;
    }
  }

  /** One pass: what is above the limit is cut to it. Cells cut before were scaled up with the rest, and are cut again. */
  #cut(limit: number, isCut: Uint8Array): { cutRows: number; rest: number; more: boolean } {
    const { counts, bases } = this.#cells;
    let cutRows = 0;
    let rest = 0;
    let more = false;
    for (let cell = 0; cell < counts.length; cell++) {
      const top = this.weightOf(cell, bases.values[bases.starts[cell + 1]! - 1]!);
      if (top > limit * (1 + ROUNDING)) {
        isCut[cell] = 1;
        more = true;
        this.#lower(cell, limit / this.#factors[cell]!);
      }
      const below = rowsBelow(bases, cell, this.#ceilings[cell]!);
      if (isCut[cell] === 1) {
        cutRows += counts[cell]! - below.rows;
        rest += this.#factors[cell]! * below.sum;
      } else rest += this.sumOf(cell);
    }
    return { cutRows, rest, more };
  }

  #lower(cell: number, ceiling: number): void {
    const { counts, bases } = this.#cells;
    const least = firstAbove(bases, cell);
    // All weights of the cell at the cap: the ceiling stays at the least of them, so that it cannot shrink for ever.
    if (ceiling < least) {
      this.#factors[cell]! *= ceiling / least;
      this.#ceilings[cell] = least;
    } else this.#ceilings[cell] = ceiling;
    const below = rowsBelow(bases, cell, this.#ceilings[cell]!);
    this.#masses[cell] = below.sum + (counts[cell]! - below.rows) * this.#ceilings[cell]!;
  }
}

/** Rows of a cell whose base weight is less than `limit`, and its sum. */
function rowsBelow(
  { starts, values, rowsTo, sumTo }: CellBases,
  cell: number,
  limit: number,
): { readonly rows: number; readonly sum: number } {
  const start = starts[cell]!;
  let low = start;
  let high = starts[cell + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low === start ? { rows: 0, sum: 0 } : { rows: rowsTo[low - 1]!, sum: sumTo[low - 1]! };
}

/** The least base weight of a cell that is not 0. */
function firstAbove({ starts, values }: CellBases, cell: number): number {
  const start = starts[cell]!;
  return values[start]! > 0 ? values[start]! : values[start + 1]!;
}
