// Linear scales and round ticks, for the small charts that are drawn as SVG.

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Smallest range around all finite values; `{0, 1}` when there are none, widened by half when they are one. */
export function rangeOf(values: Iterable<number>): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { low: 0, high: 1 };
  if (low === high) return { low: low - 0.5, high: high + 0.5 };
  return { low, high };
}

/** Maps `range` to `[from, to]` linearly; values outside are extrapolated. */
export function linear(range: Range, from: number, to: number): (value: number) => number {
  const span = range.high - range.low || 1;
  return (value) => from + ((value - range.low) / span) * (to - from);
}

/** Index scale around 100: equal ratios get equal lengths, so that 50 and 200 are equally far from 100. */
export function ratioScale(range: Range, from: number, to: number): (index: number) => number {
  const log = (value: number): number => Math.log(Math.max(1, value));
  return (index) => linear({ low: log(range.low), high: log(range.high) }, from, to)(log(index));
}

/** Step of 1, 2 or 5 × 10ⁿ that gives about `count` intervals. */
function roundStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
}

/** Round tick values inside the range, ascending; about `count` of them. */
export function roundTicks(range: Range, count: number): readonly number[] {
  const span = range.high - range.low;
  if (!(span > 0)) return [range.low];
  const step = roundStep(span, count);
  const first = Math.ceil(range.low / step - 1e-9);
  const last = Math.floor(range.high / step + 1e-9);
  // Multiplying and rounding to the step's digits keeps 0.30000000000000004 off the axis.
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Array.from(
    { length: last - first + 1 },
    (_, index) => Number(((first + index) * step).toFixed(Math.min(20, digits))) + 0,
  );
}
