// Which other numbers of segments separate as well as the chosen one, within the error of sampling, or better.
import type { TriedK } from '../../../shared/model/segmentation.ts';

/** Two standard errors, as in the engine's own choice. */
const ERRORS = 2;

/** Values of k whose silhouette lies within two standard errors of that of `chosen`; none when all are exact. */
export function closeCalls(tried: readonly TriedK[], chosen: number): readonly number[] {
  const best = tried.find((one) => one.k === chosen)?.scores.silhouette;
  if (!best) return [];
  return tried
    .filter(({ k, scores: { silhouette } }) => {
      if (k === chosen || !silhouette) return false;
      const margin = ERRORS * Math.max(best.standardError, silhouette.standardError);
      return margin > 0 && Math.abs(best.value - silhouette.value) <= margin;
    })
    .map((one) => one.k);
}

/** The best separated k when it is clearly ahead of `chosen`, say from outside the range that was asked for. */
export function betterThan(tried: readonly TriedK[], chosen: number): TriedK | null {
  const valueOf = (one: TriedK | undefined): number => one?.scores.silhouette?.value ?? -Infinity;
  const shown = tried.find((one) => one.k === chosen);
  const best = tried.reduce<TriedK | undefined>(
    (leader, one) => (valueOf(one) > valueOf(leader) ? one : leader),
    shown,
  );
  if (!best || best === shown || closeCalls(tried, chosen).includes(best.k)) return null;
  return best;
}
