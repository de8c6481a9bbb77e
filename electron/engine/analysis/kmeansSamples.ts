// What stands for very many rows: samples in which the few that are far out are not missed.
import { type Matrix, takeRows } from './matrix.ts';
import { Random } from './random.ts';
import { unevenWeights, type Weights } from './weights.ts';

/** Rows that a start is found on: enough for every cluster worth a campaign to be seen. */
export const SAMPLE_ROWS = 20_000;

/** From twice as many rows on, most passes go over a sample of so many. */
export const MIDDLE_ROWS = 200_000;

/** A stream of chance of its own for each purpose of a seed. */
export function streamOf(seed: number, purpose: number): Random {
  return new Random(new Random(seed).integer(4_294_967_296) + purpose);
}

export interface KMeansSamples {
  /** What starts are found and compared on; up to 20,000 rows all of them. */
  readonly trial: Sample;
  /** What most passes go over, if any are made; up to 400,000 rows all of them. */
  readonly middle: Sample;
}

/** For all starts and all k: they depend on the seed and the weights alone. On shared memory where they are drawn. */
export function samplesOf(
  matrix: Matrix,
  { seed, weights = null, miniBatch = false }: SamplesWanted,
): KMeansSamples {
  const middle = matrix.rows < 2 * MIDDLE_ROWS ? matrix.rows : MIDDLE_ROWS;
  const sizes = miniBatch ? [SAMPLE_ROWS] : [SAMPLE_ROWS, middle];
  const drawn = drawSamples(matrix, streamOf(seed, 0), unevenWeights(weights), sizes);
  return { trial: drawn[0]!, middle: drawn.at(-1)! };
}

interface SamplesWanted {
  readonly seed: number;
  readonly weights?: Weights;
  /** No passes go over the middle one. */
  readonly miniBatch?: boolean;
}

/** Rows that stand for all of a matrix, each for as many as its weight says (1 on average). */
interface Sample {
  readonly matrix: Matrix;
  readonly weights: Weights;
}

/**
 * A sample for each of the sizes, on shared memory; the matrix itself where it is no larger. A lightweight coreset
 * (Bachem, Lucic & Krause 2018): half of the rows are drawn evenly, half in proportion to their squared distance from
 * the middle, for evenly drawn ones alone miss the few that are far out, and of skewed values those decide. One row of
 * each of `size` stretches of equal chance: data in any order are covered evenly.
 */
function drawSamples(
  matrix: Matrix,
  random: Random,
  weights: Weights,
  sizes: readonly number[],
): readonly Sample[] {
  if (sizes.every((size) => matrix.rows <= size)) return sizes.map(() => ({ matrix, weights }));
  const chances = chancesOf(matrix, weights);
  return sizes.map((size) =>
    matrix.rows <= size ? { matrix, weights } : drawSample(matrix, chances, { random, weights, size }),
  );
}

/** The chance of each row to be drawn, in proportion. The middle is that of a sample: it need not be exact. */
function chancesOf(matrix: Matrix, weights: Weights): Float64Array {
  const { rows, columns, values } = matrix;
  const some = Math.min(rows, SAMPLE_ROWS);
  const middle = middleOf(takeRows(matrix, spreadIndices(rows, some, new Random(0))));
  const chances = new Float64Array(rows);
  let far = 0;
  let total = 0;
  for (let row = 0, cell = 0; row < rows; row++) {
    let distance = 0;
    for (let column = 0; column < columns; column++, cell++) {
      const gap = values[cell]! - middle[column]!;
      distance += gap * gap;
    }
    const weight = weights === null ? 1 : weights[row]!;
    chances[row] = distance;
    far += weight * distance;
    total += weight;
  }
  const even = far / total;
  for (let row = 0; row < rows; row++) {
    const weight = weights === null ? 1 : weights[row]!;
    chances[row] = even > 0 ? weight * (even + chances[row]!) : weight;
  }
  return chances;
}

function middleOf({ rows, columns, values }: Matrix): Float64Array {
  const middle = new Float64Array(columns);
  for (let row = 0, cell = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, cell++) middle[column]! += values[cell]! / rows;
  return middle;
}

function drawSample(
  matrix: Matrix,
  chances: Float64Array,
  { random, weights, size }: { readonly random: Random; readonly weights: Weights; readonly size: number },
): Sample {
  let total = 0;
  for (let row = 0; row < chances.length; row++) total += chances[row]!;
  const stretch = total / size;
  const drawn = new Int32Array(size);
  let passed = 0;
  let reached = 0;
  for (let at = 0, row = -1; at < size; at++) {
    const wanted = (at + random.next()) * stretch;
    while (passed <= wanted && row < chances.length - 1) {
      row++;
      if (chances[row] === 0) continue;
      passed += chances[row]!;
      reached = row;
    }
    drawn[at] = reached;
  }
  const own = Float64Array.from(drawn, (row) => (weights === null ? 1 : weights[row]!) / chances[row]!);
  const mean = own.reduce((sum, weight) => sum + weight, 0) / size;
  const shared = new Float64Array(new SharedArrayBuffer(own.byteLength));
  own.forEach((weight, at) => {
    shared[at] = weight / mean;
  });
  return { matrix: takeRows(matrix, drawn, true), weights: shared };
}

/** One number of each of `size` equal stretches of 0..length−1, ascending. */
export function spreadIndices(length: number, size: number, random: Random): Int32Array {
  const stretch = length / size;
  const drawn = new Int32Array(size);
  for (let at = 0; at < size; at++) drawn[at] = Math.floor((at + random.next()) * stretch);
  return drawn;
}
