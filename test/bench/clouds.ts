// Rows of the clustering benchmarks: bell-shaped clouds around planted centres, and raw files for the peer to read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatrix, type Matrix } from '../../electron/engine/analysis/matrix.ts';
import { Random, sampleIndices } from '../../electron/engine/analysis/random.ts';

const PLANTED = 9;

/** On shared memory, the same for a seed. */
export function clouds(rows: number, columns: number, seed: number): Matrix {
  const random = new Random(seed);
  const bell = (): number => bellOf(random);
  const centres = Array.from({ length: PLANTED * columns }, () => 2 * bell());
  const matrix = createMatrix(rows, columns, true);
  for (let row = 0; row < rows; row++) {
    const centre = random.integer(PLANTED) * columns;
    for (let column = 0; column < columns; column++)
      matrix.values[row * columns + column] = centres[centre + column]! + bell();
  }
  return matrix;
}

/** One cloud without groups: customers as they often are. */
export function crowd(rows: number, columns: number, seed: number): Matrix {
  const random = new Random(seed);
  const matrix = createMatrix(rows, columns, true);
  for (let cell = 0; cell < matrix.values.length; cell++) matrix.values[cell] = bellOf(random);
  return matrix;
}

/** Amounts as customers spend them: log-normal, most of the spread from the few largest. */
export function skewed(rows: number, columns: number, seed: number): Matrix {
  const matrix = crowd(rows, columns, seed);
  matrix.values.forEach((value, cell) => {
    matrix.values[cell] = Math.exp(1.5 * value);
  });
  return matrix;
}

function bellOf(random: Random): number {
  return random.next() + random.next() + random.next() + random.next() + random.next() + random.next() - 3;
}

/** `count` times k different rows, as start centroids. */
export function randomStarts(
  { rows, columns, values }: Matrix,
  k: number,
  count: number,
): readonly Float64Array[] {
  const random = new Random(17);
  return Array.from({ length: count }, () =>
    Float64Array.from(
      [...sampleIndices(rows, k, random)].flatMap((row) => [
        ...values.subarray(row * columns, (row + 1) * columns),
      ]),
    ),
  );
}

/** Raw doubles (and whole numbers) in a folder of their own, which is gone afterwards. */
export async function withFiles<T>(
  files: Readonly<Record<string, Float64Array | Int32Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'clientela-bench-'));
  try {
    for (const [name, values] of Object.entries(files))
      writeFileSync(join(folder, name), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
