// How well each segment of one solution holds when its customers are drawn again, by the tournament's own resamples.
import type { Progress } from '../../../../shared/model/job.ts';
import { setsClasses } from '../../../../shared/model/method.ts';
import type { ClusterSettings, SegmentStability } from '../../../../shared/model/segmentation.ts';
import { CHUNK, type ChunkStability, RESAMPLE_ROWS } from '../../analysis/choosing/resamples.ts';
import { type MethodInput, takeInput } from '../../analysis/methods/input.ts';
import type { Solution } from '../../analysis/methods/solution.ts';
import type { ClusterOptions } from '../../analysis/methods/solve.ts';
import { Random, sampleIndices } from '../../analysis/random.ts';
import type { PoolTask } from '../../threads/pool.ts';
import { allResults, meanShare } from '../../threads/taskGroup.ts';
import { within } from '../context.ts';
import { type Beside, waiting } from '../waiting.ts';

/** Customers drawn per resample: what a second or two allow each method. */
const DRAWN: Readonly<Partial<Record<ClusterSettings['method'], number>>> = {
  kmeans: 5_000,
  gmm: 5_000,
  ward: 1_500,
  kprototypes: 1_500,
};
/** Customers placed by each resample's model at most. */
const PLACED = 10_000;
const CHUNKS = 4;
/** Of many more customers a resample's own bad luck would weigh: more starts than a tournament can pay for. */
const STARTS = 10;
/** Fewer customers say too little. */
const LEAST = 30;

export interface Resampling {
  readonly tasks: readonly PoolTask<readonly ChunkStability[]>[];
  readonly drawn: number;
  readonly placed: number;
}

/** Begins beside the job's other steps; null for segments that are set out, for one alone, and for few customers. */
export function beginResampling(
  beside: Beside,
  input: MethodInput,
  { labels, k, model }: Solution,
  { method, seed }: Pick<ClusterSettings, 'method' | 'seed'>,
): Resampling | null {
  const { rows } = input.matrix;
  if (setsClasses(method) || k < 2 || rows < LEAST) return null;
  const sampled = sampleIndices(rows, PLACED, new Random(seed)).sort();
  const taken = takeInput(input, sampled);
  const own = Int16Array.from(sampled, (row) => labels[row]!);
  const drawn = Math.min(sampled.length, DRAWN[method] ?? RESAMPLE_ROWS);
  const found = model.method === 'gmm' ? { found: [{ shape: model.shape, columns: model.columns }] } : {};
  const options = { method: method as ClusterOptions['method'], ks: [k], seed, rows: drawn, starts: STARTS };
  const tasks = Array.from({ length: CHUNKS }, (_, chunk) => {
    const given = { input: taken, labels: [own], options: { ...options, ...found, chunk } };
    return beside.begin((pool, cancel) => pool.run('resampleChunk', given, cancel));
  });
  return { tasks, drawn, placed: sampled.length };
}

export async function* resampled(
  { tasks, drawn, placed }: Resampling,
  from: number,
  to: number,
): AsyncGenerator<Progress, SegmentStability> {
  const chunks = (yield* waiting(allResults(tasks), () =>
    within('resampling', from, to, meanShare(tasks)),
  )).flat();
  const resamples = CHUNK * chunks.length;
  const jaccard = chunks[0]!.jaccard.map(
    (_, segment) => chunks.reduce((sum, chunk) => sum + chunk.jaccard[segment]!, 0) / resamples,
  );
  const ari = (2 * chunks.reduce((sum, chunk) => sum + chunk.ari, 0)) / resamples;
  return { resamples, drawn, placed, jaccard, ari };
}
