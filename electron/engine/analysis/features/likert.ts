// A scale of a survey: items turned the same way, averaged, with Cronbach's α (1951) and item-rest correlations.

export interface LikertItem {
  /** NaN = not answered. */
  readonly values: Float64Array;
  /** High answers mean little: turned to low + high − answer. */
  readonly reversed: boolean;
}

export interface LikertScale {
  /** Mean of the answered items, in the unit of the answers; NaN below half of them. */
  readonly values: Float64Array;
  /** Cronbach's α over those who answered everything; null below two of them or without any spread. */
  readonly alpha: number | null;
  /** Who answered everything. */
  readonly complete: number;
  /** Answers outside low…high, which count as not answered. */
  readonly outside: number;
  /** Per item: its correlation with the mean of the others, and α without it; null where there is none. */
  readonly items: readonly { readonly itemRest: number | null; readonly alphaWithout: number | null }[];
}

function covariances(columns: readonly Float64Array[], rows: readonly number[]): readonly Float64Array[] {
  const means = columns.map((column) => rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length);
  return columns.map((one, first) =>
    Float64Array.from(columns, (other, second) => {
      let sum = 0;
      for (const row of rows) sum += (one[row]! - means[first]!) * (other[row]! - means[second]!);
      return sum / (rows.length - 1);
    }),
  );
}

/** α of the items at these places: k/(k − 1) · (1 − Σ variances / variance of the sum). */
function alphaOf(covariance: readonly Float64Array[], items: readonly number[]): number | null {
  if (items.length < 2) return null;
  let own = 0;
  let total = 0;
  for (const one of items) {
    own += covariance[one]![one]!;
    for (const other of items) total += covariance[one]![other]!;
  }
  return total > 0 ? (items.length / (items.length - 1)) * (1 - own / total) : null;
}

function itemRest(covariance: readonly Float64Array[], item: number, rest: readonly number[]): number | null {
  let shared = 0;
  let spread = 0;
  for (const one of rest) {
    shared += covariance[item]![one]!;
    for (const other of rest) spread += covariance[one]![other]!;
  }
  const product = covariance[item]![item]! * spread;
  return product > 0 ? shared / Math.sqrt(product) : null;
}

/** @param low the lowest answer, @param high the highest: 1 and 5 of a five-point scale */
export function likertScale(items: readonly LikertItem[], low: number, high: number): LikertScale {
  const rows = items[0]?.values.length ?? 0;
  let outside = 0;
  const turned = items.map(({ values, reversed }) =>
    values.map((value) => {
      if (value < low || value > high) outside++;
      if (!(value >= low && value <= high)) return NaN;
      return reversed ? low + high - value : value;
    }),
  );
  const values = new Float64Array(rows).fill(NaN);
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) {
    const answers = turned.map((column) => column[row]!).filter((value) => !Number.isNaN(value));
    if (answers.length === items.length) complete.push(row);
    if (answers.length > 0 && 2 * answers.length >= items.length)
      values[row] = answers.reduce((sum, value) => sum + value, 0) / answers.length;
  }
  const covariance = complete.length > 1 ? covariances(turned, complete) : null;
  const all = [...items.keys()];
  return {
    values,
    alpha: covariance && alphaOf(covariance, all),
    complete: complete.length,
    outside,
    items: all.map((item) => {
      const rest = all.filter((other) => other !== item);
      return {
        itemRest: covariance && itemRest(covariance, item, rest),
        alphaWithout: covariance && alphaOf(covariance, rest),
      };
    }),
  };
}
