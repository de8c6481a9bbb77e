// How a level of a feature is written: money, shares, days, plain numbers; and what a statement is called.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { featureLabel } from '../../shared/i18n/featureLabel.ts';
import type { Evidence, EvidenceUnit } from '../../shared/model/evidence.ts';
import { useFigures, type Figures } from '../ui/index.ts';

/** Writes a value of a unit for reading. */
export type WriteLevel = (value: number, unit: EvidenceUnit) => string;

/** Small amounts keep their cents, large numbers lose their decimals. */
const digitsOf = (value: number, below: number): number =>
  Number.isInteger(value) || Math.abs(value) >= below ? 0 : 1;

/** Units that are words of the language. */
export interface UnitWords {
  readonly days: (count: number) => string;
  readonly years: (shown: string) => string;
  readonly km: (shown: string) => string;
}

/** @param currency ISO code of amounts */
export function levelWriter(figures: Figures, words: UnitWords, currency: string): WriteLevel {
  const plain = (value: number): string => figures.decimal(value, digitsOf(value, 100));
  return (value, unit) => {
    switch (unit) {
      case 'money':
        return figures.money(value, currency, Number.isInteger(value) || Math.abs(value) >= 10 ? 0 : 2);
      case 'share':
        return figures.share(value, value !== 0 && Math.abs(value) < 0.1 ? 1 : 0);
      case 'days':
        return words.days(Math.round(value));
      case 'years':
        return words.years(plain(value));
      case 'km':
        return words.km(plain(value));
      case 'none':
      case 'count':
      case 'points':
        return Math.abs(value) < 1 && !Number.isInteger(value) ? figures.decimal(value, 2) : plain(value);
    }
  };
}

/** The writer of the interface's language. */
export function useLevels(currency: string): WriteLevel {
  const figures = useFigures();
  const t = useTranslations('segments.unit');
  return useMemo(() => {
    const words: UnitWords = {
      days: (value) => t('days', { value }),
      years: (value) => t('years', { value }),
      km: (value) => t('km', { value }),
    };
    return levelWriter(figures, words, currency);
  }, [figures, t, currency]);
}

/** Units that are a word of their own: an axis names them once instead of at every mark. */
const WORDED = ['days', 'years', 'km'] as const;
type WordedUnit = (typeof WORDED)[number];

export function isWorded(unit: EvidenceUnit): unit is WordedUnit {
  return WORDED.some((one) => one === unit);
}

/** One key per statement of a segment. */
export const evidenceKey = ({ feature, category }: Evidence): string =>
  category === undefined ? feature : `${feature}\n${category}`;

/** Name of a feature, by its name and header. */
export function useFeatureNames(): (name: string, header?: string) => string {
  const t = useTranslations('features.builtIn');
  return useMemo(() => (name, header) => featureLabel(name, header, t), [t]);
}

/** Name of a statement: the feature, with the category where it is a share. */
export function useEvidenceNames(): (evidence: Evidence) => string {
  const t = useTranslations('segments');
  const nameOf = useFeatureNames();
  return useMemo(
    () => (evidence) => {
      const label = nameOf(evidence.feature, evidence.label);
      return evidence.category === undefined ? label : t('category', { label, category: evidence.category });
    },
    [t, nameOf],
  );
}
