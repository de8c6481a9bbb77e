// Which other numbers of segments separate as well as the chosen one, within the error of sampling.
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
      return margin > 0 && best.value - silhouette.value <= margin;
    })
    .map((one) => one.k);
}
