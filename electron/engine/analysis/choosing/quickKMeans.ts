// k-means for the many small fits of tests and resamples: few starts on typed arrays, as good as what is compared
// with it because both get the same.
import { lloyd, type LloydResult, squaredDistance } from '../lloyd.ts';
import type { Checkpoint, Matrix } from '../matrix.ts';
import { Random } from '../random.ts';
import type { Weights } from '../weights.ts';

export interface QuickOptions {
  readonly k: number;
  readonly seed: number;
  readonly starts: number;
  readonly weights?: Weights;
}

const SETTLED = { maxIterations: 60, tolerance: 1e-5 };

/** The best of a few k-means++ starts (Arthur & Vassilvitskii 2007). Clusters are in no particular order. */
export function* quickKMeans(
  matrix: Matrix,
  { k, seed, starts, weights = null }: QuickOptions,
): Generator<Checkpoint, LloydResult> {
  const random = new Random(seed);
  let best: LloydResult | null = null;
  for (let start = 0; start < (k === 1 ? 1 : starts); start++) {
    const found: LloydResult = yield* lloyd(matrix, spreadOut(matrix, k, random, weights), {
      ...SETTLED,
      weights,
    });
    if (best === null || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** k rows, each drawn with a chance in proportion to its squared distance to those before. */
function spreadOut(
  { rows, columns, values }: Matrix,
  k: number,
  random: Random,
  weights: Weights,
): Float64Array {
  const centroids = new Float64Array(k * columns);
  const chance = new Float64Array(rows);
  const nearest = new Float64Array(rows).fill(Infinity);
  for (let row = 0; row < rows; row++) chance[row] = weights === null ? 1 : weights[row]!;
  for (let cluster = 0; cluster < k; cluster++) {
    const chosen = draw(chance, random);
    centroids.set(values.subarray(chosen * columns, (chosen + 1) * columns), cluster * columns);
    for (let row = 0; row < rows; row++) {
      const squared = squaredDistance(values, row * columns, centroids, cluster * columns, columns);
      if (squared < nearest[row]!) nearest[row] = squared;
      chance[row] = nearest[row]! * (weights === null ? 1 : weights[row]!);
    }
  }
  return centroids;
}

/** Any row when all chances are 0: there are fewer different rows than clusters. */
function draw(chance: Float64Array, random: Random): number {
  let total = 0;
  for (const one of chance) total += one;
  if (!(total > 0)) return random.integer(chance.length);
  let left = random.next() * total;
  for (let row = 0; row < chance.length; row++) {
    left -= chance[row]!;
    if (left < 0) return row;
  }
  return chance.length - 1;
}
