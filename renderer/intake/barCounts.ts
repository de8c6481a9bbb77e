// Bars of a micro histogram. Equal-width bins over a few whole numbers (a scale from 1 to 5) leave gaps that look like
// missing answers; with as many filled bins as there are values, the filled ones alone say it better.

/** Counts to draw: all bins, or only the filled ones when each holds a single value. */
export function barCounts(bars: readonly { readonly count: number }[], distinct: number): readonly number[] {
  const counts = bars.map(({ count }) => count);
  const filled = counts.filter((count) => count > 0);
  return filled.length === distinct && filled.length > 1 ? filled : counts;
}
