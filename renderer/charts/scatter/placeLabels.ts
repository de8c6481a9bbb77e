// Segment labels beside their groups, moved apart vertically so that none covers another.
import { toPixel, type Size, type Viewport } from './viewport.ts';

export interface MapSegment {
  /** Letter, shape and colour: 0..7 = A..H. */
  readonly slot: number;
  readonly name: string;
  readonly count: number;
}

export interface Centroid {
  readonly x: number;
  readonly y: number;
  /** Root mean square distance of the members, in data units. */
  readonly spread: number;
  readonly count: number;
}

export interface PlacedLabel {
  readonly index: number;
  /** Top left, px. */
  readonly left: number;
  readonly top: number;
}

/** Left edge that belongs to the caption of the upward direction. */
const CAPTION_PX = 26;

/** Mean position of each of `count` segments; count 0 marks an empty one. */
export function centroidsOf(
  x: Float32Array,
  y: Float32Array,
  segment: Int16Array | Uint8Array,
  count: number,
): readonly Centroid[] {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, squares: 0, n: 0 }));
  for (let i = 0; i < x.length; i++) {
    const of = sums[segment[i] ?? -1];
    const px = x[i] ?? Number.NaN;
    const py = y[i] ?? Number.NaN;
    if (!of || !Number.isFinite(px + py)) continue;
    of.x += px;
    of.y += py;
    of.squares += px * px + py * py;
    of.n += 1;
  }
  return sums.map(({ x: sx, y: sy, squares, n }) => {
    if (n === 0) return { x: 0, y: 0, spread: 0, count: 0 };
    const mx = sx / n;
    const my = sy / n;
    return { x: mx, y: my, spread: Math.sqrt(Math.max(0, squares / n - mx * mx - my * my)), count: n };
  });
}

/** Where a label wants to stand: outside its group, away from the middle of all groups. In px, its centre. */
function anchorOf(
  centroid: Centroid,
  middle: readonly [number, number],
  view: Viewport,
  size: Size,
  box: Size,
): readonly [number, number] {
  const [px, py] = toPixel(view, size, centroid.x, centroid.y);
  const dx = px - middle[0];
  const dy = py - middle[1];
  const length = Math.hypot(dx, dy) || 1;
  const reach = centroid.spread * view.scale * 1.5;
  return [px + (dx / length) * (reach + box.width / 2), py + (dy / length) * (reach + box.height / 2)];
}

/** Places labels of `box` px beside their groups, inside the drawing, pushed down where they would overlap. */
export function placeLabels(
  centroids: readonly Centroid[],
  view: Viewport,
  size: Size,
  box: Size,
): readonly PlacedLabel[] {
  const drawn = centroids
    .map((centroid, index) => ({ centroid, index }))
    .filter(({ centroid }) => centroid.count > 0);
  const middle: readonly [number, number] = toPixel(
    view,
    size,
    drawn.reduce((sum, { centroid }) => sum + centroid.x, 0) / Math.max(1, drawn.length),
    drawn.reduce((sum, { centroid }) => sum + centroid.y, 0) / Math.max(1, drawn.length),
  );
  const wanted = drawn
    .map(({ centroid, index }) => {
      const [px, py] = toPixel(view, size, centroid.x, centroid.y);
      const [ax, ay] = anchorOf(centroid, middle, view, size, box);
      return {
        index,
        left: Math.max(CAPTION_PX, Math.min(size.width - box.width - 4, ax - box.width / 2)),
        top: Math.max(4, Math.min(size.height - box.height - 24, ay - box.height / 2)),
        inside: px > 0 && py > 0 && px < size.width && py < size.height,
      };
    })
    .filter((label) => label.inside)
    .sort((a, b) => a.top - b.top || a.index - b.index);
  const placed: PlacedLabel[] = [];
  for (const { index, left, top } of wanted) {
    let free = top;
    // From the top down: a label pushed below one neighbour cannot fall back onto a higher one.
    for (const other of placed.toSorted((a, b) => a.top - b.top)) {
      const overlaps =
        Math.abs(other.left - left) < box.width &&
        free < other.top + box.height &&
        free + box.height > other.top;
      if (overlaps) free = other.top + box.height;
    }
    placed.push({ index, left, top: free });
  }
  return placed;
}
