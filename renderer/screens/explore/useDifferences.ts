// What tells solutions apart, in words.
import { useTranslations } from 'use-intl';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useFigures } from '../../ui/index.ts';
import { type Difference, differencesOf, type Listed } from './differences.ts';

function useWords(nameOf: (feature: string) => string): (difference: Difference) => string {
  const t = useTranslations('methods');
  const scales = useTranslations('compare.scales');
  const figures = useFigures();
  const list = <T>({ first, more }: Listed<T>, write: (one: T) => string): string =>
    first.map(write).join(', ') + (more > 0 ? ` + ${figures.count(more)}` : '');
  const number = (value: number): string => figures.decimal(value, Number.isInteger(value) ? 0 : 2);
  return (one) => {
    switch (one.kind) {
      case 'with':
      case 'without':
        return t(`differences.${one.kind}`, { list: list(one.names, nameOf) });
      case 'rules':
        return list(one.names, (name) => name);
      case 'scale':
        return scales(one.scale);
      case 'ownScales':
        return list(one.scales, ([feature, scale]) => `${nameOf(feature)}: ${scales(scale)}`);
      case 'missing':
        return one.method === 'none' ? '' : t(`missing.options.${one.method}`);
      case 'capped':
        return t('differences.capped', { low: number(100 * one.low), high: number(100 * one.high) });
      case 'indicators':
        return t('missing.indicators');
      case 'miniBatch':
      case 'noLogs':
      case 'weighted':
      case 'equalGroups':
        return t(`differences.${one.kind}`);
      case 'nested':
        return t('nested');
      case 'shape':
        return t('differences.shape', { shape: t(`shapes.${one.shape}`) });
      case 'scores':
        return t('differences.scores', { counts: one.counts.map(figures.count).join(' × ') });
      case 'ties':
        return t(`differences.ties.${one.ties}`);
      case 'cuts':
        return t('differences.cuts', { name: nameOf(one.feature), list: one.at.map(number).join(' · ') });
      case 'table':
        return t('ownTable', { n: one.rows });
      case 'value':
        return nameOf(one.feature);
      case 'shares':
        return one.shares
          .map((share) => figures.share(share, Number.isInteger(100 * share) ? 0 : 1))
          .join(' · ');
      case 'number':
        return '';
      case 'customers':
        return t('differences.customers', { n: one.n });
      case 'seed':
        // Written plainly: a seed is copied, not read as a quantity.
        return t('differences.seed', { seed: String(one.seed) });
      case 'date':
        return figures.date(one.at);
    }
  };
}

/** By the solution's id; empty where its name is its own. */
export function useDifferences(
  solutions: readonly Segmentation[],
  nameOf: (feature: string) => string,
): (id: number) => string {
  const words = useWords(nameOf);
  const told = differencesOf(solutions);
  return (id) =>
    (told.get(id) ?? [])
      .map(words)
      .filter((word) => word !== '')
      .join(', ');
}
