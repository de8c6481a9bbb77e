// Why a solution is recommended, in sentences.
import { useFormatter, useTranslations } from 'use-intl';
import type { Criterion, Reason } from '../../../../shared/model/tournament.ts';
import { useFigures } from '../../../ui/index.ts';
import styles from './compare.module.css';
import { useSolutionName } from './solutionName.ts';

function useSentence(): (reason: Reason) => string {
  const t = useTranslations('compare');
  const figures = useFigures();
  const format = useFormatter();
  const nameOf = useSolutionName();
  const names = useTranslations('methods.names');
  const value = (criterion: Criterion, given: number): string =>
    criterion === 'balance' ? figures.share(given) : figures.decimal(given);
  return (reason) => {
    switch (reason.code) {
      case 'allRound': {
        const share = figures.share(Math.ceil(100 * reason.shortfall) / 100, 0);
        return t(reason.only ? 'reasons.onlyOne' : 'reasons.allRound', { share });
      }
      case 'bestOn':
        return t('reasons.bestOn', {
          criteria: format.list(reason.criteria.map((criterion) => t(`criteria.${criterion}`))),
        });
      case 'rival':
        return t('reasons.rival', {
          solution: nameOf(reason),
          better: t(`criteria.${reason.better}`),
          betterValue: value(reason.better, reason.betterValue),
          worse: t(`criteria.${reason.worse}`),
          worseValue: value(reason.worse, reason.worseValue),
        });
      case 'twoSeparate':
        return t('reasons.twoSeparate', { value: figures.decimal(reason.value) });
      case 'noGroups':
        return reason.other
          ? t('reasons.noGroupsOther', { other: names(reason.other) })
          : t('reasons.noGroups');
      case 'unsteady':
        return t('reasons.unsteady', { value: figures.decimal(reason.lowest) });
    }
  };
}

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const sentence = useSentence();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.code}>{sentence(reason)}</li>
      ))}
    </ul>
  );
}
