// Where data lands on the drawing: one scale for both axes, so that distances on the map are true.

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Data point at the centre of the drawing, and px per data unit. y grows upwards in data. */
export interface Viewport {
  readonly centerX: number;
  readonly centerY: number;
  readonly scale: number;
}

export interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** Bounds of all finite points; a unit square around zero when there are none. */
export function boundsOf(x: Float32Array, y: Float32Array): Bounds {
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < x.length; i++) {
    const px = x[i] ?? Number.NaN;
    const py = y[i] ?? Number.NaN;
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    if (px < minX) minX = px;
    if (px > maxX) maxX = px;
    if (py < minY) minY = py;
    if (py > maxY) maxY = py;
  }
  return minX > maxX ? { minX: -1, maxX: 1, minY: -1, maxY: 1 } : { minX, maxX, minY, maxY };
}

/** The viewport that shows all of `bounds` with `marginPx` around. */
export function fitViewport(bounds: Bounds, size: Size, marginPx = 36): Viewport {
  const spanX = Math.max(1e-9, bounds.maxX - bounds.minX);
  const spanY = Math.max(1e-9, bounds.maxY - bounds.minY);
  const scale = Math.min(
    Math.max(1, size.width - 2 * marginPx) / spanX,
    Math.max(1, size.height - 2 * marginPx) / spanY,
  );
  return { centerX: (bounds.minX + bounds.maxX) / 2, centerY: (bounds.minY + bounds.maxY) / 2, scale };
}

/** Data → px. */
export function toPixel(view: Viewport, size: Size, x: number, y: number): readonly [number, number] {
  return [
    size.width / 2 + (x - view.centerX) * view.scale,
    size.height / 2 - (y - view.centerY) * view.scale,
  ];
}

/** Px → data; inverse of `toPixel`. */
export function toData(view: Viewport, size: Size, px: number, py: number): readonly [number, number] {
  return [
    view.centerX + (px - size.width / 2) / view.scale,
    view.centerY - (py - size.height / 2) / view.scale,
  ];
}

/** Zooms by `factor` keeping the data under (px, py) where it is. */
export function zoomAt(view: Viewport, size: Size, factor: number, px: number, py: number): Viewport {
  const [x, y] = toData(view, size, px, py);
  const scale = view.scale * factor;
  return { scale, centerX: x - (px - size.width / 2) / scale, centerY: y + (py - size.height / 2) / scale };
}

/** Moves the drawing by px. */
export function panBy(view: Viewport, dxPx: number, dyPx: number): Viewport {
  return { ...view, centerX: view.centerX - dxPx / view.scale, centerY: view.centerY + dyPx / view.scale };
}
