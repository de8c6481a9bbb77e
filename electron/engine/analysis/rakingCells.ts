// Rows with the same levels are one cell: raking multiplies them by the same numbers, whatever their base weights.
// A million rows are a few cells, each with its base weights in order.
import type { Weights } from './weights.ts';

/** A variable with a reference distribution. */
export interface Margin {
  /** Level of each row; −1 = missing or not a level of the reference. */
  readonly codes: Int32Array;
  /** Wanted share per level; only their proportions count. */
  readonly targets: readonly number[];
}

export interface RakingCells {
  /** Cell of each row. */
  readonly cellOfRow: Int32Array;
  /** Rows per cell. */
  readonly counts: Float64Array;
  /** Per margin, the level of each cell. */
  readonly codes: readonly Int32Array[];
  readonly bases: CellBases;
}

/** The different base weights of each cell, rising; those of cell c stand from `starts[c]` to before `starts[c + 1]`. */
export interface CellBases {
  readonly starts: Int32Array;
  readonly values: Float64Array;
  /** Rows of the cell up to and including this value … */
  readonly rowsTo: Float64Array;
  /** … and the sum of their base weights. */
  readonly sumTo: Float64Array;
}

interface Grouping {
  readonly ids: Int32Array;
  readonly groups: number;
}

/** Splits each group by another code (0 = missing); groups are numbered as they first appear. */
function refine({ ids, groups }: Grouping, codes: ArrayLike<number>, levels: number): Grouping {
  const size = groups * levels;
  const refined = new Int32Array(ids.length);
  const numbers = size <= 4_000_000 ? new Int32Array(size).fill(-1) : new Map<number, number>();
  let next = 0;
  for (let row = 0; row < ids.length; row++) {
    const key = ids[row]! * levels + codes[row]!;
    let number = numbers instanceof Map ? (numbers.get(key) ?? -1) : numbers[key]!;
    if (number < 0) {
      number = next++;
      if (numbers instanceof Map) numbers.set(key, number);
      else numbers[key] = number;
    }
    refined[row] = number;
  }
  return { ids: refined, groups: next };
}

/** Base weights by cell and size, equal ones counted together. */
function basesOf(cellOfRow: Int32Array, counts: Float64Array, base: Float64Array): CellBases {
  const offsets = new Int32Array(counts.length + 1);
  counts.forEach((count, cell) => (offsets[cell + 1] = offsets[cell]! + count));
  const next = offsets.slice();
  const sorted = new Float64Array(cellOfRow.length);
  for (let row = 0; row < cellOfRow.length; row++) sorted[next[cellOfRow[row]!]!++] = base[row]!;
  const starts = new Int32Array(counts.length + 1);
  const values = new Float64Array(sorted.length);
  const rowsTo = new Float64Array(sorted.length);
  const sumTo = new Float64Array(sorted.length);
  let at = -1;
  for (let cell = 0; cell < counts.length; cell++) {
    const own = sorted.subarray(offsets[cell], offsets[cell + 1]).sort();
    let sum = 0;
    own.forEach((weight, row) => {
      sum += weight;
      if (row === 0 || weight !== values[at]) values[++at] = weight;
      rowsTo[at] = row + 1;
      sumTo[at] = sum;
    });
    starts[cell + 1] = at + 1;
  }
  const size = at + 1;
  return {
    starts,
    values: values.slice(0, size),
    rowsTo: rowsTo.slice(0, size),
    sumTo: sumTo.slice(0, size),
  };
}

/** Without base weights: 1 for everyone. */
function onesOf(counts: Float64Array): CellBases {
  return {
    starts: Int32Array.from({ length: counts.length + 1 }, (_, cell) => cell),
    values: new Float64Array(counts.length).fill(1),
    rowsTo: counts,
    sumTo: counts,
  };
}

/** @param base one weight per row, or null for 1 each */
export function rakingCells(margins: readonly Margin[], rows: number, base: Weights): RakingCells {
  let grouping: Grouping = { ids: new Int32Array(rows), groups: 1 };
  for (const { codes, targets } of margins) {
    const shifted = codes.map((code) => (code >= 0 && code < targets.length ? code + 1 : 0));
    grouping = refine(grouping, shifted, targets.length + 1);
  }
  const groups = rows === 0 ? 0 : grouping.groups;
  const counts = new Float64Array(groups);
  const codes = margins.map(() => new Int32Array(groups).fill(-1));
  for (let row = 0; row < rows; row++) {
    const cell = grouping.ids[row]!;
    counts[cell]! += 1;
    if (counts[cell]! > 1) continue;
    margins.forEach((margin, at) => {
      const code = margin.codes[row]!;
      codes[at]![cell] = code < margin.targets.length ? code : -1;
    });
  }
  const bases = base ? basesOf(grouping.ids, counts, base) : onesOf(counts);
  return { cellOfRow: grouping.ids, counts, codes, bases };
}
