// The map's size and viewport: fits the data first, then belongs to the user until new data arrive.
import { useEffect, useMemo, useRef, useState } from 'react';
import { boundsOf, fitViewport, zoomAt, type Size, type Viewport } from './viewport.ts';

/** Size of the drawing (px), the current viewport, and ways to change it. */
export function useMapView(x: Float32Array, y: Float32Array) {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [moved, setMoved] = useState<{ readonly of: Float32Array; readonly view: Viewport } | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box) setSize({ width: Math.round(box.width), height: Math.round(box.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const bounds = useMemo(() => boundsOf(x, y), [x, y]);
  const fitted = useMemo(() => fitViewport(bounds, size), [bounds, size]);
  const view = moved !== null && moved.of === x ? moved.view : fitted;
  const setView = (next: Viewport): void => setMoved({ of: x, view: next });
  const zoom = (factor: number, px = size.width / 2, py = size.height / 2): void => {
    const next = zoomAt(view, size, factor, px, py);
    if (next.scale > fitted.scale * 0.5 && next.scale < fitted.scale * 200) setView(next);
  };
  return { host, size, view, setView, zoom, fit: (): void => setMoved(null) };
}
