// The cells of the RFM grid: which segments their customers are in, and the way from one to the next by arrows.
import type { KeyboardEvent } from 'react';
import type { CellPart } from '../../../shared/model/method.ts';
import type { SizeBar } from '../../charts/index.ts';

/** Customers of a cell who are in one segment. */
export interface SegmentPart {
  readonly key: string;
  readonly slot: number;
  readonly name: string;
  readonly n: number;
}

/**
 * The segments of a cell, largest first: clusters that were merged count together.
 * @param clusterKeys the bar of each cluster's segment; null for one that is in none
 */
export function cellParts(
  clusters: readonly CellPart[],
  clusterKeys: readonly (string | null)[],
  bars: readonly SizeBar[],
): readonly SegmentPart[] {
  return bars
    .map(({ key, slot, name }) => {
      const own = clusters.filter(({ cluster }) => clusterKeys[cluster] === key);
      return { key, slot, name, n: own.reduce((sum, { n }) => sum + n, 0) };
    })
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
}

/** Lines from above, columns from the left; both from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the next cell; stays at the edges. */
export function onArrow(
  event: KeyboardEvent<HTMLTableElement>,
  from: GridPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  go: (to: GridPlace) => void,
): void {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const row = Math.min(rows - 1, Math.max(0, from.row + step[0]));
  const column = Math.min(columns - 1, Math.max(0, from.column + step[1]));
  go({ row, column });
  const line = event.currentTarget.tBodies[0]?.rows[row];
  line?.querySelectorAll('button')[column]?.focus();
}
