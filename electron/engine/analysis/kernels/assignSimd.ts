// The SIMD form of assignRows: rows pass through the kernel's memory in blocks that stay in the processor's cache.
import type { AssignState, AssignTotals } from '../assignRows.ts';
import { type Kernels, placesOf } from './instance.ts';

const BLOCK_BYTES = 128 * 1024;
/** Rows that the kernel compares at once; of the last ones it reads on into what the block held before. */
const GROUP = 8;

/** As `assignRowsPlain`, bit for bit. */
export function assignRowsSimd(
  { assign, room }: Kernels,
  values: Float64Array,
  start: number,
  end: number,
  state: AssignState,
): AssignTotals {
  const { k, columns, centroids, labels, sums, counts, weights } = state;
  const block = Math.max(16, GROUP * Math.floor(BLOCK_BYTES / (columns * 8 * GROUP)));
  const scratch = GROUP * (columns + 2) * 8;
  const sizes = [k * columns * 8, sums.length * 8, k * 8, 16, block * 8, block * 2, scratch];
  const places = placesOf([...sizes, block * columns * 8]);
  const [centroidsAt, sumsAt, countsAt, totalsAt, weightsAt, labelsAt, scratchAt, rowsAt] =
    places.at as Eight;
  const { doubles, shorts } = room(places.end);
  doubles.set(centroids, centroidsAt / 8);
  doubles.set(sums, sumsAt / 8);
  doubles.set(counts, countsAt / 8);
  doubles.fill(0, totalsAt / 8, totalsAt / 8 + 2);
  if (weights === null) doubles.fill(1, weightsAt / 8, weightsAt / 8 + block);
  for (let from = start; from < end; from += block) {
    const to = Math.min(end, from + block);
    const count = to - from;
    doubles.set(values.subarray(from * columns, to * columns), rowsAt / 8);
    shorts.set(labels.subarray(from, to), labelsAt / 2);
    if (weights !== null) doubles.set(weights.subarray(from, to), weightsAt / 8);
    assign(
      rowsAt,
      count,
      columns,
      centroidsAt,
      k,
      weightsAt,
      labelsAt,
      sumsAt,
      countsAt,
      totalsAt,
      scratchAt,
    );
    labels.set(shorts.subarray(labelsAt / 2, labelsAt / 2 + count), from);
  }
  sums.set(doubles.subarray(sumsAt / 8, sumsAt / 8 + sums.length));
  counts.set(doubles.subarray(countsAt / 8, countsAt / 8 + k));
  return { inertia: doubles[totalsAt / 8]!, changed: doubles[totalsAt / 8 + 1]! };
}

type Eight = [number, number, number, number, number, number, number, number];
