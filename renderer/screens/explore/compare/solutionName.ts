// How a solution is called: its method, number of segments, and scaling and features where they are not the usual ones.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Method } from '../../../../shared/model/method.ts';
import type { Scale } from '../../../../shared/model/segmentation.ts';
import type { Subset } from '../../../../shared/model/tournament.ts';

export interface Named {
  readonly method: Method;
  readonly k: number;
  /** Divisions that are set out have neither of these; null for methods that know no scaling. */
  readonly scale?: Scale | null;
  readonly subset?: Subset;
}

/** `k-means, 5 segments` */
export function usePlainName(): (solution: Pick<Named, 'method' | 'k'>) => string {
  const t = useTranslations('compare');
  const names = useTranslations('methods.names');
  return useCallback(({ method, k }) => t('solution', { method: names(method), k }), [t, names]);
}

/** Scaling and features, where they are not the usual ones; empty for the base. */
export function useVariant(): (solution: Named) => string {
  const t = useTranslations('compare');
  return useCallback(
    ({ scale = null, subset = 'all' }) =>
      [
        scale === null || scale === 'z' ? '' : t(`scales.${scale}`),
        subset === 'all' ? '' : t(`subsets.${subset}`),
      ]
        .filter((part) => part !== '')
        .join(', '),
    [t],
  );
}

/** `k-means, 5 segments, Robust` */
export function useSolutionName(): (solution: Named) => string {
  const plain = usePlainName();
  const variant = useVariant();
  return useCallback(
    (solution) => [plain(solution), variant(solution)].filter((part) => part !== '').join(', '),
    [plain, variant],
  );
}
