// Stability: the same method on resamples of the customers, and how much of the segments comes back.
import { AppError } from '../../../../shared/errors.ts';
import { type Checkpoint, type Labels, within } from '../matrix.ts';
import { centroidRows } from '../methods/centroidModel.ts';
import { takeColumns } from '../methods/gaussianMixture.ts';
import { type MethodInput, takeInput } from '../methods/input.ts';
import { assign, type ClusterOptions, solveMany } from '../methods/solve.ts';
import { fitMixture } from '../methods/mixtureFit.ts';
import type { MixtureModel, StoredModel } from '../methods/solution.ts';
import { Random } from '../random.ts';
import { adjustedRand, bestJaccard, crossTable } from './agreement.ts';
import { quickKMeans } from './quickKMeans.ts';

export interface ResampleOptions {
  readonly method: ClusterOptions['method'];
  readonly ks: readonly number[];
  /** Of the whole tournament; a chunk draws by its own number. */
  readonly seed: number;
  readonly chunk: number;
  /** Customers drawn per resample at most. */
  readonly rows?: number;
  /** Of k-means on a resample. */
  readonly starts?: number;
  /** Mixtures: what the solutions themselves look like, per k. */
  readonly found?: readonly (FoundMixture | null)[];
}

/** What a mixture settled on. */
export type FoundMixture = Pick<MixtureModel, 'shape' | 'columns'>;

/** Sums over the resamples of one chunk. */
export interface ChunkStability {
  readonly resamples: number;
  /** Per segment. */
  readonly jaccard: readonly number[];
  /** Over `resamples` / 2 pairs. */
  readonly ari: number;
}

/** Even, so that they make pairs. */
export const CHUNK = 10;
/** Customers drawn per resample: fewer than there are make the test harder, never easier. */
export const RESAMPLE_ROWS = 1_000;
const STARTS = 3;
const QUICK_MIXTURE = { maxIterations: 40, tolerance: 1e-4 };

/**
 * One chunk of bootstrap resamples (rows drawn with replacement) for several k. Everyone is placed by each resample's
 * model and compared with the solution: mean Jaccard similarity per segment (Hennig 2007, with assignment of all
 * customers instead of those drawn). Resamples 1 and 2, 3 and 4 … are compared with each other by adjusted Rand index.
 * @param labels the solution itself, per k
 */
export function* resampleChunk(
  input: MethodInput,
  labels: readonly Labels[],
  options: ResampleOptions,
): Generator<Checkpoint, readonly ChunkStability[]> {
  const { ks, seed, chunk } = options;
  const random = new Random(seed + 7919 * (chunk + 1));
  const sums = labels.map((own) => ({
    jaccard: new Float64Array(1 + Math.max(-1, ...new Set(own))),
    ari: 0,
  }));
  let before: readonly Labels[] = [];
  for (let resample = 0; resample < CHUNK; resample++) {
    const share = resample / CHUNK;
    const placed = yield* within(placedByResample(input, options, random), share, share + 1 / CHUNK);
    for (const [at, k] of ks.entries()) {
      const sum = sums[at]!;
      const own = crossTable(labels[at]!, placed[at]!, sum.jaccard.length, k, input.weights);
      bestJaccard(own).forEach((value, segment) => {
        sum.jaccard[segment]! += value ?? 0;
      });
      if (resample % 2 === 1)
        sum.ari += adjustedRand(crossTable(before[at]!, placed[at]!, k, k, input.weights));
    }
    before = placed;
  }
  return sums.map(({ jaccard, ari }) => ({ resamples: CHUNK, jaccard: [...jaccard], ari }));
}

function* placedByResample(
  input: MethodInput,
  { method, ks, found, rows: most = RESAMPLE_ROWS, starts = STARTS }: ResampleOptions,
  random: Random,
): Generator<Checkpoint, readonly Labels[]> {
  const { rows } = input.matrix;
  const drawn = Int32Array.from({ length: Math.min(rows, most) }, () => random.integer(rows));
  const resample = takeInput(input, drawn);
  const seed = random.integer(2_147_483_647);
  const quick = method === 'kmeans' || method === 'gmm';
  if (!quick) {
    const models = yield* modelsOf(resample, { method, k: ks[0]!, seed }, ks);
    return models.map((model) => placedBy(model, input));
  }
  const placed: Labels[] = [];
  for (const [at, k] of ks.entries()) {
    const steps = quickModel(resample, { k, seed, starts }, method === 'gmm' ? (found?.[at] ?? null) : null);
    placed.push(placedBy(yield* within(steps, at / ks.length, (at + 1) / ks.length), input));
  }
  return placed;
}

/** Without a model all are one segment. */
const placedBy = (model: StoredModel | null, input: MethodInput): Labels =>
  model === null ? new Int16Array(input.matrix.rows) : assign(model, input);

/**
 * A model per k. Where rare customers were not drawn, a resample may have fewer different ones than k: then as many
 * segments as it allows, and the one that is missing has not come back. Null where it allows none.
 */
function* modelsOf(
  resample: MethodInput,
  options: ClusterOptions,
  ks: readonly number[],
): Generator<Checkpoint, readonly (StoredModel | null)[]> {
  try {
    return (yield* solveMany(resample, options, ks)).map(({ model }) => model);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const limit = error.code === 'K-TOO-LARGE' ? Number(error.args['limit']) : 0;
    // A mixture may find out late that a cloud has no width; it says no more than that k is too large.
    if (!(limit >= 1 && ks.some((k) => k > limit))) return ks.map(() => null);
    return yield* modelsOf(resample, { ...options, k: Math.min(options.k, limit) }, atMost(ks, limit));
  }
}

const atMost = (ks: readonly number[], limit: number): readonly number[] => ks.map((k) => Math.min(k, limit));

/**
 * Few starts, and for a mixture few steps from there, in the shape that the solution has: a resample need not find the
 * very best of its solutions, and there are hundreds of them.
 */
function* quickModel(
  resample: MethodInput,
  { k, seed, starts }: { readonly k: number; readonly seed: number; readonly starts: number },
  mixture: FoundMixture | null,
): Generator<Checkpoint, StoredModel | null> {
  const { weights } = resample;
  const matrix = mixture ? takeColumns(resample.matrix, mixture.columns) : resample.matrix;
  const clusters = yield* quickKMeans(matrix, { k, seed, starts, weights });
  const centroids = {
    method: 'kmeans' as const,
    centroids: centroidRows(clusters.centroids, matrix.columns),
  };
  if (!mixture) return centroids;
  const { shape, columns } = mixture;
  const fit = yield* fitMixture(matrix, clusters.labels, { shape, k, weights, ...QUICK_MIXTURE });
  // A cloud that collapsed on its resample: round clouds always have a width.
  if (!fit) return (yield* modelsOf(resample, { method: 'gmm', k, seed, covariance: 'spherical' }, [k]))[0]!;
  return { method: 'gmm', shape, columns, components: fit.components };
}
