// Sums of products of columns, for covariances: each row adds weight × (a − mean a) × (b − mean b) to the sum of a and b.
// Rows are taken in their order, so that the bits are those of the plain twin.

/**
 * @param rows count × columns doubles, columns a multiple of 4; changed: the means are taken off
 * @param means columns doubles
 * @param weights one double per row
 * @param products columns × columns doubles, added to; complete where the second column is not before the first
 */
export function addProducts(
  rows: usize,
  count: i32,
  columns: i32,
  means: usize,
  weights: usize,
  products: usize,
): void {
  const rowBytes = (<usize>columns) << 3;
  for (let row = 0, at = rows; row < count; row++, at += rowBytes) {
    for (let column: usize = 0; column < rowBytes; column += 16)
      v128.store(at + column, f64x2.sub(v128.load(at + column), v128.load(means + column)));
  }
  for (let first: usize = 0; first < rowBytes; first += 16) {
    const target = products + (first >> 3) * rowBytes;
    for (let second = first & ~31; second < rowBytes; second += 32)
      addTile(rows, count, rowBytes, weights, first, second, target + second);
  }
}

/** Two columns against four, whose sums stay in registers over all rows. */
function addTile(
  rows: usize,
  count: i32,
  rowBytes: usize,
  weights: usize,
  first: usize,
  second: usize,
  upper: usize,
): void {
  const lower = upper + rowBytes;
  let a = v128.load(upper);
  let b = v128.load(upper, 16);
  let c = v128.load(lower);
  let d = v128.load(lower, 16);
  let at = rows;
  for (let row = 0, weight = weights; row < count; row++, at += rowBytes, weight += 8) {
    const near = v128.load(at + second);
    const far = v128.load(at + second, 16);
    const factor = load<f64>(weight);
    const one = f64x2.splat(factor * load<f64>(at + first));
    const two = f64x2.splat(factor * load<f64>(at + first, 8));
    a = f64x2.add(a, f64x2.mul(one, near));
    b = f64x2.add(b, f64x2.mul(one, far));
    c = f64x2.add(c, f64x2.mul(two, near));
    d = f64x2.add(d, f64x2.mul(two, far));
  }
  v128.store(upper, a);
  v128.store(upper, b, 16);
  v128.store(lower, c);
  v128.store(lower, d, 16);
}
