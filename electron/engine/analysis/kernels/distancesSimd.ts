// The SIMD form of addDistancesPlain: a block of rows stays in the kernel's memory, runs pass through it.
import { type DistanceBlock, type Run, RUN_ROWS, type SortedRows } from '../distanceRuns.ts';
import { type Kernels, placesOf, type Room } from './instance.ts';

interface Places {
  readonly rows: number;
  readonly others: number;
  readonly weights: number;
  readonly sums: number;
}

/** As `addDistancesPlain`, bit for bit. */
export function addDistancesSimd({ addDistances, room: roomOf }: Kernels, block: DistanceBlock): void {
  const { matrix, starts, runs, from, to, sums } = block;
  const { columns, values } = matrix;
  const k = starts.length - 1;
  const count = to - from;
  const places = placesOf([count * columns * 8, RUN_ROWS * columns * 8, RUN_ROWS * 8, sums.length * 8]);
  const [rowsAt, othersAt, weightsAt, sumsAt] = places.at as [number, number, number, number];
  const at: Places = { rows: rowsAt, others: othersAt, weights: weightsAt, sums: sumsAt };
  const room = roomOf(places.end);
  room.doubles.set(values.subarray(from * columns, to * columns), rowsAt / 8);
  room.doubles.set(sums, sumsAt / 8);
  for (const run of runs) {
    placeRun(room, at, block, run);
    const size = run.to - run.from;
    const target = sumsAt + run.cluster * 8;
    addDistances(rowsAt, count, columns, othersAt, RUN_ROWS, 0, size, weightsAt, target, k * 8);
  }
  sums.set(room.doubles.subarray(sumsAt / 8, sumsAt / 8 + sums.length));
}

/** Column by column; what fills the last four up weighs nothing. */
function placeRun({ doubles }: Room, at: Places, { matrix, weights }: SortedRows, { from, to }: Run): void {
  const { columns, values } = matrix;
  const size = to - from;
  const filled = Math.ceil(size / 4) * 4;
  for (let column = 0; column < columns; column++) {
    const target = at.others / 8 + column * RUN_ROWS;
    for (let row = 0; row < size; row++) doubles[target + row] = values[(from + row) * columns + column]!;
    doubles.fill(0, target + size, target + filled);
  }
  for (let row = 0; row < size; row++)
    doubles[at.weights / 8 + row] = weights === null ? 1 : weights[from + row]!;
  doubles.fill(0, at.weights / 8 + size, at.weights / 8 + filled);
}
