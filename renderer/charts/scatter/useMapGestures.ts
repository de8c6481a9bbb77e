// Pointer gestures on the map: lasso, rectangle, move, pick one; Shift adds to the selection.
import { useRef, useState, type PointerEvent, type WheelEvent } from 'react';
import { countMask, nearestPoint, selectPolygon, unionMask } from './selectPoints.ts';
import { panBy, toData, type Size, type Viewport } from './viewport.ts';

export type MapTool = 'point' | 'lasso' | 'rectangle' | 'pan';

export interface GestureInput {
  readonly tool: MapTool;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly view: Viewport;
  readonly size: Size;
  readonly selected: Uint8Array | null;
  readonly onSelect: (mask: Uint8Array, count: number) => void;
  readonly onView: (view: Viewport) => void;
  readonly onZoom: (factor: number, px: number, py: number) => void;
}

/** Corners in px: x0, y0, x1, y1 … */
export type Outline = readonly number[];

const REACH_PX = 10;

function rectangleOf(outline: Outline): Outline {
  const [x0 = 0, y0 = 0] = outline;
  const x1 = outline.at(-2) ?? x0;
  const y1 = outline.at(-1) ?? y0;
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

/** Handlers for the drawing surface, and the outline being drawn (px) or null. */
export function useMapGestures(input: GestureInput) {
  const [outline, setOutline] = useState<Outline | null>(null);
  const last = useRef<readonly [number, number] | null>(null);
  const at = (event: PointerEvent | WheelEvent): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const select = (mask: Uint8Array, add: boolean): void => {
    const all = add && input.selected ? unionMask(input.selected, mask) : mask;
    input.onSelect(all, countMask(all));
  };
  const pick = (px: number, py: number, add: boolean): void => {
    const [dx, dy] = toData(input.view, input.size, px, py);
    const mask = new Uint8Array(input.x.length);
    const nearest = nearestPoint(input.x, input.y, dx, dy, REACH_PX / input.view.scale);
    if (nearest >= 0) mask[nearest] = 1;
    select(mask, add);
  };
  const shapeOf = (path: Outline): Outline => (input.tool === 'rectangle' ? rectangleOf(path) : path);

  return {
    outline: outline === null ? null : shapeOf(outline),
    onPointerDown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const point = at(event);
      last.current = point;
      if (input.tool === 'lasso' || input.tool === 'rectangle') setOutline(point);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (last.current === null) return;
      const point = at(event);
      if (input.tool === 'pan')
        input.onView(panBy(input.view, point[0] - last.current[0], point[1] - last.current[1]));
      else setOutline((path) => (path === null ? null : [...path, ...point]));
      last.current = point;
    },
    onPointerUp: (event: PointerEvent): void => {
      const [px, py] = at(event);
      const path = outline === null ? null : shapeOf(outline);
      last.current = null;
      setOutline(null);
      if (input.tool === 'point' || (path !== null && path.length < 8)) return pick(px, py, event.shiftKey);
      if (path === null) return;
      const polygon: number[] = [];
      for (let i = 0; i + 1 < path.length; i += 2)
        polygon.push(...toData(input.view, input.size, path[i] ?? 0, path[i + 1] ?? 0));
      select(selectPolygon(input.x, input.y, polygon), event.shiftKey);
    },
    onWheel: (event: WheelEvent): void => input.onZoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...at(event)),
  };
}
