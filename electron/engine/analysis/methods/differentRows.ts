// Refuses more clusters than there are different rows in a mixed table, and takes out rows that say nothing.
import { AppError } from '../../../../shared/errors.ts';
import type { Weights } from '../weights.ts';
import type { MixedTable } from './input.ts';

/** How many different rows (that weigh anything) there are, counting no further than `limit`. */
function differentMixed({ rows, numbers, categories }: MixedTable, limit: number, weights: Weights): number {
  const found = new Set<string>();
  for (let row = 0; row < rows && found.size < limit; row++) {
    if (weights?.[row] === 0) continue;
    const values = numbers.map((column) => column.values[row]);
    found.add([...values, ...categories.map((column) => column.codes[row])].join(' '));
  }
  return found.size;
}

/** @throws AppError `TOO-FEW-CUSTOMERS`, `TOO-FEW-FEATURES`, `K-TOO-LARGE` */
export function checkMixed(table: MixedTable, k: number, weights: Weights): void {
  if (table.rows === 0) throw new AppError('TOO-FEW-CUSTOMERS', { found: 0, limit: Math.max(1, k) });
  if (table.numbers.length + table.categories.length === 0)
    throw new AppError('TOO-FEW-FEATURES', { found: 0, limit: 1 });
  const different = differentMixed(table, k, weights);
  if (different < k) throw new AppError('K-TOO-LARGE', { k, limit: different });
}

/** The weights with 0 for rows in which nothing is known: they are as far from everyone and must not move anything. */
export function weightsOfKnown({ rows, numbers, categories }: MixedTable, weights: Weights): Weights {
  const isKnown = (row: number): boolean =>
    numbers.some(({ values }) => Number.isFinite(values[row]!)) ||
    categories.some(({ codes }) => codes[row]! >= 0);
  let known = weights;
  for (let row = 0; row < rows; row++) {
    if (isKnown(row)) continue;
    if (known === weights) known = weights?.slice() ?? new Float64Array(rows).fill(1);
    known![row] = 0;
  }
  return known;
}
