// Levels and names in the interface's language: what a value is, and what a statement is called.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { featureLabel } from '../../shared/i18n/featureLabel.ts';
import type { Evidence, EvidenceUnit } from '../../shared/model/evidence.ts';
import { useFigures } from '../ui/index.ts';
import { cutWriter, levelWriter, type UnitWords, type WriteLevel } from './levelWriter.ts';

export type { WriteLevel } from './levelWriter.ts';

function useWriter(of: typeof levelWriter, currency: string): WriteLevel {
  const figures = useFigures();
  const t = useTranslations('segments.unit');
  return useMemo(() => {
    const words: UnitWords = {
      days: (value) => t('days', { value }),
      years: (value) => t('years', { value }),
      km: (value) => t('km', { value }),
    };
    return of(figures, words, currency);
  }, [of, figures, t, currency]);
}

/** The writer of the interface's language. */
export function useLevels(currency: string): WriteLevel {
  return useWriter(levelWriter, currency);
}

/** The writer of cut points, which are told more closely than levels. */
export function useCuts(currency: string): WriteLevel {
  return useWriter(cutWriter, currency);
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
