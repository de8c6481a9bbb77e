// Data as they would be without groups, to compare the real ones with.
import { EigenvalueDecomposition, Matrix as MlMatrix } from 'ml-matrix';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import type { Random } from '../random.ts';
import { correlationMatrix } from '../stats/correlation.ts';
import { normalCdf, normalQuantile } from '../stats/distributions.ts';
import { sortedWithWeights, weightedQuantile } from '../stats/quantiles.ts';
import type { Weights } from '../weights.ts';

/**
 * `box`: even over the range of each column. `aligned`: even over the box along the principal axes (both Tibshirani,
 * Walther & Hastie 2001). `hump`: one crowd with the data's correlations and the skewness and tails of each column.
 */
export type ReferenceKind = 'box' | 'aligned' | 'hump';

/** Draws a structure-free copy with as many rows. */
export type Reference = (random: Random) => Matrix;

/** Fits a reference to the data, which must be finite. With weights, a copy's rows take over those of the data's. */
export function referenceOf(kind: ReferenceKind, matrix: Matrix, weights: Weights = null): Reference {
  if (kind === 'box') return evenBox(matrix);
  if (kind === 'aligned') return evenBox(alongAxes(matrix));
  return oneHump(matrix, weights);
}

function evenBox(matrix: Matrix): Reference {
  const { rows, columns } = matrix;
  const ranges = Array.from({ length: columns }, (_, column) => rangeOf(columnOf(matrix, column)));
  return (random) => {
    const copy = createMatrix(rows, columns);
    for (let cell = 0; cell < copy.values.length; cell++) {
      const { low, high } = ranges[cell % columns]!;
      copy.values[cell] = low + (high - low) * random.next();
    }
    return copy;
  };
}

function rangeOf(values: Float64Array): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** The rows turned so that their principal axes are the columns; distances stay what they are. */
function alongAxes(matrix: Matrix): Matrix {
  const { rows, columns, values } = matrix;
  const turn = eigenvectors(covariance(matrix), columns).vectors;
  const turned = createMatrix(rows, columns);
  for (let row = 0; row < rows; row++)
    for (let axis = 0; axis < columns; axis++) {
      let score = 0;
      for (let column = 0; column < columns; column++)
        score += values[row * columns + column]! * turn[column * columns + axis]!;
      turned.values[row * columns + axis] = score;
    }
  return turned;
}

function covariance(matrix: Matrix): Float64Array {
  const { rows, columns, values } = matrix;
  const means = Array.from({ length: columns }, (_, column) =>
    columnOf(matrix, column).reduce((sum, value) => sum + value / rows, 0),
  );
  const products = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++)
    for (let one = 0; one < columns; one++)
      for (let other = 0; other < columns; other++)
        products[one * columns + other]! +=
          (values[row * columns + one]! - means[one]!) * (values[row * columns + other]! - means[other]!);
  return products.map((sum) => sum / rows);
}

function eigenvectors(
  symmetric: Float64Array,
  size: number,
): { readonly values: readonly number[]; readonly vectors: Float64Array } {
  const rows = Array.from({ length: size }, (_, row) => [
    ...symmetric.subarray(row * size, (row + 1) * size),
  ]);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new MlMatrix(rows), {
    assumeSymmetric: true,
  });
  return { values: realEigenvalues, vectors: Float64Array.from(eigenvectorMatrix.to1DArray()) };
}

/** A column's shape: its normal scores, and the value that belongs to a score. */
interface Margin {
  readonly scores: Float64Array;
  readonly of: (score: number) => number;
}

/** Columns with at most this many different values (flags, levels, small counts) keep exactly these. */
const FEW_VALUES = 12;
/** Where skewness is read off, and farther out the weight of the tails. */
const NEAR = 0.1;
const FAR = 0.02;

/** Normal scores of the mid-ranks: ties share one. */
function normalScores(values: Float64Array, weights: Weights): Float64Array {
  const weightAt = (row: number): number => (weights === null ? 1 : weights[row]!);
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const total = order.reduce((sum, row) => sum + weightAt(row), 0);
  const scores = new Float64Array(values.length);
  let below = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let tied = 0;
    while (to < order.length && values[order[to]!] === values[order[from]!]) tied += weightAt(order[to++]!);
    const score = normalQuantile((below + tied / 2) / total);
    for (let at = from; at < to; at++) scores[order[at]!] = score;
    below += tied;
    from = to;
  }
  return scores;
}

