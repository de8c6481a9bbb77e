// Pairs of features that say nearly the same: Pearson and Spearman between numbers, Cramér's V between categories,
// the correlation ratio between a number and a category.
import { correlationMatrix } from '../stats/correlation.ts';
import type { Weights } from '../weights.ts';
import { correlationRatio } from './correlationRatio.ts';
import {
  rankCorrelation,
  type RankedColumn,
  rankedColumn,
  ranksAmong,
  rowsInCommon,
} from './rankCorrelation.ts';

export interface NumberColumn {
  readonly name: string;
  readonly values: Float64Array;
}
export interface CategoryCodes {
  readonly name: string;
  /** −1 = missing. */
  readonly codes: Int32Array;
  readonly levels: number;
}

/** `value` is r, ρ, V, or η of the values or of their ranks; `n` the rows where both are known. */
export interface SimilarPair {
  readonly first: string;
  readonly second: string;
  readonly measure: 'pearson' | 'spearman' | 'cramer' | 'eta' | 'etaRanks';
  readonly value: number;
  readonly n: number;
}

export const TWIN_STRENGTH = 0.9;
/** With fewer rows in common a strong correlation is easily chance. */
export const TWIN_MIN_ROWS = 30;
/** Of two values ranks say the same as they do: rounding must not choose between them. */
const TIE = 1e-9;
type RankedNumber = NumberColumn & { readonly ranked: RankedColumn };
interface Wanted {
  /** Of |r|, |ρ|, V or η. */
  readonly strength: number;
  readonly minRows: number;
  /** One per row; `n` stays people. */
  readonly weights: Weights;
}

/** Larger tables of two categories are not worth their time. */
const MAX_CELLS = 1_000_000;

/**
 * Cramér's V of two categories: √(χ² / (n · (smaller number of levels in use − 1))), 0 … 1.
 * @param weights rows count as often as they weigh; `n` stays people
 * @returns NaN when one of them has a single level among the rows in common
 */
export function cramersV(
  one: CategoryCodes,
  other: CategoryCodes,
  weights: Weights = null,
): { readonly v: number; readonly n: number } {
  const cells = new Float64Array(one.levels * other.levels);
  const rowSums = new Float64Array(one.levels);
  const columnSums = new Float64Array(other.levels);
  let n = 0;
  one.codes.forEach((code, row) => {
    const second = other.codes[row]!;
    if (code < 0 || second < 0) return;
    const weight = weights === null ? 1 : weights[row]!;
    cells[code * other.levels + second]! += weight;
    rowSums[code]! += weight;
    columnSums[second]! += weight;
    n++;
  });
  // χ² / n = Σ cell² / (row · column) − 1
  let sum = -1;
  cells.forEach((count, at) => {
    if (count === 0) return;
    const row = Math.floor(at / other.levels);
    sum += (count * count) / (rowSums[row]! * columnSums[at % other.levels]!);
  });
  const inUse = (sums: Float64Array): number =>
    sums.reduce((used, count) => (count > 0 ? used + 1 : used), 0);
  const least = Math.min(inUse(rowSums), inUse(columnSums));
  return { v: least > 1 ? Math.sqrt(Math.max(0, sum) / (least - 1)) : NaN, n };
}

/** The stronger of Pearson's r and Spearman's ρ counts for a pair of numbers. */
function numberPairs(
  numbers: readonly RankedNumber[],
  { strength, minRows, weights }: Wanted,
): SimilarPair[] {
  const pearson = correlationMatrix(
    numbers.map(({ values }) => values),
    weights,
  );
  const pairs: SimilarPair[] = [];
  for (let first = 0; first < numbers.length; first++)
    for (let second = first + 1; second < numbers.length; second++) {
      const [one, other] = [numbers[first]!.ranked, numbers[second]!.ranked];
      const n = rowsInCommon(one, other);
      if (n < minRows) continue;
      const r = pearson[first * numbers.length + second]!;
      const rho = rankCorrelation(one, other, n, weights);
      const byRank = Math.abs(rho) > Math.abs(r) + TIE || Number.isNaN(r);
      const value = byRank ? rho : r;
      if (!(Math.abs(value) >= strength)) continue;
      pairs.push({
        first: numbers[first]!.name,
        second: numbers[second]!.name,
        measure: byRank ? 'spearman' : 'pearson',
        value,
        n,
      });
    }
  return pairs;
}

function categoryPairs(
  categories: readonly CategoryCodes[],
  { strength, minRows, weights }: Wanted,
): SimilarPair[] {
  return categories.flatMap((one, at) =>
    categories.slice(at + 1).flatMap((other) => {
      if (one.levels * other.levels > MAX_CELLS) return [];
      const { v, n } = cramersV(one, other, weights);
      if (!(v >= strength) || n < minRows) return [];
      return [{ first: one.name, second: other.name, measure: 'cramer' as const, value: v, n }];
    }),
  );
}

/**
 * The stronger of η of the values and of their ranks counts: bands of skewed amounts say little of the variance, which a
 * few large ones make. It has to be as strong beyond what chance gives to many levels: streets of one or two customers
 * each "say" any number.
 */
function mixedPairs(
  numbers: readonly RankedNumber[],
  categories: readonly CategoryCodes[],
  { strength, minRows, weights }: Wanted,
): SimilarPair[] {
  const known = categories.map(({ codes }) => Uint8Array.from(codes, (code) => (code < 0 ? 0 : 1)));
  return numbers.flatMap(({ name, values, ranked }) =>
    categories.flatMap((other, at) => {
      const ratioOf = (column: Float64Array) => correlationRatio(column, other.codes, other.levels, weights);
      const [plain, ranks] = [ratioOf(values), ratioOf(ranksAmong(ranked, known[at]!, weights))];
      const byRank = ranks.eta > plain.eta + TIE || Number.isNaN(plain.eta);
      const { eta, adjusted, n } = byRank ? ranks : plain;
      if (!(adjusted >= strength) || n < minRows) return [];
      const measure = byRank ? ('etaRanks' as const) : ('eta' as const);
      return [{ first: name, second: other.name, measure, value: eta, n }];
    }),
  );
}

/** The strongest first. Each pair is measured over the rows where both are known. */
export function similarPairs(
  numbers: readonly NumberColumn[],
  categories: readonly CategoryCodes[],
  { strength = TWIN_STRENGTH, minRows = TWIN_MIN_ROWS, weights = null }: Partial<Wanted> = {},
): readonly SimilarPair[] {
  const wanted = { strength, minRows, weights };
  const ranked = numbers.map((one) => ({ ...one, ranked: rankedColumn(one.values, weights) }));
  return [
    ...numberPairs(ranked, wanted),
    ...categoryPairs(categories, wanted),
    ...mixedPairs(ranked, categories, wanted),
  ].toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
