// Nearest centroid of each row and the sums for the next centroids. Two rows against four centroids at a time; every
// sum runs over the columns, and over the rows, in their order, so that the bits are those of the plain twin.

/** What has been found for a row so far: lane 0 of the centroids with even numbers, lane 1 of the odd ones. */
let least0: v128 = f64x2.splat(0);
let least1: v128 = f64x2.splat(0);
let which0: v128 = i64x2.splat(0);
let which1: v128 = i64x2.splat(0);

/**
 * @param rows count × columns doubles
 * @param centroids pairs of centroids: for each column the value of the even and of the odd one, 16 bytes; an odd k is
 * filled up with Infinity
 * @param weights one double per row
 * @param labels one i16 per row, read and written
 * @param sums k × columns doubles, added to; so are `counts` (k) and `totals` (inertia, changed labels)
 */
export function assign(
  rows: usize,
  count: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  weights: usize,
  labels: usize,
  sums: usize,
  counts: usize,
  totals: usize,
): void {
  const rowBytes = (<usize>columns) << 3;
  let at = rows;
  let row = 0;
  for (; row + 1 < count; row += 2, at += rowBytes << 1) {
    nearestOfTwo(at, at + rowBytes, columns, centroids, k);
    const weight = weights + ((<usize>row) << 3);
    const label = labels + ((<usize>row) << 1);
    book(least0, which0, at, rowBytes, weight, label, sums, counts, totals);
    book(least1, which1, at + rowBytes, rowBytes, weight + 8, label + 2, sums, counts, totals);
  }
  if (row < count) {
    nearestOfTwo(at, at, columns, centroids, k);
    const weight = weights + ((<usize>row) << 3);
    book(least0, which0, at, rowBytes, weight, labels + ((<usize>row) << 1), sums, counts, totals);
  }
}

function nearestOfTwo(first: usize, second: usize, columns: i32, centroids: usize, k: i32): void {
  const stride = (<usize>columns) << 4;
  const pairs = (k + 1) >> 1;
  const step = i64x2.splat(2);
  let leastA = f64x2.splat(Infinity);
  let leastB = leastA;
  let whichA = i64x2.splat(0);
  let whichB = whichA;
  let number = i64x2(0, 1);
  let centre = centroids;
  let pair = 0;
  for (; pair + 1 < pairs; pair += 2, centre += stride << 1) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const end = centre + stride;
    for (let at = centre, x = first, y = second; at < end; at += 16, x += 8, y += 8) {
      const near = v128.load(at);
      const far = v128.load(at + stride);
      const valueX = v128.load64_splat(x);
      const valueY = v128.load64_splat(y);
      const p = f64x2.sub(valueX, near);
      const q = f64x2.sub(valueX, far);
      const r = f64x2.sub(valueY, near);
      const s = f64x2.sub(valueY, far);
      a = f64x2.add(a, f64x2.mul(p, p));
      b = f64x2.add(b, f64x2.mul(q, q));
      c = f64x2.add(c, f64x2.mul(r, r));
      d = f64x2.add(d, f64x2.mul(s, s));
    }
    let less = f64x2.lt(a, leastA);
    leastA = v128.bitselect(a, leastA, less);
    whichA = v128.bitselect(number, whichA, less);
    less = f64x2.lt(c, leastB);
    leastB = v128.bitselect(c, leastB, less);
    whichB = v128.bitselect(number, whichB, less);
    number = i64x2.add(number, step);
    less = f64x2.lt(b, leastA);
    leastA = v128.bitselect(b, leastA, less);
    whichA = v128.bitselect(number, whichA, less);
    less = f64x2.lt(d, leastB);
    leastB = v128.bitselect(d, leastB, less);
    whichB = v128.bitselect(number, whichB, less);
    number = i64x2.add(number, step);
  }
  if (pair < pairs) {
    let a = f64x2.splat(0);
    let c = a;
    const end = centre + stride;
    for (let at = centre, x = first, y = second; at < end; at += 16, x += 8, y += 8) {
      const near = v128.load(at);
      const p = f64x2.sub(v128.load64_splat(x), near);
      const r = f64x2.sub(v128.load64_splat(y), near);
      a = f64x2.add(a, f64x2.mul(p, p));
      c = f64x2.add(c, f64x2.mul(r, r));
    }
    let less = f64x2.lt(a, leastA);
    leastA = v128.bitselect(a, leastA, less);
    whichA = v128.bitselect(number, whichA, less);
    less = f64x2.lt(c, leastB);
    leastB = v128.bitselect(c, leastB, less);
    whichB = v128.bitselect(number, whichB, less);
  }
  least0 = leastA;
  least1 = leastB;
  which0 = whichA;
  which1 = whichB;
}

/** Ties go to the lower number. */
function book(
  least: v128,
  which: v128,
  row: usize,
  rowBytes: usize,
  weightAt: usize,
  label: usize,
  sums: usize,
  counts: usize,
  totals: usize,
): void {
  const even = f64x2.extract_lane(least, 0);
  const odd = f64x2.extract_lane(least, 1);
  const evenAt = <i32>i64x2.extract_lane(which, 0);
  const oddAt = <i32>i64x2.extract_lane(which, 1);
  const isOdd = odd < even || (odd == even && oddAt < evenAt);
  const nearest = isOdd ? oddAt : evenAt;
  const weight = load<f64>(weightAt);
  store<f64>(totals, load<f64>(totals) + weight * (isOdd ? odd : even));
  if (<i32>load<i16>(label) != nearest) {
    store<i16>(label, <i16>nearest);
    store<f64>(totals, load<f64>(totals, 8) + 1, 8);
  }
  const count = counts + ((<usize>nearest) << 3);
  store<f64>(count, load<f64>(count) + weight);
  const factor = f64x2.splat(weight);
  const end = row + rowBytes;
  let target = sums + <usize>nearest * rowBytes;
  let x = row;
  for (; x + 8 < end; x += 16, target += 16) {
    v128.store(target, f64x2.add(v128.load(target), f64x2.mul(factor, v128.load(x))));
  }
  if (x < end) store<f64>(target, load<f64>(target) + weight * load<f64>(x));
}
