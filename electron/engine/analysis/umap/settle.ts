// Rows outside the sample take their last places: tied neighbours of the sample pull, random others push, and only the
// new row moves.
import { type Checkpoint, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { Random } from '../random.ts';
import { pullAt, pushAt } from './forces.ts';
import { clipped, MOST, PUSHES } from './layout.ts';

const EPOCHS = { few: 100, many: 30 };
const FEW_ROWS = 10_000;
/** A quarter of the first steps of laying out: the start is near the end. */
const RATE = 0.25;

interface Ties {
  readonly count: number;
  /** rows × count, places in the sample */
  readonly rows: Int32Array;
  /** rows × count, 0..1 */
  readonly strength: Float64Array;
}

interface Around {
  /** The sample's places, which stay. */
  readonly places: Float64Array;
  readonly ties: Ties;
  readonly epochs: number;
  readonly random: Random;
}

/**
 * The last part of umap-learn's `transform` (0.5.3: 100 passes up to 10,000 rows, 30 above, from a quarter of the usual
 * rate). Rows do not see each other, so each is settled at once. The same start, ties and seed give the same places.
 * @param points rows × 2, where the rows start; changed in place
 */
export function* settle(
  points: Float32Array,
  places: Float64Array,
  ties: Ties,
  seed: number,
): Generator<Checkpoint, void> {
  const rows = points.length / 2;
  const epochs = rows <= FEW_ROWS ? EPOCHS.few : EPOCHS.many;
  const around = { places, ties, epochs, random: new Random(seed) };
  const due = new Float64Array(ties.count);
  let work = 0;
  for (let row = 0; row < rows; row++) {
    work += 40 * PUSHES * settleRow(points, row, around, due);
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: row / rows };
  }
}

/** @param due room for the epoch in which each tie is used next @returns uses of ties */
function settleRow(points: Float32Array, row: number, around: Around, due: Float64Array): number {
  const { places, ties, epochs, random } = around;
  const first = row * ties.count;
  for (let at = 0; at < ties.count; at++) due[at] = 1 / ties.strength[first + at]!;
  let x = points[2 * row]!;
  let y = points[2 * row + 1]!;
  let uses = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE * (1 - epoch / epochs);
    for (let at = 0; at < ties.count; at++) {
      if (due[at]! > epoch + 1) continue;
      due[at]! += 1 / ties.strength[first + at]!;
      uses++;
      const tied = 2 * ties.rows[first + at]!;
      const toX = x - places[tied]!;
      const toY = y - places[tied + 1]!;
      const square = toX * toX + toY * toY;
      const factor = square > 0 ? -pullAt(square) : 0;
      x += clipped(factor * toX) * rate;
      y += clipped(factor * toY) * rate;
      for (let count = 0; count < PUSHES; count++) {
        const other = 2 * random.integer(places.length / 2);
        const fromX = x - places[other]!;
        const fromY = y - places[other + 1]!;
        const gap = fromX * fromX + fromY * fromY;
        const away = gap > 0 ? pushAt(gap) : 0;
        x += (away > 0 ? clipped(away * fromX) : MOST) * rate;
        y += (away > 0 ? clipped(away * fromY) : MOST) * rate;
      }
    }
  }
  points[2 * row] = x;
  points[2 * row + 1] = y;
  return uses;
}