function marginOf(values: Float64Array, weights: Weights): Margin {
  const sorted = sortedWithWeights(values, weights);
  const at = (share: number): number => weightedQuantile(sorted, share);
  const range = rangeOf(values);
  const few = new Set(values).size <= FEW_VALUES;
  const curve = few ? stepQuantile(values, weights) : smoothQuantile(at);
  const of = (score: number): number => Math.min(range.high, Math.max(range.low, curve(score)));
  return { scores: normalScores(values, weights), of };
}

/** The distribution function of a column of few values, turned round. */
function stepQuantile(values: Float64Array, weights: Weights): (score: number) => number {
  const worth = new Map<number, number>();
  values.forEach((value, row) => {
    worth.set(value, (worth.get(value) ?? 0) + (weights === null ? 1 : weights[row]!));
  });
  const levels = [...worth].sort(([a], [b]) => a - b);
  const total = levels.reduce((sum, [, weight]) => sum + weight, 0);
  return (score) => {
    let left = normalCdf(score) * total;
    const found = levels.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? levels.at(-1)!)[0];
  };
}

/**
 * A curve with one hump through the column's median, skewness and tails: Tukey's g-and-h distribution
 * x = a + b·((e^{gz} − 1)/g)·e^{hz²/2}, fitted by quantiles (Hoaglin 1985). Tails lighter than the normal's are taken
 * as normal: two crowds have light tails, and the curve must not follow them.
 */
function smoothQuantile(at: (share: number) => number): (score: number) => number {
  const middle = at(0.5);
  const near = -normalQuantile(NEAR);
  const far = -normalQuantile(FAR);
  const up = at(1 - NEAR) - middle;
  const down = middle - at(NEAR);
  // A column that is mostly one value has no such curve: it keeps its own quantiles.
  if (!(up > 0) || !(down > 0)) return (score) => at(normalCdf(score));
  const g = Math.log(up / down) / near;
  const bend = (score: number): number => (Math.abs(g) < 1e-6 ? score : Math.expm1(g * score) / g);
  const bentRatio = (bend(far) - bend(-far)) / (bend(near) - bend(-near));
  const tails = (at(1 - FAR) - at(FAR)) / (up + down) / bentRatio;
  const h = Math.max(0, (2 * Math.log(tails)) / (far * far - near * near));
  const stretch = (score: number): number => bend(score) * Math.exp((h * score * score) / 2);
  const scale = (up + down) / (stretch(near) - stretch(-near));
  return (score) => middle + scale * stretch(score);
}

/**
 * One crowd: normal scores with the correlations of the data's own normal scores, each brought back to its column's
 * shape. Real groups make a column's tails light or its middle empty; the copies have neither.
 */
function oneHump(matrix: Matrix, weights: Weights): Reference {
  const { rows, columns } = matrix;
  const margins = Array.from({ length: columns }, (_, column) => marginOf(columnOf(matrix, column), weights));
  const scores = margins.map((margin) => margin.scores);
  const correlations = correlationMatrix(scores, weights).map((r) => (Number.isNaN(r) ? 0 : r));
  for (let column = 0; column < columns; column++) correlations[column * columns + column] = 1;
  const { values, vectors } = eigenvectors(correlations, columns);
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)));
  return (random) => {
    const copy = createMatrix(rows, columns);
    const draws = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      for (let axis = 0; axis < columns; axis++) draws[axis] = roots[axis]! * gaussian(random);
      for (let column = 0; column < columns; column++) {
        let score = 0;
        for (let axis = 0; axis < columns; axis++) score += vectors[column * columns + axis]! * draws[axis]!;
        copy.values[row * columns + column] = margins[column]!.of(score);
      }
    }
    return copy;
  };
}

/** A standard normal number (Box & Muller 1958). */
export function gaussian(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
