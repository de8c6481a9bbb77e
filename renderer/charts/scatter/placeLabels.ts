// Segment labels beside their groups, moved apart so that none covers another.
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

interface Room {
  readonly top: readonly [least: number, most: number];
  readonly left: readonly [least: number, most: number];
}

const covers = (label: Wanted, left: number, top: number, other: Wanted): boolean =>
  left < other.left + other.box.width &&
  other.left < left + label.box.width &&
  top < other.top + other.box.height &&
  other.top < top + label.box.height;

/**
 * The nearest place to the wanted one where the label covers no other: above or below the others first, then beside
 * them. Where the drawing is full, the wanted place.
 */
function freePlace(label: Wanted, others: readonly Wanted[], room: Room): Wanted {
  const tops = [
    label.top,
    ...others.flatMap((other) => [other.top + other.box.height, other.top - label.box.height]),
  ].filter((top) => top >= room.top[0] && top <= room.top[1]);
  const lefts = [
    label.left,
    ...others.flatMap((other) => [other.left + other.box.width, other.left - label.box.width]),
  ].filter((left) => left >= room.left[0] && left <= room.left[1]);
  const nearest = (at: readonly number[]): Wanted | undefined =>
    at
      .flatMap((left) => tops.map((top) => ({ ...label, left, top })))
      .filter(({ left, top }) => !others.some((other) => covers(label, left, top, other)))
      .toSorted((one, two) => gapTo(label, one) - gapTo(label, two))[0];
  return nearest([label.left]) ?? nearest(lefts) ?? label;
}

const gapTo = (from: Wanted, to: Wanted): number => Math.hypot(from.left - to.left, from.top - to.top);

/**
 * Places labels beside their groups, inside the drawing, moved where they would cover each other.
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
    const room: Room = {
      top: [topPx, size.height - label.box.height - FOOT_PX],
      left: [CAPTION_PX, size.width - label.box.width - 4],
    };
    placed.push(freePlace(label, placed, room));
  }
  return placed.map(({ index, left, top }) => ({ index, left, top }));
}
