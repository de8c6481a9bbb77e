// Where each column stands and which ones are worth drawing: those in view with some around, the pinned ones, and the
// one with the focus.

/** Columns this far beyond the view are drawn, too: a small move sideways shows them without drawing anything. */
const AROUND_PX = 320;

export interface ColumnPlace {
  /** Position among the columns. */
  readonly at: number;
  /** From the start of the table. */
  readonly leftPx: number;
  readonly widthPx: number;
  /** Stays at the left while the others move. */
  readonly pinned: boolean;
}

/** Places of all columns; the last one fills what the others leave of the view. */
export function columnPlaces(
  widths: readonly number[],
  pinnedColumns: number,
  viewPx: number,
): readonly ColumnPlace[] {
  let leftPx = 0;
  return widths.map((width, at) => {
    const widthPx = at === widths.length - 1 ? Math.max(width, viewPx - leftPx) : width;
    const place = { at, leftPx, widthPx, pinned: at < pinnedColumns };
    leftPx += widthPx;
    return place;
  });
}

const endOf = (place: ColumnPlace | undefined): number => (place ? place.leftPx + place.widthPx : 0);

/** Width of the table. */
export const tableWidth = (places: readonly ColumnPlace[]): number => endOf(places.at(-1));

/** Width of the columns that stay. */
export const pinnedWidth = (places: readonly ColumnPlace[]): number =>
  endOf(places.findLast(({ pinned }) => pinned));

/** The first column that ends beyond `px`: the columns are in order, so half of them are ruled out at each step. */
function columnAt(places: readonly ColumnPlace[], px: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(places[middle]) > px) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface DrawnPlaces {
  readonly pinned: readonly ColumnPlace[];
  /** Those in view and around it, without the pinned ones. */
  readonly moving: readonly ColumnPlace[];
  /** Drawn out of sight, or the focus would be lost. */
  readonly kept: ColumnPlace | null;
  /** Where the moving ones begin: cells are placed from here, for a browser is not exact 300,000 pixels away. */
  readonly basePx: number;
}

/**
 * The columns to draw, in order.
 * @param leftPx how far the table is scrolled sideways
 * @param wanted column that is drawn wherever it is
 */
export function drawnPlaces(
  places: readonly ColumnPlace[],
  leftPx: number,
  viewPx: number,
  wanted: number | null,
): DrawnPlaces {
  const pinned = places.filter((place) => place.pinned);
  if (places.length === 0) return { pinned, moving: [], kept: null, basePx: 0 };
  const first = columnAt(places, leftPx - AROUND_PX);
  const last = columnAt(places, leftPx + viewPx + AROUND_PX);
  const moving = places.slice(first, last + 1).filter((place) => !place.pinned);
  const focused = wanted === null ? undefined : places[wanted];
  const kept = focused && !focused.pinned && !moving.includes(focused) ? focused : null;
  return { pinned, moving, kept, basePx: moving[0]?.leftPx ?? 0 };
}

/** How far to scroll sideways so that a column is in view and not under the pinned ones. */
export function leftFor(
  places: readonly ColumnPlace[],
  column: number,
  leftPx: number,
  viewPx: number,
): number {
  const place = places[column];
  if (column === 0) return 0; // as in a spreadsheet: the start of a row shows the start of the table
  if (!place || place.pinned) return leftPx;
  const free = leftPx + pinnedWidth(places);
  if (place.leftPx < free) return place.leftPx - pinnedWidth(places);
  // Of a column wider than the view its start is shown.
  return Math.max(leftPx, Math.min(endOf(place) - viewPx, place.leftPx - pinnedWidth(places)));
}

export interface DrawnColumn {
  readonly at: number;
  readonly pinned: boolean;
  readonly style: {
    readonly position?: 'absolute';
    readonly left?: string | number;
    readonly marginLeft?: number;
    readonly width: number;
  };
}

const OUT_OF_SIGHT_PX = -20_000;

/**
 * How drawn columns are laid out in a row that begins at `basePx`: beside each other; pinned ones move with the view
 * (`--left`). Cells that are not positioned cost half as much to draw.
 */
export function drawnColumns({ pinned, moving, kept, basePx }: DrawnPlaces): readonly DrawnColumn[] {
  let usedPx = basePx;
  const still = pinned.map(
    ({ at, leftPx, widthPx }): DrawnColumn => ({
      at,
      pinned: true,
      style: { left: `calc(${leftPx}px + var(--left))`, width: widthPx },
    }),
  );
  const beside = moving.map(({ at, leftPx, widthPx }): DrawnColumn => {
    const gapPx = leftPx - usedPx;
    usedPx = leftPx + widthPx;
    return {
      at,
      pinned: false,
      style: gapPx === 0 ? { width: widthPx } : { width: widthPx, marginLeft: gapPx },
    };
  });
  const hidden: readonly DrawnColumn[] = kept
    ? [
        {
          at: kept.at,
          pinned: false,
          style: { position: 'absolute', left: OUT_OF_SIGHT_PX, width: kept.widthPx },
        },
      ]
    : [];
  return [...still, ...hidden, ...beside].toSorted((a, b) => a.at - b.at);
}
