// Could the groups be chance? The same clustering on data whose columns no longer belong together.
import { kmeans } from './kmeans.ts';
import { type Checkpoint, createMatrix, type Matrix, takeRows, within } from './matrix.ts';
import { createRandom, drawIndices, type Random, sampleIndices, shuffledIndices } from './random.ts';
import { silhouette } from './silhouette.ts';
import { summarise } from './stats/moments.ts';
import { takeWeights, unevenWeights, type Weights } from './weights.ts';

export interface NullOptions {
  readonly k: number;
  readonly seed: number;
  /** Copies without structure. */
  readonly copies?: number;
  /** Rows used at most; the real data are cut to the same sample. */
  readonly rows?: number;
  /** One per row of the matrix. */
  readonly weights?: Weights;
}

export interface NullVerdict {
  /** True when the real data separate better than every copy. */
  readonly pass: boolean;
  /** Silhouette of the real rows, computed exactly like those of the copies. */
  readonly observed: number;
  readonly nullValues: readonly number[];
  readonly nullMean: number;
  readonly nullMax: number;
  /** (copies at least as good + 1) / (copies + 1): the smallest possible p with 20 copies is 0.048. */
  readonly p: number;
  readonly rows: number;
  /** `shuffled`: columns permuted. `uniform`: one column only, where permuting changes nothing, so drawn evenly over its range. */
  readonly reference: 'shuffled' | 'uniform';
}

/** Few starts are enough: the real data and the copies get the same, so neither is favoured. */
const STARTS = 5;

/**
 * Permutation test of joint structure: each column keeps its distribution (also its own gaps and
 * peaks), only the links between columns are cut. Seeded. With weights the columns of a copy are drawn anew from
 * their weighted distributions, for weights that stay with a row would no longer fit its values.
 * @throws AppError as `kmeans` does
 */
export function* shuffledNull(matrix: Matrix, options: NullOptions): Generator<Checkpoint, NullVerdict> {
  const { k, seed, copies = 20 } = options;
  const random = createRandom(seed);
  const sampled = sampleIndices(matrix.rows, options.rows ?? 1_000, random);
  const sample = takeRows(matrix, sampled);
  const weights = unevenWeights(takeWeights(options.weights ?? null, sampled));
  const reference = matrix.columns > 1 ? 'shuffled' : 'uniform';
  const parts = copies + 1;
  const observed = yield* within(separation(sample, k, seed, weights), 0, 1 / parts);
  const nullValues: number[] = [];
  for (let copy = 1; copy <= copies; copy++) {
    const shuffled =
      reference === 'shuffled' ? shuffleColumns(sample, random, weights) : evenly(sample, random);
    nullValues.push(yield* within(separation(shuffled, k, seed + copy), copy / parts, (copy + 1) / parts));
  }
  const { mean, max } = summarise(nullValues);
  const atLeast = nullValues.filter((value) => value >= observed).length;
  return {
    pass: atLeast === 0,
    observed,
    nullValues,
    nullMean: mean,
    nullMax: max,
    p: (atLeast + 1) / parts,
    rows: sample.rows,
    reference,
  };
}

function* separation(
  matrix: Matrix,
  k: number,
  seed: number,
  weights: Weights = null,
): Generator<Checkpoint, number> {
  const { labels } = yield* within(kmeans(matrix, { k, seed, starts: STARTS, weights }), 0, 0.8);
  const { value } = yield* within(silhouette(matrix, labels, k, { seed, weights }), 0.8, 1);
  return value ?? 0;
}

function shuffleColumns({ rows, columns, values }: Matrix, random: Random, weights: Weights): Matrix {
  const shuffled = createMatrix(rows, columns);
  for (let column = 0; column < columns; column++) {
    const drawn = weights === null ? shuffledIndices(rows, random) : drawIndices(weights, rows, random);
    drawn.forEach((from, row) => {
      shuffled.values[row * columns + column] = values[from * columns + column]!;
    });
  }
  return shuffled;
}

/** Tibshirani, Walther & Hastie (2001): the gap statistic's reference distribution. */
function evenly({ rows, columns, values }: Matrix, random: Random): Matrix {
  const { min, max } = summarise(values);
  return { rows, columns, values: values.map(() => min + (max - min) * random.next()) };
}
