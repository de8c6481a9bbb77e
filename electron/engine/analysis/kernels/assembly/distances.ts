// Weighted sums of Euclidean distances from rows to the rows of a run (one cluster). Two rows against four others at a
// time; others are counted in four lanes, which are added up as (0 + 2) + (1 + 3).

/**
 * @param rows count × columns doubles
 * @param others column by column, `width` doubles each (a multiple of 4)
 * @param from,to the run among the others; `from` a multiple of 4, what is between `to` and the next multiple weighs 0
 * @param weights one double per other row
 * @param sums one double per row, added to; `step` bytes from one row to the next
 */
export function addDistances(
  rows: usize,
  count: i32,
  columns: i32,
  others: usize,
  width: i32,
  from: i32,
  to: i32,
  weights: usize,
  sums: usize,
  step: usize,
): void {
  const rowBytes = (<usize>columns) << 3;
  const stride = (<usize>width) << 3;
  const begin = (<usize>from) << 3;
  const end = (<usize>to + 3) & ~3;
  let at = rows;
  let sum = sums;
  for (let row = 0; row < count; row += 2, at += rowBytes << 1, sum += step << 1) {
    const isLast = row + 1 == count;
    const second = isLast ? at : at + rowBytes;
    let lanesA = f64x2.splat(0);
    let lanesB = lanesA;
    let lanesC = lanesA;
    let lanesD = lanesA;
    for (let other = begin; other < end << 3; other += 32) {
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let cell = others + other;
      const stop = at + rowBytes;
      for (let x = at, y = second; x < stop; x += 8, y += 8, cell += stride) {
        const near = v128.load(cell);
        const far = v128.load(cell, 16);
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
      const weightNear = v128.load(weights + other);
      const weightFar = v128.load(weights + other, 16);
      lanesA = f64x2.add(lanesA, f64x2.mul(weightNear, f64x2.sqrt(a)));
      lanesB = f64x2.add(lanesB, f64x2.mul(weightFar, f64x2.sqrt(b)));
      lanesC = f64x2.add(lanesC, f64x2.mul(weightNear, f64x2.sqrt(c)));
      lanesD = f64x2.add(lanesD, f64x2.mul(weightFar, f64x2.sqrt(d)));
    }
    addLanes(sum, f64x2.add(lanesA, lanesB));
    if (!isLast) addLanes(sum + step, f64x2.add(lanesC, lanesD));
  }
}

function addLanes(sum: usize, lanes: v128): void {
  store<f64>(sum, load<f64>(sum) + (f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1)));
}
