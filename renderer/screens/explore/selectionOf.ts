// From a selection to what each view needs: a mask for the map, a mix by segment for the card and the size bars.
import type { Selection } from './view.ts';

/** The map's columns as typed arrays, one entry per clustered customer. */
export interface MapPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly segment: Uint8Array;
}

/** 1 per selected customer; null when nothing is selected. */
export function maskOf(selection: Selection | null, segment: Uint8Array): Uint8Array | null {
  if (!selection) return null;
  if (selection.kind === 'lasso') return selection.mask.length === segment.length ? selection.mask : null;
  return segment.map((ordinal) => (ordinal === selection.ordinal ? 1 : 0));
}

/** Selected customers per segment ordinal, `k` entries. */
export function mixOf(mask: Uint8Array, segment: Uint8Array, k: number): readonly number[] {
  const counts = Array.from({ length: k }, () => 0);
  for (const [row, chosen] of mask.entries()) {
    const ordinal = segment[row];
    if (chosen && ordinal !== undefined && ordinal < k) counts[ordinal] = (counts[ordinal] ?? 0) + 1;
  }
  return counts;
}
