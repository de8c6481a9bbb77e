// Scrolling through more rows than a browser can lay out: beyond 15 million pixels the scroll bar stands for a taller
// table than it is. Below that the browser scrolls by itself. Either way what is in view is drawn by us, in the same
// frame: a row that the browser moved before we knew would be a gap.
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Firefox lays out up to 17.9 million pixels, Chromium 33.5 million. */
const MOST_PX = 15_000_000;
/** Rows are placed relative to a step of this size: large offsets would lose fractions of a pixel. */
const ANCHOR_PX = 1_000_000;

export interface ScrollPlace {
  /** Pixels of the table above the view. */
  readonly topPx: number;
  /** Pixels of the table to the left of the view. */
  readonly leftPx: number;
  /** Height of the view for rows. */
  readonly viewPx: number;
  readonly viewWidthPx: number;
}

/** Height that is laid out for a table of this height. */
export const shownHeight = (tablePx: number): number => Math.min(tablePx, MOST_PX);

/** Place in the table for a place of the scroll bar, and back; both ends meet. */
export function tableTop(shownPx: number, tablePx: number, viewPx: number): number {
  if (tablePx <= MOST_PX) return shownPx;
  const share = shownPx / Math.max(1, MOST_PX - viewPx);
  return Math.min(1, Math.max(0, share)) * (tablePx - viewPx);
}

export function shownTop(topPx: number, tablePx: number, viewPx: number): number {
  if (tablePx <= MOST_PX) return topPx;
  return (topPx / Math.max(1, tablePx - viewPx)) * (MOST_PX - viewPx);
}

export interface ScaledScroll {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly place: ScrollPlace;
  /** Rows are placed relative to this many pixels of the table. */
  readonly anchorPx: number;
  readonly onScroll: () => void;
  /** Scrolls so that the row is in view, as little as possible, and sideways to `leftPx`. */
  readonly reveal: (row: number, leftPx: number) => void;
}

/** @param headPx height of the sticky header inside the scroller */
export function useScaledScroll(rowCount: number, rowPx: number, headPx: number): ScaledScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const tablePx = rowCount * rowPx;
  const [place, setPlace] = useState<ScrollPlace>({ topPx: 0, leftPx: 0, viewPx: 400, viewWidthPx: 800 });
  /** The scroll bar's place that we set ourselves; its scroll event says nothing new. */
  const own = useRef(-2);
  const { viewPx } = place;

  const moveTo = (wantedTop: number, wantedLeft: number): void => {
    const element = scroller.current;
    if (!element) return;
    const topPx = Math.max(0, Math.min(tablePx - viewPx, wantedTop));
    // Rounded here: asking the browser what it made of it would have it lay out the page at once.
    const shownPx = Math.round(shownTop(topPx, tablePx, viewPx));
    const leftPx = Math.max(0, Math.round(wantedLeft));
    element.scrollTop = shownPx;
    if (leftPx !== place.leftPx) element.scrollLeft = leftPx;
    own.current = shownPx;
    setPlace((now) => ({ ...now, topPx, leftPx }));
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => {
      const [width, height] = [element.clientWidth, Math.max(0, element.clientHeight - headPx)];
      setPlace((now) => ({ ...now, viewPx: height, viewWidthPx: width }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [headPx]);

  /** Turns of the wheel that the next frame carries out: several may come within one. */
  const turned = useRef({ px: 0, frame: 0 });
  const turn = useEffectEvent((): void => {
    const { px } = turned.current;
    turned.current = { px: 0, frame: 0 };
    flushSync(() => moveTo(place.topPx + px, place.leftPx));
  });
  const onWheel = useEffectEvent((event: WheelEvent): void => {
    if (event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    event.preventDefault(); // a notch is a few rows, not the scroll bar's share of a million
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? rowPx : 1;
    if (event.deltaX !== 0) scroller.current?.scrollBy({ left: event.deltaX * unit });
    turned.current.px += event.deltaY * unit;
    turned.current.frame ||= requestAnimationFrame(() => turn());
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element || tablePx <= MOST_PX) return undefined;
    const listener = (event: WheelEvent): void => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => {
      element.removeEventListener('wheel', listener);
      cancelAnimationFrame(turned.current.frame);
      turned.current = { px: 0, frame: 0 };
    };
  }, [tablePx]);

  const onScroll = (): void => {
    const element = scroller.current;
    if (!element) return;
    const leftPx = element.scrollLeft;
    // The browser may round to parts of a pixel.
    const ours = Math.abs(element.scrollTop - own.current) < 1;
    if (ours && leftPx === place.leftPx) return;
    if (!ours) own.current = -2;
    const topPx = ours ? place.topPx : tableTop(element.scrollTop, tablePx, viewPx);
    // Drawn before this frame is: React would otherwise do it after.
    flushSync(() => setPlace((now) => ({ ...now, topPx, leftPx })));
  };

  const reveal = (row: number, leftPx: number): void => {
    const from = row * rowPx;
    if (from < place.topPx) moveTo(from, leftPx);
    else if (from + rowPx > place.topPx + viewPx) moveTo(from + rowPx - viewPx, leftPx);
    else if (leftPx !== place.leftPx) moveTo(place.topPx, leftPx);
  };

  return { scroller, place, anchorPx: Math.floor(place.topPx / ANCHOR_PX) * ANCHOR_PX, onScroll, reveal };
}
