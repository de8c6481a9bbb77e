// What a direction of the map means, in the words of the features that pull hardest along it.

export interface Loading {
  readonly feature: string;
  readonly loading: number;
}

/** Below this a feature hardly turns the axis. */
const MIN_LOADING = 0.2;

export interface AxisMeaning {
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/**
 * Features that grow (`more`) and shrink (`less`) along an axis, strongest first.
 * @param most how many at most, both together
 * @param direction 1 = towards larger scores, −1 = the opposite end of the axis
 */
export function axisMeaning(loadings: readonly Loading[], direction: 1 | -1, most = 2): AxisMeaning {
  const strongest = loadings
    .filter(({ loading }) => Math.abs(loading) >= MIN_LOADING)
    .toSorted((a, b) => Math.abs(b.loading) - Math.abs(a.loading))
    .slice(0, most);
  const along = (sign: number): string[] =>
    strongest.filter(({ loading }) => Math.sign(loading) === sign * direction).map(({ feature }) => feature);
  return { more: along(1), less: along(-1) };
}
