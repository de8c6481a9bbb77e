// Nearest centroid of each row and the sums for the next centroids. Eight rows against one centroid at a time, two
// rows to a vector; every sum runs over the columns, and over the rows, in their order, so that the bits are those of
// the plain twin.

/** Rows that are compared at once. */
const GROUP = 8;

/** Of the rows booked so far; kept in registers, because adding to memory takes twice as long. */
let inertia: f64 = 0;
let changed: f64 = 0;

/**
 * @param rows count × columns doubles; what follows up to a multiple of 8 rows is read, too, and not used
 * @param centroids k × columns doubles
 * @param weights one double per row
 * @param labels one i16 per row, read and written
 * @param sums k × columns doubles, added to; so are `counts` (k) and `totals` (inertia, changed labels)
 * @param scratch room for 8 rows, 8 distances and 8 numbers
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
  scratch: usize,
): void {
  const rowBytes = (<usize>columns) << 3;
  const distances = scratch + (rowBytes << 3);
  inertia = load<f64>(totals);
  changed = load<f64>(totals, 8);
  for (let row = 0, at = rows; row < count; row += GROUP, at += rowBytes << 3) {
    turn(at, rowBytes, scratch);
    nearestOfGroup(scratch, distances, centroids, k, distances);
    const size = min<i32>(GROUP, count - row);
    const weight = weights + ((<usize>row) << 3);
    book(at, size, rowBytes, distances, weight, labels + ((<usize>row) << 1), sums, counts);
  }
  store<f64>(totals, inertia);
  store<f64>(totals, changed, 8);
}

/** Eight rows column by column: 64 bytes for each. */
function turn(rows: usize, rowBytes: usize, target: usize): void {
  for (let pair: usize = 0; pair < 4; pair++) {
    let x = rows + pair * (rowBytes << 1);
    let to = target + (pair << 4);
    const end = x + rowBytes;
    for (; x + 8 < end; x += 16, to += 128) {
      const upper = v128.load(x);
      const lower = v128.load(x + rowBytes);
      v128.store(to, v128.shuffle<f64>(upper, lower, 0, 2));
      v128.store(to, v128.shuffle<f64>(upper, lower, 1, 3), 64);
    }
    if (x < end) {
      store<f64>(to, load<f64>(x));
      store<f64>(to, load<f64>(x + rowBytes), 8);
    }
  }
}

/** Ties go to the lower number. Writes eight distances, then eight numbers of centroids. */
function nearestOfGroup(turned: usize, end: usize, centroids: usize, k: i32, target: usize): void {
  let least0 = f64x2.splat(Infinity);
  let least1 = least0;
  let least2 = least0;
  let least3 = least0;
  let which0 = i64x2.splat(0);
  let which1 = which0;
  let which2 = which0;
  let which3 = which0;
  let number = which0;
  const one = i64x2.splat(1);
  let centre = centroids;
  for (let cluster = 0; cluster < k; cluster++) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let at = turned; at < end; at += 64, centre += 8) {
      const value = v128.load64_splat(centre);
      const p = f64x2.sub(v128.load(at), value);
      const q = f64x2.sub(v128.load(at, 16), value);
      const r = f64x2.sub(v128.load(at, 32), value);
      const s = f64x2.sub(v128.load(at, 48), value);
      a = f64x2.add(a, f64x2.mul(p, p));
      b = f64x2.add(b, f64x2.mul(q, q));
      c = f64x2.add(c, f64x2.mul(r, r));
      d = f64x2.add(d, f64x2.mul(s, s));
    }
    let less = f64x2.lt(a, least0);
    least0 = v128.bitselect(a, least0, less);
    which0 = v128.bitselect(number, which0, less);
    less = f64x2.lt(b, least1);
    least1 = v128.bitselect(b, least1, less);
    which1 = v128.bitselect(number, which1, less);
    less = f64x2.lt(c, least2);
    least2 = v128.bitselect(c, least2, less);
    which2 = v128.bitselect(number, which2, less);
    less = f64x2.lt(d, least3);
    least3 = v128.bitselect(d, least3, less);
    which3 = v128.bitselect(number, which3, less);
    number = i64x2.add(number, one);
  }
  v128.store(target, least0);
  v128.store(target, least1, 16);
  v128.store(target, least2, 32);
  v128.store(target, least3, 48);
  v128.store(target, which0, 64);
  v128.store(target, which1, 80);
  v128.store(target, which2, 96);
  v128.store(target, which3, 112);
}

function book(
  rows: usize,
  size: i32,
  rowBytes: usize,
  distances: usize,
  weights: usize,
  labels: usize,
  sums: usize,
  counts: usize,
): void {
  let x = rows;
  for (let row = 0; row < size; row++, distances += 8, weights += 8, labels += 2) {
    const nearest = <i32>load<i64>(distances, 64);
    const weight = load<f64>(weights);
    inertia += weight * load<f64>(distances);
    changed += f64(<i32>load<i16>(labels) != nearest);
    store<i16>(labels, <i16>nearest);
    const count = counts + ((<usize>nearest) << 3);
    store<f64>(count, load<f64>(count) + weight);
    const factor = f64x2.splat(weight);
    const end = x + rowBytes;
    let target = sums + <usize>nearest * rowBytes;
    for (; x + 8 < end; x += 16, target += 16) {
      v128.store(target, f64x2.add(v128.load(target), f64x2.mul(factor, v128.load(x))));
    }
    if (x < end) {
      store<f64>(target, load<f64>(target) + weight * load<f64>(x));
      x += 8;
    }
  }
}
