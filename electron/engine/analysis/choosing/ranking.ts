// Which solutions are worth a look: the Pareto front, the order of the board, and the one to recommend.
import {
  CRITERIA,
  type Criterion,
  type Reason,
  type TournamentEntry,
} from '../../../../shared/model/tournament.ts';

/** What the ranking needs of an entry. */
export type Rankable = Pick<
  TournamentEntry,
  'id' | 'method' | 'k' | 'scale' | 'subset' | 'judged' | 'stability'
>;

/** A smallest segment of this share or more is no drawback. */
const LARGE_ENOUGH = 0.05;
/** Below, a segment "dissolves" when the customers are drawn again (Hennig 2007 calls 0.6 doubtful). */
const STEADY = 0.6;
/** An outcome of which no solution explains this much does not count: its order would be noise. */
const NOTABLE_CONTRAST = 0.01;

export type Values = Readonly<Record<Criterion, number | null>>;

/** An entry by each criterion, 0..1, more is better; null when unknown. */
export function valuesOf({ judged, stability }: Rankable): Values {
  const { silhouette, fidelity, contrast, smallestShare } = judged;
  return {
    separation: silhouette === null ? null : Math.max(0, silhouette),
    stability: stability && mean(stability.jaccard),
    explainability: fidelity,
    contrast: contrast && contrast.etaSquared,
    balance: Math.min(1, smallestShare / LARGE_ENOUGH),
  };
}

/** Criteria that every entry with a known stability can be compared by. */
function criteriaOf(all: readonly Values[]): readonly Criterion[] {
  return CRITERIA.filter((criterion) => {
    const known = all.flatMap((values) => values[criterion] ?? []);
    const best = Math.max(0, ...known);
    return known.length === all.length && best > (criterion === 'contrast' ? NOTABLE_CONTRAST : 0);
  });
}

/** True for those that no other entry dominates: as good on every criterion, better on one. */
export function paretoFront(all: readonly Values[]): readonly boolean[] {
  const criteria = criteriaOf(all);
  const at = (values: Values, criterion: Criterion): number => values[criterion] ?? 0;
  return all.map(
    (own) =>
      !all.some(
        (other) =>
          criteria.every((criterion) => at(other, criterion) >= at(own, criterion)) &&
          criteria.some((criterion) => at(other, criterion) > at(own, criterion)),
      ),
  );
}

/** How far each stays behind the best on the criterion where it does worst, as a share of the best. */
export function shortfalls(all: readonly Values[]): readonly number[] {
  const criteria = criteriaOf(all);
  const best = new Map(
    criteria.map((criterion) => [criterion, Math.max(...all.map((values) => values[criterion] ?? 0))]),
  );
  return all.map((values) =>
    Math.max(0, ...criteria.map((criterion) => 1 - (values[criterion] ?? 0) / best.get(criterion)!)),
  );
}

export interface Ranked<T> {
  /** Best first; those whose stability is not known yet last, by separation. */
  readonly entries: readonly (T & Pick<TournamentEntry, 'pareto' | 'shortfall'>)[];
  readonly recommended: { readonly entryId: string; readonly reasons: readonly Reason[] } | null;
}

/** Puts the entries in order. Ties go to fewer segments, then to the id: the order does not depend on who came first. */
export function rank<T extends Rankable>(all: readonly T[]): Ranked<T> {
  const known = all.filter(({ stability }) => stability !== null);
  const values = known.map(valuesOf);
  const front = paretoFront(values);
  const behind = shortfalls(values);
  const placed = known
    .map((entry, at) => ({ ...entry, pareto: front[at]!, shortfall: behind[at]! }))
    .sort((a, b) => a.shortfall - b.shortfall || a.k - b.k || (a.id < b.id ? -1 : 1));
  const open = all
    .filter(({ stability }) => stability === null)
    .map((entry) => ({ ...entry, pareto: false, shortfall: null }))
    .sort(
      (a, b) =>
        (b.judged.silhouette ?? -1) - (a.judged.silhouette ?? -1) || a.k - b.k || (a.id < b.id ? -1 : 1),
    );
  return { entries: [...placed, ...open], recommended: recommend(placed) };
}

type Placed = Rankable & { readonly shortfall: number };

/**
 * The one with the smallest shortfall among those of three segments and more whose weakest segment holds; when there
 * is none such, among all. Two segments separate nearly everything best, and rarely make a plan.
 */
function recommend(
  placed: readonly Placed[],
): { readonly entryId: string; readonly reasons: readonly Reason[] } | null {
  const several = placed.filter(({ k }) => k > 2);
  const candidates = several.length > 0 ? several : placed;
  const steady = candidates.filter((entry) => lowest(entry) >= STEADY);
  const chosen = (steady.length > 0 ? steady : candidates)[0];
  if (!chosen) return null;
  return { entryId: chosen.id, reasons: reasonsFor(chosen, placed, candidates) };
}

function reasonsFor(chosen: Placed, placed: readonly Placed[], candidates: readonly Placed[]): Reason[] {
  const all = candidates.map(valuesOf);
  const criteria = criteriaOf(all);
  const own = valuesOf(chosen);
  const bestOn = criteria.filter((criterion) =>
    all.every((values) => (own[criterion] ?? 0) >= (values[criterion] ?? 0)),
  );
  const notable = bestOn.filter((criterion) => criterion !== 'balance');
  const only = candidates.every((entry) => entry === chosen || entry.shortfall > chosen.shortfall);
  const reasons: Reason[] = [{ code: 'allRound', shortfall: chosen.shortfall, only }];
  if (notable.length > 0) reasons.push({ code: 'bestOn', criteria: notable });
  const rival = rivalOf(chosen, candidates, criteria);
  if (rival) reasons.push(rival);
  const two = placed.find(({ k }) => k === 2);
  if (chosen.k > 2 && two && (two.judged.silhouette ?? 0) > (chosen.judged.silhouette ?? 0))
    reasons.push({ code: 'twoSeparate', value: two.judged.silhouette ?? 0 });
  if (lowest(chosen) < STEADY) reasons.push({ code: 'unsteady', lowest: lowest(chosen) });
  return reasons;
}

/** Who separates best although not recommended, and where that one loses most. */
function rivalOf(
  chosen: Placed,
  candidates: readonly Placed[],
  criteria: readonly Criterion[],
): Reason | null {
  const own = valuesOf(chosen);
  const rival = candidates
    .filter((entry) => (valuesOf(entry).separation ?? 0) > (own.separation ?? 0))
    .sort((a, b) => (valuesOf(b).separation ?? 0) - (valuesOf(a).separation ?? 0))[0];
  if (!rival) return null;
  const theirs = valuesOf(rival);
  const loss = (criterion: Criterion): number =>
    (own[criterion] ?? 0) > 0 ? 1 - (theirs[criterion] ?? 0) / own[criterion]! : 0;
  const worse = criteria.toSorted((a, b) => loss(b) - loss(a))[0];
  if (worse === undefined || loss(worse) <= 0) return null;
  return {
    code: 'rival',
    method: rival.method,
    k: rival.k,
    scale: rival.scale,
    subset: rival.subset,
    better: 'separation',
    betterValue: theirs.separation ?? 0,
    worse,
    worseValue: worse === 'balance' ? rival.judged.smallestShare : (theirs[worse] ?? 0),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const lowest = ({ stability }: Rankable): number => Math.min(1, ...(stability?.jaccard ?? []));
