// Segment labels at their centroids, moved apart vertically so that none covers another.
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
  readonly count: number;
}

export interface PlacedLabel {
  readonly index: number;
  /** Top left, px. */
  readonly left: number;
  readonly top: number;
}

/** Mean position of each of `count` segments; count 0 marks an empty one. */
export function centroidsOf(
  x: Float32Array,
  y: Float32Array,
  segment: Int16Array | Uint8Array,
  count: number,
): readonly Centroid[] {
  const sumX = new Float64Array(count);
  const sumY = new Float64Array(count);
  const members = new Float64Array(count);
  for (let i = 0; i < x.length; i++) {
    const of = segment[i] ?? -1;
    if (of < 0 || of >= count) continue;
    sumX[of] = (sumX[of] ?? 0) + (x[i] ?? 0);
    sumY[of] = (sumY[of] ?? 0) + (y[i] ?? 0);
    members[of] = (members[of] ?? 0) + 1;
  }
  return Array.from(members, (n, of) => ({
    x: n ? (sumX[of] ?? 0) / n : 0,
    y: n ? (sumY[of] ?? 0) / n : 0,
    count: n,
  }));
}

/** Places labels of `box` px at the centroids, inside the drawing, pushed down where they would overlap. */
export function placeLabels(
  centroids: readonly Centroid[],
  view: Viewport,
  size: Size,
  box: Size,
): readonly PlacedLabel[] {
  const wanted = centroids
    .map((centroid, index) => ({ centroid, index }))
    .filter(({ centroid }) => centroid.count > 0)
    .map(({ centroid, index }) => {
      const [px, py] = toPixel(view, size, centroid.x, centroid.y);
      const left = Math.max(4, Math.min(size.width - box.width - 4, px - 10));
      return {
        index,
        left,
        top: Math.max(4, Math.min(size.height - box.height - 24, py - box.height / 2)),
        inside: px > 0 && py > 0 && px < size.width && py < size.height,
      };
    })
    .filter((label) => label.inside)
    .sort((a, b) => a.top - b.top || a.index - b.index);
  const placed: PlacedLabel[] = [];
  for (const { index, left, top } of wanted) {
    let free = top;
    for (const other of placed) {
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
