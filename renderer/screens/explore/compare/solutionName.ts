// How a solution is called: its method and number of segments; what else it differs in.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { TournamentEntry } from '../../../../shared/model/tournament.ts';

export type Named = Pick<TournamentEntry, 'method' | 'k'>;

/** `k-means, 5 segments` */
export function useSolutionName(): (solution: Named) => string {
  const t = useTranslations('compare');
  const names = useTranslations('methods.names');
  return useCallback(({ method, k }) => t('solution', { method: names(method), k }), [t, names]);
}

/** Scaling and features, where they are not the usual ones; empty for the base. */
export function useVariant(): (entry: Pick<TournamentEntry, 'scale' | 'subset'>) => string {
  const t = useTranslations('compare');
  return ({ scale, subset }) =>
    [scale === 'z' ? '' : t(`scales.${scale}`), subset === 'all' ? '' : t(`subsets.${subset}`)]
      .filter((part) => part !== '')
      .join(', ');
}
