// Rows that raking cannot tell apart, counted once: same levels, same base weight. A million rows are a few cells.
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
  /** Base weight per cell; 1 without base weights. */
  readonly base: Float64Array;
  /** Per margin, the level of each cell. */
  readonly codes: readonly Int32Array[];
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

function baseCodes(base: Float64Array): { readonly codes: Int32Array; readonly levels: number } {
  const numbers = new Map<number, number>();
  const codes = Int32Array.from(base, (weight) => {
    const known = numbers.get(weight);
    if (known !== undefined) return known;
    numbers.set(weight, numbers.size);
    return numbers.size - 1;
  });
  return { codes, levels: numbers.size };
}

/** @param base one weight per row, or null for 1 each */
export function rakingCells(margins: readonly Margin[], rows: number, base: Weights): RakingCells {
  let grouping: Grouping = { ids: new Int32Array(rows), groups: 1 };
  for (const { codes, targets } of margins) {
    const shifted = codes.map((code) => (code >= 0 && code < targets.length ? code + 1 : 0));
    grouping = refine(grouping, shifted, targets.length + 1);
  }
  if (base) {
    const { codes, levels } = baseCodes(base);
    grouping = refine(grouping, codes, levels);
  }
  const groups = rows === 0 ? 0 : grouping.groups;
  const counts = new Float64Array(groups);
  const weights = new Float64Array(groups).fill(1);
  const codes = margins.map(() => new Int32Array(groups).fill(-1));
  for (let row = 0; row < rows; row++) {
    const cell = grouping.ids[row]!;
    counts[cell]! += 1;
    if (counts[cell]! > 1) continue;
    if (base) weights[cell] = base[row]!;
    margins.forEach((margin, at) => {
      const code = margin.codes[row]!;
      codes[at]![cell] = code < margin.targets.length ? code : -1;
    });
  }
  return { cellOfRow: grouping.ids, counts, base: weights, codes };
}
