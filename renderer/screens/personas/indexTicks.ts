// Ticks of a narrow index scale, where equal ratios get equal lengths as in the dots below it.

export interface IndexRange {
  readonly low: number;
  readonly high: number;
}

export interface IndexTick {
  readonly tick: number;
  readonly xPx: number;
}

const TICKS = [25, 50, 100, 200, 400, 800] as const;
/** The dots' own margin at both ends. */
const EDGE_PX = 6;
const APART_PX = 24;

/** Doublings and halvings of 100 that fit without touching; 100 is always there. */
export function axisTicks(range: IndexRange, widthPx: number): readonly IndexTick[] {
  const perDoubling = ((widthPx - 2 * EDGE_PX) * Math.LN2) / Math.log(range.high / range.low);
  const every = Math.max(1, Math.ceil(APART_PX / perDoubling));
  const origin = EDGE_PX + Math.log2(100 / range.low) * perDoubling;
  return TICKS.flatMap((tick) => {
    const doublings = Math.round(Math.log2(tick / 100));
    const fits = tick >= range.low && tick <= range.high && doublings % every === 0;
    return fits ? [{ tick, xPx: origin + doublings * perDoubling }] : [];
  });
}
