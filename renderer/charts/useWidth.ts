// The width that a small chart may use, followed as panes are resized.
import { useEffect, useRef, useState } from 'react';

/** A ref for the measured element and its content width in px (`fallbackPx` until measured). */
export function useWidth<E extends HTMLElement>(fallbackPx: number) {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(fallbackPx);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
