// The board's rows: each entry with its values, how long its bars are, and on which tests it is the best.
import type {
  Baseline,
  Criterion,
  Tournament,
  TournamentEntry,
} from '../../../../shared/model/tournament.ts';

/** Columns of the board, in their order. */
export const TESTS = ['separation', 'stability', 'explainability', 'contrast', 'balance'] as const;

/** A solution that was found, or a division that was set out. */
export type BoardRow = TournamentEntry | Baseline;

export const isBaseline = (row: BoardRow): row is Baseline => row.id === 'tiers' || row.id === 'rfm';

/** Divisions that search for nothing stand below those that do, unless they are what is recommended. */
export function rowsOf({
  entries,
  baselines,
  recommended,
}: Pick<Tournament, 'entries' | 'baselines' | 'recommended'>): readonly BoardRow[] {
  const first = baselines.some(({ id }) => id === recommended?.entryId);
  return first ? [...baselines, ...entries] : [...entries, ...baselines];
}

export type TestValues = Readonly<Record<Criterion, number | null>>;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What the board shows; the smallest segment as its share. */
export function testValues(row: BoardRow): TestValues {
  const { judged } = row;
  const stability = isBaseline(row) ? null : row.stability;
  return {
    separation: judged.silhouette,
    stability: stability && mean(stability.jaccard),
    explainability: judged.fidelity,
    contrast: judged.contrast && judged.contrast.etaSquared,
    balance: judged.smallestShare,
  };
}

/** The highest value of each test; null where nobody has one. */
export function bestOf(entries: readonly TournamentEntry[]): TestValues {
  const all = entries.map(testValues);
  const best = (test: Criterion): number | null => {
    const known = all.flatMap((values) => values[test] ?? []);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    separation: best('separation'),
    stability: best('stability'),
    explainability: best('explainability'),
    contrast: best('contrast'),
    balance: best('balance'),
  };
}

export interface BoardSort {
  readonly key: string;
  readonly descending: boolean;
}

/** By a test, unknown values last; any other key leaves the recommended order. */
export function sortEntries(entries: readonly BoardRow[], sort: BoardSort | null): readonly BoardRow[] {
  const test = TESTS.find((one) => one === sort?.key);
  if (!sort || !test) return entries;
  const valueOf = (entry: BoardRow): number =>
    testValues(entry)[test] ?? (sort.descending ? -Infinity : Infinity);
  return entries.toSorted((a, b) => (sort.descending ? valueOf(b) - valueOf(a) : valueOf(a) - valueOf(b)));
}

/** Marks at most two: a third takes the place of the older one. */
export function toggleMark(marked: readonly string[], id: string): readonly string[] {
  return marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id].slice(-2);
}
