// Tied rows pull together on the plane, random others push apart: stochastic gradient descent with a seed.
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { createRandom } from '../random.ts';
import { createForces, type Forces } from './forces.ts';
import type { FuzzyGraph } from './fuzzyGraph.ts';

/** Random points pushed away at each use of a tie. */
export const PUSHES = 5;
/** Longest step at the full rate. */
export const MOST = 4;
const EPOCHS = { few: 500, many: 200 };
const FEW_ROWS = 10_000;

export const clipped = (value: number): number => (value > MOST ? MOST : value < -MOST ? -MOST : value);

/** Passes over the ties: umap-learn's numbers. */
export const epochsOf = (rows: number): number => (rows <= FEW_ROWS ? EPOCHS.few : EPOCHS.many);

/**
 * Moves points for `epochs` passes (McInnes, Healy & Melville 2018, algorithm 5). A tie is used in proportion to its
 * strength, with five random points pushed away each time. The same start, ties and seed give the same places.
 * @param points rows × 2, changed in place
 */
export function* layOut(
  points: Float64Array,
  { from, to, strength }: FuzzyGraph,
  epochs: number,
  seed: number,
): Generator<Checkpoint, void> {
  const random = createRandom(seed);
  const forces = createForces();
  const rows = points.length / 2;
  const strongest = strength.reduce((most, value) => Math.max(most, value), 0);
  // Ties of both directions are walked in umap-learn: twice as often here.
  const every = strength.map((value) => (value > 0 ? strongest / value / 2 : Infinity));
  const due = Float64Array.from(every);
  let work = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 1 - epoch / epochs;
    for (let tie = 0; tie < every.length; tie++) {
      // Weaker ties than one use in all epochs are left out.
      if (every[tie]! * 2 > epochs) continue;
      while (due[tie]! <= epoch + 1) {
        due[tie]! += every[tie]!;
        const swap = (epoch + tie) % 2 === 1;
        const one = 2 * (swap ? to[tie]! : from[tie]!);
        pull(forces, points, one, 2 * (swap ? from[tie]! : to[tie]!), rate);
        for (let count = 0; count < PUSHES; count++) {
          const other = 2 * random.integer(rows);
          if (other !== one) push(forces, points, one, other, rate);
        }
        work += 40 * PUSHES;
      }
    }
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: epoch / epochs };
  }
}

function pull(forces: Forces, points: Float64Array, one: number, other: number, rate: number): void {
  const x = points[one]! - points[other]!;
  const y = points[one + 1]! - points[other + 1]!;
  const square = x * x + y * y;
  if (square === 0) return;
  const factor = -forces.pull(square);
  const moveX = clipped(factor * x) * rate;
  const moveY = clipped(factor * y) * rate;
  points[one]! += moveX;
  points[one + 1]! += moveY;
  points[other]! -= moveX;
  points[other + 1]! -= moveY;
}

function push(forces: Forces, points: Float64Array, one: number, other: number, rate: number): void {
  const x = points[one]! - points[other]!;
  const y = points[one + 1]! - points[other + 1]!;
  const square = x * x + y * y;
  // Points on the same place are driven apart, in a direction that both know.
  const factor = square > 0 ? forces.push(square) : 0;
  const lift = one < other ? MOST : -MOST;
  points[one]! += (factor > 0 ? clipped(factor * x) : lift) * rate;
  points[one + 1]! += (factor > 0 ? clipped(factor * y) : lift) * rate;
}
