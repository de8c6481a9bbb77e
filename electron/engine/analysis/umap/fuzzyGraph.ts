// Distances to neighbours become strengths of ties between 0 and 1, alike for dense and sparse places.
import type { Neighbours } from './neighbours.ts';

/** Ties of pairs of rows, each once in either direction. */
export interface FuzzyGraph {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0..1 */
  readonly strength: Float64Array;
}

const STEPS = 64;
const TOLERANCE = 1e-5;
const LEAST_SCALE = 1e-3;

/**
 * Strength exp(−(d − ρ)/σ) of every neighbour, ρ being the distance to the nearest different row and σ such that the
 * strengths add up to log2 of the number of neighbours, the row itself being one (McInnes, Healy & Melville 2018,
 * algorithm 3).
 */
export function tieStrengths({ count, rows, distances }: Neighbours): Float64Array {
  const strength = new Float64Array(rows.length);
  const overall = distances.reduce((sum, value) => sum + value, 0) / Math.max(1, distances.length);
  const target = Math.log2(count + 1);
  for (let base = 0; base < rows.length; base += count) {
    const own = distances.subarray(base, base + count);
    const rho = own.find((distance) => distance > 0) ?? 0;
    const mean = own.reduce((sum, value) => sum + value, 0) / count;
    const sigma = Math.max(scaleOf(own, rho, target), LEAST_SCALE * (rho > 0 ? mean : overall));
    for (let at = 0; at < count; at++) {
      const beyond = own[at]! - rho;
      strength[base + at] = beyond <= 0 || sigma === 0 ? 1 : Math.exp(-beyond / sigma);
    }
  }
  return strength;
}

function scaleOf(distances: Float64Array, rho: number, target: number): number {
  let low = 0;
  let high = Infinity;
  let scale = 1;
  for (let step = 0; step < STEPS; step++) {
    // The row itself is not among its neighbours here; umap-learn counts it with no strength.
    let sum = 0;
    for (const distance of distances) sum += distance > rho ? Math.exp((rho - distance) / scale) : 1;
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) {
      high = scale;
      scale = (low + high) / 2;
    } else {
      low = scale;
      scale = high === Infinity ? scale * 2 : (low + high) / 2;
    }
  }
  return scale;
}

/** Ties of both directions joined: a + b − a·b. In order of the rows. */
export function fuzzyGraph(neighbours: Neighbours): FuzzyGraph {
  const { count, rows } = neighbours;
  const strength = tieStrengths(neighbours);
  const total = rows.length / count;
  const of = (from: number, to: number): number => {
    for (let at = from * count; at < (from + 1) * count; at++) if (rows[at] === to) return strength[at]!;
    return 0;
  };
  const from: number[] = [];
  const to: number[] = [];
  const joined: number[] = [];
  for (let row = 0; row < total; row++) {
    for (let at = row * count; at < (row + 1) * count; at++) {
      const other = rows[at]!;
      const back = of(other, row);
      // Seen already from the other side.
      if (back > 0 && other < row) continue;
      from.push(row);
      to.push(other);
      joined.push(strength[at]! + back - strength[at]! * back);
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to), strength: Float64Array.from(joined) };
}
