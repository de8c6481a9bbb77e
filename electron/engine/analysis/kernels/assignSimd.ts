// The SIMD form of assignRows: rows pass through the kernel's memory in blocks that stay in the processor's cache.
import type { AssignState, AssignTotals } from '../assignRows.ts';
import { type Kernels, placesOf } from './instance.ts';

const BLOCK_BYTES = 128 * 1024;

/** As `assignRowsPlain`, bit for bit. */
export function assignRowsSimd(
  { assign, room }: Kernels,
  values: Float64Array,
  start: number,
  end: number,
  state: AssignState,
): AssignTotals {
  const { k, columns, labels, sums, counts, weights } = state;
  const block = Math.max(16, Math.floor(BLOCK_BYTES / (columns * 8)));
  const pairs = Math.ceil(k / 2);
  const cells = pairs * columns * 2;
  const places = placesOf([cells * 8, sums.length * 8, k * 8, 16, block * 8, block * 2, block * columns * 8]);
  const [centroidsAt, sumsAt, countsAt, totalsAt, weightsAt, labelsAt, rowsAt] = places.at as Seven;
  const { doubles, shorts } = room(places.end);
  pairUp(doubles.subarray(centroidsAt / 8, centroidsAt / 8 + cells), state);
  doubles.set(sums, sumsAt / 8);
  doubles.set(counts, countsAt / 8);
  doubles.fill(0, totalsAt / 8, totalsAt / 8 + 2);
  if (weights === null) doubles.fill(1, weightsAt / 8, weightsAt / 8 + block);
  for (let from = start; from < end; from += block) {
    const to = Math.min(end, from + block);
    doubles.set(values.subarray(from * columns, to * columns), rowsAt / 8);
    shorts.set(labels.subarray(from, to), labelsAt / 2);
    if (weights !== null) doubles.set(weights.subarray(from, to), weightsAt / 8);
    assign(rowsAt, to - from, columns, centroidsAt, k, weightsAt, labelsAt, sumsAt, countsAt, totalsAt);
    labels.set(shorts.subarray(labelsAt / 2, labelsAt / 2 + to - from), from);
  }
  sums.set(doubles.subarray(sumsAt / 8, sumsAt / 8 + sums.length));
  counts.set(doubles.subarray(countsAt / 8, countsAt / 8 + k));
  return { inertia: doubles[totalsAt / 8]!, changed: doubles[totalsAt / 8 + 1]! };
}

type Seven = [number, number, number, number, number, number, number];

/** Two centroids side by side, column by column; the partner of the last odd one is infinitely far away. */
function pairUp(target: Float64Array, { k, columns, centroids }: AssignState): void {
  target.fill(Infinity);
  for (let cluster = 0; cluster < k; cluster++) {
    const from = (cluster >> 1) * columns * 2 + (cluster & 1);
    for (let column = 0; column < columns; column++)
      target[from + column * 2] = centroids[cluster * columns + column]!;
  }
}
