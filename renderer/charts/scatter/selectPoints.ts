// Selection on the typed arrays themselves: charting libraries' brushes miss points on large data.

/** Corners of a shape in data units: x0, y0, x1, y1 … */
export type Polygon = readonly number[];

function boxOf(polygon: Polygon): readonly [number, number, number, number] {
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;
  for (let i = 0; i + 1 < polygon.length; i += 2) {
    minX = Math.min(minX, polygon[i] ?? 0);
    maxX = Math.max(maxX, polygon[i] ?? 0);
    minY = Math.min(minY, polygon[i + 1] ?? 0);
    maxY = Math.max(maxY, polygon[i + 1] ?? 0);
  }
  return [minX, maxX, minY, maxY];
}

/** Even-odd test of one point. */
export function insidePolygon(polygon: Polygon, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 2; i + 1 < polygon.length; j = i, i += 2) {
    const xi = polygon[i] ?? 0;
    const yi = polygon[i + 1] ?? 0;
    const xj = polygon[j] ?? 0;
    const yj = polygon[j + 1] ?? 0;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Mask (1 = inside) over all points; fewer than three corners select nothing. */
export function selectPolygon(x: Float32Array, y: Float32Array, polygon: Polygon): Uint8Array {
  const mask = new Uint8Array(x.length);
  if (polygon.length < 6) return mask;
  const [minX, maxX, minY, maxY] = boxOf(polygon);
  for (let i = 0; i < x.length; i++) {
    const px = x[i] ?? Number.NaN;
    const py = y[i] ?? Number.NaN;
    if (px < minX || px > maxX || py < minY || py > maxY) continue;
    if (insidePolygon(polygon, px, py)) mask[i] = 1;
  }
  return mask;
}

/** Index of the nearest point within `reach` data units, or −1. */
export function nearestPoint(
  x: Float32Array,
  y: Float32Array,
  atX: number,
  atY: number,
  reach: number,
): number {
  let best = -1;
  let bestSquare = reach * reach;
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] ?? Number.NaN) - atX;
    const dy = (y[i] ?? Number.NaN) - atY;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      best = i;
      bestSquare = square;
    }
  }
  return best;
}

/** Both masks together; used when Shift adds to a selection. */
export function unionMask(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((value, index) => (value || other[index] ? 1 : 0));
}

/** How many are selected. */
export function countMask(mask: Uint8Array): number {
  let count = 0;
  for (const value of mask) count += value ? 1 : 0;
  return count;
}
