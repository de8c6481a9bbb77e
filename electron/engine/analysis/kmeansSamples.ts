// What stands for very many rows: samples in which the few that are far out are not missed.
import { type Matrix, takeRows } from './matrix.ts';
import { Random } from './random.ts';
import { unevenWeights, type Weights } from './weights.ts';

/** Rows that a start is found on: enough for every cluster worth a campaign to be seen. */
export const SAMPLE_ROWS = 20_000;

/** From twice as many rows on, most passes go over a sample of so many. */
export const MIDDLE_ROWS = 100_000;

/** Enough for the middle of all. */
const FEW_ROWS = 4_096;

/** A stream of chance of its own for each purpose of a seed. */
export function streamOf(seed: number, purpose: number): Random {
  return new Random(new Random(seed).integer(4_294_967_296) + purpose);
}

export interface KMeansSamples {
  /** What starts are found and compared on; up to 20,000 rows all of them. */
  readonly trial: Sample;
  /** What most passes go over, if any are made; up to 200,000 rows all of them. */
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

/** How likely each row is to be drawn, and the sum of it. */
interface Chances {
  readonly of: Float64Array;
  readonly total: number;
}

/** Middle and mean distance are those of a few rows: weights make up for whatever the chances are. */
function chancesOf(matrix: Matrix, weights: Weights): Chances {
  const few = takeRows(matrix, spreadIndices(matrix.rows, FEW_ROWS, new Random(0)));
  const middle = middleOf(few);
  const even = distancesTo(middle, few, null, 0).total / few.rows;
  // Where the few are all alike, so may all be.
  return distancesTo(middle, matrix, weights, even > 0 ? even : 1);
}

function middleOf({ rows, columns, values }: Matrix): Float64Array {
  const middle = new Float64Array(columns);
  for (let row = 0, cell = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, cell++) middle[column]! += values[cell]! / rows;
  return middle;
}

/** Of each row its squared distance to the point and something more, times what it weighs. */
function distancesTo(
  point: Float64Array,
  { rows, columns, values }: Matrix,
  weights: Weights,
  more: number,
): Chances {
  const of = new Float64Array(rows);
  let total = 0;
  for (let row = 0, cell = 0; row < rows; row++) {
    let distance = more;
    for (let column = 0; column < columns; column++, cell++) {
      const gap = values[cell]! - point[column]!;
      distance += gap * gap;
    }
    if (weights !== null) distance *= weights[row]!;
    of[row] = distance;
    total += distance;
  }
  return { of, total };
}

function drawSample(
  matrix: Matrix,
  { of: chances, total }: Chances,
  { random, weights, size }: { readonly random: Random; readonly weights: Weights; readonly size: number },
): Sample {
  const stretch = total / size;
  const drawn = new Int32Array(size);
  const own = new Float64Array(new SharedArrayBuffer(size * Float64Array.BYTES_PER_ELEMENT));
  let sum = 0;
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
    own[at] = (weights === null ? 1 : weights[reached]!) / chances[reached]!;
    sum += own[at]!;
  }
  for (let at = 0; at < size; at++) own[at]! *= size / sum;
  return { matrix: takeRows(matrix, drawn, true), weights: own };
}

/** One number of each of `size` equal stretches of 0..length−1, ascending. */
export function spreadIndices(length: number, size: number, random: Random): Int32Array {
  const stretch = length / size;
  const drawn = new Int32Array(size);
  for (let at = 0; at < size; at++) drawn[at] = Math.floor((at + random.next()) * stretch);
  return drawn;
}
