// Ward's tree (1963) by nearest-neighbour chain (Murtagh 1983): O(rows²) time, O(rows) memory, from cluster means alone.
import { type Checkpoint, type Matrix, WORK_PER_CHECKPOINT } from '../matrix.ts';
import type { Weights } from '../weights.ts';

export interface WardTree {
  readonly rows: number;
  /** Merges in order of height: one row of each of the two clusters. */
  readonly merges: readonly { readonly a: number; readonly b: number; readonly height: number }[];
}

/** Clusters that are still apart, packed: the last one moves into the place of one that is gone. */
interface Active {
  count: number;
  readonly columns: number;
  readonly means: Float64Array;
  readonly worth: Float64Array;
  /** A row of the cluster in each place, and the place of each such row. */
  readonly idOf: Int32Array;
  readonly placeOf: Int32Array;
}

function start({ rows, columns, values }: Matrix, weights: Weights): Active {
  const ids = Int32Array.from({ length: rows }, (_, row) => row);
  return {
    count: rows,
    columns,
    means: Float64Array.from(values),
    worth: weights === null ? new Float64Array(rows).fill(1) : Float64Array.from(weights),
    idOf: ids,
    placeOf: Int32Array.from(ids),
  };
}

interface Neighbour {
  place: number;
  /** Squared height: 2·w₁w₂/(w₁ + w₂)·|m₁ − m₂|², so that a pair of single rows has its squared distance. */
  squared: number;
}

/** The cluster that is cheapest to merge with `place`; `found` holds the one to beat: ties go to it. */
function nearest(active: Active, place: number, found: Neighbour): void {
  const { count, columns, means, worth } = active;
  const own = place * columns;
  const weight = worth[place]!;
  let best = found.squared;
  let cell = 0;
  for (let other = 0; other < count; other++, cell = other * columns) {
    if (other === place) continue;
    const factor = (2 * weight * worth[other]!) / (weight + worth[other]!);
    const limit = best / factor;
    let squared = 0;
    for (let column = 0; column < columns && squared < limit; column++) {
      const gap = means[own + column]! - means[cell + column]!;
      squared += gap * gap;
    }
    // Rounding of the limit must not let a tie pass: the chain would go round in circles.
    if (squared >= limit || squared * factor >= best) continue;
    best = squared * factor;
    found.place = other;
  }
  found.squared = best;
}

/** Joins the cluster at `from` into the one at `into`. */
function merge(active: Active, into: number, from: number): void {
  const { columns, means, worth, idOf, placeOf } = active;
  const together = worth[into]! + worth[from]!;
  const share = worth[from]! / together;
  for (let column = 0; column < columns; column++) {
    const mean = means[into * columns + column]!;
    means[into * columns + column] = mean + share * (means[from * columns + column]! - mean);
  }
  worth[into] = together;
  const last = active.count - 1;
  placeOf[idOf[from]!] = -1;
  if (from !== last) {
    means.copyWithin(from * columns, last * columns, (last + 1) * columns);
    worth[from] = worth[last]!;
    idOf[from] = idOf[last]!;
    placeOf[idOf[from]!] = from;
  }
  active.count = last;
}

/**
 * All rows − 1 merges; heights as SciPy's and R's ward.D2 have them. Weights must be above 0: a row that weighs 2 is
 * two rows.
 */
export function* wardTree(matrix: Matrix, weights: Weights): Generator<Checkpoint, WardTree> {
  const active = start(matrix, weights);
  const merges: { a: number; b: number; height: number }[] = [];
  const chain: number[] = [];
  const squares: number[] = [];
  const found: Neighbour = { place: -1, squared: Infinity };
  let work = 0;
  while (active.count > 1) {
    if (chain.length === 0) {
      chain.push(active.idOf[0]!);
      squares.push(Infinity);
    }
    const tip = active.placeOf[chain.at(-1)!]!;
    const before = chain.length > 1 ? active.placeOf[chain.at(-2)!]! : -1;
    found.place = before;
    found.squared = squares.at(-1)!;
    nearest(active, tip, found);
    if (found.place === before && before >= 0) {
      const [a, b] = [chain.pop()!, chain.pop()!];
      squares.length -= 2;
      merges.push({ a, b, height: Math.sqrt(found.squared) });
      merge(active, active.placeOf[b]!, active.placeOf[a]!);
    } else {
      chain.push(active.idOf[found.place]!);
      squares.push(found.squared);
    }
    work += active.count * (matrix.columns + 4);
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: Math.min(1, 1 - (active.count / matrix.rows) ** 2) };
  }
  merges.sort((x, y) => x.height - y.height);
  return { rows: matrix.rows, merges };
}

/** The cluster of each row when the tree is cut into k. */
export function cutTree({ rows, merges }: WardTree, k: number): Int16Array {
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = row; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { a, b } of merges.slice(0, Math.max(0, rows - k))) parent[rootOf(a)] = rootOf(b);
  const numbers = new Map<number, number>();
  return Int16Array.from({ length: rows }, (_, row) => {
    const root = rootOf(row);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
