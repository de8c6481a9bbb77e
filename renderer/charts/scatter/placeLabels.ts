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

/** Away from the middle of all groups first, then around. */
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((eighth) => (eighth * Math.PI) / 4);
/** Outside its group, at its middle (a group along a line has room there), and farther out where groups crowd. */
const REACHES = [
  { spreads: 1.5, px: 0 },
  { spreads: 0, px: 8 },
  { spreads: 2.2, px: 0 },
  { spreads: 1.5, px: 60 },
  { spreads: 1.5, px: 140 },
] as const;
/** So many px farther from its group are as bad as one covered point of 2,000, and so many nearer to another group than to its. */
const PX_PER_POINT = 10;
const PX_ASTRAY_PER_POINT = 2;
const PLACED_BY = 2_000;

/** Where a label may stand beside its group, the usual place first. In px, its centre. */
function anchorsOf(
  centroid: Centroid,
  middle: readonly [number, number],
  view: Viewport,
  size: Size,
  box: Size,
): readonly (readonly [number, number])[] {
  const [px, py] = toPixel(view, size, centroid.x, centroid.y);
  const away = Math.atan2(py - middle[1], px - middle[0]);
  return REACHES.flatMap(({ spreads, px: beyond }) => {
    const reach = centroid.spread * view.scale * spreads + beyond;
    return TURNS.map((turn): readonly [number, number] => [
      px + Math.cos(away + turn) * (reach + box.width / 2),
      py + Math.sin(away + turn) * (reach + box.height / 2),
    ]);
  });
}

/** Points on the drawing, in px: x0, y0, x1, y1 … */
type Dots = readonly number[];

function dotsUnder(dots: Dots, left: number, top: number, box: Size): number {
  let count = 0;
  for (let at = 0; at < dots.length; at += 2) {
    const x = dots[at] ?? 0;
    const y = dots[at + 1] ?? 0;
    if (x > left && x < left + box.width && y > top && y < top + box.height) count++;
  }
  return count;
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
 * them. Null where the drawing is full.
 */
function freePlace(label: Wanted, others: readonly Wanted[], room: Room): Wanted | null {
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
  return nearest([label.left]) ?? nearest(lefts) ?? null;
}

const gapTo = (from: Wanted, to: Wanted): number => Math.hypot(from.left - to.left, from.top - to.top);

/** Every n-th point, so that moving the map stays smooth with a million of them. */
export function sampleOf(x: Float32Array, y: Float32Array): readonly (readonly [number, number])[] {
  const step = Math.max(1, Math.ceil(x.length / PLACED_BY));
  return Array.from({ length: Math.ceil(x.length / step) }, (_, at): readonly [number, number] => [
    x[at * step] ?? Number.NaN,
    y[at * step] ?? Number.NaN,
  ]);
}

export interface LabelsInput {
  readonly centroids: readonly Centroid[];
  readonly view: Viewport;
  readonly size: Size;
  /** Size of each label in px, in the order of `centroids`. */
  readonly boxes: readonly Size[];
  /** Points that labels keep off where they can, in data units. */
  readonly points?: readonly (readonly [number, number])[];
  /** Height at the top that belongs to something else, e.g. the tools. */
  readonly topPx?: number | undefined;
}

const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.max(least, Math.min(most, value));

type Pixel = readonly [x: number, y: number];

/** The place on the fewest points and near its group, of those that cover no other label; else the nearest free one. */
function bestPlace(
  places: readonly Wanted[],
  own: Pixel,
  groups: readonly Pixel[],
  dots: Dots,
  others: readonly Wanted[],
  room: Room,
): Wanted | null {
  // Without points to keep off, the usual place.
  const possible = dots.length > 0 ? places : places.slice(0, 1);
  const priced = possible
    .filter((place) => !others.some((other) => covers(place, place.left, place.top, other)))
    .map((place) => {
      const { left, top, box } = place;
      // From the label's nearest edge: a long name is not far because of its length.
      const farFrom = ([x, y]: Pixel): number =>
        Math.hypot(x - within(x, [left, left + box.width]), y - within(y, [top, top + box.height]));
      const far = farFrom(own);
      const astray = far - Math.min(...groups.map(farFrom));
      // As if there were always as many points: of few customers each counts more.
      const covered = (dotsUnder(dots, left, top, box) * PLACED_BY * 2) / Math.max(1, dots.length);
      return { place, cost: covered + far / PX_PER_POINT + astray / PX_ASTRAY_PER_POINT };
    });
  const best = priced.toSorted((a, b) => a.cost - b.cost)[0]?.place;
  return best ?? (places[0] ? freePlace(places[0], others, room) : null);
}

/**
 * Places labels beside their groups, inside the drawing, on as few points as may be and never on each other: one that
 * finds no room is left out, its segment stands in the list of sizes and in the table.
 */
export function placeLabels(input: LabelsInput): readonly PlacedLabel[] {
  const { centroids, view, size, boxes, points = [], topPx = TOP_PX } = input;
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
  const dots = points.flatMap(([x, y]) => toPixel(view, size, x, y));
  const pixelOf = ({ x, y }: Centroid): Pixel => toPixel(view, size, x, y);
  const groups = drawn.map(({ centroid }) => pixelOf(centroid));
  const placed: Wanted[] = [];
  for (const { centroid, index, box } of drawn) {
    const at = pixelOf(centroid);
    if (!(at[0] > 0 && at[1] > 0 && at[0] < size.width && at[1] < size.height)) continue;
    const room: Room = {
      top: [topPx, size.height - box.height - FOOT_PX],
      left: [CAPTION_PX, size.width - box.width - 4],
    };
    const places = anchorsOf(centroid, middle, view, size, box).map(([x, y]) => ({
      index,
      box,
      left: within(x - box.width / 2, room.left),
      top: within(y - box.height / 2, room.top),
    }));
    const place = bestPlace(places, at, groups, dots, placed, room);
    if (place) placed.push(place);
  }
  return placed.map(({ index, left, top }) => ({ index, left, top }));
}
