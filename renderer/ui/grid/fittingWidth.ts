// The width at which the drawn cells of a column are not cut.

/** A text that takes more is read in the customer card or a tooltip. */
const MOST_PX = 640;
/** Padding, the mark of the sort and the filter button beside the column's name. */
const HEAD_TOOLS_PX = 36;

function contentPx(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(element);
  return range.getBoundingClientRect().width + parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd);
}

/** Width in px for the column whose header holds `handle`. */
export function fittingWidth(handle: HTMLElement): number {
  const head = handle.closest('[role=columnheader]');
  const grid = handle.closest('[role=grid]');
  if (!head || !grid) return 0;
  const name = head.querySelector('[data-name]');
  const namePx = (name?.scrollWidth ?? 0) + HEAD_TOOLS_PX;
  const cells = grid.querySelectorAll(`[data-cell][aria-colindex="${head.getAttribute('aria-colindex')}"]`);
  return Math.min(MOST_PX, Math.ceil(1 + Math.max(namePx, ...Array.from(cells, contentPx))));
}
