// Whether values are missing at random: does having a value depend on another column? Cramér's V of the 2 × levels
// table, its χ² test adjusted over everything that was compared.
import { chiSquareUpper } from '../stats/chiSquare.ts';
import { benjaminiHochberg } from '../stats/multiplicity.ts';
import { quantile, sortedFinite } from '../stats/quantiles.ts';

/** A column to compare with: a level per row (−1 = left out) and what the levels are called. */
export interface Levels {
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** `presence`: the two levels are "no value" and "has a value". */
  readonly kind: 'category' | 'bands' | 'presence';
}

export interface Dependence {
  readonly other: string;
  readonly kind: Levels['kind'];
  /** Cramér's V, 0..1. */
  readonly v: number;
  /** Adjusted p-value (Benjamini–Hochberg). */
  readonly p: number;
  /** The level where most, and the one where least is known, with the share of known values there. */
  readonly most: { readonly level: string; readonly share: number };
  readonly least: { readonly level: string; readonly share: number };
  readonly n: number;
}

const LEAST_IN_LEVEL = 5;

interface Tabled extends Omit<Dependence, 'p'> {
  readonly p: number;
}

/** χ² of known × level over the rows where the level is there; null without two levels of five rows each. */
export function tabulate(known: Uint8Array, other: Levels): Tabled | null {
  const all = new Float64Array(other.levels.length);
  const there = new Float64Array(other.levels.length);
  for (let row = 0; row < known.length; row++) {
    const level = other.codes[row] ?? -1;
    if (level < 0) continue;
    all[level]! += 1;
    there[level]! += known[row] as number;
  }
  const used = [...all.keys()].filter((level) => (all[level] as number) >= LEAST_IN_LEVEL);
  const n = used.reduce((sum, level) => sum + (all[level] as number), 0);
  const share = used.reduce((sum, level) => sum + (there[level] as number), 0) / n;
  if (used.length < 2 || !(share > 0 && share < 1)) return null;
  let chi = 0;
  for (const level of used) {
    const expected = (all[level] as number) * share;
    chi +=
      ((there[level] as number) - expected) ** 2 * (1 / expected + 1 / ((all[level] as number) - expected));
  }
  const shares = used
    .map((level) => ({
      level: other.levels[level] ?? '',
      share: (there[level] as number) / (all[level] as number),
    }))
    .toSorted((a, b) => b.share - a.share);
  return {
    other: other.name,
    kind: other.kind,
    v: Math.sqrt(chi / n),
    p: chiSquareUpper(chi, used.length - 1),
    most: shares[0] as Dependence['most'],
    least: shares.at(-1) as Dependence['least'],
    n,
  };
}

/** For each target, what its missing values depend on most; targets without a table are left out. */
export function missingDependence(
  targets: readonly { readonly name: string; readonly known: Uint8Array }[],
  others: readonly Levels[],
): Map<string, Dependence> {
  const tables = targets.flatMap(({ name, known }) =>
    others
      .filter((other) => other.name !== name)
      .flatMap((other) => {
        const table = tabulate(known, other);
        return table ? [{ name, table }] : [];
      }),
  );
  const adjusted = benjaminiHochberg(tables.map(({ table }) => table.p));
  const strongest = new Map<string, Dependence>();
  for (const [at, { name, table }] of tables.entries()) {
    const best = strongest.get(name);
    if (!best || table.v > best.v) strongest.set(name, { ...table, p: adjusted[at] ?? 1 });
  }
  return strongest;
}

const BANDS = 4;

/** Numbers cut into four bands of about equal size; `label` writes a band from its ends. */
export function bandsOf(
  name: string,
  values: ArrayLike<number>,
  label: (from: number, to: number) => string,
): Levels | null {
  const sorted = sortedFinite(values);
  if (sorted.length === 0) return null;
  const cuts = [...new Set([1, 2, 3].map((quarter) => quantile(sorted, quarter / BANDS)))];
  const edges = [sorted[0] as number, ...cuts, sorted.at(-1) as number];
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (Number.isFinite(value)) codes[row] = cuts.filter((cut) => value > cut).length;
  }
  const levels = edges.slice(1).map((to, at) => label(edges[at] as number, to));
  return { name, codes, levels, kind: 'bands' };
}
