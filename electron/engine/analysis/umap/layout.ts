// Tied rows pull together on the plane, random others push apart: stochastic gradient descent with a seed.
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { Random } from '../random.ts';
import { pullAt, pushAt } from './forces.ts';
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
  const strongest = strength.reduce((most, value) => Math.max(most, value), 0);
  // Ties of both directions are walked in umap-learn: twice as often here.
  const every = strength.map((value) => (value > 0 ? strongest / value / 2 : Infinity));
  const plane = { points, from, to, every, due: Float64Array.from(every) };
  const random = new Random(seed);
  let work = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    work += 40 * PUSHES * pass(plane, epoch, epochs, random);
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: epoch / epochs };
  }
}

interface Plane extends Pick<FuzzyGraph, 'from' | 'to'> {
  readonly points: Float64Array;
  /** Epochs from one use of a tie to the next, and the epoch of the next. */
  readonly every: Float64Array;
  readonly due: Float64Array;
}

/** One epoch. @returns uses of ties */
function pass(
  { points, from, to, every, due }: Plane,
  epoch: number,
  epochs: number,
  random: Random,
): number {
  const rows = points.length / 2;
  const rate = 1 - epoch / epochs;
  const others = new Int32Array(PUSHES);
  let uses = 0;
  for (let tie = 0; tie < every.length; tie++) {
    // Weaker ties than one use in all epochs are left out.
    if (every[tie]! * 2 > epochs) continue;
    while (due[tie]! <= epoch + 1) {
      due[tie]! += every[tie]!;
      uses++;
      const swap = (epoch + tie) % 2 === 1;
      for (let at = 0; at < PUSHES; at++) others[at] = random.integer(rows);
      move(points, swap ? to[tie]! : from[tie]!, swap ? from[tie]! : to[tie]!, others, rate);
    }
  }
  return uses;
}

/** Pulls two rows together and pushes the first away from others. */
function move(points: Float64Array, one: number, tied: number, others: Int32Array, rate: number): void {
  let x = points[2 * one]!;
  let y = points[2 * one + 1]!;
  const gapX = x - points[2 * tied]!;
  const gapY = y - points[2 * tied + 1]!;
  const apart = gapX * gapX + gapY * gapY;
  if (apart > 0) {
    const factor = -pullAt(apart);
    const moveX = clipped(factor * gapX) * rate;
    const moveY = clipped(factor * gapY) * rate;
    x += moveX;
    y += moveY;
    points[2 * tied]! -= moveX;
    points[2 * tied + 1]! -= moveY;
  }
  for (let at = 0; at < PUSHES; at++) {
    const other = others[at]!;
    if (other === one) continue;
    const fromX = x - points[2 * other]!;
    const fromY = y - points[2 * other + 1]!;
    const square = fromX * fromX + fromY * fromY;
    // Points on the same place are driven apart, in a direction that both know.
    const factor = square > 0 ? pushAt(square) : 0;
    const lift = one < other ? MOST : -MOST;
    x += (factor > 0 ? clipped(factor * fromX) : lift) * rate;
    y += (factor > 0 ? clipped(factor * fromY) : lift) * rate;
  }
  points[2 * one] = x;
  points[2 * one + 1] = y;
}
