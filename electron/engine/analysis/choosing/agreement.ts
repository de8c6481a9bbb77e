// How far two divisions of the same customers agree.
import type { Labels } from '../matrix.ts';
import type { Weights } from '../weights.ts';

/** Customers (or what they weigh) by cluster of the first and of the second division. */
export interface CrossTable {
  readonly first: number;
  readonly second: number;
  /** first × second, row-major */
  readonly counts: Float64Array;
}

/** Counts who is where in both; rows that one of them leaves out (−1) are left out. */
export function crossTable(
  a: Labels,
  b: Labels,
  first: number,
  second: number,
  weights: Weights = null,
): CrossTable {
  const counts = new Float64Array(first * second);
  for (let row = 0; row < a.length; row++) {
    const one = a[row]!;
    const other = b[row]!;
    if (one >= 0 && other >= 0) counts[one * second + other]! += weights === null ? 1 : weights[row]!;
  }
  return { first, second, counts };
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function margins({ first, second, counts }: CrossTable): {
  readonly a: Float64Array;
  readonly b: Float64Array;
} {
  const a = new Float64Array(first);
  const b = new Float64Array(second);
  for (let one = 0; one < first; one++)
    for (let other = 0; other < second; other++) {
      a[one]! += counts[one * second + other]!;
      b[other]! += counts[one * second + other]!;
    }
  return { a, b };
}

/**
 * Adjusted Rand index (Hubert & Arabie 1985): pairs of customers that both divisions treat alike, less what chance
 * gives. 1 = the same division, about 0 = no more than chance.
 * @returns 1 when both put everyone into one cluster, or everyone apart
 */
export function adjustedRand(table: CrossTable): number {
  const { a, b } = margins(table);
  const sum = (values: Float64Array): number => values.reduce((total, count) => total + pairs(count), 0);
  const together = sum(table.counts);
  const inFirst = sum(a);
  const inSecond = sum(b);
  const all = pairs(a.reduce((total, count) => total + count, 0));
  const expected = all === 0 ? 0 : (inFirst * inSecond) / all;
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/**
 * For each cluster of the first division its largest Jaccard similarity |A ∩ B| / |A ∪ B| with a cluster of the second
 * (Hennig 2007).
 * @returns null for a cluster without customers in the table
 */
export function bestJaccard(table: CrossTable): readonly (number | null)[] {
  const { a, b } = margins(table);
  return Array.from(a, (size, one) => {
    if (size === 0) return null;
    let best = 0;
    for (let other = 0; other < table.second; other++) {
      const both = table.counts[one * table.second + other]!;
      best = Math.max(best, both / (size + b[other]! - both));
    }
    return best;
  });
}
