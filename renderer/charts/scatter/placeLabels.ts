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
/** Height at the bottom that belongs to the captions of left and right. */
const FOOT_PX = 24;
const TOP_PX = 4;

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

interface Wanted {
  readonly index: number;
  readonly left: number;
  readonly top: number;
  readonly box: Size;
}

/** The nearest height to the wanted one where the label covers no other; below all of them when there is none. */
function freeTop(
  label: Wanted,
  others: readonly Wanted[],
  room: { readonly low: number; readonly high: number },
): number {
  const beside = others.filter(
    (other) => other.left < label.left + label.box.width && label.left < other.left + other.box.width,
  );
  const covers = (top: number): boolean =>
    beside.some((other) => other.top < top + label.box.height && top < other.top + other.box.height);
  const candidates = [
    label.top,
    ...beside.flatMap((other) => [other.top + other.box.height, other.top - label.box.height]),
  ]
    .filter((top) => top >= room.low && top <= room.high && !covers(top))
    .toSorted((a, b) => Math.abs(a - label.top) - Math.abs(b - label.top));
  return candidates[0] ?? Math.max(label.top, ...beside.map((other) => other.top + other.box.height));
}

/**
 * Places labels beside their groups, inside the drawing, moved up or down where they would cover each other.
 * @param boxes size of each label in px, in the order of `centroids`
 * @param topPx height at the top that belongs to something else, e.g. the tools
 */
export function placeLabels(
  centroids: readonly Centroid[],
  view: Viewport,
  size: Size,
  boxes: readonly Size[],
  topPx = TOP_PX,
): readonly PlacedLabel[] {
  const drawn = centroids.flatMap((centroid, index) => {
    const box = boxes[index];
    return centroid.count > 0 && box ? [{ centroid, index, box }] : [];
  });
  const middle: readonly [number, number] = toPixel(
    view,
    size,
    drawn.reduce((sum, { centroid }) => sum + centroid.x, 0) / Math.max(1, drawn.length),
    drawn.reduce((sum, { centroid }) => sum + centroid.y, 0) / Math.max(1, drawn.length),
  );
  const wanted = drawn
    .flatMap(({ centroid, index, box }): readonly Wanted[] => {
      const [px, py] = toPixel(view, size, centroid.x, centroid.y);
      if (!(px > 0 && py > 0 && px < size.width && py < size.height)) return [];
      const [ax, ay] = anchorOf(centroid, middle, view, size, box);
      const left = Math.max(CAPTION_PX, Math.min(size.width - box.width - 4, ax - box.width / 2));
      const top = Math.max(topPx, Math.min(size.height - box.height - FOOT_PX, ay - box.height / 2));
      return [{ index, left, top, box }];
    })
    .toSorted((a, b) => a.top - b.top || a.index - b.index);
  const placed: Wanted[] = [];
  for (const label of wanted) {
    const room = { low: topPx, high: size.height - label.box.height - FOOT_PX };
    placed.push({ ...label, top: freeTop(label, placed, room) });
  }
  return placed.map(({ index, left, top }) => ({ index, left, top }));
}
