// Do two halves of the customers give the same clusters?
import { squaredDistance } from '../lloyd.ts';
import { type Checkpoint, type Matrix, takeRows } from '../matrix.ts';
import { type Random, sampleIndices } from '../random.ts';
import { takeWeights, type Weights } from '../weights.ts';
import { adjustedRand, crossTable } from './agreement.ts';
import { quickKMeans } from './quickKMeans.ts';

export interface HalvesOptions {
  readonly k: number;
  readonly times: number;
  readonly random: Random;
  readonly weights?: Weights;
}

const STARTS = 3;

/**
 * Mean adjusted Rand index of everyone placed by the clusters of one random half and by those of the other (Lange,
 * Roth, Braun & Buhmann 2004 without the classifier). Needs at least two rows.
 */
export function* halvesAgree(matrix: Matrix, options: HalvesOptions): Generator<Checkpoint, number> {
  const { k, times, random, weights = null } = options;
  let total = 0;
  for (let time = 0; time < times; time++) {
    yield { share: time / times };
    const order = sampleIndices(matrix.rows, matrix.rows, random);
    const middle = order.length >> 1;
    const first = yield* placedBy(matrix, order.subarray(0, middle), k, random, weights);
    const second = yield* placedBy(matrix, order.subarray(middle), k, random, weights);
    total += adjustedRand(crossTable(first, second, k, k, weights));
  }
  return total / times;
}

function* placedBy(
  matrix: Matrix,
  half: Int32Array,
  k: number,
  random: Random,
  weights: Weights,
): Generator<Checkpoint, Int16Array> {
  const own = takeWeights(weights, half);
  const options = { k, seed: random.integer(2_147_483_647), starts: STARTS, weights: own };
  const { centroids } = yield* quickKMeans(takeRows(matrix, half), options);
  return nearest(matrix, centroids, k);
}

function nearest({ rows, columns, values }: Matrix, centroids: Float64Array, k: number): Int16Array {
  const labels = new Int16Array(rows);
  for (let row = 0; row < rows; row++) {
    let least = Infinity;
    for (let cluster = 0; cluster < k; cluster++) {
      const squared = squaredDistance(values, row * columns, centroids, cluster * columns, columns);
      if (squared >= least) continue;
      least = squared;
      labels[row] = cluster;
    }
  }
  return labels;
}
