// The SIMD form of addProductsPlain: rows pass through the kernel's memory in blocks, columns filled up to fours.
import type { ProductSums } from '../productSums.ts';
import { type Kernels, placesOf } from './instance.ts';

/** So small that a block stays in the fastest cache while each pair of columns goes over it. */
const BLOCK_BYTES = 24 * 1024;

/** As `addProductsPlain`, bit for bit. */
export function addProductsSimd(
  { addProducts, room }: Kernels,
  values: Float64Array,
  start: number,
  end: number,
  state: ProductSums,
): void {
  const { columns, mean, weights, products } = state;
  const wide = Math.ceil(columns / 4) * 4;
  const block = Math.max(4, Math.floor(BLOCK_BYTES / (wide * 8)));
  const places = placesOf([wide * 8, block * 8, wide * wide * 8, block * wide * 8]);
  const [meansAt, weightsAt, productsAt, rowsAt] = places.at as [number, number, number, number];
  const { doubles } = room(places.end);
  doubles.fill(0, meansAt / 8, meansAt / 8 + wide);
  doubles.set(mean, meansAt / 8);
  doubles.fill(0, productsAt / 8, productsAt / 8 + wide * wide);
  for (let first = 0; first < columns; first++)
    doubles.set(products.subarray(first * columns, (first + 1) * columns), productsAt / 8 + first * wide);
  if (weights === null) doubles.fill(1, weightsAt / 8, weightsAt / 8 + block);
  for (let from = start; from < end; from += block) {
    const to = Math.min(end, from + block);
    if (wide === columns) doubles.set(values.subarray(from * columns, to * columns), rowsAt / 8);
    else spread(values, from, to, columns, doubles.subarray(rowsAt / 8), wide);
    if (weights !== null) doubles.set(weights.subarray(from, to), weightsAt / 8);
    addProducts(rowsAt, to - from, wide, meansAt, weightsAt, productsAt);
  }
  for (let first = 0; first < columns; first++) {
    for (let second = first; second < columns; second++)
      products[first * columns + second] = doubles[productsAt / 8 + first * wide + second]!;
  }
}

function spread(
  values: Float64Array,
  from: number,
  to: number,
  columns: number,
  target: Float64Array,
  wide: number,
): void {
  for (let row = from, at = 0; row < to; row++, at += wide) {
    for (let column = 0; column < columns; column++) target[at + column] = values[row * columns + column]!;
    for (let column = columns; column < wide; column++) target[at + column] = 0;
  }
}
