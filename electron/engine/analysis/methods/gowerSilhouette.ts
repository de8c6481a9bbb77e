// Silhouette by Gower's dissimilarity, for divisions of mixed data; on a seeded sample above 3,000 rows.
import { type Checkpoint, type Labels, within, WORK_PER_CHECKPOINT } from '../matrix.ts';
import { Random, sampleIndices } from '../random.ts';
import type { SilhouetteResult } from '../silhouette.ts';
import { informationOf, summariseWeighted } from '../stats/moments.ts';
import { takeWeights, unevenWeights } from '../weights.ts';
import { fitGower, gowerDistance, type GowerRows, gowerRows } from './gower.ts';
import { type MethodInput, takeTable } from './input.ts';

const ROWS = 3000;

/** What the whole sample's rows are compared in: their clusters, and what each row and cluster weighs. */
interface Sample {
  readonly rows: GowerRows;
  readonly own: Int32Array;
  readonly weights: Float64Array | null;
  readonly worth: Float64Array;
}

/** As `silhouette`, with Gower's dissimilarity over the whole table's ranges. Rows labelled −1 are left out. */
export function* gowerSilhouette(
  { table, weights: given }: MethodInput,
  labels: Labels,
  k: number,
  seed: number,
): Generator<Checkpoint, SilhouetteResult> {
  const labelled = Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0);
  const sampled = labelled.length > ROWS;
  const picked = sampled
    ? sampleIndices(labelled.length, ROWS, new Random(seed))
        .map((at) => labelled[at]!)
        .sort()
    : labelled;
  const weights = takeWeights(unevenWeights(given), picked);
  const own = Int32Array.from(picked, (row) => labels[row]!);
  const worth = new Float64Array(k);
  own.forEach((cluster, at) => (worth[cluster]! += weights === null ? 1 : weights[at]!));
  const rows = gowerRows(takeTable(table, picked), fitGower(table, given));
  const values = yield* within(rowValues({ rows, own, weights, worth }, k), 0, 1);
  const summary = summariseWeighted(values, weights);
  const defined = worth.filter((one) => one > 0).length >= 2;
  return {
    value: defined && summary.n > 0 ? summary.mean : null,
    n: picked.length,
    sampled,
    standardError: sampled ? Math.sqrt(summary.variance / informationOf(summary)) : 0,
    perCluster: Array.from({ length: k }, (_, cluster) => {
      const members = Int32Array.from(own.keys()).filter((at) => own[at] === cluster);
      if (!defined || worth[cluster] === 0) return null;
      const mine = Float64Array.from(members, (at) => values[at]!);
      return summariseWeighted(mine, takeWeights(weights, members)).mean;
    }),
    rows: picked,
    values: Float32Array.from(values),
  };
}

function* rowValues(sample: Sample, k: number): Generator<Checkpoint, Float64Array> {
  const { rows, own, weights } = sample;
  const n = own.length;
  const sums = new Float64Array(n * k);
  let work = 0;
  for (let row = 1; row < n; row++) {
    for (let other = 0; other < row; other++) {
      const distance = gowerDistance(rows, row, rows, other);
      sums[row * k + own[other]!]! += distance * (weights === null ? 1 : weights[other]!);
      sums[other * k + own[row]!]! += distance * (weights === null ? 1 : weights[row]!);
    }
    work += row * (rows.numbers + rows.categories + 4);
    if (work < WORK_PER_CHECKPOINT) continue;
    work = 0;
    yield { share: (row * row) / (n * n) };
  }
  return Float64Array.from({ length: n }, (_, row) => oneValue(sample, sums, row, k));
}

/** A row alone in its cluster counts 0. One that weighs more than 1 has itself as a neighbour at distance 0. */
function oneValue({ own, weights, worth }: Sample, sums: Float64Array, row: number, k: number): number {
  const cluster = own[row]!;
  const others = worth[cluster]! - (weights === null ? 1 : Math.min(1, weights[row]!));
  if (!(others > 1e-12)) return 0;
  const inside = sums[row * k + cluster]! / others;
  let outside = Infinity;
  for (let other = 0; other < k; other++)
    if (other !== cluster && worth[other]! > 0)
      outside = Math.min(outside, sums[row * k + other]! / worth[other]!);
  const larger = Math.max(inside, outside);
  return outside === Infinity || larger === 0 ? 0 : (outside - inside) / larger;
}
