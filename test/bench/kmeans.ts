// k-means against ml-kmeans on the same generated rows in the same run: time and inertia as ratios.
// Ours makes its usual ten starts, the peer one: the ratio is that of what each user would wait for.
import { pathToFileURL } from 'node:url';
import { kmeans as mlKmeans } from 'ml-kmeans';
import { kmeans } from '../../electron/engine/analysis/kmeans.ts';
import { createMatrix, type Matrix, runToEnd } from '../../electron/engine/analysis/matrix.ts';
import { createRandom } from '../../electron/engine/analysis/random.ts';

export interface Comparison {
  readonly name: string;
  readonly ourMs: number;
  readonly peerMs: number;
  /** ourMs / peerMs: below 1 is faster than the peer. */
  readonly timeRatio: number;
  /** Our inertia / the peer's: below 1 is a better solution. */
  readonly inertiaRatio: number;
}

const ROWS = 100_000;
const COLUMNS = 8;
const CLUSTERS = 5;
const PLANTED = 9;

/** Bell-shaped clouds around planted centres. */
function clouds(seed: number): Matrix {
  const random = createRandom(seed);
  const bell = (): number => Array.from({ length: 6 }, random.next).reduce((sum, value) => sum + value, -3);
  const centres = Array.from({ length: PLANTED * COLUMNS }, () => 2 * bell());
  const matrix = createMatrix(ROWS, COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    const centre = random.integer(PLANTED) * COLUMNS;
    for (let column = 0; column < COLUMNS; column++) {
      matrix.values[row * COLUMNS + column] = centres[centre + column]! + bell();
    }
  }
  return matrix;
}

/** Median of three runs each, taken in turn so that a busy moment of the machine hits both. */
export function compareKMeans(): Comparison {
  const matrix = clouds(7);
  const rows = Array.from({ length: ROWS }, (_, row) => [
    ...matrix.values.subarray(row * COLUMNS, (row + 1) * COLUMNS),
  ]);
  const ours: number[] = [];
  const peers: number[] = [];
  let ourInertia = NaN;
  let peerInertia = NaN;
  for (let round = 0; round < 3; round++) {
    let start = performance.now();
    ourInertia = runToEnd(kmeans(matrix, { k: CLUSTERS, seed: 1 })).inertia;
    ours.push(performance.now() - start);
    start = performance.now();
    const peer = mlKmeans(rows, CLUSTERS, { seed: 1, initialization: 'kmeans++' });
    peers.push(performance.now() - start);
    // Its `error` is the mean squared distance per cluster.
    peerInertia = peer.computeInformation(rows).reduce((sum, { error, size }) => sum + error * size, 0);
  }
  const ourMs = ours.toSorted((a, b) => a - b)[1]!;
  const peerMs = peers.toSorted((a, b) => a - b)[1]!;
  return {
    name: `k-means, ${ROWS} × ${COLUMNS}, k = ${CLUSTERS}, against ml-kmeans with one start`,
    ourMs,
    peerMs,
    timeRatio: ourMs / peerMs,
    inertiaRatio: ourInertia / peerInertia,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { name, ourMs, peerMs, timeRatio, inertiaRatio } = compareKMeans();
  console.log(
    `${name}: ${ourMs.toFixed(0)} ms / ${peerMs.toFixed(0)} ms = ${timeRatio.toFixed(2)}, inertia ${inertiaRatio.toFixed(4)}`,
  );
}
