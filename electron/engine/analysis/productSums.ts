// Sums of products of columns about their means: what a covariance is divided from.
import { kernels } from './kernels/instance.ts';
import { addProductsSimd } from './kernels/productsSimd.ts';
import type { Weights } from './weights.ts';

export interface ProductSums {
  readonly columns: number;
  /** Taken off each column first. */
  readonly mean: Float64Array;
  /** One per row of the matrix. */
  readonly weights: Weights;
  /** Added to where the second column is not before the first; columns × columns. */
  readonly products: Float64Array;
}

/** Adds rows `start..end−1`. The same bits on every machine, with and without the kernel. */
export function addProducts(values: Float64Array, start: number, end: number, state: ProductSums): void {
  const fast = kernels();
  if (fast === null) addProductsPlain(values, start, end, state);
  else addProductsSimd(fast, values, start, end, state);
}

/** The reference. */
export function addProductsPlain(
  values: Float64Array,
  start: number,
  end: number,
  { columns, mean, weights, products }: ProductSums,
): void {
  const centred = new Float64Array(columns);
  for (let row = start; row < end; row++) {
    for (let column = 0; column < columns; column++)
      centred[column] = values[row * columns + column]! - mean[column]!;
    for (let first = 0; first < columns; first++) {
      const factor = weights === null ? centred[first]! : weights[row]! * centred[first]!;
      for (let second = first; second < columns; second++)
        products[first * columns + second]! += factor * centred[second]!;
    }
  }
}
