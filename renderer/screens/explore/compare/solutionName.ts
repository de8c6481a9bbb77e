// How a solution is called: its method and number of segments; what else it differs in.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Method } from '../../../../shared/model/method.ts';
import { type BoardRow, isBaseline } from './boardRows.ts';

export interface Named {
  readonly method: Method;
  readonly k: number;
}

/** `k-means, 5 segments` */
export function useSolutionName(): (solution: Named) => string {
  const t = useTranslations('compare');
  const names = useTranslations('methods.names');
  return useCallback(({ method, k }) => t('solution', { method: names(method), k }), [t, names]);
}

/** Scaling and features, where they are not the usual ones; empty for the base. */
export function useVariant(): (row: BoardRow) => string {
  const t = useTranslations('compare');
  return (row) => {
    if (isBaseline(row)) return '';
    const { scale, subset } = row;
    return [scale === 'z' ? '' : t(`scales.${scale}`), subset === 'all' ? '' : t(`subsets.${subset}`)]
      .filter((part) => part !== '')
      .join(', ');
  };
}
